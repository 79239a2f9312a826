"""Readings of time expressions: from a pattern's words and the day of publication to a TIMEX3 value and its days."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.events.times.grammar import grammar

UNIT_LETTERS = {"day": "D", "week": "W", "month": "M", "year": "Y", "hour": "TH", "minute": "TM"}
# TIMEX3 has no letter for these; they are counted in a smaller unit.
UNIT_MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "quarter": ("month", 3)}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SETS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading depends on beside its words: the day of publication and where the clause points to."""

    published: date | None
    tense: str


@dataclass(frozen=True, slots=True)
class Reading:
    """TIMEX3 type and value, and the first and last day where the expression names calendar days."""

    type: str
    value: str | None = None
    first: date | None = None
    last: date | None = None
    precision: str | None = None


Words = Mapping[str, str]


def _code(words: Words, group: str) -> str | None:
    word = words.get(group)
    return grammar().code(group, word) if word else None


def _on(day: date, words: Words) -> Reading:
    part = _code(words, "part")
    value = f"{day.isoformat()}T{part}" if part else day.isoformat()
    return Reading("TIME" if part else "DATE", value, day, day, "day")


def _span(value: str, first: date, last: date, precision: str) -> Reading:
    return Reading("DATE", value, first, last, precision)


def _month_span(year: int, month: int) -> Reading:
    last = calendar.monthrange(year, month)[1]
    return _span(f"{year}-{month:02}", date(year, month, 1), date(year, month, last), "month")


def _year_span(year: int) -> Reading:
    return _span(f"{year}", date(year, 1, 1), date(year, 12, 31), "year")


def _shifted_month(day: date, months: int) -> tuple[int, int]:
    index = day.year * 12 + day.month - 1 + months
    return index // 12, index % 12 + 1


def _valid(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and day <= calendar.monthrange(year, month)[1] else None


def day(words: Words, context: Context) -> Reading:
    """A day of a month; without a year the one nearest to publication in the clause's direction."""
    month, number = int(_code(words, "month") or 0), int(words["day"])
    if words.get("year"):
        found = _valid(int(words["year"]), month, number)
        return _on(found, words) if found else Reading("DATE")
    if context.published is None:
        return Reading("DATE", f"XXXX-{month:02}-{number:02}")
    years = range(context.published.year - 1, context.published.year + 2)
    days = [found for year in years if (found := _valid(year, month, number))]
    return _on(_nearest(days, context.published, words, context), words) if days else Reading("DATE")


def _nearest(days: list[date], published: date, words: Words, context: Context) -> date:
    """The nearest day; a day in the clause's own direction wins over one up to three times nearer."""
    points = _code(words, "direction") or context.tense

    def distance(candidate: date) -> int:
        apart = (candidate - published).days
        against = apart < 0 if points == "future" else apart > 0
        return abs(apart) * (3 if against else 1)

    return min(days, key=distance)


def numeric_day(words: Words, _context: Context) -> Reading:
    """A date in figures: only where one of its numbers can be no month is the order sure."""
    first, second, year = int(words["first"]), int(words["second"]), int(words["year"])
    readings = {found for found in (_valid(year, second, first), _valid(year, first, second)) if found}
    return _on(readings.pop(), words) if len(readings) == 1 else Reading("DATE")


def month(words: Words, context: Context) -> Reading:
    """A month, with its year or relative to publication."""
    number = int(_code(words, "month") or 0)
    direction = _code(words, "direction")
    if words.get("year"):
        return _month_span(int(words["year"]), number)
    if context.published is None:
        return Reading("DATE", f"XXXX-{number:02}")
    published = context.published
    if direction and "year" in words["expression"].lower():
        return _month_span(published.year + _step(direction), number)
    if direction == "present":
        return _month_span(published.year, number)
    points_ahead = direction == "future" or (direction is None and context.tense == "future")
    year = published.year
    if points_ahead and (number < published.month or (direction and number == published.month)):
        year += 1
    if not points_ahead and (number > published.month or (direction and number == published.month)):
        year -= 1
    return _month_span(year, number)


def _step(direction: str) -> int:
    return {"past": -1, "present": 0, "future": 1}[direction]


def season(words: Words, context: Context) -> Reading:
    """A season, with its year or relative to publication; its days are left open, as hemispheres differ."""
    code = _code(words, "season") or ""
    if words.get("year"):
        return Reading("DATE", f"{words['year']}-{code}")
    if context.published is None:
        return Reading("DATE")
    begins = SEASON_MONTHS[code]
    year = context.published.year
    direction = _code(words, "direction")
    if direction == "past" and begins + 2 >= context.published.month:
        year -= 1
    if direction == "future" and begins <= context.published.month:
        year += 1
    return Reading("DATE", f"{year}-{code}")


def quarter(words: Words, context: Context) -> Reading:
    """A quarter of a named year, else of the year of publication."""
    number = int(_code(words, "ordinal") or 0)
    year = int(words["year"]) if words.get("year") else context.published.year if context.published else None
    if year is None:
        return Reading("DATE", f"XXXX-Q{number}")
    last_month = number * 3
    last = date(year, last_month, calendar.monthrange(year, last_month)[1])
    return _span(f"{year}-Q{number}", date(year, last_month - 2, 1), last, "quarter")


def weekday(words: Words, context: Context) -> Reading:
    """A day of the week: the publication's own day or the nearest in the clause's direction."""
    if context.published is None:
        return Reading("DATE", f"XXXX-WXX-{int(_code(words, 'weekday') or 0) + 1}")
    number = int(_code(words, "weekday") or 0)
    direction = _code(words, "direction")
    back = (context.published.weekday() - number) % 7
    ahead = (number - context.published.weekday()) % 7
    if direction == "past":
        return _on(context.published - timedelta(back or 7), words)
    if direction == "future":
        return _on(context.published + timedelta(ahead or 7), words)
    if direction == "present":
        monday = context.published - timedelta(context.published.weekday())
        return _on(monday + timedelta(number), words)
    shift = timedelta(ahead) if context.tense == "future" else -timedelta(back)
    return _clocked(context.published + shift, words)


def _clocked(day: date, words: Words) -> Reading:
    if not words.get("hour"):
        return _on(day, words)
    return Reading("TIME", f"{day.isoformat()}T{_clock(words)}", day, day, "day")


def _clock(words: Words) -> str:
    noon = (words.get("noon") or "").lower()
    if noon:
        return "24:00" if noon == "midnight" else "12:00"
    hour = int(words["hour"]) % 12 + (12 if words["meridiem"].lower().startswith("p") else 0)
    return f"{hour:02}:{words.get('minute') or '00'}"


def clock(words: Words, context: Context) -> Reading:
    """A time of day; it is put on the day of publication but names no calendar day of its own."""
    value = f"{context.published.isoformat()}T{_clock(words)}" if context.published else f"T{_clock(words)}"
    return Reading("TIME", value)


def _near(offset: int) -> Callable[[Words, Context], Reading]:
    def read(words: Words, context: Context) -> Reading:
        return _on(context.published + timedelta(offset), words) if context.published else Reading("DATE")

    return read


def tonight(_words: Words, context: Context) -> Reading:
    """The night of the day of publication."""
    return _on(context.published, {"part": "night"}) if context.published else Reading("TIME")


def last_night(_words: Words, context: Context) -> Reading:
    """The night before the day of publication."""
    return _on(context.published - timedelta(1), {"part": "night"}) if context.published else Reading("TIME")


def _unit(words: Words) -> tuple[str, int]:
    unit = _code(words, "unit") or ""
    return UNIT_MULTIPLES.get(unit, (unit, 1))


def _duration_value(unit: str, amount: str) -> str:
    letters = UNIT_LETTERS[unit]
    return f"PT{amount}{letters[1]}" if len(letters) == 2 else f"P{amount}{letters}"


def duration(words: Words, _context: Context) -> Reading:
    """A length of time: `three months` is P3M, `several weeks` PXW."""
    unit, factor = _unit(words)
    count = _code(words, "count")
    return Reading("DURATION", _duration_value(unit, str(int(count) * factor) if count else "X"))


def duration_vague(words: Words, _context: Context) -> Reading:
    """A length of time without a number."""
    return Reading("DURATION", _duration_value(_unit(words)[0], "X"))


def ago(words: Words, context: Context) -> Reading:
    """So many units before publication, as fine as the unit."""
    return _moved(words, context, -1)


def ahead(words: Words, context: Context) -> Reading:
    """So many units after publication, as fine as the unit."""
    return _moved(words, context, 1)


def _moved(words: Words, context: Context, sign: int) -> Reading:
    count = _code(words, "count")
    if context.published is None or count is None:
        return Reading("DATE")
    unit, factor = _unit(words)
    return _at_distance(context.published, unit, sign * factor * int(count))


def _at_distance(published: date, unit: str, distance: int) -> Reading:
    if unit in ("day", "week"):
        try:
            moved = published + timedelta(days=distance * (7 if unit == "week" else 1))
        except OverflowError:
            return Reading("DATE")
        return _on(moved, {}) if unit == "day" else _week_span(moved)
    if unit in ("month", "year"):
        year, month_number = _shifted_month(published, distance * (12 if unit == "year" else 1))
        if not 1000 <= year <= 2200:
            return Reading("DATE")
        return _month_span(year, month_number) if unit == "month" else _year_span(year)
    return Reading("TIME")


def _week_span(day: date) -> Reading:
    monday = day - timedelta(day.weekday())
    week = day.isocalendar()
    return _span(f"{week.year}-W{week.week:02}", monday, monday + timedelta(6), "week")


def relative_unit(words: Words, context: Context) -> Reading:
    """`last week`, `this month`, `next year`: the calendar unit before, around or after publication."""
    step = _step(_code(words, "direction") or "present")
    unit = _code(words, "unit") or ""
    if context.published is None:
        return Reading("DATE")
    if unit == "quarter":
        year, month_number = _shifted_month(context.published, 3 * step)
        return quarter({"ordinal": str((month_number - 1) // 3 + 1), "year": str(year)}, context)
    if unit in ("decade", "century"):
        return Reading("DURATION", _duration_value("year", str(UNIT_MULTIPLES[unit][1])))
    return _at_distance(context.published, unit, step)


def weekend(words: Words, context: Context) -> Reading:
    """Saturday and Sunday: the weekend before publication, or the one after for what is to come."""
    if context.published is None:
        return Reading("DATE")
    points_ahead = "next" in words["expression"].lower() or context.tense == "future"
    since_saturday = (context.published.weekday() - 5) % 7
    saturday = context.published + timedelta(7 - since_saturday if points_ahead else -since_saturday)
    return _span(saturday.isoformat(), saturday, saturday + timedelta(1), "day")


def decade(words: Words, _context: Context) -> Reading:
    """`the 1990s`; two figures stand for the twentieth century."""
    year = int(words["decade"]) if len(words["decade"]) == 4 else 1900 + int(words["decade"])
    return _span(f"{year // 10}X", date(year, 1, 1), date(year + 9, 12, 31), "decade")


def year(words: Words, _context: Context) -> Reading:
    """A calendar year."""
    return _year_span(int(words["year"]))


def repeated(words: Words, _context: Context) -> Reading:
    """`daily`, `every week`: a TIMEX3 set."""
    word = (words.get("set") or "").lower()
    return Reading(
        "SET", SETS.get(word) or duration({"unit": words.get("unit") or "day", "count": "1"}, _context).value
    )


def unresolved(_words: Words, _context: Context) -> Reading:
    """Points to a day spoken of before; it is kept without a value."""
    return Reading("DATE")


def _reference(value: str) -> Callable[[Words, Context], Reading]:
    return lambda _words, _context: Reading("DATE", value)


READINGS: Mapping[str, Callable[[Words, Context], Reading]] = {
    "day": day,
    "numeric_day": numeric_day,
    "month": month,
    "season": season,
    "quarter": quarter,
    "weekday": weekday,
    "clock": clock,
    "today": _near(0),
    "yesterday": _near(-1),
    "tomorrow": _near(1),
    "tonight": tonight,
    "last_night": last_night,
    "duration": duration,
    "duration_vague": duration_vague,
    "ago": ago,
    "ahead": ahead,
    "relative_unit": relative_unit,
    "weekend": weekend,
    "decade": decade,
    "year": year,
    "set": repeated,
    "unresolved": unresolved,
    "present": _reference("PRESENT_REF"),
    "past": _reference("PAST_REF"),
    "future": _reference("FUTURE_REF"),
}
