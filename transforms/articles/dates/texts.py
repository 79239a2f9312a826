"""Dates as texts: what a printed or tagged date says, both readings kept where day and month could be swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from typing import Literal

from transforms.articles.dates.clocks import clock, stamp
from transforms.articles.dates.words import fold, weekdays, words_of
from transforms.articles.wordlists import rows

Order = Literal["DMY", "MDY", "YMD"]
FIRST_YEAR, LAST_YEAR = 1900, 2100
BUDDHIST_YEARS, BUDDHIST_ERA = range(2443, 2644), 543
MAX_TEXT = 400

_WORD = r"[^\s\d.,;:/\-–—|()\[\]+<>]{1,20}"
_GAP = r"[\s.,/\-–]"
_ISO = re.compile(r"(?<![\d.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<![\d.\-])((?:19|20)\d\d)(\d\d)(\d\d)(?=$|T\d|\s)")
_CJK = re.compile(r"(?<!\d)(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|,?\s+năm)?\s+(\d{4})(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<![\d.])(\d{4})([/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.:/\-])(\d{1,2})([./\-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d:]|\2\d)")
_DAY_NAME_YEAR = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})(?:st|nd|rd|th|er|[ºª°]|:e)?{_GAP}{{0,3}}({_WORD}(?:{_GAP}{{1,2}}{_WORD}){{0,2}}){_GAP}{{0,3}}"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)
_DAY_NAME_SHORT_YEAR = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})\.?{_GAP}{{1,3}}({_WORD}){_GAP}{{1,2}}['’]?(\d\d)(?=\s*(?:$|[)\]|,;]))", re.IGNORECASE
)
_NAME_DAY_YEAR = re.compile(
    rf"({_WORD})\.?[\s\-]{{0,2}}(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s,.\-]{{1,3}}(\d{{4}})(?!\d)", re.IGNORECASE
)
_YEAR_NAME_DAY = re.compile(rf"(?<!\d)(\d{{4}})[.,]?\s+(?:m\.\s+)?({_WORD})\.?\s+(\d{{1,2}})(?![\d:])", re.IGNORECASE)
_UNIX_DATE = re.compile(rf"({_WORD})\s+(\d{{1,2}})\s+(\d\d:\d\d(?::\d\d)?(?:\s+[A-Z]{{1,5}})?)\s+(\d{{4}})(?!\d)")
_BEHIND = re.compile(r"\s*((?:[^\W\d_]+\s*){1,3})(?![^\W\d_]|\s*[:\d])")
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")


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
    for m in _VIETNAMESE.finditer(text):
        yield from _reading(m, _day(m[3], m[2], m[1]), "DMY")
    for m in _YEAR_FIRST.finditer(text):
        yield from _reading(m, _day(m[1], m[3], m[4]))
    for m in _NUMERIC.finditer(text):
        yield from _numeric(m)
    yield from _named(text, language)


def _named(text: str, language: str | None) -> Iterator[DateReading]:
    """Dates with their month's name. Month before day is read in English and the page's own language only."""
    for m in _each(_DAY_NAME_YEAR, text):
        yield from _reading(m, _day(m[3], _month(m[2], language), m[1]), "DMY")
    for m in _each(_DAY_NAME_SHORT_YEAR, text):
        yield from _reading(m, _day(_whole_year(m[3]), _month(m[2], language), m[1]), "DMY")
    for m in _each(_NAME_DAY_YEAR, text):
        if language in (None, "en") or _month(m[1], "en"):
            yield from _reading(m, _day(m[3], _month(m[1], language), m[2]), "MDY")
    for m in _each(_YEAR_NAME_DAY, text):
        yield from _reading(m, _day(m[1], _month(m[2], language), m[3]), "YMD")
    for m in _each(_UNIX_DATE, text):
        at = clock(m[3])
        for reading in _reading(m, _day(m[4], _month(m[1], language), m[2])):
            yield replace(reading, clock=at.time, zone=at.zone) if at else reading


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
        year = _whole_year(year)
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first and month_first and day_first != month_first:
        yield DateReading(day_first, match.start(), match.end(), month_first, separator=separator)
    elif day := day_first or month_first:
        shown: Order | None = None if day_first == month_first else "DMY" if day_first else "MDY"
        yield DateReading(day, match.start(), match.end(), shown=shown, separator=separator)


def _whole_year(digits: str) -> str:
    return ("20" if int(digits) < 70 else "19") + digits


def _day(year: str | int, month: str | int | None, day: str | int) -> date | None:
    """The day, years of the Buddhist era (Thailand prints them) included; None where there is none."""
    common = int(year) - BUDDHIST_ERA if int(year) in BUDDHIST_YEARS else int(year)
    try:
        found = date(common, int(month or 0), int(day))
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
    at = None if reading.clock else stamp(tail) or clock(tail)
    found = replace(reading, weekday=_weekday(lead, tail))
    if at:
        found = replace(found, clock=at.time, zone=at.zone, end=reading.end + at.end)
    elif reading.clock is None and before == 0 and (at := clock(lead)):
        found = replace(found, clock=at.time, zone=at.zone)
    behind = text[found.end : after] if after == len(text) else ""
    return replace(found, label=_label(lead) or _label_behind(behind))


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


def _label_behind(tail: str) -> str | None:
    """The label that follows at once, as in "am 3. Mai 2021 um 9.30 Uhr veröffentlicht"; a colon opens another date."""
    match = _BEHIND.match(fold(tail))
    words = [w for w in match[1].split() if w not in words_of("filler") | words_of("clock")] if match else []
    return next((role for role in ("published", "modified") if words and words[0] in words_of(role)), None)


def _last(text: str, word: str) -> int:
    """Where `word` ends last in `text` as a whole word; -1 without it."""
    at = text.rfind(word)
    if at < 0 or (at > 0 and text[at - 1].isalnum() and word[0].isascii()):
        return -1
    return at + len(word)
