"""Times: the time expressions of a text with their TIMEX3 values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from schemas.records import TimeExpression
from transforms.events.times.grammar import grammar
from transforms.events.times.readings import READINGS
from transforms.events.times.spans import FIRST_YEAR, LAST_YEAR, Context, Reading, within
from transforms.events.times.tenses import direction


@dataclass(frozen=True, slots=True)
class _Hit:
    row: int
    match: re.Match[str]
    start: int
    end: int


def time_expressions(doc: Doc, published: date | None) -> list[TimeExpression]:
    """Time expressions of an article's text in reading order, read against its day of publication."""

    def tense(offset: int) -> str:
        span = doc.char_span(offset, offset + 1, alignment_mode="expand")
        return direction(span[0]) if span else "past"

    return find(doc.text, published, tense)


def find(text: str, published: date | None, tense: Callable[[int], str]) -> list[TimeExpression]:
    """The same for bare text; `tense` tells for a character offset whether its clause points to "past" or "future"."""
    known = published if published and FIRST_YEAR < published.year < LAST_YEAR else None
    spoken: Reading | None = None
    found: list[TimeExpression] = []
    for hit in _longest(_hits(text)):
        reading = _read(hit, Context(known, tense(hit.start), spoken))
        # An hour, or a day of no known year, leaves what was spoken of before.
        spoken = reading if reading.first else spoken
        found.append(_expression(hit, reading))
    return found


def _hits(text: str) -> Iterator[_Hit]:
    patterns = grammar().patterns
    for start in grammar().starts.find(text):
        for row in start.patterns:
            if match := patterns[row].regex.match(text, start.offset):
                yield _Hit(row, match, match.start(), match.end())


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Hits that do not overlap: the longest wins, then the grammar's earlier row."""
    chosen: list[_Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.row)):
        covered = range(hit.start, hit.end)
        if covered and taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _read(hit: _Hit, context: Context) -> Reading:
    words = {name: word for name, word in hit.match.groupdict().items() if word is not None}
    return within(READINGS[grammar().patterns[hit.row].reading](words, context))


def _expression(hit: _Hit, reading: Reading) -> TimeExpression:
    return TimeExpression(
        text=hit.match[0],
        start=hit.start,
        end=hit.end,
        type=reading.type,
        value=reading.value,
        method=grammar().patterns[hit.row].name,
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
    )
