"""Datelines: the place, date and agency that stand before an article's first word."""

from __future__ import annotations

import re
from dataclasses import dataclass

from transforms.articles.bylines.organisations import agencies, is_agency
from transforms.articles.bylines.places import place_key, place_names
from transforms.articles.bylines.vocabulary import vocabulary
from transforms.articles.dates.texts import read_dates
from transforms.articles.dates.words import fold

MAX_DATELINE = 120

_DASH = re.compile(r"\s*(?:--+|[–—―‒_]+|(?<=\s)-|(?<=\))-)\s*(?=\S)")
_COLON = re.compile(r"\s*:\s+(?=\S)")
_AGENCY = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,40})\s*[)\]]\s*$")
_SLASH = re.compile(r"(?<=[^\W\d_])\s*/\s*(?=\d)|(?<=\d)\s*/\s*(?=[^\W\d_])")
_DAY = re.compile(
    r"(?:^|[.,]\s+)([^\W\d_]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.?\s+[^\W\d_]{3,9}\.?)$", re.IGNORECASE
)
_PLACE_WORD = re.compile(r"(?:[^\W\d_]\.){1,3}|[^\W\d_]{1,3}\.|[^\W\d_][^\W\d_'’\-/]*(?:['’\-/][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before the first word: `place` in normal case, `region` behind its comma, `agency`, printed date.

    `end` is the offset in the line where the text begins.
    """

    place: str | None
    agency: str | None
    date_text: str | None
    end: int
    region: str | None = None


def split_dateline(line: str) -> Dateline | None:
    """Read the dateline that `line` opens with, as in "PLACE, Region, Dec 1 (Agency) - Text"; None without one.

    A place that no list knows and no agency, date, region follows is not taken: "NATO - the alliance" is no dateline.
    """
    head = line[:MAX_DATELINE]
    for mark in _DASH.finditer(head):
        found = _read(head[: mark.start()], mark.end(), colon=False)
        if found:
            return found
        if mark.start() > 0 and not head[: mark.start()].isupper():
            break
    colon = _COLON.search(head)
    return _read(head[: colon.start()], colon.end(), colon=True) if colon else None


def normal_place(text: str) -> str:
    """A place in capitals as it is usually written: "PORT-AU-PRINCE" gives "Port-au-Prince"; other spellings stay."""
    known = place_names().get(place_key(text))
    if known and (text.isupper() or text == known):
        return known
    return " ".join(_normal_word(w, first=not i) for i, w in enumerate(text.split()))


def _read(head: str, end: int, colon: bool) -> Dateline | None:
    rest, agency = _agency(_SLASH.sub(", ", head).strip(" ,."))
    rest, date_text = _date(rest.strip(" ,.;"))
    place, region = _place(rest.strip(" ,.;"))
    if not rest.strip(" ,.;"):
        return Dateline(None, agency, date_text, end) if agency else None
    if place is None:
        return None
    known = place_key(place) in place_names()
    certain = agency is not None or date_text is not None or (region is not None and place_key(region) in place_names())
    capital = place.upper() == place
    if not (known or (capital and certain and not colon)):
        return None
    if not capital and agency is None and date_text is None:
        return None
    return Dateline(normal_place(place), agency, date_text, end, region)


def _agency(head: str) -> tuple[str, str | None]:
    match = _AGENCY.search(head)
    if match:
        named = next((p for p in re.split(r"[/,]", match[1]) if is_agency(p.strip())), None)
        short = match[1].isupper() or fold(match[1]) in vocabulary("desk")
        if named or short:
            return head[: match.start()], (named or match[1]).strip()
        return head, None
    lead, comma, last = head.rpartition(",")
    if not comma:
        lead, comma, last = head.rpartition(". ")
    last = last.strip()
    return (lead, last) if comma and fold(last) in agencies() and is_agency(last) else (head, None)


def _date(head: str) -> tuple[str, str | None]:
    whole = read_dates(head)
    if whole and not head[whole[-1].end :].strip(" ,."):
        return head[: whole[-1].start], head[whole[-1].start : whole[-1].end].strip()
    match = _DAY.search(head)
    if match and read_dates(f"{match[1]} 2000"):
        return head[: match.start()], match[1]
    return head, None


def _place(head: str) -> tuple[str | None, str | None]:
    if place_key(head) in place_names():
        return head, None
    name, _, region = (p.strip() for p in head.partition(","))
    words = name.split()
    if not words or len(words) > 5 or not all(_PLACE_WORD.fullmatch(w) for w in words):
        return None, None
    if not name[0].isupper() or (region and not _is_region(region)):
        return None, None
    first = name.split("/")[0]
    return first, (place_names().get(place_key(region), region) if region else None)


def _is_region(region: str) -> bool:
    words = region.split()
    return len(words) <= 4 and all(_PLACE_WORD.fullmatch(w) for w in words) and region[0].isupper()


def _normal_word(word: str, first: bool) -> str:
    if not word.isupper() or "." in word[:-1]:
        return word
    if not first and word.lower() in vocabulary("particle"):
        return word.lower()
    pieces = re.split(r"([\-'’])", word)
    joints = vocabulary("particle") | {"au", "sur", "en", "on", "am", "upon"}
    return "".join(p.lower() if i and p.lower() in joints else p.capitalize() for i, p in enumerate(pieces))
