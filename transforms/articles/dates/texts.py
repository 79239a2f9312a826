"""Dates as texts: what a printed or tagged date says, both readings kept where day and month could be swapped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from transforms.articles.wordlists import rows

Order = Literal["DMY", "MDY", "YMD"]
FIRST_YEAR, LAST_YEAR = 1900, 2100
MAX_TEXT = 400

_WORD = r"[^\s\d.,;:/\-–—|()\[\]+<>]{1,20}"
_GAP = r"[\s.,/\-–]"
_ISO = re.compile(r"(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<![\d.\-])((?:19|20)\d\d)(\d\d)(\d\d)(?=$|T\d|\s)")
_CJK = re.compile(r"(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_YEAR_FIRST = re.compile(r"(?<![\d.])(\d{4})([/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.:/\-])(\d{1,2})([./\-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d:]|\2\d)")
_DAY_NAME_YEAR = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})(?:st|nd|rd|th|er|[ºª°]|:e)?{_GAP}{{0,3}}({_WORD}(?:{_GAP}{{1,2}}{_WORD}){{0,2}}){_GAP}{{0,3}}"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)
_NAME_DAY_YEAR = re.compile(
    rf"({_WORD})\.?[\s\-]{{0,2}}(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s,.\-]{{1,3}}(\d{{4}})(?!\d)", re.IGNORECASE
)
_YEAR_NAME_DAY = re.compile(rf"(?<!\d)(\d{{4}})[.,]?\s+(?:m\.\s+)?({_WORD})\.?\s+(\d{{1,2}})(?![\d:])", re.IGNORECASE)
_UNIX_DATE = re.compile(rf"({_WORD})\s+(\d{{1,2}})\s+(\d\d:\d\d(?::\d\d)?(?:\s+[A-Z]{{1,5}})?)\s+(\d{{4}})(?!\d)")
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")
_STAMP_TIME = re.compile(r"\s?[T ]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9}))?)?(?!\d)(?!\s?[ap]\.?m)", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:\s?(?P<mark>[:.h٫]|時|시)\s?(?P<minute>\d\d)[分분]?)?(?::(?P<second>\d\d)(?:\.\d{1,9})?)?"
    r"(?![\d/]|[.\-]\d)\s?(?P<half>[ap]\.?\s?m\b\.?)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s?\(?((?:GMT|UTC)\s?[+\-−]\d{1,2}(?::?\d\d)?|[+\-−]\d\d:?\d\d(?!\d)|[+\-−]\d\d(?![\d:])|[A-Z]{1,5}\b)"
)


@dataclass(frozen=True, slots=True)
class DateReading:
    """One date of a text: `alternative` is the day with day and month swapped where both are possible.

    `shown` is the order that the text itself proves, `separator` that of a numeric date, `zone` None where none is
    given or its name is ambiguous; `start` and `end` are offsets into the text read.
    """

    day: date
    start: int
    end: int
    alternative: date | None = None
    shown: Order | None = None
    separator: str | None = None
    weekday: int | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    label: str | None = None


def read_dates(text: str, language: str | None = None) -> tuple[DateReading, ...]:
    """The dates of `text` (its first 400 characters) in order, each with its time, zone, weekday and label.

    `language` (ISO 639-1) settles month names that two languages use for different months. Years 1900 to 2100 only.
    """
    text = text[:MAX_TEXT]
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        return tuple(_from_epoch(int(epoch[1]), len(text)))
    if not any(map(str.isdigit, text)):
        return ()
    bare = _bare_dates(text, _base(language))
    bounds = [0, *(r.end for r in bare)]
    starts = [*(r.start for r in bare[1:]), len(text)]
    return tuple(_complete(text, r, before, after) for r, before, after in zip(bare, bounds, starts, strict=False))


@cache
def words_of(role: str) -> frozenset[str]:
    """Folded words of `data/date_words.csv` with that role."""
    return frozenset(fold(row["word"]) for row in rows("date_words", "word", "role", "note") if row["role"] == role)


def fold(word: str) -> str:
    """Case and accents dropped, as the lookups need it."""
    if word.isascii():
        return word.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


@cache
def weekdays() -> dict[str, int]:
    """Folded weekday names (four letters and more) to 0 for Monday ... 6; names of two different days are left out."""
    found: dict[str, set[int]] = {}
    for row in rows("weekdays", "language", "weekday", "names"):
        for name in row["names"].split("|"):
            found.setdefault(fold(name), set()).add(int(row["weekday"]) - 1)
    return {name: days.pop() for name, days in found.items() if len(days) == 1}


def _base(language: str | None) -> str | None:
    return re.split(r"[-_]", language.casefold())[0] if language else None


def _from_epoch(seconds: int, length: int) -> Iterator[DateReading]:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    if FIRST_YEAR <= moment.year <= LAST_YEAR:
        yield DateReading(moment.date(), 0, length, clock=moment.time(), zone=UTC)


def _bare_dates(text: str, language: str | None) -> list[DateReading]:
    found = sorted(_matches(text, language), key=lambda r: (r.start, r.start - r.end))
    kept: list[DateReading] = []
    for reading in found:
        if not kept or reading.start >= kept[-1].end:
            kept.append(reading)
    return kept


def _matches(text: str, language: str | None) -> Iterator[DateReading]:
    for pattern in (_ISO, _COMPACT, _CJK):
        for m in pattern.finditer(text):
            yield from _reading(m, _day(m[1], m[2], m[3]))
    for m in _YEAR_FIRST.finditer(text):
        yield from _reading(m, _day(m[1], m[3], m[4]))
    for m in _NUMERIC.finditer(text):
        yield from _numeric(m)
    yield from _named(text, language)


def _named(text: str, language: str | None) -> Iterator[DateReading]:
    """Dates with their month's name. Month before day is read in English and the page's own language only."""
    for m in _each(_DAY_NAME_YEAR, text):
        yield from _reading(m, _day(m[3], _month(m[2], language), m[1]), "DMY")
    for m in _each(_NAME_DAY_YEAR, text):
        if language in (None, "en") or _month(m[1], "en"):
            yield from _reading(m, _day(m[3], _month(m[1], language), m[2]), "MDY")
    for m in _each(_YEAR_NAME_DAY, text):
        yield from _reading(m, _day(m[1], _month(m[2], language), m[3]), "YMD")
    for m in _each(_UNIX_DATE, text):
        clock, zone, _ = _clock(m[3], 0)
        for reading in _reading(m, _day(m[4], _month(m[1], language), m[2])):
            yield replace(reading, clock=clock, zone=zone)


def _each(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Like finditer, but a match that fails later does not hide one that begins inside it."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, match.start() + 1)


def _reading(match: re.Match[str], day: date | None, shown: Order | None = None) -> Iterator[DateReading]:
    if day:
        yield DateReading(day, match.start(), match.end(), shown=shown)


def _numeric(match: re.Match[str]) -> Iterator[DateReading]:
    first, separator, second, year = match.groups()
    if len(year) == 2 and separator == "-":
        return
    if len(year) == 2:
        year = ("20" if int(year) < 70 else "19") + year
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        yield DateReading(day_first, match.start(), match.end(), month_first, separator=separator)
    elif day := day_first or month_first:
        shown: Order | None = None if day_first == month_first else "DMY" if day_first else "MDY"
        yield DateReading(day, match.start(), match.end(), shown=shown, separator=separator)


def _day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month or 0), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def _month(words: str, language: str | None) -> int | None:
    fillers = words_of("filler")
    pieces = [p for p in re.split(rf"{_GAP}+|['’]", fold(words)) if p and p not in fillers]
    by_language = _months().get(" ".join(pieces), {})
    if language in by_language:
        return by_language[language]
    return next(iter(by_language.values())) if len(set(by_language.values())) == 1 else None


@cache
def _months() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for row in rows("months", "language", "month", "names"):
        for name in row["names"].split("|"):
            found.setdefault(fold(name), {})[row["language"]] = int(row["month"])
    return found


def _complete(text: str, reading: DateReading, before: int, after: int) -> DateReading:
    lead, tail = text[before : reading.start], text[reading.end : after]
    clock, zone, end = reading.clock, reading.zone, reading.end
    if clock is None:
        clock, zone, length = _stamp(tail)
        end += length
    if clock is None:
        clock, zone, length = _clock(tail, 0)
        end += length
    if clock is None and before == 0:
        clock, zone, _ = _clock(lead, 0)
    return replace(reading, clock=clock, zone=zone, end=end, weekday=_weekday(lead, tail), label=_label(lead))


def _stamp(tail: str) -> tuple[time | None, tzinfo | None, int]:
    match = _STAMP_TIME.match(tail)
    if not match:
        return None, None, 0
    micro = int((match[4] or "0")[:6].ljust(6, "0"))
    clock = _time(int(match[1]), int(match[2]), int(match[3] or 0), micro)
    if clock is None:
        return None, None, 0
    zone, end = _zone(tail, match.end())
    return clock, zone, end


def _clock(text: str, start: int) -> tuple[time | None, tzinfo | None, int]:
    for match in _TIME.finditer(text, start):
        if not _is_clock(text, match):
            continue
        hour = _hour(int(match["hour"]), match["half"])
        clock = _time(hour, int(match["minute"] or 0), int(match["second"] or 0), 0)
        if clock:
            zone, end = _zone(text, match.end())
            return clock, zone, end
    return None, None, 0


def _is_clock(text: str, match: re.Match[str]) -> bool:
    if match["half"] or match["mark"] in (":", "h", "H", "時", "시", "٫"):
        return bool(match["half"] or match["minute"])
    beside = re.match(r"\s*(\w+)", text[match.end() :]), re.search(r"(\w+)\.?\s*$", text[: match.start()])
    return any(m is not None and fold(m[1]) in words_of("clock") for m in beside)


def _hour(hour: int, half: str | None) -> int:
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _time(hour: int, minute: int, second: int, micro: int) -> time | None:
    return time(hour, minute, min(second, 59), micro) if hour < 24 and minute < 60 and second < 61 else None


def _zone(text: str, start: int) -> tuple[tzinfo | None, int]:
    match = _ZONE.match(text, start)
    if not match:
        return None, start
    name = match[1].replace("−", "-")
    zone = _zones().get(name) or _offset(re.sub(r"^(?:GMT|UTC)\s?", "", name))
    return zone, match.end() if zone else start


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


def _weekday(lead: str, tail: str) -> int | None:
    near = re.findall(r"[^\W\d_]+", lead[-30:])[-2:] + re.findall(r"[^\W\d_]+", tail[:20])[:1]
    return next((weekdays()[fold(w)] for w in near if fold(w) in weekdays()), None)


def _label(lead: str) -> str | None:
    folded = fold(lead)
    if not any(map(str.isalpha, folded)) and "©" not in folded:
        return None
    ends = {
        role: max((_last(folded, w) for w in words_of(role)), default=-1) for role in ("published", "modified", "other")
    }
    best = max(ends, key=lambda role: ends[role])
    return best if ends[best] >= 0 else None


def _last(text: str, word: str) -> int:
    """Where `word` ends last in `text` as a whole word; -1 without it."""
    at = text.rfind(word)
    if at < 0 or (at > 0 and text[at - 1].isalnum() and word[0].isascii()):
        return -1
    return at + len(word)
