"""The time grammar: words and patterns of time expressions, compiled from data files."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from schemas.data_files import DataFileError, Row, packaged, read_rows
from transforms.events.times.holidays import holidays
from transforms.events.times.starts import Starts

COLUMNS = ("name", "pattern", "reading", "example", "published", "tense", "found", "value")
# Written with a capital, or they are other words ("may", "march", "sun").
CAPITALISED = {"months", "weekdays", "holidays"}
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
    "order": "orders",
    "fraction": "fractions",
    "decade_name": "decade_names",
    "holiday": "holidays",
}
TABLES_OF_SIGNS = ("months", "weekdays", "seasons", "units", "parts", "decade_names", "holidays")
# Tables of words that serve the reading of clauses, not of patterns.
LISTS = ("guards", "tense", "bounds", "background")


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
    """Patterns in order of precedence, where one of them may match, and the codes of the words they name."""

    patterns: tuple[Pattern, ...]
    starts: Starts
    codes: Mapping[str, Mapping[str, str]]
    lists: Mapping[str, Mapping[str, frozenset[str]]]

    def code(self, group: str, word: str) -> str:
        """Code of a word found in a named group: `("month", "Dec.")` gives `"12"`; digits stand for themselves."""
        return word if word.isdigit() else self.codes[TABLE_OF_GROUP[group]][" ".join(word.lower().split())]


def code(words: Mapping[str, str], group: str) -> str | None:
    """Code of the word that a match has in a named group, None where the group is empty."""
    word = words.get(group)
    return grammar().code(group, word) if word else None


def counted(words: Mapping[str, str]) -> int | None:
    """The number in the group "count"; None for one that the text leaves open."""
    number = code(words, "count")
    return int(number) if number else None


@cache
def grammar() -> Grammar:
    """Compile the packaged grammar; raises DataFileError naming a row whose pattern is faulty."""
    words = tomllib.loads(packaged("transforms.events", "times", "words.toml").read_text(encoding="utf8"))
    rows = read_rows(packaged("transforms.events", "times", "patterns.csv"), COLUMNS)
    lists = {name: words.pop(name) for name in LISTS}
    codes = {
        table: {word: code for code, listed in entries.items() for word in listed} for table, entries in words.items()
    }
    codes["numbers"] |= _compound_numbers(codes["numbers"])
    codes["holidays"] = {day.name: day.name for day in holidays()}
    macros = _macros(codes, lists["guards"])
    patterns = tuple(_pattern(row, macros) for row in rows)
    return Grammar(
        patterns,
        Starts.of([pattern.regex.pattern for pattern in patterns], _signs(codes, lists["guards"])),
        MappingProxyType({table: MappingProxyType(entries) for table, entries in codes.items()}),
        MappingProxyType({name: MappingProxyType(_sets(listed)) for name, listed in lists.items()}),
    )


def _sets(listed: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in listed.items()}


def _compound_numbers(numbers: Mapping[str, str]) -> dict[str, str]:
    """`twenty-one` to `ninety-nine` from the listed tens and ones."""
    tens = {word: int(code) for word, code in numbers.items() if word.endswith("ty")}
    ones = {word: int(code) for word, code in numbers.items() if int(code) < 10 and word not in ("a", "an")}
    return {f"{ten}-{one}": str(tens[ten] + ones[one]) for ten in tens for one in ones}


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
    return (
        "(?-i:"
        + "|".join(form for word in escaped for form in (_titled(word), word.upper().replace(r"\S+", r"\s+")))
        + ")"
    )


def _titled(word: str) -> str:
    capitals = re.sub(r"(?<![\w'’\\])[a-z]", lambda letter: letter[0].upper(), word)
    return capitals.replace("Of", "of")


def _pattern(row: Row, macros: Mapping[str, str]) -> Pattern:
    try:
        regex = re.compile(rf"(?<!\w)(?:{_expanded(row['pattern'], macros)})(?!\w)", re.IGNORECASE)
    except (KeyError, re.error) as error:
        raise DataFileError(f"{row.where}: the pattern of {row['name']} is faulty: {error}; mend it") from error
    fields = {name: row[name] for name in COLUMNS if name not in ("pattern", "value")}
    return Pattern(regex=regex, value=row["value"] or None, **fields)


def _signs(codes: Mapping[str, Mapping[str, str]], guards: Mapping[str, Iterable[str]]) -> Iterator[str]:
    """The words of time, of which every expression has one, if it has no figure."""
    yield from guards["signs"]
    for table in TABLES_OF_SIGNS:
        yield from codes[table]


def _expanded(pattern: str, macros: Mapping[str, str]) -> str:
    """Replace `{name}` by its macro; braces around digits are repetitions and stay."""
    return re.sub(r"\{([a-z_]+)\}", lambda name: macros[name[1]], pattern)
