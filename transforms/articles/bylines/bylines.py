"""Bylines: who wrote it, for which agency, from where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from transforms.articles.bylines.credits import Credits, Kind, read_credit
from transforms.articles.bylines.datelines import Dateline as Dateline
from transforms.articles.bylines.datelines import split_dateline as split_dateline
from transforms.articles.bylines.names import is_person
from transforms.articles.bylines.organisations import is_agency, is_organisation
from transforms.articles.bylines.places import place_key, place_names
from transforms.articles.bylines.vocabulary import opening, vocabulary
from transforms.articles.dates.words import fold

MAX_LINE = 160
MAX_NAME_LINE = 90


@dataclass(frozen=True, slots=True)
class BylineCandidate:
    """A credit as the page gives it, where it stood, and what the markup says it names."""

    text: str
    method: str
    kind: Kind = "unknown"


@dataclass(frozen=True, slots=True)
class ConsideredCredit:
    """A candidate with what it names and why it won or lost."""

    candidate: BylineCandidate
    credits: Credits
    won: bool
    why: str


@dataclass(frozen=True, slots=True)
class Byline:
    """Who is credited.

    `byline` is the credit as printed. `authors` are persons in order; only where no person is credited at all and
    the markup names an organisation in the author's place do they hold that organisation. `agency` is the agency, else
    the desk or publisher, that is credited; `place` stands behind "in".
    """

    byline: str | None
    authors: tuple[str, ...]
    agency: str | None
    place: str | None
    considered: tuple[ConsideredCredit, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    candidate: BylineCandidate
    credits: Credits


def byline(candidates: Sequence[BylineCandidate], publisher: str | None = None) -> Byline:
    """Arbitrate over `candidates`, the most trusted method first; methods are not mixed for the names of persons."""
    read = [_Read(c, read_credit(c.text, c.kind, publisher)) for c in dict.fromkeys(candidates)]
    winners = _persons_winners(read) or _organisations_winners(read)
    persons = _distinct(name for r in winners for name in r.credits.persons)
    organisations = _distinct(name for r in read for name in r.credits.organisations)
    return Byline(
        byline=_printed(read, winners if persons else []),
        authors=persons or _distinct(o for r in winners for o in r.credits.organisations),
        agency=next((o for o in organisations if is_agency(o)), None) or next(iter(organisations), None),
        place=next((r.credits.place for r in read if r.credits.place), None),
        considered=tuple(ConsideredCredit(r.candidate, r.credits, r in winners, _why(r, winners)) for r in read),
    )


def is_byline_line(line: str) -> bool:
    """Whether a line of plain text is a credit and nothing else ("By A. Person", "Text: A. Person", an agency)."""
    text = line.strip()
    if not 2 <= len(text) <= MAX_LINE or text.endswith(("?", "!", ":", "…")):
        return False
    if is_agency(text.strip("()[] ")):
        return True
    start = opening(text, "by") or opening(text, "label") or opening(text, "other")
    if not start:
        return False
    rest = re.split(r"\s*;\s*", text[start:])
    return all(_only_names(part[opening(part, "by") or opening(part, "other") :]) for part in rest)


def looks_like_name(line: str) -> bool:
    """Whether a line could be nothing but a person's name, or two ("A. Person/B. Person", "A. Person and B. Person").

    What is known as place, desk, agency or page furniture is none.
    """
    text = line.strip()
    if not 5 <= len(text) <= MAX_NAME_LINE or opening(text, "by") or looks_like_place(text):
        return False
    names = re.split(r"\s*/\s*|\s+(?:and|und|et|&)\s+", text)
    return all(is_person(name) and not is_organisation(name) and not looks_like_place(name) for name in names)


def looks_like_place(line: str) -> bool:
    """Whether a line is a known place, alone or before a country or state ("Washington D.C.", "Gori, Georgia")."""
    text = line.strip().rstrip(":–—- ")
    if not 2 <= len(text) <= 60:
        return False
    if place_key(text) in place_names():
        return True
    first, comma, rest = text.partition(",")
    return bool(comma) and first[:1].isupper() and place_key(rest) in place_names()


def _only_names(text: str) -> bool:
    names = read_credit(text, "unknown")
    if not (names.persons or names.organisations):
        return False
    if any(len(p.split()) < 2 for p in names.persons):
        return False
    left = fold(text)
    for known in (*names.persons, *names.organisations, *((names.place,) if names.place else ())):
        left = left.replace(fold(known), " ")
    words = re.findall(r"[^\W\d_]+", re.sub(r"\S+@\S+", " ", left))
    allowed = vocabulary("and") | vocabulary("in") | vocabulary("job") | vocabulary("desk") | vocabulary("for")
    return all(w in allowed for w in words)


def _persons_winners(read: Sequence[_Read]) -> list[_Read]:
    """The candidates of the first method that names persons."""
    naming = [r for r in read if r.credits.persons]
    return [r for r in naming if r.candidate.method == naming[0].candidate.method]


def _organisations_winners(read: Sequence[_Read]) -> list[_Read]:
    """Where nobody is named: those of the first method of the markup that puts organisations in the author's place."""
    naming = [r for r in read if r.credits.organisations and "printed" not in r.candidate.method]
    return [r for r in naming if r.candidate.method == naming[0].candidate.method]


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())


def _printed(read: Sequence[_Read], winners: Sequence[_Read]) -> str | None:
    named = (r for r in read if r.credits.persons or r.credits.organisations)
    printed = next((r.candidate.text for r in named if "printed" in r.candidate.method), None)
    return printed or ", ".join(r.candidate.text for r in winners) or None


def _why(read: _Read, winners: Sequence[_Read]) -> str:
    if read in winners:
        return (
            "the most trusted credit that names a person" if read.credits.persons else "credited where nobody else is"
        )
    if read.credits.persons:
        return "a more trusted credit names persons"
    return "names an organisation" if read.credits.organisations else "names nobody"
