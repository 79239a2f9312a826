"""Quotation marks: where quoted words begin and end in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Each opening mark with the marks that close it.
OPENING = {"“": "”", "„": "“”", "«": "»", "``": "''", '"': '"”', "‘": "’"}
# A single mark opens only before a word and closes only after one: elsewhere it is an apostrophe.
MARKS = re.compile(r"``|''|[“”„«»\"]|(?<!\w)‘(?=\w)|(?<=[\w.,!?…])’(?!\w)")
PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quoted words: character offsets without the marks, and of the paragraph they stand in."""

    start: int
    end: int
    paragraph: int


def quoted(text: str) -> list[Quoted]:
    """Outermost quotations of every line in reading order; a mark without its partner quotes nothing."""
    found: list[Quoted] = []
    for line in PARAGRAPH.finditer(text):
        for start, end in _outermost(line[0]):
            span = _trimmed(text, line.start() + start, line.start() + end)
            if span is not None:
                found.append(Quoted(*span, paragraph=line.start()))
    return found


def _outermost(line: str) -> Iterator[tuple[int, int]]:
    """Spans between the marks; a closing mark that fits no open one and a forgotten inner one are passed over."""
    awaited: list[str] = []
    start = 0
    for mark in MARKS.finditer(line):
        sign = mark[0]
        closes = next((depth for depth in reversed(range(len(awaited))) if sign in awaited[depth]), None)
        if closes is not None:
            if closes == 0:
                yield start, mark.start()
            del awaited[closes:]
        elif sign in OPENING:
            if not awaited:
                start = mark.end()
            awaited.append(OPENING[sign])
    if awaited and "”" in awaited[0] and line[start - 1] == "“" and start == 1:
        # A quotation that runs on in the next paragraph is opened there again and not closed here.
        yield start, len(line)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return (start, end) if any(sign.isalnum() for sign in words) else None
