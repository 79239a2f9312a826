"""Anchored readings: so many units from publication, or from the date last spoken of where the phrase says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from transforms.events.times.durations import UNIT_MULTIPLES, duration, unit_of
from transforms.events.times.grammar import code, counted
from transforms.events.times.spans import (
    COARSENESS,
    UNKNOWN,
    Context,
    Reading,
    at_distance,
    day_of,
    decade_of,
    quarter_of,
    shifted_month,
    weekend_of,
)

Words = Mapping[str, str]

STEPS = {"past": -1, "present": 0, "future": 1}


def step(words: Words) -> int:
    """-1 for what lies before, 0 for what holds the day, 1 for what comes after."""
    return STEPS[code(words, "order") or code(words, "direction") or "present"]


def ago(words: Words, context: Context) -> Reading:
    """So many units before publication, as fine as the unit; `years ago` is only past."""
    if counted(words) is None:
        return Reading("DATE", "PAST_REF")
    return _moved(words, context.published, -1)


def ahead(words: Words, context: Context) -> Reading:
    """So many units after publication, as fine as the unit."""
    return _moved(words, context.published, 1)


def earlier(words: Words, context: Context) -> Reading:
    """So many units before the date last spoken of; where none was, before publication."""
    return _moved(words, _anchor(words, context, -1), -1)


def later(words: Words, context: Context) -> Reading:
    """So many units after the date last spoken of."""
    return _moved(words, _anchor(words, context, 1), 1)


def _moved(words: Words, start: date | None, sign: int) -> Reading:
    count = counted(words)
    unit, factor = unit_of(words)
    if start is None or count is None or code(words, "unit") == "weekend":
        return UNKNOWN if UNIT_FINE.get(unit, True) else Reading("TIME")
    return at_distance(start, unit, sign * factor * count)


UNIT_FINE = {"hour": False, "minute": False, "second": False}


def _anchor(words: Words, context: Context, sign: int) -> date | None:
    """The day to count from: the one spoken of if it is as fine as the unit; before that, publication."""
    unit = unit_of(words)[0]
    if context.spoken is None:
        return context.published if sign < 0 else None
    coarse = COARSENESS[context.spoken.precision or "decade"]
    return context.spoken.first if coarse <= COARSENESS.get(unit, 0) else None


def spoken_unit(words: Words, context: Context) -> Reading:
    """`the next day`, `the previous week`, `that year`: counted from the date last spoken of."""
    sign = step(words)
    start = _anchor(words, context, sign or 1)
    unit = code(words, "unit") or "day"
    if start is None or unit in UNIT_FINE:
        return UNKNOWN
    found = _calendar_unit(start, unit, sign)
    part = code(words, "part")
    return day_of(found.first, part) if part and found.first else found


def spoken_weekday(words: Words, context: Context) -> Reading:
    """`the following Tuesday`: the first one after, or before, the day last spoken of."""
    number, sign = int(code(words, "weekday") or 0), step(words)
    start = _anchor({"unit": "day"}, context, sign)
    if start is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}")
    away = (number - start.weekday()) % 7 if sign > 0 else -((start.weekday() - number) % 7)
    return day_of(start + timedelta(away or 7 * sign), code(words, "part"))


def relative_unit(words: Words, context: Context) -> Reading:
    """`last week`, `this month`, `next year`: the calendar unit before, around or after publication."""
    if context.published is None:
        return UNKNOWN
    return _calendar_unit(context.published, code(words, "unit") or "day", step(words))


def _calendar_unit(start: date, unit: str, distance: int) -> Reading:
    if unit == "quarter":
        year, month = shifted_month(start, 3 * distance)
        return quarter_of(year, (month - 1) // 3 + 1)
    if unit == "decade":
        return decade_of(start.year + 10 * distance)
    if unit in UNIT_MULTIPLES:
        return duration({"unit": unit, "count": "1"}, Context(start, "past"))
    return at_distance(start, unit, distance)


def weekend(words: Words, context: Context) -> Reading:
    """Saturday and Sunday of last, this or next week; `the weekend` is the nearest in the clause's direction."""
    published = context.published
    if published is None:
        return UNKNOWN
    saturday = published + timedelta(5 - published.weekday())
    is_on = published >= saturday
    points = code(words, "direction")
    if points in ("past", "future"):
        return weekend_of(saturday + timedelta(7 * STEPS[points]))
    return weekend_of(saturday if is_on or context.tense == "future" else saturday - timedelta(7))
