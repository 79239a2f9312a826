"""Dating: which of a sentence's time expressions dates an event."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Span, Token

from schemas.records import TimeExpression
from transforms.events.times.grammar import grammar
from transforms.events.times.news import OLD, is_news, reporter, tells_speech
from transforms.events.times.spans import COARSENESS
from transforms.events.times.tenses import BEFORE_A_NOUN, direction

RANGE_OPENERS = ("between", "from")
COMPARED = frozenset({"first", "most", "least"})
RELATIVE_TIME = "when"
CONTRAST = "but"
RANGE_LINKS = ("and", "to", "until", "till", "through", "-", "–")


@dataclass(frozen=True, slots=True)
class EventDate:
    """The days of an event and what gives them.

    `expression` dates the event, or would if it were resolved. `method` is None without days, else "clause" for an
    expression that hangs on the event's own words, "sentence" for one of another clause, "report" for the day on which
    the sentence says that it was told, "article" for the day of publication.
    """

    expression: TimeExpression | None = None
    method: str | None = None
    first: date | None = None
    last: date | None = None
    precision: str | None = None


def event_date(
    predicate: Token, sentence: Span, expressions: Sequence[TimeExpression], published: date | None, *, asserted: bool
) -> EventDate:
    """The days of the event that a predicate tells: those of an expression, else for news those of its report.

    `asserted` says that the text tells the event as one that happened: only what happened can be news.
    """
    found = event_time(predicate, sentence, expressions, published)
    if found is not None:
        method = "clause" if _dates_itself(found, predicate, sentence) else "sentence"
        return EventDate(found, method if found.first else None, found.first, found.last, found.precision)
    return _of_news(predicate, sentence, expressions, published) if published and asserted else EventDate()


def _of_news(predicate: Token, sentence: Span, expressions: Sequence[TimeExpression], published: date) -> EventDate:
    """The day on which news was told: that of the sentence's report, else of publication."""
    speech = reporter(predicate)
    told = event_time(speech, sentence, expressions, published) if speech is not None else None
    if not is_news(predicate, sentence, expressions, published, told):
        return EventDate()
    if told is None:
        return EventDate(None, "article", published, published, "day")
    if told.first is None or told.last is None or published - told.last > OLD:
        return EventDate(told)
    return EventDate(told, "report", told.first, told.last, told.precision)


def _dates_itself(expression: TimeExpression, predicate: Token, sentence: Span) -> bool:
    """Whether an expression hangs on the predicate, or on the light verb of its noun: "held talks on Monday"."""
    chain = _chain(expression, sentence)
    return predicate.i in chain or (predicate.dep_ == "obj" and predicate.head.i in chain)


def event_time(
    predicate: Token, sentence: Span, expressions: Iterable[TimeExpression], published: date | None = None
) -> TimeExpression | None:
    """The expression that dates the event told by a predicate, or None.

    It is the one that hangs on the predicate, else on the nearest predicate above it, else on one that is joined to it.
    A report's own time does not date a past or coming event that is reported; expressions that name no day (durations,
    sets) date nothing. A range gives the days from its first expression to its second; `since` reaches to publication.
    """
    inside = [e for e in expressions if sentence.start_char <= e.start < sentence.end_char and _names_days(e)]
    dates = _Dates(sentence, _ranges(inside, sentence), published)
    for level in (predicate, *predicate.ancestors):
        if _goes_on(predicate, level):
            return None
        if found := dates.held_by(level) or dates.taken_up_by(level):
            return found
        if _is_told_apart(level, predicate) or _is_bound(level):
            return None
        if level.i != predicate.i and level.pos_ in ("VERB", "AUX") and not _shares_its_time(predicate, level):
            return None
    return dates.of_joined(predicate)


class _Dates:
    """The expressions of one sentence with the tokens that each may date."""

    def __init__(self, sentence: Span, expressions: Sequence[TimeExpression], published: date | None) -> None:
        self.published = published
        self.sentence = sentence
        self.chains = [(e, _chain(e, sentence)) for e in expressions]

    def held_by(self, token: Token) -> TimeExpression | None:
        """The expression nearest to a token of those that may date it."""
        held = [(chain.index(token.i), e.start, e) for e, chain in self.chains if token.i in chain]
        if _is_compared(token):
            # "The deadliest attack since 2018" was not in 2018.
            held = [one for one in held if not self.is_open(one[2])]
        if not held:
            return None
        found = self.reached(min(held, key=lambda one: one[:2])[2])
        return None if _is_perfect(token) and self.is_over(found) else found

    def taken_up_by(self, verb: Token) -> TimeExpression | None:
        """The expression right before a verb's "when": "since 1968, when troops invaded"."""
        for opener in (child for child in verb.lefts if child.lower_ == RELATIVE_TIME):
            text = self.sentence.doc.text
            before = (e for e, _ in self.chains if e.end < opener.idx and text[e.end : opener.idx].strip(" ,") == "")
            return next(before, None)
        return None

    def is_over(self, expression: TimeExpression) -> bool:
        """Whether a month or year ended before publication; "has been killed in 2010" is no English for those."""
        is_long = expression.precision is not None and COARSENESS[expression.precision] > COARSENESS["week"]
        return is_long and not (self.published and expression.last and expression.last >= self.published)

    def of_joined(self, predicate: Token) -> TimeExpression | None:
        """The expression of a deed that "and" joins to the predicate's, where both point the same way."""
        others = (t for t in predicate.conjuncts if t.i != predicate.i and not tells_speech(t) and not _is_contrast(t))
        joined = [
            t for t in others if direction(t) == direction(predicate) and _is_perfect(t) == _is_perfect(predicate)
        ]
        return next((found for token in joined if (found := self.held_by(token))), None)

    def is_open(self, expression: TimeExpression) -> bool:
        """Whether "since" stands right before an expression."""
        before = self.sentence.doc.text[self.sentence.start_char : expression.start].split()
        return bool(before) and before[-1].lower() in grammar().lists["bounds"]["since"]

    def reached(self, expression: TimeExpression) -> TimeExpression:
        """`since 1991` lasts to the day of publication, `since` itself being no part of the expression."""
        if (
            not self.is_open(expression)
            or self.published is None
            or expression.last is None
            or self.published <= expression.last
        ):
            return expression
        return replace(expression, last=self.published)


def _is_compared(noun: Token) -> bool:
    """ "The deadliest attack", "the first visit"."""
    return any(child.tag_ == "JJS" or child.lower_ in COMPARED for child in noun.lefts)


def _is_told_apart(level: Token, predicate: Token) -> bool:
    """Whether a clause is told by another whose time is not its own; what a clause only names has no share in it."""
    return level.dep_ in ("ccomp", "parataxis") and (predicate.pos_ == "NOUN" or not _is_present(level))


def _is_contrast(verb: Token) -> bool:
    """Whether "but" opens a clause with a subject of its own."""
    children = list(verb.children)
    return any(c.dep_ == "cc" and c.lower_ == CONTRAST for c in children) and any(
        c.dep_.startswith(("nsubj", "expl")) for c in children
    )


def _shares_its_time(predicate: Token, level: Token) -> bool:
    """Whether an event may be dated by a verb above it: not where one was done and the other is to come."""
    return predicate.pos_ not in ("VERB", "AUX") or direction(predicate) == direction(level)


def _goes_on(predicate: Token, level: Token) -> bool:
    """ "Fled in 2018 and has been freed": the first verb's day is not the second's."""
    return predicate.dep_ == "conj" and predicate.head == level and _is_perfect(predicate) and not _is_perfect(level)


def _names_days(expression: TimeExpression) -> bool:
    return expression.type in ("DATE", "TIME") and not (expression.value or "").endswith("_REF")


def _ranges(expressions: Sequence[TimeExpression], sentence: Span) -> list[TimeExpression]:
    """The expressions, those that "between ... and ..." or "from ... to ..." join made into one."""
    joined: list[TimeExpression] = []
    for expression in expressions:
        if joined and _is_range(joined[-1], expression, sentence):
            joined[-1] = _joined(joined[-1], expression, sentence.doc.text)
        else:
            joined.append(expression)
    return joined


def _is_range(first: TimeExpression, second: TimeExpression, sentence: Span) -> bool:
    text = sentence.doc.text
    before = text[sentence.start_char : first.start].lower().split()
    between = text[first.end : second.start].lower().split()
    opened = bool(before) and before[-1] in RANGE_OPENERS
    return opened and len(between) == 1 and between[0] in RANGE_LINKS


def _joined(first: TimeExpression, second: TimeExpression, text: str) -> TimeExpression:
    """From the first day to the last; a month without a year before one with a year shares it."""
    whole = replace(first, text=text[first.start : second.end], end=second.end)
    if first.first is None or second.last is None or first.precision is None or second.precision is None:
        return replace(whole, first=None, last=None, precision=None)
    start = first.first
    if start > second.last and first.precision in ("day", "month"):
        start = _in_year(start, second.last.year)
    if start > second.last:
        return replace(whole, first=None, last=None, precision=None)
    coarser = max(first.precision, second.precision, key=lambda precision: COARSENESS[precision])
    return replace(whole, first=start, last=second.last, precision=coarser)


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, 28)) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def _chain(expression: TimeExpression, sentence: Span) -> list[int]:
    """Token indexes from an expression's head up to the first verb: what it may date, nearest first."""
    span = sentence.doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if not span or _is_bound(span.root):
        return []
    chain: list[int] = []
    below = span.root
    for token in span.root.ancestors:
        if token.pos_ in ("NOUN", "PROPN") and chain and _is_bound(below):
            break
        if _lies_outside(span, token):
            below = token
            continue
        chain.append(token.i)
        if token.pos_ in ("VERB", "AUX"):
            break
        if _keeps_its_time(token, below):
            break
        below = token
    return chain


def _lies_outside(expression: Span, verb: Token) -> bool:
    """Whether an expression hangs on a clause it is no part of: "In 1970 after he lost", "men wearing red in May"."""
    stands_before = any(mark.i >= expression.end for mark in _marks(verb))
    return stands_before or (verb.dep_.startswith("acl") and verb.lemma_ in grammar().lists["bounds"]["manner"])


def _marks(verb: Token) -> list[Token]:
    """The words that open a clause, also where the parse hangs them on its subject."""
    openers = [verb, *(child for child in verb.children if child.dep_.startswith("nsubj"))]
    return [child for one in openers for child in one.lefts if child.dep_ in ("mark", "case") and child.tag_ != "POS"]


def _is_bound(token: Token) -> bool:
    """Whether a preposition puts an expression's day outside of the event: `before Friday`, not `by rebels`."""
    if token.dep_ == "obl:agent":
        return False
    outside = grammar().lists["bounds"]["outside"]
    spoken = (child for child in token.children if child.dep_ in ("case", "mark", "advmod"))
    return any(child.lower_ in outside for child in (*spoken, *_marks(token)))


def _keeps_its_time(noun: Token, below: Token) -> bool:
    """Whether a noun's own date ends there: one condemns "Friday's attack" on another day, but is killed in it."""
    if below.i > noun.i or below.dep_ not in BEFORE_A_NOUN:
        return _is_bound(noun)
    if noun.dep_.startswith("nsubj"):
        return False
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    return not cases & grammar().lists["bounds"]["inside"]


def _is_perfect(verb: Token) -> bool:
    """Whether a verb stands in the present perfect: "has met"."""
    return verb.tag_ == "VBN" and any(c.lemma_ == "have" and c.tag_ in ("VBP", "VBZ") for c in verb.children)


def _is_present(verb: Token) -> bool:
    tags = {verb.tag_} | {child.tag_ for child in verb.children if child.dep_ in ("aux", "aux:pass", "cop")}
    return not tags & {"VBD", "MD"}
