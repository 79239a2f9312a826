"""Own period: when an undated article was written, by the office holders whom it names with their titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Doc

from transforms.events.actors.names import Hit
from transforms.events.actors.tables import Known

# Offices change hands around a day; a row that holds for less of the period than this does not count.
LEAST = timedelta(days=30)
THEN = frozenset({"then"})
GROUPS = frozenset({"armed group", "party"})


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`."""

    first: date
    last: date

    def shared_with(self, row: Known) -> timedelta:
        """How long a row of the tables holds within the period; negative where it does not."""
        return min(self.last, row.valid_to or date.max) - max(self.first, row.valid_from or date.min)


def of_its_period(doc: Doc, hits: list[Hit], former: frozenset[str]) -> list[Hit]:
    """The hits, with armed groups and parties read as what they were while the article's office holders held office."""
    period = _period(doc, hits, former)
    return hits if period is None else [_within(hit, period) for hit in hits]


def _within(hit: Hit, period: Period) -> Hit:
    rows = tuple(row for row in hit.rows if period.shared_with(row) > LEAST)
    return replace(hit, rows=rows) if rows and hit.rows[0].kind in GROUPS else hit


def _period(doc: Doc, hits: Iterable[Hit], former: frozenset[str]) -> Period | None:
    """The days on which all whom the article names by their office held it; None where they never did so together."""
    terms = [term for hit in hits if (term := _term(doc, hit, former)) is not None]
    if not terms:
        return None
    first, last = max(term.first for term in terms), min(term.last for term in terms)
    return Period(first, last) if last - first > LEAST else None


def _term(doc: Doc, hit: Hit, former: frozenset[str]) -> Period | None:
    """The one term of office of somebody whose title stands right before the name, without "former"."""
    if hit.rows[0].kind != "person" or hit.start < 1:
        return None
    title = doc[hit.start - 1].lower_
    before = doc[max(doc[hit.start].sent.start, hit.start - 4) : hit.start]
    rows = [row for row in hit.rows if row.office.lower().split()[-1:] == [title]]
    if len(rows) != 1 or rows[0].valid_from is None or any(token.lower_ in former | THEN for token in before):
        return None
    return Period(rows[0].valid_from, rows[0].valid_to or date.max)
