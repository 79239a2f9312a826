"""Starts: the places of a text where a time expression may begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# "'80s" begins with one.
APOSTROPHES = ("'", "’")
WORD = re.compile(r"\w+")
# What of a pattern is no word of the text: escapes, names of groups, sets of characters.
SYNTAX = re.compile(r"\\\w|\(\?P<\w+>|\(\?-?[a-z]*:|\(\?<?[=!]|\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Starts:
    """The words that a grammar's expressions are made of, and those of which each has at least one, figures apart."""

    words: frozenset[str]
    signs: frozenset[str]

    @classmethod
    def of(cls, patterns: Iterable[str], signs: Iterable[str]) -> Starts:
        """From expanded patterns and the phrases that are signs of time."""
        return cls(frozenset(_words(SYNTAX.sub(" ", " ".join(patterns)))), frozenset(_words(" ".join(signs))))

    def find(self, text: str) -> list[int]:
        """Offsets at which an expression may begin: the words of each run of the grammar's, up to its last sign."""
        found: list[int] = []
        is_before_a_sign = False
        for match in reversed(list(WORD.finditer(text))):
            word = match[0].lower()
            if word in self.signs or word[0].isdigit():
                is_before_a_sign = True
            elif word not in self.words:
                is_before_a_sign = False
            if is_before_a_sign:
                found.append(match.start())
                if text[match.start() - 1 : match.start()] in APOSTROPHES:
                    found.append(match.start() - 1)
        return found[::-1]


def _words(text: str) -> list[str]:
    return [word.lower() for word in WORD.findall(text)]
