"""The headline: chosen among what a page offers, freed of its site's name."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_BLANKS = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«/]+\s+|\s*\|\s*")
METHODS = (
    "record",
    "h1 in article",
    "json-ld headline",
    "h1",
    "og:title",
    "twitter:title",
    "meta title",
    "title element",
)


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A title as the page gives it, and where: `method` is one of METHODS."""

    text: str
    method: str


@dataclass(frozen=True, slots=True)
class ConsideredTitle:
    """A candidate with its cleaned reading and why it won or lost."""

    candidate: TitleCandidate
    reading: str
    won: bool
    why: str


@dataclass(frozen=True, slots=True)
class Title:
    """The chosen headline; both fields are None where no candidate holds words."""

    text: str | None
    method: str | None
    considered: tuple[ConsideredTitle, ...]


def choose_title(candidates: Sequence[TitleCandidate], site_name: str | None = None) -> Title:
    """The printed headline where the page's other titles confirm it, else the best of the rest, without site suffix."""
    readings = [(c, clean_title(c.text, site_name)) for c in candidates]
    ranked = sorted((r for r in readings if r[1]), key=lambda r: _rank(r[0].method))
    if not ranked:
        return Title(None, None, tuple(ConsideredTitle(c, t, False, "no words") for c, t in readings))
    winner = ranked[0]
    considered = tuple(
        ConsideredTitle(c, t, (c, t) == winner, "first in rank" if (c, t) == winner else "lower rank")
        for c, t in readings
    )
    return Title(winner[1], winner[0].method, considered)


def clean_title(text: str, site_name: str | None = None) -> str:
    """`text` with entities decoded (also twice escaped), blanks folded and the site's name cut from its end."""
    plain = _BLANKS.sub(" ", html.unescape(html.unescape(text)).translate(_INVISIBLE)).strip()
    return _without_site(plain, site_name) if site_name else plain


def _without_site(title: str, site_name: str) -> str:
    pieces = list(_SEPARATOR.finditer(title))
    wanted = site_name.casefold().strip()
    for match in reversed(pieces):
        if title[match.end() :].casefold().strip() == wanted and match.start() > 0:
            return title[: match.start()].strip()
    return title


def _rank(method: str) -> int:
    return METHODS.index(method) if method in METHODS else len(METHODS)
