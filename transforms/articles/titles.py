"""The headline: chosen among what a page offers, freed of its site's name."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

_BLANKS = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys((0xAD, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF))
_SEPARATOR = re.compile(r"\s+[|\-–—·•:»«/]+\s+|\s*\|\s*")
_ENDING = re.compile(r"^(?:the|die|der|das|le|la|el) |(?:\.(?:co|com))?\.[a-z]{2,4}$")
MIN_WORDS, MAX_NAME_WORDS, MIN_SHORT_FORM = 4, 5, 5
_RANKS = (
    "record",
    "printed line",
    "h1 confirmed",
    "json-ld headline confirmed",
    "h1 without its kicker",
    "h1 as in title element",
    "json-ld headline",
    "meta title",
    "heading as in the address",
    "h1",
    "title element",
    "site heading",
)


@dataclass(frozen=True, slots=True)
class TitleCandidate:
    """A title as the page gives it.

    `method`: record, printed line, json-ld headline, meta title, h1, heading as in the address, title element, or site
    heading, which is no title but the site's name.
    """

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
    Where JSON-LD and meta agree on a headline that ends in the h1, they hold its kicker too and win.
    """
    names = _site_names(candidates, site_name)
    readings = [(c, clean_title(c.text, names)) for c in candidates]
    worded = [(c, t) for c, t in readings if _key(t)]
    known = {_key(name) for name in names}
    named = [(c, t) for c, t in worded if _key(t) not in known] or worded
    methods = {id(c): _method(c, t, named) for c, t in named}
    winner = min(named, key=lambda pair: _rank(methods[id(pair[0])]), default=None)
    considered = tuple(_considered(c, t, winner, methods.get(id(c))) for c, t in readings)
    if winner is None:
        return Title(None, None, considered)
    return Title(winner[1], methods[id(winner[0])], considered)


def _site_names(candidates: Sequence[TitleCandidate], site_name: str | None) -> tuple[str, ...]:
    """The site's name as known, as its heading prints it, and as the title element adds it to another candidate."""
    plain = [(c.method, clean_title(c.text)) for c in candidates]
    heads = {_key(text) for method, text in plain if method not in ("title element", "site heading")}
    found = [site_name or "", *(text for method, text in plain if method == "site heading")]
    for text in (text for method, text in plain if method == "title element"):
        last = next(reversed(list(_SEPARATOR.finditer(text))), None)
        if last and _key(text[: last.start()]) in heads and len(text[last.end() :].split()) <= MAX_NAME_WORDS:
            found.append(text[last.end() :])
    return tuple(name for name in dict.fromkeys(found) if _key(name))


def _method(candidate: TitleCandidate, text: str, named: Sequence[tuple[TitleCandidate, str]]) -> str:
    """The candidate's method with what confirms it: what one place alone tells may be made for search engines."""
    key = _key(text)
    linked, tagged, element = (
        {_key(t) for c, t in named if c.method == method}
        for method in ("json-ld headline", "meta title", "title element")
    )
    if candidate.method == "json-ld headline" and key in tagged:
        return "json-ld headline confirmed"
    if candidate.method != "h1":
        return candidate.method
    if key not in linked | tagged and any(other.endswith(" " + key) for other in linked & tagged):
        return "h1 without its kicker"
    if any(_tells(other, key) for other in linked | tagged):
        return "h1 confirmed"
    return "h1 as in title element" if any(_tells(other, key) for other in element) else "h1"


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


def clean_title(text: str, site_names: Sequence[str] = ()) -> str:
    """`text` with entities decoded (also twice escaped), blanks folded and the site's name cut from its end."""
    plain = _BLANKS.sub(" ", html.unescape(html.unescape(text)).translate(_INVISIBLE)).strip()
    for name in site_names:
        plain = _without_site(plain, name)
    return plain


def _without_site(title: str, site_name: str) -> str:
    wanted = _bare(site_name)
    for match in reversed(list(_SEPARATOR.finditer(title))):
        tail = _bare(title[match.end() :])
        if match.start() > 0 and wanted and (tail == wanted or _is_short_form(tail, wanted)):
            return title[: match.start()].strip()
    return title


def _is_short_form(tail: str, name: str) -> bool:
    """ "harbourpost" of "theharbourpost" or of "harbourpostonline"; short names must be the same."""
    short, long = sorted((tail, name), key=len)
    return (
        len(short) >= MIN_SHORT_FORM
        and 2 * len(short) >= len(long)
        and (long.startswith(short) or long.endswith(short))
    )


def _bare(text: str) -> str:
    """Letters and digits alone, the ending of an address dropped."""
    return re.sub(r"[\W_]+", "", _ENDING.sub("", text.strip().casefold()))


def _rank(method: str) -> int:
    return _RANKS.index(method) if method in _RANKS else len(_RANKS)
