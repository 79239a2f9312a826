"""Signs: phrases by which pages that are no articles, or only their beginning, tell what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from schemas.data_files import DataFileError, Row
from transforms.articles.wordlists import rows

Kind = Literal["bot check", "error page", "paywall", "consent wall"]
Place = Literal["title", "line"]
COLUMNS = ("phrase", "place", "kind", "language", "example")
# A sign stands in a sentence or two; longer lines are paragraphs that speak of such things.
MAX_LINE = 600
_BLANKS = re.compile(r"\s+")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A row of page_signs.csv: `title` signs are whole titles, `line` signs stand somewhere in a line."""

    phrase: str
    place: Place
    kind: Kind
    language: str
    example: str


@cache
def signs() -> tuple[Sign, ...]:
    """All rows, checked. Raises DataFileError where a cell holds no known value."""
    return tuple(_sign(row) for row in rows("page_signs", *COLUMNS))


def title_sign(title: str | None) -> Sign | None:
    """The sign that a title is, the site's name cut off."""
    return _titles().get(_folded(title)) if title else None


def line_sign(line: str) -> Sign | None:
    """The first sign in a line."""
    if len(line) > MAX_LINE:
        return None
    found = _pattern().search(_folded(line))
    return _lines()[found[0]] if found else None


def _folded(text: str) -> str:
    return _EDGES.sub("", _BLANKS.sub(" ", text.casefold().replace("’", "'")))


@cache
def _titles() -> dict[str, Sign]:
    return {_folded(sign.phrase): sign for sign in signs() if sign.place == "title"}


@cache
def _lines() -> dict[str, Sign]:
    return {_folded(sign.phrase): sign for sign in signs() if sign.place == "line"}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(phrase) for phrase in sorted(_lines(), key=len, reverse=True)))


def _sign(row: Row) -> Sign:
    if row["place"] not in get_args(Place) or row["kind"] not in get_args(Kind):
        raise DataFileError(f"{row.where}: place must be one of {get_args(Place)}, kind one of {get_args(Kind)}")
    if not row["language"] or not row["example"]:
        raise DataFileError(f"{row.where}: give the language and an example")
    place, kind = cast(Place, row["place"]), cast(Kind, row["kind"])
    return Sign(row["phrase"], place, kind, row["language"], row["example"])
