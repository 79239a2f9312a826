"""One nation: which two sides of an event are of one nation by nature, from `data/actors/one_nation.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from schemas.codes import PLOVER_TYPES
from schemas.data_files import DataFileError, Row, packaged, read_rows
from transforms.events.actors.tables import SECTORS

COLUMNS = ("types", "actor", "recipient")
# A nation named as such, which has no sector.
WHOLE = frozenset({"nation"})


@dataclass(frozen=True, slots=True)
class Bond:
    """Sectors whose bearers are of one nation where one acts on the other: police and whom they arrest."""

    types: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]


@cache
def bonds() -> tuple[Bond, ...]:
    """The packaged rows; raises DataFileError where one cannot be used."""
    rows = read_rows(packaged("transforms.events", "actors", "one_nation.csv"), COLUMNS, exact=False)
    return tuple(_read(row) for row in rows)


def of_one_nation(event_type: str, actor: Iterable[str], recipient: Iterable[str]) -> bool:
    """Whether an actor and a recipient with these sectors belong to one nation in an event of this type."""
    acting, acted_on = frozenset(actor) or WHOLE, frozenset(recipient) or WHOLE
    return any(event_type in b.types and acting & b.actor and acted_on & b.recipient for b in bonds())


def _read(row: Row) -> Bond:
    return Bond(
        _listed(row, "types", PLOVER_TYPES),
        _listed(row, "actor", SECTORS | WHOLE),
        _listed(row, "recipient", SECTORS | WHOLE),
    )


def _listed(row: Row, column: str, known: Iterable[str]) -> frozenset[str]:
    found = frozenset(row[column].split("|"))
    wrong = sorted(found - frozenset(known))
    if wrong:
        raise DataFileError(f"{row.where}: {column} has {', '.join(wrong)}; join known codes with |")
    return found
