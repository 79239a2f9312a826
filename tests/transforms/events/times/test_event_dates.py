"""Event dates: each sentence of the suite through the whole reading of an article, against the date worked out by hand.

A row may hold two sentences; the event of the last one is dated. Where it tells several, the first counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from schemas.data_files import Row, read_rows
from tests.transforms.events.articles import article
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import mentions
from transforms.events.parsing.language import load_language, parse_all

COLUMNS = ("sentence", "published", "first", "last", "precision", "method", "reason")
SHARE_RIGHT = 0.98


@dataclass(frozen=True, slots=True)
class Dated:
    """What the text gives as the days of an event."""

    first: str
    last: str
    precision: str
    method: str


def suite() -> list[Row]:
    return read_rows(Path(__file__).with_name("event_dates.csv"), COLUMNS)


def wrong(rows: list[Row]) -> Iterator[str]:
    codebook, actors = Codebook.load(), Actors.load()
    for row, doc in zip(rows, parse_all(load_language(), [row["sentence"] for row in rows]), strict=True):
        published = date.fromisoformat(row["published"]) if row["published"] else None
        *_, sentence = doc.sents
        told = mentions(doc, article(doc.text, published), codebook, actors).event_mentions
        found = next((one for one in told if one.sentence_start == sentence.start_char), None)
        expected = Dated(row["first"], row["last"], row["precision"], row["method"])
        got = found and Dated(
            str(found.event_date or ""),
            str(found.event_date_end or ""),
            found.event_date_precision or "",
            found.event_date_method or "",
        )
        if got != expected:
            yield f"{row.where}: {row['sentence']} ({row['published']}): {expected}, not {got}; {row['reason']}"


def test_the_days_of_events_are_right() -> None:
    rows = suite()
    mistakes = list(wrong(rows))
    assert len(rows) >= 300
    assert len(mistakes) <= (1 - SHARE_RIGHT) * len(rows), "\n".join(mistakes)


@pytest.mark.parametrize("row", suite(), ids=lambda row: row.where)
def test_a_row_of_the_suite_is_whole(row: Row) -> None:
    bounds = [row["first"], row["last"], row["precision"]]
    assert all(bounds) or not any(bounds)
    assert row["first"] <= row["last"]
    assert row["reason"]
