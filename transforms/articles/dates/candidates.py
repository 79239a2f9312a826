"""Date candidates, and what is known of the places where pages give them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from transforms.articles.dates.texts import FIRST_YEAR
from transforms.articles.wordlists import rows

Kind = Literal["published", "modified", "unknown"]
UNVOUCHED = "only date below the headline"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date as the page gives it, where it stood (`method`: data/date_methods.csv), and what it claims to be."""

    text: str
    method: str
    kind: Kind = "unknown"


@dataclass(frozen=True, slots=True)
class _Method:
    rank: int
    earliest_year: int


def rank(method: str) -> int:
    """How trusted a method is, 1 most; an unknown one comes last."""
    known = _methods().get(method)
    return known.rank if known else len(_methods()) + 1


def earliest_year(method: str) -> int:
    """The first year that a date of this method is believed for: what is printed may tell of the past."""
    known = _methods().get(method)
    return known.earliest_year if known else FIRST_YEAR


@cache
def _methods() -> dict[str, _Method]:
    found = rows("date_methods", "method", "rank", "kind", "earliest_year", "note")
    return {row["method"]: _Method(int(row["rank"]), int(row["earliest_year"] or FIRST_YEAR)) for row in found}
