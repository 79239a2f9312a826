"""Starts: the places of a text where a time expression may begin, and the patterns that it may be of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

# "'80s" begins with one.
APOSTROPHES = ("'", "’")
WORD = re.compile(r"\w+")
# What of a pattern is no word of the text: escapes, names of groups, sets of characters.
SYNTAX = re.compile(r"\\\w|\(\?P<\w+>|\(\?-?[a-z]*:|\(\?<?[=!]|\[[^\]]*\]")
FIGURE = re.compile(r"\\d|\[[^\]]*\d")


@dataclass(frozen=True, slots=True)
class Start:
    """Where an expression may begin, and the numbers of the patterns that know its first word and a sign behind it."""

    offset: int
    patterns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Starts:
    """The words that a grammar's expressions are made of, and those of which each has at least one, figures apart.

    `words` gives for each word the patterns that know it, a bit each, as `figures` does for numbers; a sign that none
    knows in full ("Mondays") may be of any.
    """

    words: Mapping[str, int]
    figures: int
    signs: frozenset[str]
    every: int

    @classmethod
    def of(cls, patterns: Sequence[str], signs: Iterable[str]) -> Starts:
        """From expanded patterns and the phrases that are signs of time."""
        words: dict[str, int] = {}
        for number, pattern in enumerate(patterns):
            for word in _words(SYNTAX.sub(" ", pattern)):
                words[word] = words.get(word, 0) | 1 << number
        figures = sum(1 << number for number, pattern in enumerate(patterns) if FIGURE.search(pattern))
        # All words of a phrase stand where it does: the longest is the rarest.
        longest = frozenset(max(_words(phrase), key=len) for phrase in signs)
        return cls(words, figures, longest, (1 << len(patterns)) - 1)

    def find(self, text: str) -> list[Start]:
        """Where an expression may begin: the words of each run of the grammar's, up to its last sign."""
        found: list[Start] = []
        signs = 0
        for match in reversed(list(WORD.finditer(text))):
            word = match[0].lower()
            is_figure = word[0].isdigit()
            known = self.figures if is_figure else self.words.get(word, 0)
            if is_figure or word in self.signs:
                known = known or self.every
                signs |= known
            elif not known:
                signs = 0
            if signs:
                start, rows = match.start(), _bits(known & signs)
                found.append(Start(start, rows))
                if text[start - 1 : start] in APOSTROPHES:
                    found.append(Start(start - 1, rows))
        return found[::-1]


@cache
def _bits(number: int) -> tuple[int, ...]:
    return tuple(bit for bit in range(number.bit_length()) if number >> bit & 1)


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]
