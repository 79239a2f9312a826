"""Holidays: days of fixed and movable date by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from schemas.data_files import DataFileError, Row, packaged, read_rows

COLUMNS = ("name", "rule", "year", "date")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Holiday:
    """One row of holidays.csv: a name, the rule of its date, and the date in one year as an example."""

    name: str
    rule: str
    year: int
    example: date

    def on(self, year: int) -> date | None:
        """Its date in a year; None where no table has it.

        Rules: `12-25`; `easter -2` (days from Easter Sunday), `orthodox 0` (the same in the eastern churches);
        `11 thu 4` (the fourth Thursday of November; -1 is the last), and `11 mon 1 +1` (the day after that); `lunar`.
        """
        words = self.rule.split()
        if words[0] == "lunar":
            return lunar_new_years().get(year)
        if words[0] in SUNDAYS:
            return SUNDAYS[words[0]](year) + timedelta(int(words[1]))
        if len(words) == 1:
            return date(year, *(int(part) for part in words[0].split("-")))
        later = timedelta(int(words[3])) if len(words) == 4 else timedelta(0)
        return nth_weekday(year, int(words[0]), WEEKDAYS.index(words[1]), int(words[2])) + later


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The first, second ... weekday of a month, counted from its end if the number is negative."""
    if number < 0:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return end - timedelta((end.weekday() - weekday) % 7 + 7 * (-number - 1))
    start = date(year, month, 1)
    return start + timedelta((weekday - start.weekday()) % 7 + 7 * (number - 1))


def easter(year: int) -> date:
    """Easter Sunday of the western churches by the Gregorian computus."""
    golden, century = year % 19, year // 100
    correction = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = correction - (correction // 28) * (1 - (correction // 28) * (29 // (correction + 1)) * ((21 - golden) // 11))
    days = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches: the Julian computus, as a day of the Gregorian calendar."""
    moon = (19 * (year % 19) + 15) % 30
    days = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    behind = year // 100 - year // 400 - 2
    return date(year, days // 31, days % 31 + 1) + timedelta(behind)


SUNDAYS = {"easter": easter, "orthodox": orthodox_easter}


@cache
def lunar_new_years() -> Mapping[int, date]:
    """First days of the Chinese calendar's years, from 1990 to 2035."""
    rows = read_rows(packaged("transforms.events", "times", "lunar_new_year.csv"), ("date",))
    days = (date.fromisoformat(row["date"]) for row in rows)
    return {day.year: day for day in days}


@cache
def holidays() -> tuple[Holiday, ...]:
    """The packaged holidays; raises DataFileError naming a row whose rule or date is faulty."""
    return tuple(_rows())


def _rows() -> Iterator[Holiday]:
    for row in read_rows(packaged("transforms.events", "times", "holidays.csv"), COLUMNS):
        yield read_holiday(row)


def read_holiday(row: Row) -> Holiday:
    """One row of the table; raises DataFileError where its rule or date is faulty."""
    try:
        found = Holiday(row["name"], row["rule"], int(row["year"]), date.fromisoformat(row["date"]))
        if found.on(found.year) is None:
            raise ValueError(f"no date in {found.year}")
    except (ValueError, IndexError) as error:
        raise DataFileError(f"{row.where}: the rule or date of {row['name']} is faulty: {error}; mend it") from error
    return found
