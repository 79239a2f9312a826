"""Times of day and their zones, as they stand behind or before a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from transforms.articles.dates.words import fold, words_of
from transforms.articles.wordlists import rows

_STAMP = re.compile(r"\s?[T ]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?(?!\d)(?!\s?[ap]\.?m)", re.IGNORECASE)
_TIME = re.compile(
    r"(?P<part>午前|午後|上午|下午|오전|오후)?\s?(?<![\d.:])(?P<hour>\d{1,2})"
    r"(?:\s?(?P<mark>[:.h٫]|時|시|点|點)\s?(?P<minute>\d\d)[分분]?)?(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?![\d/]|[.\-]\d)\s?(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s?\(?((?:GMT|UTC)\s?[+\-−]\d{1,2}(?::?\d\d)?|[+\-−]\d\d:?\d\d(?!\d)|[+\-−]\d\d(?![\d:])|[A-Z]{1,5}\b)"
)
_CLOCK_MARKS = frozenset((":", "h", "H", "時", "시", "点", "點", "٫"))
_AFTERNOON = frozenset(("p", "P", "午後", "下午", "오후"))


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, its zone where one is given, and the offset in the text where both end."""

    time: time
    zone: tzinfo | None
    end: int


def stamp(text: str) -> Clock | None:
    """The time that `text` opens with in the way of time stamps: "T08:37:00Z", " 0837"."""
    match = _STAMP.match(text)
    if not match:
        return None
    micro = int((match[4] or "0")[:6].ljust(6, "0"))
    found = _time(int(match[1]), int(match[2]), int(match[3] or 0), micro)
    return _with_zone(found, text, match.end()) if found else None


def clock(text: str) -> Clock | None:
    """The first printed time of `text`: "8.37 am", "08h37", "8.37 Uhr", "午後3時20分"."""
    for match in _TIME.finditer(text):
        found = _printed(match) if _is_clock(text, match) else None
        if found:
            return _with_zone(found, text, match.end())
    return None


def _printed(match: re.Match[str]) -> time | None:
    half = match["part"] or (match["half"] or "")[:1]
    return _time(_hour(int(match["hour"]), half), int(match["minute"] or 0), int(match["second"] or 0), 0)


def _is_clock(text: str, match: re.Match[str]) -> bool:
    if match["half"] or match["mark"] in _CLOCK_MARKS:
        return bool(match["half"] or match["minute"])
    beside = re.match(r"\s*(\w+)", text[match.end() :]), re.search(r"(\w+)\.?\s*$", text[: match.start()])
    return any(m is not None and fold(m[1]) in words_of("clock") for m in beside)


def _hour(hour: int, half: str) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half in _AFTERNOON else 0)


def _time(hour: int, minute: int, second: int, micro: int) -> time | None:
    return time(hour, minute, min(second, 59), micro) if hour < 24 and minute < 60 and second < 61 else None


def _with_zone(found: time, text: str, start: int) -> Clock:
    match = _ZONE.match(text, start)
    if not match:
        return Clock(found, None, start)
    name = match[1].replace("−", "-")
    zone = _zones().get(name) or _offset(re.sub(r"^(?:GMT|UTC)\s?", "", name))
    return Clock(found, zone, match.end() if zone else start)


def _offset(text: str) -> tzinfo | None:
    match = re.fullmatch(r"([+-])(\d{1,2})(?::?(\d\d))?", text)
    if not match or int(match[2]) > 14 or int(match[3] or 0) > 59:
        return None
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return timezone(timedelta(minutes=-minutes if match[1] == "-" else minutes))


@cache
def _zones() -> dict[str, tzinfo | None]:
    found: dict[str, tzinfo | None] = {}
    for row in rows("zones", "abbreviation", "zone", "name"):
        zone = row["zone"]
        found[row["abbreviation"]] = _offset(zone) or (ZoneInfo(zone) if "/" in zone else None)
    return found
