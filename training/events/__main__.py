"""Train the model that would propose types, and write how right it is to PROPOSALS.md."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from training.events.examples import Reader
from training.events.marked import read_all
from training.events.report import report, titles
from training.events.scores import cross_validate, guess, train
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.parsing.language import load_language

REPORT = Path(__file__).parent / "PROPOSALS.md"


def main() -> int:
    """Read the sentences, train, cross-validate and write the report."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__)
    parser.add_argument("--report", type=Path, default=REPORT, help="file to write the figures to")
    options = parser.parse_args()
    reader = Reader(load_language(), Codebook.load(), Actors.load())
    examples = [*reader.own(read_all()), *reader.news()]
    seen = [example for example in examples if example.part == "train"]
    held_back = [example for example in examples if example.part == "test"]
    guesses = (
        cross_validate(seen, lambda example: example.place),
        cross_validate(seen, lambda example: example.lemma),
        guess(train(seen), held_back),
    )
    text = report(examples, dict(zip(titles(), guesses, strict=True)), date.today())
    options.report.write_text(text, encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
