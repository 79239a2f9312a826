"""Lines of text that are dates and nothing else."""

from __future__ import annotations

import re
from functools import cache

from transforms.articles.dates.texts import read_dates
from transforms.articles.dates.words import fold, weekdays, words_of
from transforms.articles.wordlists import rows

MAX_LINE = 90


def is_date_line(line: str) -> bool:
    """Whether `line` holds dates, times or an age ("3 hours ago") with their labels, and nothing else. Cheap."""
    text = line.strip()
    if not 4 <= len(text) <= MAX_LINE or not any(map(str.isdigit, text)):
        return False
    dates = read_dates(text)
    rest = text
    for reading in reversed(dates):
        rest = f"{rest[: reading.start]} {rest[reading.end :]}"
    if not dates and not _is_age(text) and not re.search(r"\d[:.h]\d\d", text):
        return False
    return not _strange_words(rest)


def _is_age(text: str) -> bool:
    words = {fold(w) for w in re.findall(r"[^\W\d_]+", text)}
    return bool(words & words_of("ago")) and bool(words & words_of("unit"))


def _strange_words(rest: str) -> bool:
    folded = fold(rest)
    for phrase in _phrases():
        if " " in phrase:
            folded = folded.replace(phrase, " ")
    known = _known_words()
    return any(w not in known for w in re.findall(r"[^\W\d_]+", folded)) or len(re.findall(r"\d+", folded)) > 4


@cache
def _phrases() -> tuple[str, ...]:
    phrases = {fold(row["word"]) for row in rows("date_words", "word", "role", "note")}
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def _known_words() -> frozenset[str]:
    zones = (row["abbreviation"] for row in rows("zones", "abbreviation", "zone", "name"))
    singles = {w for phrase in _phrases() for w in re.findall(r"[^\W\d_]+", phrase)}
    return frozenset({*singles, *weekdays(), *(fold(z) for z in zones), "pm"})
