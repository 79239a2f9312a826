"""Readings of time expressions: from a pattern's words and the day of publication to a TIMEX3 value and its days."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from transforms.events.times import anchored, durations
from transforms.events.times.anchored import step
from transforms.events.times.grammar import code
from transforms.events.times.holidays import holidays
from transforms.events.times.spans import (
    UNKNOWN,
    Context,
    Reading,
    day_of,
    decade_of,
    month_of,
    months_of,
    quarter_of,
    season_of,
    shifted_month,
    span,
    valid,
    week_of,
    year_of,
)

Words = Mapping[str, str]
Read = Callable[[Words, Context], Reading]

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
CLOCK_PARTS = {"MO": 0, "AF": 12, "EV": 12, "NI": 12}
# A day without a year lies in the clause's direction, unless the one against it is so many times nearer.
AGAINST = 10


def _on(day: date, words: Words) -> Reading:
    """A day, with the part of it or the hour that stands beside it."""
    if words.get("hour") or words.get("noon"):
        return Reading("TIME", f"{day.isoformat()}T{_clock(words)}", day, day, "day")
    return day_of(day, code(words, "part"))


def day(words: Words, context: Context) -> Reading:
    """A day of a month; without a year the one nearest to publication in the clause's direction."""
    month, number = int(code(words, "month") or 0), int(words["day"])
    if words.get("year"):
        found = valid(int(words["year"]), month, number)
        return _on(found, words) if found else UNKNOWN
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{number:02}")
    year = context.published.year
    if words.get("this_year"):
        found = valid(year + step(words), month, number)
        return _on(found, words) if found else UNKNOWN
    days = [found for near in (year - 1, year, year + 1) if (found := valid(near, month, number))]
    return _on(_nearest(days, context.published, words, context), words) if days else UNKNOWN


def _nearest(days: list[date], published: date, words: Words, context: Context) -> date:
    """The nearest day; a day in the clause's own direction wins over one up to ten times nearer."""
    points = code(words, "direction")
    if points in ("past", "future"):
        days = [candidate for candidate in days if (candidate < published) == (points == "past")] or days

    def distance(candidate: date) -> int:
        apart = (candidate - published).days
        against = apart < 0 if (points or context.tense) == "future" else apart > 0
        return abs(apart) * (AGAINST if against else 1)

    return min(days, key=distance)


def day_range(words: Words, context: Context) -> Reading:
    """`Dec. 1-3`: from the first day to the last of one month."""
    first = day(words, context)
    if first.first is None:
        return first
    last = valid(first.first.year, first.first.month, int(words["last"]))
    return replace(first, last=last) if last and last > first.first else UNKNOWN


def day_of_month(words: Words, context: Context) -> Reading:
    """`the 15th of this month`; a bare `the 15th` is the nearest one in the clause's direction."""
    if context.published is None:
        return UNKNOWN
    shifts = (step(words),) if words.get("direction") else (-1, 0, 1)
    months = (shifted_month(context.published, shift) for shift in shifts)
    days = [found for month in months if (found := valid(*month, int(words["day"])))]
    return _on(_nearest(days, context.published, {}, context), words) if days else UNKNOWN


def holiday(words: Words, context: Context) -> Reading:
    """A holiday by its name, with its year or the nearest one in the clause's direction."""
    name = code(words, "holiday")
    found = next(one for one in holidays() if one.name == name)
    year = _year(words, context)
    if year is not None:
        named = found.on(year)
        return _on(named, words) if named else UNKNOWN
    if context.published is None:
        return UNKNOWN
    published = context.published
    days = [each for near in (-1, 0, 1) if (each := found.on(published.year + near))]
    return _on(_nearest(days, published, words, context), words) if days else UNKNOWN


def week_of_day(words: Words, context: Context) -> Reading:
    """`the week of March 6`: the week that holds the day."""
    found = day(words, context)
    return week_of(found.first) if found.first else UNKNOWN


def overnight(_words: Words, context: Context) -> Reading:
    """The night before publication, or after it; it may be of either of its days."""
    if context.published is None:
        return Reading("TIME")
    evening = context.published - timedelta(0 if context.tense == "future" else 1)
    return replace(day_of(evening, "NI"), last=evening + timedelta(1))


def numeric_day(words: Words, _context: Context) -> Reading:
    """A date in figures: only where one of its numbers can be no month is the order sure."""
    first, second, year = int(words["first"]), int(words["second"]), int(words["year"])
    readings = {found for found in (valid(year, second, first), valid(year, first, second)) if found}
    return _on(readings.pop(), words) if len(readings) == 1 else UNKNOWN


def month(words: Words, context: Context) -> Reading:
    """A month, with its year or relative to publication."""
    number = int(code(words, "month") or 0)
    if words.get("year"):
        return month_of(int(words["year"]), number)
    if context.published is None:
        return Reading("DATE", f"XXXX-{number:02}")
    published, direction = context.published, code(words, "direction")
    if words.get("this_year") or direction == "present":
        return month_of(published.year + step(words), number)
    points_ahead = direction == "future" or (direction is None and context.tense == "future")
    year = published.year
    if points_ahead and (number < published.month or (direction and number == published.month)):
        year += 1
    if not points_ahead and (number > published.month or (direction and number == published.month)):
        year -= 1
    return month_of(year, number)


def _year(words: Words, context: Context) -> int | None:
    """The year that stands in the words, in figures or as `last year`; None where neither does."""
    if words.get("year"):
        return int(words["year"])
    named = context.published and words.get("this_year")
    return context.published.year + step(words) if context.published and named else None


def season(words: Words, context: Context) -> Reading:
    """A season, with its year or relative to publication."""
    season_code = code(words, "season") or ""
    year = _year(words, context)
    if year is not None:
        return season_of(year, season_code)
    if context.published is None:
        return UNKNOWN
    begins, month, year = SEASON_MONTHS[season_code], context.published.month, context.published.year
    direction = code(words, "direction")
    # In January and February the winter that began last year goes on.
    is_winter = season_code == "WI" and month < 3
    if direction == "past" and (begins + 2 >= month or is_winter):
        year -= 1 + is_winter
    elif direction == "future" and begins <= month:
        year += 1
    elif direction is None and context.tense == "past" and begins > month:
        year -= 1
    elif direction is None and context.tense == "future" and begins + 2 < month:
        year += 1
    elif direction == "present" and is_winter:
        year -= 1
    return season_of(year, season_code)


def quarter(words: Words, context: Context) -> Reading:
    """A quarter of a named year, else the nearest in the clause's direction."""
    number = int(code(words, "ordinal") or 0)
    year = _year(words, context)
    if year is not None:
        return quarter_of(year, number)
    if context.published is None:
        return Reading("DATE", f"XXXX-Q{number}")
    current = (context.published.month + 2) // 3
    ahead = context.tense == "future"
    shift = 1 if ahead and number < current else -1 if not ahead and number > current else 0
    return quarter_of(context.published.year + shift, number)


def half(words: Words, context: Context) -> Reading:
    """The first or second half of a year; it is finer than a year, and no finer than its six months."""
    number = int(code(words, "ordinal") or 0)
    year = _year(words, context) or (context.published.year if context.published else None)
    if year is None or number > 2:
        return UNKNOWN
    return months_of(f"{year}-H{number}", year, number * 6 - 5, number * 6, "year")


def weekday(words: Words, context: Context) -> Reading:
    """A day of the week: the publication's own day or the nearest in the clause's direction."""
    number = int(code(words, "weekday") or 0)
    published = context.published
    if published is None:
        return Reading("DATE", f"XXXX-WXX-{number + 1}")
    direction = code(words, "direction")
    back, ahead = (published.weekday() - number) % 7, (number - published.weekday()) % 7
    if words.get("this_week"):
        return _on(published - timedelta(published.weekday()) + timedelta(number + 7 * step(words)), words)
    if direction == "past":
        return _on(published - timedelta(back or 7), words)
    if direction == "future":
        return _on(published + timedelta(ahead or 7), words)
    if direction == "present" and context.tense == "past":
        monday = published - timedelta(published.weekday())
        return _on(monday + timedelta(number), words)
    return _on(published + (timedelta(ahead) if context.tense == "future" else -timedelta(back)), words)


def weekday_ahead(words: Words, context: Context) -> Reading:
    """`until Friday`: the coming one, wherever the clause points."""
    return weekday(words, replace(context, tense="future"))


def weekday_in(words: Words, context: Context) -> Reading:
    """`a week from Tuesday`, `a week ago Tuesday`: the weekday, so many weeks on from the nearest."""
    points = "past" if words.get("back") else "future"
    near = weekday(words, replace(context, tense=points))
    if near.first is None:
        return near
    weeks = int(code(words, "count") or 1)
    return _on(near.first + timedelta(7 * weeks * (-1 if words.get("back") else 1)), {})


def _clock(words: Words) -> str:
    noon = (words.get("noon") or "").lower()
    if noon:
        return "24:00" if noon == "midnight" else "12:00"
    minute = words.get("minute") or "00"
    if words.get("meridiem"):
        return f"{int(words['hour']) % 12 + (12 if words['meridiem'].lower().startswith('p') else 0):02}:{minute}"
    part = code(words, "part")
    hour = int(words["hour"])
    return f"{hour % 12 + CLOCK_PARTS[part] if part in CLOCK_PARTS else hour:02}:{minute}"


def clock(words: Words, context: Context) -> Reading:
    """A time of day, on the day last spoken of, else on that of publication; it names no calendar day of its own."""
    if words.get("weekday"):
        return replace(weekday(words, context), first=None, last=None, precision=None)
    spoken = context.spoken.first if context.spoken and context.spoken.precision == "day" else None
    on = spoken or context.published
    return Reading("TIME", f"{on.isoformat()}T{_clock(words)}" if on else f"T{_clock(words)}")


def _near(offset: int, part: str | None = None) -> Read:
    def read(words: Words, context: Context) -> Reading:
        if context.published is None:
            return Reading("TIME") if part else UNKNOWN
        moved = context.published + timedelta(offset)
        return day_of(moved, part) if part else _on(moved, words)

    return read


def decade(words: Words, _context: Context) -> Reading:
    """`the 1990s`, `the nineties`; two figures stand for the twentieth century."""
    named = code(words, "decade_name")
    if named:
        return decade_of(int(named))
    return decade_of(int(words["decade"]) if len(words["decade"]) == 4 else 1900 + int(words["decade"]))


def century(words: Words, _context: Context) -> Reading:
    """`the 19th century` is written 18; too wide to date an event."""
    return Reading("DATE", f"{int(words['century']) - 1:02}")


def year(words: Words, _context: Context) -> Reading:
    """A calendar year."""
    return year_of(int(words["year"]))


def fiscal_year(words: Words, context: Context) -> Reading:
    """A fiscal year; when it begins differs from country to country, so it names no days."""
    found = _year(words, context)
    return Reading("DATE", f"{found}") if found else UNKNOWN


def year_range(words: Words, _context: Context) -> Reading:
    """`1939-45`: whole years, from the first to the last."""
    first, last = int(words["year"]), words["last"]
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return span(f"{first}", date(first, 1, 1), date(end, 12, 31), "year") if first < end else UNKNOWN


def _reference(value: str) -> Read:
    return lambda _words, _context: Reading("DATE", value)


READINGS: Mapping[str, Read] = {
    "day": day,
    "day_range": day_range,
    "day_of_month": day_of_month,
    "week_of_day": week_of_day,
    "holiday": holiday,
    "numeric_day": numeric_day,
    "month": month,
    "season": season,
    "quarter": quarter,
    "half": half,
    "weekday": weekday,
    "weekday_ahead": weekday_ahead,
    "weekday_in": weekday_in,
    "spoken_weekday": anchored.spoken_weekday,
    "clock": clock,
    "today": _near(0),
    "yesterday": _near(-1),
    "before_yesterday": _near(-2),
    "tomorrow": _near(1),
    "after_tomorrow": _near(2),
    "tonight": _near(0, "NI"),
    "overnight": overnight,
    "last_night": _near(-1, "NI"),
    "duration": durations.duration,
    "duration_and_half": durations.duration_and_half,
    "ago": anchored.ago,
    "earlier": anchored.earlier,
    "ahead": anchored.ahead,
    "later": anchored.later,
    "relative_unit": anchored.relative_unit,
    "spoken_unit": anchored.spoken_unit,
    "weekend": anchored.weekend,
    "decade": decade,
    "century": century,
    "year": year,
    "fiscal_year": fiscal_year,
    "year_range": year_range,
    "set": durations.repeated,
    "set_weekday": durations.repeated_weekday,
    "present": _reference("PRESENT_REF"),
    "past": _reference("PAST_REF"),
    "future": _reference("FUTURE_REF"),
}
