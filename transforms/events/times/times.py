"""Times: the time expressions of a text with their TIMEX3 values, and the one that dates an event."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from schemas.records import TimeExpression
from transforms.events.times.grammar import Pattern, grammar
from transforms.events.times.readings import READINGS, Context

FUTURE_AUXILIARIES = {"will", "shall", "would", "may", "might", "'ll", "’ll"}
# No calendar date is written before the first or after the last of these years.
FIRST_YEAR, LAST_YEAR = 1000, 2200


@dataclass(frozen=True, slots=True)
class _Hit:
    pattern: Pattern
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
    return [_read(hit, published, tense(hit.start)) for hit in _longest(_hits(text))]


def _hits(text: str) -> Iterator[_Hit]:
    starts = [place.start() for place in grammar().anywhere.finditer(text)]
    for pattern in grammar().patterns:
        for start in starts:
            if match := pattern.regex.match(text, start):
                yield _Hit(pattern, match, match.start(), match.end())


def _longest(hits: Iterable[_Hit]) -> list[_Hit]:
    """Hits that do not overlap: the longest wins, then the grammar's earlier row."""
    chosen: list[_Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
        covered = range(hit.start, hit.end)
        if taken.isdisjoint(covered):
            taken.update(covered)
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _read(hit: _Hit, published: date | None, tense: str) -> TimeExpression:
    words = {name: word for name, word in hit.match.groupdict().items() if word is not None}
    reading = READINGS[hit.pattern.reading](words | {"expression": hit.match[0]}, Context(published, tense))
    return TimeExpression(
        text=hit.match[0],
        start=hit.start,
        end=hit.end,
        type=reading.type,
        value=reading.value,
        method=hit.pattern.name,
        first=reading.first,
        last=reading.last,
        precision=reading.precision,
    )


def direction(token: Token) -> str:
    """Where the clause around a token points to: "past" or "future"."""
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return "past"
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")]
    if any(a.lower_ in FUTURE_AUXILIARIES for a in auxiliaries):
        return "future"
    if verb.tag_ == "VBD" or any(a.tag_ == "VBD" for a in auxiliaries):
        return "past"
    if verb.tag_ == "VB":
        return "future"
    if verb.tag_ == "VBG":
        return "future" if any(a.tag_ in ("VBP", "VBZ") for a in auxiliaries) else _outer(verb)
    if verb.tag_ == "VBN":
        present = any(a.tag_ in ("VBP", "VBZ") and a.lemma_ == "be" for a in auxiliaries)
        return "future" if present else "past" if auxiliaries else _outer(verb)
    return "past" if any(child.dep_ == "ccomp" for child in verb.children) else "future"


def _outer(verb: Token) -> str:
    return direction(verb.head) if verb.head.i != verb.i else "past"


def event_time(predicate: Token, sentence: Span, expressions: Iterable[TimeExpression]) -> TimeExpression | None:
    """The expression that dates the event told by a predicate, or None.

    It is the one that hangs on the predicate, else on the nearest predicate above it. A report's own time does not date
    a past or coming event that is reported; expressions that name no day (durations, sets) date nothing.
    """
    inside = [e for e in expressions if sentence.start_char <= e.start < sentence.end_char and _names_days(e)]
    chains = [(expression, _chain(expression, sentence)) for expression in inside]
    for level in (predicate, *predicate.ancestors):
        held = [(chain.index(level.i), e.start, e) for e, chain in chains if level.i in chain]
        if held:
            return min(held, key=lambda found: found[:2])[2]
        if level.dep_ in ("ccomp", "parataxis") and not _is_present(level):
            return None
    return None


def _names_days(expression: TimeExpression) -> bool:
    return expression.type in ("DATE", "TIME") and not (expression.value or "").endswith("_REF")


def _chain(expression: TimeExpression, sentence: Span) -> list[int]:
    """Token indexes from an expression's head up to the first verb: what it may date, nearest first."""
    span = sentence.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    chain: list[int] = []
    for token in span.root.ancestors if span else ():
        chain.append(token.i)
        if token.pos_ in ("VERB", "AUX"):
            break
    return chain


def _is_present(verb: Token) -> bool:
    tags = {verb.tag_} | {child.tag_ for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")}
    return not tags & {"VBD", "MD"}
