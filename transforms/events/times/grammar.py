"""The time grammar: words and patterns of time expressions, compiled from data files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from schemas.data_files import DataFileError, Row, packaged, read_rows

COLUMNS = ("name", "pattern", "reading", "example", "published", "tense", "found", "value")
# Written with a capital, or they are other words ("may", "march", "sun").
CAPITALISED = {"months", "weekdays"}
NUMBERS = {
    "year": r"(?P<year>1[5-9]\d\d|20\d\d)(?!\d)",
    "day": r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)",
    "hour": r"(?P<hour>1[0-2]|0?[1-9])",
    "minute": r"(?P<minute>[0-5]\d)",
    "meridiem": r"(?P<meridiem>[ap]\.?m\b\.?)",
}
# The word table behind each group name of the patterns.
TABLE_OF_GROUP = {
    "month": "months",
    "weekday": "weekdays",
    "season": "seasons",
    "unit": "units",
    "count": "numbers",
    "vague": "vague",
    "ordinal": "ordinals",
    "part": "parts",
    "direction": "directions",
    "fraction": "fractions",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of patterns.csv: a compiled pattern, the name of its reading, and its example with the expected value."""

    name: str
    regex: re.Pattern[str]
    reading: str
    example: str
    published: str
    tense: str
    found: str
    value: str | None


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns in order of precedence, the places where one of them matches, and the codes of the words they name."""

    patterns: tuple[Pattern, ...]
    anywhere: re.Pattern[str]
    codes: Mapping[str, Mapping[str, str]]

    def code(self, group: str, word: str) -> str:
        """Code of a word found in a named group: `("month", "Dec.")` gives `"12"`; digits stand for themselves."""
        return word if word.isdigit() else self.codes[TABLE_OF_GROUP[group]][" ".join(word.lower().split())]


@cache
def grammar() -> Grammar:
    """Compile the packaged grammar; raises DataFileError naming a row whose pattern is faulty."""
    words = tomllib.loads(packaged("transforms.events", "times", "words.toml").read_text(encoding="utf8"))
    rows = read_rows(packaged("transforms.events", "times", "patterns.csv"), COLUMNS)
    guards = words.pop("guards")
    codes = {
        table: MappingProxyType({word: code for code, listed in entries.items() for word in listed})
        for table, entries in words.items()
    }
    macros = _macros(codes, guards)
    patterns = tuple(_pattern(row, macros) for row in rows)
    return Grammar(patterns, _anywhere(patterns), MappingProxyType(codes))


def _macros(codes: Mapping[str, Mapping[str, str]], guards: Mapping[str, list[str]]) -> dict[str, str]:
    groups = {
        group: f"(?P<{group}>{_alternatives(codes[table], capitalised=table in CAPITALISED)})"
        for group, table in TABLE_OF_GROUP.items()
    }
    groups["count"] = groups["count"].replace("(?P<count>", r"(?P<count>\d{1,3}(?!\d)|", 1)
    lists = {name: _alternatives(listed, capitalised=name.startswith("months")) for name, listed in guards.items()}
    return groups | lists | NUMBERS


def _alternatives(words: Mapping[str, str] | list[str], *, capitalised: bool) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    escaped = [re.escape(word).replace(r"\ ", r"\s+") for word in longest_first]
    if not capitalised:
        # One look at the first letter spares a try of every word.
        first = "".join(sorted({re.escape(word[0]) for word in words}))
        return f"(?=[{first}])(?:{'|'.join(escaped)})"
    return "(?-i:" + "|".join(form for word in escaped for form in (word.capitalize(), word.upper())) + ")"


def _pattern(row: Row, macros: Mapping[str, str]) -> Pattern:
    try:
        regex = re.compile(rf"(?<!\w)(?:{_expanded(row['pattern'], macros)})(?!\w)", re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise DataFileError(f"{row.where}: the pattern of {row['name']} is faulty: {error}; mend it") from error
    fields = {name: row[name] for name in COLUMNS if name not in ("pattern", "value")}
    return Pattern(regex=regex, value=row["value"] or None, **fields)


def _anywhere(patterns: Sequence[Pattern]) -> re.Pattern[str]:
    """An empty match wherever one of the patterns matches: one search of a text in place of one for each pattern."""
    unnamed = (re.sub(r"\(\?P<\w+>", "(?:", pattern.regex.pattern) for pattern in patterns)
    return re.compile(rf"(?<!\w)(?={'|'.join(unnamed)})", re.IGNORECASE)


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """Replace `{name}` by its macro; braces around digits are repetitions and stay."""
    return re.sub(r"\{([a-z_]+)\}", lambda name: macros[name[1]], pattern)
