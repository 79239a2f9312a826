"""Spans of the calendar: what an expression is read to, with days, weeks, months, quarters and years as readings."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

# No calendar date is written before the first or after the last of these years.
FIRST_YEAR, LAST_YEAR = 1000, 2200
# How fine a precision is: what is coarse cannot be counted on in days.
COARSENESS = {"day": 0, "week": 1, "month": 2, "season": 3, "quarter": 3, "year": 4, "decade": 5}


@dataclass(frozen=True, slots=True)
class Reading:
    """TIMEX3 type and value, and the first and last day where the expression names calendar days."""

    type: str
    value: str | None = None
    first: date | None = None
    last: date | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading depends on beside its words: publication, where the clause points, the date last spoken of."""

    published: date | None
    tense: str
    spoken: Reading | None = None


UNKNOWN = Reading("DATE")


def within(reading: Reading) -> Reading:
    """The reading, less its value and days where they leave the years in which dates are written."""
    if reading.first is None or reading.last is None:
        return reading
    kept = reading.first.year >= FIRST_YEAR and reading.last.year <= LAST_YEAR and reading.first <= reading.last
    return reading if kept else Reading(reading.type)


def span(value: str, first: date, last: date, precision: str) -> Reading:
    """Days from the first to the last, under a TIMEX3 value."""
    return Reading("DATE", value, first, last, precision)


def day_of(day: date, part: str | None = None) -> Reading:
    """One day, or a part of it ("MO" for its morning)."""
    value = f"{day.isoformat()}T{part}" if part else day.isoformat()
    return Reading("TIME" if part else "DATE", value, day, day, "day")


def week_of(day: date) -> Reading:
    """The week from Monday to Sunday that holds a day."""
    monday = day - timedelta(day.weekday())
    week = day.isocalendar()
    return span(f"{week.year}-W{week.week:02}", monday, monday + timedelta(6), "week")


def weekend_of(saturday: date) -> Reading:
    """A Saturday and its Sunday."""
    week = saturday.isocalendar()
    return span(f"{week.year}-W{week.week:02}-WE", saturday, saturday + timedelta(1), "day")


def month_of(year: int, month: int) -> Reading:
    """A whole month."""
    return span(f"{year}-{month:02}", date(year, month, 1), last_day(year, month), "month")


def months_of(value: str, year: int, first: int, last: int, precision: str) -> Reading:
    """Whole months of one year, from the first to the last."""
    return span(value, date(year, first, 1), last_day(year, last), precision)


def quarter_of(year: int, number: int) -> Reading:
    """The first to fourth three months of a year."""
    return months_of(f"{year}-Q{number}", year, number * 3 - 2, number * 3, "quarter")


def year_of(year: int) -> Reading:
    """A whole year."""
    return months_of(f"{year}", year, 1, 12, "year")


def decade_of(year: int) -> Reading:
    """The ten years, counted from a round one, that hold a year."""
    start = year - year % 10
    return span(f"{start // 10}X", date(start, 1, 1), date(start + 9, 12, 31), "decade")


def season_of(year: int, code: str) -> Reading:
    """A season by its TIMEX3 code; as hemispheres differ it is bound by its year, a winter by the next year's March."""
    last = date(year + 1, 3, 31) if code == "WI" else date(year, 12, 31)
    return span(f"{year}-{code}", date(year, 1, 1), last, "season")


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def valid(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    within_year = 1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR
    return date(year, month, day) if within_year and 1 <= day <= calendar.monthrange(year, month)[1] else None


def at_distance(start: date, unit: str, distance: int) -> Reading:
    """The day, week, month or year so many units from a day; hours and minutes name no calendar day."""
    if unit in ("day", "week"):
        days = distance * (7 if unit == "week" else 1)
        if not FIRST_YEAR < start.year + days / 365 < LAST_YEAR:
            return UNKNOWN
        moved = start + timedelta(days)
        return day_of(moved) if unit == "day" else week_of(moved)
    if unit in ("month", "year"):
        year, month = shifted_month(start, distance * (12 if unit == "year" else 1))
        if not FIRST_YEAR < year < LAST_YEAR:
            return UNKNOWN
        return month_of(year, month) if unit == "month" else year_of(year)
    return Reading("TIME")
