"""National titles: offices and bodies that only one nation calls so, from `data/actors/national_titles.csv`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from schemas.codes import reference_rows
from schemas.data_files import DataFileError, Row, packaged, read_rows
from transforms.events.actors.tables import Role, pieces

COLUMNS = ("term", "country")


@cache
def _packaged() -> Mapping[tuple[str, ...], str]:
    return load(read_rows(packaged("transforms.events", "actors", "national_titles.csv"), COLUMNS, exact=False))


def nation_of_title(role: Role) -> str | None:
    """The country (alpha-3) that alone calls an office or a body so: the United Kingdom for "home secretary"."""
    return _packaged().get(role.words)


def load(rows: Iterable[Row]) -> dict[tuple[str, ...], str]:
    """Countries by the words of the title; raises DataFileError where a title stands twice or a country is unknown."""
    known = {row["country"] for row in reference_rows("countries")}
    found: dict[tuple[str, ...], str] = {}
    for row in rows:
        words = tuple(piece for piece in pieces(row["term"]) if piece != "s")
        if words in found or row["country"] not in known:
            raise DataFileError(f"{row.where}: write each title once, in lower case, with an ISO 3166-1 alpha-3 code")
        found[words] = row["country"]
    return found
