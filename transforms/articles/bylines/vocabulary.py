"""The words around names: openers, labels, jobs, joints, looked up without case and accents."""

from __future__ import annotations

import re
from functools import cache

from transforms.articles.dates.words import fold
from transforms.articles.wordlists import rows

EDGES = " \t,.:;|/·•–—-_*\"“”„»«'’"
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_COLON, _COLON_OR_BLANK = re.compile(r"\s*[:：]\s*"), re.compile(r"\s*[:：]\s*|\s+")


@cache
def vocabulary(role: str) -> frozenset[str]:
    """Folded words of `data/byline_words.csv` with that role."""
    return frozenset(fold(r["word"]) for r in rows("byline_words", "word", "role", "note") if r["role"] == role)


@cache
def longest_first(role: str) -> tuple[str, ...]:
    """The words of that role, so ordered that a phrase comes before the word that it opens with."""
    return tuple(sorted(vocabulary(role), key=lambda w: (-len(w), w)))


def opening(text: str, role: str) -> int:
    """Length of the word of that role that `text` opens with, its colon and blanks included; 0 without one.

    A label needs its colon, save in scripts without capitals, where a blank parts it from the name.
    """
    folded = fold(text)
    if len(folded) != len(text):
        return 0
    for word in longest_first(role):
        if folded.startswith(word):
            behind = _COLON if role == "label" and not CJK.match(word) else _COLON_OR_BLANK
            if match := behind.match(text[len(word) :]):
                return len(word) + match.end()
    return 0
