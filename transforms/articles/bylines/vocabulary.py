"""The words around names: openers, labels, jobs, joints, looked up without case and accents."""

from __future__ import annotations

import re
from functools import cache

from transforms.articles.dates.words import fold
from transforms.articles.wordlists import rows

EDGES = " \t,.:;|/·•–—-_*\"“”„»«'’"
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


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
    match = _opener(role).match(folded)
    return match.end() if match else 0


@cache
def _opener(role: str) -> re.Pattern[str]:
    words = longest_first(role)
    bare = "|".join(re.escape(w) for w in words if role != "label" or CJK.match(w))
    colon = "|".join(re.escape(w) for w in words if role == "label" and not CJK.match(w))
    forms = [rf"(?:{bare})(?:\s*[:：]\s*|\s+)" if bare else "", rf"(?:{colon})\s*[:：]\s*" if colon else ""]
    return re.compile("|".join(filter(None, forms)))
