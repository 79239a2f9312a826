"""Event mentions: one row for each event that a sentence tells, with all that its fields rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import islice

from spacy.tokens import Doc, Span

from schemas.codes import DATED_AS_TOLD
from schemas.records import Actor, Article, EventMention, Place, Quote, TimeExpression
from transforms.events.actors.actors import Actors
from transforms.events.clauses.clauses import Clause, clauses_of
from transforms.events.clauses.node import Node
from transforms.events.clauses.tree import grow
from transforms.events.codebook.codebook import Codebook, Match
from transforms.events.codebook.finer import announced
from transforms.events.confidence import confidence, signs
from transforms.events.drafts import Draft, once
from transforms.events.identity import same
from transforms.events.participants import Pair, Participants
from transforms.events.places.places import Placed, places
from transforms.events.places.scenes import event_place
from transforms.events.quotes import listen
from transforms.events.reach import coordinated
from transforms.events.sides import sides
from transforms.events.strangers import LEAST_SENTENCES, are_strangers
from transforms.events.times.dating import EventDate, event_date
from transforms.events.times.times import time_expressions

HISTORICAL = timedelta(days=30)
LONGEST_PREDICATE = 6
LEAD_LINES = 2
# Words of a sentence; what is longer is a text without full stops, and its clauses are guesses.
MAX_SENTENCE = 300


@dataclass(frozen=True, slots=True)
class Told:
    """All that one article tells."""

    event_mentions: tuple[EventMention, ...]
    quotes: tuple[Quote, ...]
    time_expressions: tuple[TimeExpression, ...]
    places: tuple[Place, ...]


def mentions(doc: Doc, article: Article, codebook: Codebook, actors: Actors, home: str | None = None) -> Told:
    """Events, quotes, times and places of one parsed article; `doc.text` must equal `article.text`.

    `home` is the source's country (alpha-3), which its places are likely to lie in.
    """
    memory = actors.read(doc, article.published_date, article.title)
    expressions = time_expressions(doc, article.published_date)
    found_places = places(doc, memory, article.dateline_place, home)
    memory.settle([found.place for found in found_places], home)
    tree = cache(grow)
    heard = listen(doc, memory, article, tree)
    participants = Participants(doc, memory, frozenset(_tokens_of(expressions, doc)), heard.voices)
    is_article = sum(1 for _ in islice(doc.sents, LEAST_SENTENCES)) == LEAST_SENTENCES
    teller = _Teller(
        doc, article, codebook, participants, expressions, found_places, heard.voices, tree, is_article=is_article
    )
    return Told(
        event_mentions=tuple(
            told for sentence in doc.sents if len(sentence) <= MAX_SENTENCE for told in teller.tell(sentence)
        ),
        quotes=heard.quotes,
        time_expressions=tuple(expressions),
        places=tuple(found.place for found in found_places),
    )


@dataclass(frozen=True, slots=True)
class _Teller:
    """What is known of one article while its sentences are read."""

    doc: Doc
    article: Article
    codebook: Codebook
    participants: Participants
    expressions: Sequence[TimeExpression]
    places: Sequence[Placed]
    voices: Mapping[int, int]
    tree: Callable[[Span], Sequence[Node]]
    is_article: bool

    def tell(self, sentence: Span) -> Iterator[EventMention]:
        for draft in self.drafts(sentence):
            yield self.mention(draft, sentence)

    def drafts(self, sentence: Span) -> list[Draft]:
        """The sentence's events in reading order, each once."""
        found = clauses_of(self.tree(sentence))
        by_predicate = {clause.predicate: clause for clause in found}
        matches = {clause.predicate: match for clause in found if (match := self.match(clause, by_predicate))}
        told = (clause for clause in found if clause.predicate in matches)
        return once([d for clause in told for d in self.of_clause(clause, matches, _status(clause, by_predicate))])

    def match(self, clause: Clause, by_predicate: Mapping[int, Clause]) -> Match | None:
        return self.codebook.match(clause, self.doc, by_predicate, self.participants.sectors)

    def of_clause(self, clause: Clause, matches: Mapping[int, Match], status: str) -> Iterator[Draft]:
        match = matches[clause.predicate]
        status = match.row.status or status
        sentence = self.doc[clause.predicate].sent.text
        for pair in self.participants.pairs(clause, match, matches):
            if self.is_article and are_strangers(pair.actor, pair.recipient):
                continue
            yield _draft(clause, match, pair, status, sentence, announced_by_actor=self.is_announced(clause, pair))

    def is_announced(self, clause: Clause, pair: Pair) -> bool:
        """Whether the actor says so itself: "Chad said that it would expel the monitors"."""
        speaker = self.voices.get(clause.predicate) if clause.speaker is None else clause.speaker
        said_by = () if speaker is None else coordinated(self.doc[speaker])
        voices = (self.participants.actor(token.i) for token in said_by)
        return any(voice is not None and pair.actor is not None and same(voice, pair.actor) for voice in voices)

    def mention(self, draft: Draft, sentence: Span) -> EventMention:
        start, end = _predicate_span(draft, self.doc)
        text = self.article.text
        first, last = _stripped(sentence)
        when = self.date(draft, sentence)
        return EventMention(
            event_mention_id=self.identifier(draft, first, start),
            article_id=self.article.article_id,
            source_id=self.article.source_id,
            sentence=text[first:last],
            sentence_start=first,
            sentence_end=last,
            predicate_text=text[start:end],
            predicate_start=start,
            predicate_end=end,
            actor=draft.pair.actor,
            recipient=draft.pair.recipient,
            event_type=draft.event_type,
            event_mode=draft.event_mode,
            context=draft.match.row.context,
            cameo_code=draft.cameo_code,
            status=draft.status,
            attribution=self.attribution(draft.clause),
            event_date=when.first,
            event_date_end=when.last,
            event_date_precision=when.precision,
            event_date_text=when.expression.text if when.expression else None,
            event_date_method=when.method,
            is_historical=self.is_historical(when),
            place=self.place(draft, sentence, when.expression),
            confidence=draft.confidence,
            rule=draft.match.row.rule_id,
        )

    def identifier(self, draft: Draft, sentence_start: int, predicate_start: int) -> str:
        """ "m" and the first 20 hex digits of the SHA-256 of what makes the mention this one, joined by newlines."""
        pair = (_label(draft.pair.actor), _label(draft.pair.recipient))
        parts = [self.article.article_id, str(sentence_start), str(predicate_start), *pair, draft.event_type]
        return "m" + hashlib.sha256("\n".join(parts).encode()).hexdigest()[:20]

    def attribution(self, clause: Clause) -> str | None:
        """Name or words of the one who says so; a pronoun that nothing resolves names nobody."""
        speaker = self.voices.get(clause.predicate) if clause.speaker is None else clause.speaker
        if speaker is None:
            return None
        actor, token = self.participants.actor(speaker), self.doc[speaker]
        return _label(actor) if actor else token.text if token.pos_ in ("NOUN", "PROPN") else None

    def place(self, draft: Draft, sentence: Span, when: TimeExpression | None) -> Place | None:
        dateline = self.dateline(draft, _stripped(sentence)[0], when)
        return event_place(draft.clause, draft.event_type, sentence, self.places, dateline)

    def dateline(self, draft: Draft, sentence_start: int, when: TimeExpression | None) -> str | None:
        """The dateline's place, for words that the lead reports of these days; deeds may have been done elsewhere."""
        is_lead = self.article.text.count("\n", 0, sentence_start) < LEAD_LINES
        is_news = draft.status == "asserted" and (when is None or _is_of_these_days(when))
        return self.article.dateline_place if is_lead and is_news and sides(draft.event_type).in_words else None

    def date(self, draft: Draft, sentence: Span) -> EventDate:
        predicate, published = self.doc[draft.clause.predicate], self.article.published_date
        asserted = draft.status == "asserted"
        return event_date(predicate, sentence, self.expressions, published, asserted=asserted)

    def is_historical(self, when: EventDate) -> bool | None:
        """Null where the event has only the day on which it was told: what is old may be told as if it were new."""
        published = self.article.published_date
        if published is None or when.last is None or when.method in DATED_AS_TOLD:
            return None
        return published - when.last > HISTORICAL


def _status(clause: Clause, by_predicate: Mapping[int, Clause]) -> str:
    """The clause's status; what is found "not guilty" is not so."""
    found = (by_predicate[i] for i in clause.complements if i in by_predicate)
    is_not_so = any(one.pos == "adjective" and one.status == "negated" for one in found)
    return "negated" if is_not_so and clause.status == "asserted" else clause.status


def _is_of_these_days(when: TimeExpression) -> bool:
    """A day or week, or a day of the week that no date of publication resolves."""
    return when.precision in ("day", "week") or (when.value or "").startswith("XXXX-WXX")


def _tokens_of(expressions: Sequence[TimeExpression], doc: Doc) -> Iterator[int]:
    for expression in expressions:
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is not None:
            yield from range(span.start, span.end)


def _draft(clause: Clause, match: Match, pair: Pair, status: str, sentence: str, *, announced_by_actor: bool) -> Draft:
    row = announced(match.row, by_its_actor=announced_by_actor) if status == "future" else match.row
    return Draft(
        clause=clause,
        match=match,
        pair=pair,
        event_type=row.event_type,
        event_mode=row.event_mode,
        cameo_code=row.cameo_code,
        status=status,
        confidence=confidence(signs(match.row, pair.actor, pair.recipient, sentence)),
    )


def _label(actor: Actor | None) -> str:
    return "" if actor is None else actor.name or actor.text


def _predicate_span(draft: Draft, doc: Doc) -> tuple[int, int]:
    """Character span of the words that tell the event; of the predicate alone where they lie far apart."""
    tokens = draft.match.predicate_tokens
    if max(tokens) - min(tokens) >= LONGEST_PREDICATE:
        tokens = (draft.clause.predicate,)
    span = doc[min(tokens) : max(tokens) + 1]
    return span.start_char, span.end_char


def _stripped(sentence: Span) -> tuple[int, int]:
    """Character span of a sentence without the white space around it."""
    text = sentence.text
    start = sentence.start_char + len(text) - len(text.lstrip())
    return start, start + len(text.strip())
