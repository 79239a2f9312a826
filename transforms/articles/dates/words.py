"""The words around dates: labels, fillers, weekdays, looked up without case and accents."""

from __future__ import annotations

import unicodedata
from functools import cache

from transforms.articles.wordlists import rows


def fold(word: str) -> str:
    """Case and accents dropped, as the lookups need it."""
    if word.isascii():
        return word.casefold()
    return "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))


@cache
def words_of(role: str) -> frozenset[str]:
    """Folded words of `data/date_words.csv` with that role."""
    return frozenset(fold(row["word"]) for row in rows("date_words", "word", "role", "note") if row["role"] == role)


@cache
def weekdays() -> dict[str, int]:
    """Folded weekday names (four letters and more) to 0 for Monday ... 6; names of two different days are left out."""
    found: dict[str, set[int]] = {}
    for row in rows("weekdays", "language", "weekday", "names"):
        for name in row["names"].split("|"):
            found.setdefault(fold(name), set()).add(int(row["weekday"]) - 1)
    return {name: days.pop() for name, days in found.items() if len(days) == 1}
