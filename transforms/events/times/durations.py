"""Durations and sets: readings that name a length of time or a rhythm, and no calendar day."""

from __future__ import annotations

from collections.abc import Mapping

from transforms.events.times.grammar import code, counted
from transforms.events.times.spans import Context, Reading

Words = Mapping[str, str]

UNIT_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}
# TIMEX3 has no letter for these; they are counted in a smaller unit.
UNIT_MULTIPLES = {"decade": ("year", 10), "century": ("year", 100), "quarter": ("month", 3), "weekend": ("day", 2)}
HALVES = {"minute": ("second", 30), "hour": ("minute", 30), "day": ("hour", 12), "year": ("month", 6)}
SETS = {"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "hourly": "PT1H"}


def unit_of(words: Words) -> tuple[str, int]:
    """The unit named, and how many of it one of the words stands for."""
    unit = code(words, "unit") or "day"
    return UNIT_MULTIPLES.get(unit, (unit, 1))


def value(unit: str, amount: str) -> str:
    """TIMEX3 value of so many units: `value("hour", "2")` is PT2H."""
    letters = UNIT_LETTERS[unit]
    return f"PT{amount}{letters[1]}" if len(letters) == 2 else f"P{amount}{letters}"


def duration(words: Words, _context: Context) -> Reading:
    """A length of time: `three months` is P3M, `several weeks` PXW, `weeks` PXW, `the past year` P1Y."""
    unit, factor = unit_of(words)
    count = counted(words)
    if count is None and (words.get("vague") or words["unit"].lower().endswith("s")):
        return Reading("DURATION", value(unit, "X"))
    return Reading("DURATION", value(unit, str((count or 1) * factor)))


def duration_and_half(words: Words, _context: Context) -> Reading:
    """`five and a half hours` is PT5H30M; a unit that has no handy half keeps the decimal."""
    unit, factor = unit_of(words)
    count = counted(words) or 0
    if factor > 1:
        return Reading("DURATION", value(unit, str(count * factor + factor // 2)))
    if unit in ("hour", "minute"):
        half, amount = HALVES[unit]
        rest = f"{amount}{UNIT_LETTERS[half][1]}"
        return Reading("DURATION", f"{value(unit, str(count))}{rest}" if count else f"PT{rest}")
    if count == 0 and unit in HALVES:
        half, amount = HALVES[unit]
        return Reading("DURATION", value(half, str(amount)))
    return Reading("DURATION", value(unit, f"{count}.5"))


def repeated(words: Words, _context: Context) -> Reading:
    """`daily`, `every week`, `every other day`, `twice a year`: a TIMEX3 set."""
    word = (words.get("set") or "").lower()
    if word:
        return Reading("SET", SETS.get(word, "P1Y"))
    unit, factor = unit_of(words)
    count = 2 if words.get("other") else counted(words) or 1
    return Reading("SET", value(unit, str(factor * count)))


def repeated_weekday(words: Words, _context: Context) -> Reading:
    """`every Friday`, `on Fridays`."""
    return Reading("SET", f"XXXX-WXX-{int(code(words, 'weekday') or 0) + 1}")
