"""Judged precision: draws event mentions for readers, and scores what they found."""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from schemas.records import EventMention, Page
from transforms.events.codebook.rows import Row
from transforms.events.confidence import signs
from transforms.walk import Tools, Walked, walk

FETCHED_AT = datetime(2026, 1, 1, tzinfo=UTC)
RECORD = "application/vnd.dateline.record+json"
AROUND = 600
FIELDS = ("type", "actor", "recipient", "status", "date", "place")
WHOLE = FIELDS[:4]
WORTH = {"r": 1.0, "a": 0.5, "w": 0.0}
# A reader may leave date and place alone.
UNREAD = "-"
COLUMNS = ("number", "article", "start", "end", "event_type", "confidence", "signs", "reader", *FIELDS)
BINS = 5


@dataclass(frozen=True, slots=True)
class Judgement:
    """One reader's verdicts on one mention, which its number in the drawn sheet names."""

    mention: tuple[str, str, str, str]
    confidence: float
    verdicts: dict[str, str]

    def is_right(self) -> bool:
        """Type, actor, recipient and status are all right."""
        return all(self.verdicts[field] == "r" for field in WHOLE)

    def worth(self) -> float:
        """The least of the four: 1 right, .5 arguable, 0 wrong."""
        return min(WORTH[self.verdicts[field]] for field in WHOLE)


def draw(texts: Sequence[Path], count: int, seed: int, sheet: Path) -> int:
    """Write `count` mentions of English articles to a sheet, one JSON object a line; returns how many there were."""
    tools = Tools.load()
    rules = {row.rule_id: row for row in tools.codebook.rows}
    found = [(one, mention) for one in walk(_pages(texts), tools) for mention in _mentions(one)]
    drawn = random.Random(seed).sample(found, min(count, len(found)))
    rows = (_row(one, mention) | {"signs": _signs(mention, rules)} for one, mention in drawn)
    sheet.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf8")
    return len(found)


def _pages(texts: Sequence[Path]) -> Iterator[Page]:
    for path in texts:
        for line in path.read_text(encoding="utf8").splitlines():
            record = json.loads(line)
            if record.get("text"):
                kept = {key: record.get(key) for key in ("id", "title", "text", "published")}
                body = json.dumps(kept).encode()
                digest = sha256(body).hexdigest()
                yield Page(f"p{digest[:20]}", "bench", str(record["id"]), None, RECORD, body, digest, FETCHED_AT)


def _mentions(walked: Walked) -> Iterable[EventMention]:
    english = walked.article is not None and walked.article.language in ("en", None)
    return [one for one in walked.event_mentions if one.status == "asserted"] if english else []


def _row(walked: Walked, mention: EventMention) -> dict[str, object]:
    assert walked.article is not None
    text, start, end = walked.article.text, mention.sentence_start, mention.sentence_end
    sides = {
        side: None if one is None else {"text": one.text, "name": one.name, "code": one.code}
        for side, one in (("actor", mention.actor), ("recipient", mention.recipient))
    }
    return {
        "article": walked.page.origin,
        "start": mention.predicate_start,
        "end": mention.predicate_end,
        "title": walked.article.title,
        "published": str(walked.article.published_date),
        "before": text[max(0, start - AROUND) : start],
        "sentence": mention.sentence,
        "after": text[end : end + AROUND // 2],
        "predicate": mention.predicate_text,
        "event_type": mention.event_type,
        "event_mode": mention.event_mode,
        "status": mention.status,
        **sides,
        "attribution": mention.attribution,
        "event_date": str(mention.event_date),
        "event_date_precision": mention.event_date_precision,
        "event_date_method": mention.event_date_method,
        "place": mention.place.name if mention.place else None,
        "rule": mention.rule,
        "confidence": mention.confidence,
    }


def _signs(mention: EventMention, rules: Mapping[str, Row]) -> str:
    """What the confidence rests on, between spaces."""
    return " ".join(signs(rules[mention.rule], mention.actor, mention.recipient, mention.sentence))


def read(paths: Iterable[Path]) -> list[list[Judgement]]:
    """The judgements of each mention, one a reader; raises ValueError for a verdict that is none of r, a, w."""
    kept: dict[tuple[str, str, str, str], list[Judgement]] = {}
    for path in paths:
        with path.open(encoding="utf8", newline="") as lines:
            for row in csv.DictReader(lines):
                one = _judgement(path, row)
                kept.setdefault(one.mention, []).append(one)
    return list(kept.values())


def _judgement(path: Path, row: dict[str, str]) -> Judgement:
    verdicts = {field: row[field] for field in FIELDS}
    unread = {field for field in FIELDS[len(WHOLE) :] if verdicts[field] == UNREAD}
    if {verdicts[field] for field in FIELDS if field not in unread} - set(WORTH):
        raise ValueError(f"{path}: {row['article']} at {row['start']}: a verdict must be one of {', '.join(WORTH)}")
    mention = (str(path), row["number"], row["article"], row["start"])
    return Judgement(mention, float(row["confidence"]), verdicts)


def figures(judged: list[list[Judgement]]) -> Iterator[tuple[str, str]]:
    """Rows of the table: precision as a whole and by field, agreement, and how confidence holds."""
    every = [one for readings in judged for one in readings]
    yield "mentions, readings", f"{len(judged)}, {len(every)}"
    yield "right as a whole", f"{_mean([one.is_right() for one in every]):.3f}"
    yield "right as a whole, arguable as half", f"{_mean([one.worth() for one in every]):.3f}"
    for field in FIELDS:
        read_by = [one.verdicts[field] for one in every if one.verdicts[field] != UNREAD]
        if not read_by:
            continue
        shares = [_mean([given == verdict for given in read_by]) for verdict in "raw"]
        yield f"{field}: right, arguable, wrong", ", ".join(f"{share:.3f}" for share in shares)
    pairs = [(first, second) for first, second, *_ in (r for r in judged if len(r) > 1)]
    if pairs:
        yield "readers agree on the whole", f"{_mean([a.is_right() == b.is_right() for a, b in pairs]):.3f}"
    yield "expected calibration error of the confidence", f"{calibration_error(every):.3f}"


def calibration_error(judged: Sequence[Judgement]) -> float:
    """Mean distance of confidence and share right over groups of equal size, ordered by confidence."""
    ordered = sorted(judged, key=lambda one: one.confidence)
    size = -(-len(ordered) // BINS)
    groups = [ordered[at : at + size] for at in range(0, len(ordered), size)]
    gaps = [abs(_mean([o.confidence for o in g]) - _mean([o.is_right() for o in g])) * len(g) for g in groups]
    return sum(gaps) / len(ordered)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.judging", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    drawing = commands.add_parser("draw", help="write a sheet for the readers")
    drawing.add_argument(
        "--texts", type=Path, nargs="+", required=True, help="JSON lines with id, text, title, published"
    )
    drawing.add_argument("--count", type=int, default=300)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--sheet", type=Path, required=True)
    scoring = commands.add_parser("score", help="print the figures of judged sheets")
    scoring.add_argument("judgements", type=Path, nargs="+", help="CSV files with the columns " + ",".join(COLUMNS))
    given = parser.parse_args()
    if given.command == "draw":
        found = draw(given.texts, given.count, given.seed, given.sheet)
        print(f"{found} asserted mentions, drawn from with seed {given.seed}")
    else:
        for what, figure in figures(read(given.judgements)):
            print(f"| {what} | {figure} |")


if __name__ == "__main__":
    main()
