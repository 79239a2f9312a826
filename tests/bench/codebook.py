"""Which codebook rows fire on given texts, and which never do: python -m tests.bench.codebook FILE.jsonl ...

Each line of a file is an object with a `text` or a `sentence`. Prints, as JSON, how often each row fired and the rows
that never did.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from py3langid import classify

from tests.transforms.events.articles import article
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import mentions
from transforms.events.parsing.language import load_language, parse_all

GROUP = 200


def texts(paths: Sequence[Path]) -> Iterator[str]:
    """The English texts of JSON Lines files."""
    for path in paths:
        for line in path.read_text(encoding="utf8").splitlines():
            record = json.loads(line)
            text = record.get("text") or record.get("sentence")
            if text and classify(text)[0] == "en":
                yield text


def firings(paths: Sequence[Path], codebook: Codebook) -> Counter[str]:
    """How many mentions each row gives."""
    language, actors = load_language(), Actors.load()
    counted: Counter[str] = Counter()
    found = list(dict.fromkeys(texts(paths)))
    for start in range(0, len(found), GROUP):
        with language.memory_zone():
            for doc in parse_all(language, found[start : start + GROUP]):
                counted.update(told.rule for told in mentions(doc, article(doc.text), codebook, actors).event_mentions)
    return counted


def main(arguments: Sequence[str]) -> None:
    codebook = Codebook.load()
    counted = firings([Path(argument) for argument in arguments], codebook)
    telling = [row for row in codebook.rows if row.tells]
    silent = sorted(row.rule_id for row in telling if row.rule_id not in counted)
    report = {
        "rows": len(telling),
        "other_senses": len(codebook.rows) - len(telling),
        "fired": len(counted),
        "firings": dict(counted.most_common()),
        "never": silent,
    }
    sys.stdout.write(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
