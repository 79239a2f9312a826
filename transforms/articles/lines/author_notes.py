"""Lines at an article's end that tell of its author: "Ada Lindqvist covers ports for the Gazette"."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.records import RemovedLine
from transforms.articles.lines.lines import Line
from transforms.articles.lines.parts import words

ABOUT = "about the author or the publisher"
LAST_LINES = 3
MIN_BODY = 4
WORDS_BEFORE = 4


def author_notes(body: Sequence[Line], authors: Sequence[str]) -> tuple[RemovedLine, ...]:
    """Which of the last three lines begin with an author's full name, a few words before it aside.

    News seldom names its own author in the text; a body of fewer than four lines is left alone.
    """
    if len(body) < MIN_BODY:
        return ()
    names = [name for name in map(words, authors) if len(name) > 1]
    notes = (line for line in body[-LAST_LINES:] if not line.is_heading and _names_one(line.text, names))
    return tuple(RemovedLine(line.number, line.text, ABOUT) for line in notes)


def _names_one(text: str, names: Sequence[tuple[str, ...]]) -> bool:
    found = words(text)
    return any(found[at : at + len(name)] == name for name in names for at in range(WORDS_BEFORE + 1))
