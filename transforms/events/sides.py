"""Sides: whom an event of each type needs before it is told, from `data/sides.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from schemas.codes import PLOVER_TYPES
from schemas.data_files import DataFileError, Row, packaged, read_rows

CHOICES = {
    "told_in": ("words", "deeds"),
    "among": ("public", "abroad", "armed", "anyone"),
    "actor": ("named", "state", "passive", "hidden"),
    "recipient": ("abroad", "coded", "named", "open"),
    "owners": ("yes", "front", "no"),
    "about": ("yes", "no"),
    "thing": ("yes", "matter", "proposal", "no"),
    "together": ("yes", "no"),
    "purpose": ("yes", "no"),
}
COLUMNS = ("event_type", *CHOICES, "beside", "note")


@dataclass(frozen=True, slots=True)
class Sides:
    """What the events of one type ask of their participants.

    `in_words`: acts of speech, whose recipients may be those whom the words concern. `among_anyone`: told between
    private people too; `among_armed`: of criminals too; `among_nations`: between private people of two nations too.
    `actor`: "named" always; "state" but in a passive of what is said to a state; "passive" but in any passive;
    "hidden" but in a passive or a noun. `needs_recipient`: somebody is acted on; `needs_code`: somebody of whom more
    is known than the words; `never_own`: not one's own country.
    `owners`: whoever owns what is hit is acted on; "front" where a word in front of it says so. `reaches_about`: it
    may be whom its noun concerns. `thing`: whether a thing of nobody's may be acted on; "matter" for what is only
    spoken of, "proposal" for what is put forward. `together`: several who do it with nobody else do it with each
    other. `in_purpose`: what it is done for may name the recipient. `beside`: prepositions behind which one may stand
    beyond the codebook row's own slots; "whom" is the indirect object.
    """

    event_type: str
    in_words: bool
    among_anyone: bool
    among_armed: bool
    among_nations: bool
    actor: str
    needs_recipient: bool
    needs_code: bool
    never_own: bool
    owners: str
    reaches_about: bool
    thing: str
    together: bool
    in_purpose: bool
    beside: tuple[str, ...]


@cache
def _packaged() -> dict[str, Sides]:
    return load(read_rows(packaged("transforms.events", "sides.csv"), COLUMNS))


def sides(event_type: str) -> Sides:
    """What an event of this PLOVER type asks of its participants."""
    return _packaged()[event_type]


def load(rows: Iterable[Row]) -> dict[str, Sides]:
    """Rows by type; raises DataFileError where a cell holds an unknown word, or a type stands twice or not at all."""
    found: dict[str, Sides] = {}
    for row in rows:
        _check(row, found)
        found[row["event_type"]] = _read(row)
    missing = [one for one in PLOVER_TYPES if one not in found]
    if missing:
        raise DataFileError(f"sides.csv: no row for {', '.join(missing)}; add one for each")
    return found


def _check(row: Row, found: dict[str, Sides]) -> None:
    event_type = row["event_type"]
    if event_type not in PLOVER_TYPES or event_type in found:
        raise DataFileError(
            f"{row.where}: {event_type!r} is no PLOVER type or stands twice; keep one row for each type"
        )
    for column, allowed in CHOICES.items():
        if row[column] not in allowed:
            raise DataFileError(f"{row.where}: {column} is {row[column]!r}; write {' or '.join(allowed)}")


def _read(row: Row) -> Sides:
    return Sides(
        event_type=row["event_type"],
        in_words=row["told_in"] == "words",
        among_anyone=row["among"] == "anyone",
        among_armed=row["among"] == "armed",
        among_nations=row["among"] == "abroad",
        actor=row["actor"],
        needs_recipient=row["recipient"] != "open",
        needs_code=row["recipient"] in ("abroad", "coded"),
        never_own=row["recipient"] == "abroad",
        owners=row["owners"],
        reaches_about=row["about"] == "yes",
        thing=row["thing"],
        together=row["together"] == "yes",
        in_purpose=row["purpose"] == "yes",
        beside=tuple(filter(None, row["beside"].split("|"))),
    )
