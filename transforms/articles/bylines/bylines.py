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


def byline(candidates: Sequence[BylineCandidate], publisher: str | None = None) -> Byline:
    """Arbitrate over `candidates`, the most trusted method first; methods are not mixed for the names of persons."""
    read = [(c, read_credit(c.text, c.kind, publisher)) for c in dict.fromkeys(candidates)]
    winner = next((c.method for c, names in read if names.persons), None)
    chosen = [(c, names) for c, names in read if c.method == winner and names.persons]
    authors = _distinct(name for _, names in chosen for name in names.persons)
    organisations = _distinct(name for _, names in read for name in names.organisations)
    considered = tuple(
        ConsideredCredit(c, n, c.method == winner and bool(n.persons), _why(c, n, winner)) for c, n in read
    )
    return Byline(
        byline=_printed(read, chosen),
        authors=authors or _corporate(read),
        agency=next((o for o in organisations if is_agency(o)), None) or next(iter(organisations), None),
        place=next((names.place for _, names in read if names.place), None),
        considered=considered,
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


def _corporate(read: Sequence[tuple[BylineCandidate, Credits]]) -> tuple[str, ...]:
    marked = [(c, n) for c, n in read if n.organisations and "printed" not in c.method]
    return _distinct(o for c, n in marked if c.method == marked[0][0].method for o in n.organisations)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(fold(name), name)
    return tuple(found.values())


def _printed(
    read: Sequence[tuple[BylineCandidate, Credits]], chosen: Sequence[tuple[BylineCandidate, Credits]]
) -> str | None:
    printed = next((c.text for c, n in read if "printed" in c.method and (n.persons or n.organisations)), None)
    return printed or ", ".join(c.text for c, _ in chosen) or None


def _why(candidate: BylineCandidate, names: Credits, winner: str | None) -> str:
    if candidate.method == winner and names.persons:
        return "the most trusted credit that names a person"
    if names.persons:
        return "a more trusted credit names persons"
    return "names an organisation" if names.organisations else "names nobody"
