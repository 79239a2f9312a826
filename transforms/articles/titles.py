"""The headline: chosen among what a page offers, freed of its site's name."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_BLANKS = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«/]+\s+|\s*\|\s*")
MIN_WORDS = 4
_RANKS = (
    "record",
    "printed line",
    "h1 confirmed",
    "json-ld headline confirmed",
    "h1 as in title element",
    "json-ld headline",
    "meta title",
    "h1",
    "title element",
)


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A title as the page gives it; `method`: record, printed line, json-ld headline, meta title, h1, title element."""

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
    """The printed headline (h1) where another title confirms it, else the best of the rest; the site's name is cut off.

    Record and printed line come first, then what two of h1, JSON-LD and meta agree on, then h1 as in the title element.
    """
    readings = [(c, clean_title(c.text, site_name)) for c in candidates]
    worded = [(c, t) for c, t in readings if _key(t)]
    named = [(c, t) for c, t in worded if not site_name or _key(t) != _key(site_name)] or worded
    methods = {id(c): _method(c, t, named) for c, t in named}
    winner = min(named, key=lambda pair: _rank(methods[id(pair[0])]), default=None)
    considered = tuple(_considered(c, t, winner, methods.get(id(c))) for c, t in readings)
    if winner is None:
        return Title(None, None, considered)
    return Title(winner[1], methods[id(winner[0])], considered)


def _method(candidate: TitleCandidate, text: str, named: Sequence[tuple[TitleCandidate, str]]) -> str:
    """The candidate's method with what confirms it: what one place alone tells may be made for search engines."""
    key = _key(text)
    keys = {
        m: {_key(t) for c, t in named if c.method == m} for m in ("json-ld headline", "meta title", "title element")
    }
    if candidate.method == "json-ld headline" and key in keys["meta title"]:
        return "json-ld headline confirmed"
    if candidate.method != "h1":
        return candidate.method
    if any(_tells(other, key) for other in keys["json-ld headline"] | keys["meta title"]):
        return "h1 confirmed"
    return "h1 as in title element" if any(_tells(other, key) for other in keys["title element"]) else "h1"


def _tells(other: str, key: str) -> bool:
    """Whether another title is this one, or this one (when long enough) beside a section's or a site's name."""
    if key.count(" ") + 1 < MIN_WORDS:
        return other == key or other.startswith(key + " ")
    return other == key or other.startswith(key + " ") or other.endswith(" " + key)


def _considered(
    candidate: TitleCandidate, text: str, winner: tuple[TitleCandidate, str] | None, method: str | None
) -> ConsideredTitle:
    if winner and candidate is winner[0]:
        return ConsideredTitle(candidate, text, True, f"first in rank: {method}")
    if method is None:
        return ConsideredTitle(candidate, text, False, "the site's name" if _key(text) else "no words")
    same = winner is not None and _key(text) == _key(winner[1])
    return ConsideredTitle(candidate, text, False, "says the same" if same else f"lower rank: {method}")


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


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
    return _RANKS.index(method) if method in _RANKS else len(_RANKS)
