"""Regimes: which nations have an office or a body of a kind at all, from `data/actors/regimes.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from schemas.codes import reference_rows
from schemas.data_files import DataFileError, Row, packaged, read_rows

COLUMNS = ("term", "only", "never")


@dataclass(frozen=True, slots=True)
class Regime:
    """The nations that alone have what a term names, or that never have it; one of the two is empty."""

    term: str
    only: frozenset[str]
    never: frozenset[str]

    def allows(self, country: str) -> bool:
        """Whether a country may have it."""
        return country in self.only if self.only else country not in self.never


def may_have(country: str, words: Iterable[str]) -> bool:
    """Whether a country may have what the words of a phrase name: no "federal court" is French."""
    phrase = f" {' '.join(words)} "
    return all(regime.allows(country) for regime in _packaged() if f" {regime.term} " in phrase)


@cache
def _packaged() -> tuple[Regime, ...]:
    return load(read_rows(packaged("transforms.events", "actors", "regimes.csv"), COLUMNS, exact=False))


def load(rows: Iterable[Row]) -> tuple[Regime, ...]:
    """The rows as regimes; raises DataFileError for an unknown country or a row that says both or neither."""
    known = {row["country"] for row in reference_rows("countries")}
    found = []
    for row in rows:
        only, never = (frozenset(filter(None, row[column].split("|"))) for column in ("only", "never"))
        if bool(only) == bool(never) or not (only | never) <= known:
            raise DataFileError(f"{row.where}: fill only or never, with ISO 3166-1 alpha-3 codes joined by |")
        found.append(Regime(row["term"], only, never))
    return tuple(found)
