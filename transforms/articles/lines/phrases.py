"""The phrases that mark boilerplate: share bars, headings of related blocks, footers, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from schemas.data_files import DataFileError, Row
from transforms.articles.lines.lines import ends_with_stop
from transforms.articles.wordlists import rows

Match = Literal["line", "start", "pattern"]
Effect = Literal["line", "block", "end", "comment", "nav"]
COLUMNS = ("phrase", "match", "effect", "reason", "language", "example")
MAX_PATTERN_LINE = 1_000
MAX_START_WORDS = 14
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_GLUE = re.compile(r"(?P<heading>[^\W\d_][\w’' ]{2,40}?[a-zà-ÿа-я])(?=[\"“‘«]?[A-ZÀ-ÞА-Я])")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of boilerplate.csv.

    `match`: the whole line, its start, or a pattern for the whole line. `effect`: `line` cuts that line; `block` also
    the links that follow it; `end` says that on a page dump the article is over; `comment` and `nav` are typical of
    comments and menus, and no proof by themselves.
    """

    phrase: str
    match: Match
    effect: Effect
    reason: str
    language: str
    example: str


@cache
def phrases() -> tuple[Phrase, ...]:
    """All rows, checked. Raises DataFileError where a cell holds no known value or a pattern cannot be read."""
    return tuple(_phrase(row) for row in rows("boilerplate", *COLUMNS))


def find_phrase(line: str) -> Phrase | None:
    """The row that a line matches, exact lines before starts before patterns; None for a line without boilerplate."""
    key = _key(line)
    found = _exact().get(key)
    if found is None and len(line) <= MAX_PATTERN_LINE:
        found = _by_start(key, line) or _by_pattern(line.strip())
    return found


def glued_heading(line: str) -> int:
    """Where the text starts that a block's heading is glued to ("Latest newsStorm ahead": 11); 0 where none is."""
    match = _GLUE.match(line[:80])
    found = _exact().get(_key(match.group("heading"))) if match else None
    return match.end() if match and found and found.effect == "block" else 0


def _key(line: str) -> str:
    return _EDGES.sub("", " ".join(line.casefold().replace("’", "'").split()))


def _by_start(key: str, line: str) -> Phrase | None:
    words = key.split(" ", MAX_START_WORDS)
    if len(words) > MAX_START_WORDS:
        return None
    found = next((p for n in range(len(words), 0, -1) if (p := _starts().get(_key(" ".join(words[:n]))))), None)
    # A sentence may begin like the heading of a block; a heading never ends like a sentence.
    return None if found is not None and found.effect == "block" and ends_with_stop(line) else found


def _by_pattern(line: str) -> Phrase | None:
    joined, by_group = _patterns()
    match = joined.fullmatch(line)
    return by_group[match.lastgroup] if match and match.lastgroup else None


@cache
def _exact() -> dict[str, Phrase]:
    return {_key(p.phrase): p for p in _of("line")}


@cache
def _starts() -> dict[str, Phrase]:
    return {_key(p.phrase): p for p in _of("start")}


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, Phrase]]:
    by_group = {f"row{n}": p for n, p in enumerate(_of("pattern"))}
    joined = "|".join(f"(?P<{name}>{p.phrase})" for name, p in by_group.items())
    return re.compile(joined, re.IGNORECASE), by_group


def _of(match: Match) -> Iterable[Phrase]:
    return (p for p in phrases() if p.match == match)


def _phrase(row: Row) -> Phrase:
    if row["match"] not in get_args(Match) or row["effect"] not in get_args(Effect):
        raise DataFileError(f"{row.where}: match must be one of {get_args(Match)}, effect one of {get_args(Effect)}")
    if not row["reason"] or (row["match"] == "pattern" and not row["example"]):
        raise DataFileError(f"{row.where}: give a reason, and an example where the match is a pattern")
    if row["match"] == "pattern":
        _check_pattern(row["phrase"], row.where)
    return Phrase(
        row["phrase"],
        cast(Match, row["match"]),
        cast(Effect, row["effect"]),
        row["reason"],
        row["language"],
        row["example"],
    )


def _check_pattern(pattern: str, where: str) -> None:
    try:
        groups = re.compile(pattern, re.IGNORECASE).groups
    except re.error as error:
        raise DataFileError(f"{where}: the pattern cannot be read: {error}") from error
    if groups:
        raise DataFileError(f"{where}: write groups as (?:...)")
