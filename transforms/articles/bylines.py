"""Bylines: who wrote it, for which agency, from where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "organisation", "unknown"]


@dataclass(frozen=True, slots=True)
class BylineCandidate:
    """A credit as the page gives it, where it stood, and what the markup says it names."""

    text: str
    method: str
    kind: Kind = "unknown"


@dataclass(frozen=True, slots=True)
class Byline:
    """`byline` as printed; `authors` persons in order; `agency` the agency, desk or publisher credited; `place` from "... in Place"."""

    byline: str | None
    authors: tuple[str, ...]
    agency: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before an article's first word: place in normal case, agency, date as printed; `end` is where the text begins."""

    place: str | None
    agency: str | None
    date_text: str | None
    end: int


def byline(candidates: Sequence[BylineCandidate], publisher: str | None = None) -> Byline:
    return Byline(None, tuple(c.text for c in candidates[:1]), None, None)
def is_byline_line(line: str) -> bool: ...
def split_dateline(line: str) -> Dateline | None: ...
def looks_like_name(line: str) -> bool: ...
def looks_like_place(line: str) -> bool: ...
