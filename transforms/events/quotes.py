"""Quotes: who said what, in the words between quotation marks."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from schemas.records import Actor, Article, Quote
from transforms.events.clauses import words
from transforms.events.clauses.attribution import SOURCES
from transforms.events.clauses.node import Node
from transforms.events.clauses.subjects import Subjects
from transforms.events.clauses.tree import grow, preposition
from transforms.events.naming import Memory
from transforms.events.quotations import Quoted, quoted

# Fewer words without a speaker are a title or irony, not somebody's statement.
FEWEST_UNSPOKEN = 4
SINGULAR = frozenset({"he", "she"})


@dataclass(frozen=True, slots=True)
class _Speech:
    """A speech verb outside quotation marks (or "according to") with the head token of its speaker."""

    position: int
    speaker: int
    verb: str | None
    has_content: bool


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: str
    code: str | None
    verb: str | None
    head: int


@dataclass(frozen=True, slots=True)
class Heard:
    """Quotes in reading order; `voices` gives for each quoted token the head token of its speaker."""

    quotes: tuple[Quote, ...]
    voices: Mapping[int, int]


def listen(doc: Doc, memory: Memory, article: Article, tree: Callable[[Span], Sequence[Node]] = grow) -> Heard:
    """Quoted passages and their speakers; one known by surname or pronoun gets the name the article gave.

    `tree` grows a sentence, or gives it as it was grown before.
    """
    listener = _Listener(doc, memory, article, tree)
    return Heard(tuple(listener.quotes()), listener.voices)


class _Listener:
    """Reads one article's quotations in order and remembers who spoke last."""

    def __init__(self, doc: Doc, memory: Memory, article: Article, tree: Callable[[Span], Sequence[Node]]) -> None:
        self.doc = doc
        self.memory = memory
        self.article = article
        self.tree = tree
        self.passages = quoted(article.text)
        self.sentences = list(doc.sents) if self.passages else []
        self.starts = [sentence.start_char for sentence in self.sentences]
        self.quoted_tokens = frozenset(_tokens_within(doc, self.passages))
        self.speeches: dict[int, list[_Speech]] = {}
        self.last: _Speaker | None = None
        self.last_paragraph = -1
        self.voices: dict[int, int] = {}

    def quotes(self) -> Iterator[Quote]:
        for passage in self.passages:
            speaker = self.speaker(passage)
            if speaker is not None:
                self.last, self.last_paragraph = speaker, passage.paragraph
                self.voices.update(dict.fromkeys(_tokens_within(self.doc, [passage]), speaker.head))
            elif len(self.article.text[passage.start : passage.end].split()) < FEWEST_UNSPOKEN:
                continue
            yield self.quote(passage, speaker)

    def quote(self, passage: Quoted, speaker: _Speaker | None) -> Quote:
        recipe = f"{self.article.article_id}\n{passage.start}\n{passage.end}"
        return Quote(
            quote_id="q" + hashlib.sha256(recipe.encode()).hexdigest()[:20],
            article_id=self.article.article_id,
            source_id=self.article.source_id,
            speaker=speaker.name if speaker else None,
            speaker_code=speaker.code if speaker else None,
            verb=speaker.verb if speaker else None,
            text=self.article.text[passage.start : passage.end],
            char_start=passage.start,
            char_end=passage.end,
        )

    def speaker(self, passage: Quoted) -> _Speaker | None:
        """From the speech verb around the words, else the one who spoke before in the same paragraph."""
        speech = self.nearest(passage)
        if speech is not None:
            return self.named(speech)
        return self.last if self.last_paragraph == passage.paragraph else None

    def nearest(self, passage: Quoted) -> _Speech | None:
        """The closest speech verb of the sentences that hold the words; one behind them counts as closer."""
        first, after = bisect_right(self.starts, passage.start) - 1, bisect_left(self.starts, passage.end)
        found = [speech for number in range(first, after) for speech in self.speech_in(number)]
        if after < len(self.sentences) and self.follows(after, passage):
            found += [speech for speech in self.speech_in(after) if not speech.has_content]
        return min(found, key=lambda speech: _distance(speech, passage), default=None)

    def follows(self, number: int, passage: Quoted) -> bool:
        """Whether the sentence begins right behind the quotation: "..." X said."""
        start = self.sentences[number].start_char
        between = self.article.text[passage.end : start] if start >= passage.end else "\n"
        return "\n" not in between and not any(sign.isalnum() for sign in between)

    def speech_in(self, number: int) -> list[_Speech]:
        if number not in self.speeches:
            self.speeches[number] = list(_speeches(self.doc, self.tree(self.sentences[number]), self.quoted_tokens))
        return self.speeches[number]

    def named(self, speech: _Speech) -> _Speaker | None:
        token = self.doc[speech.speaker]
        actor = self.memory.resolve(token)
        if actor is not None:
            return _Speaker(_label(actor), actor.code, speech.verb, token.i)
        if token.pos_ == "PRON" or token.tag_ == "PRP":
            known = self.last if token.lower_ in SINGULAR else None
            return _Speaker(known.name, known.code, speech.verb, known.head) if known else None
        return _Speaker(_phrase(token), None, speech.verb, token.i)


def _speeches(doc: Doc, nodes: Sequence[Node], quoted_tokens: frozenset[int]) -> Iterator[_Speech]:
    subjects = Subjects()
    for node in nodes:
        if node.index in quoted_tokens:
            continue
        if node.dep in ("obl", "nmod") and preposition(node) in SOURCES:
            yield _Speech(doc[node.index].idx, node.index, None, has_content=False)
        elif node.pos == "VERB" and node.lemma in words.speech_verbs():
            speaker = _subject(node, subjects)
            if speaker is not None and speaker.index not in quoted_tokens:
                content = node.first("ccomp") is not None
                yield _Speech(doc[node.index].idx, speaker.index, node.lemma, content)


def _subject(node: Node, subjects: Subjects) -> Node | None:
    if node.first("nsubj:pass", "aux:pass") is not None:
        return node.first("obl:agent")
    return subjects.surface(node)


def _tokens_within(doc: Doc, passages: Sequence[Quoted]) -> Iterator[int]:
    for passage in passages:
        span = doc.char_span(passage.start, passage.end, alignment_mode="expand")
        if span is not None:
            yield from range(span.start, span.end)


def _distance(speech: _Speech, passage: Quoted) -> int:
    if speech.position >= passage.end:
        return speech.position - passage.end
    return 10 + max(passage.start - speech.position, 0)


def _label(actor: Actor) -> str:
    return actor.name or actor.text


def _phrase(token: Token) -> str:
    """A noun phrase up to its head, without the article."""
    left = next((t for t in token.subtree if t.i >= token.left_edge.i and t.pos_ != "DET"), token)
    doc = token.doc
    return doc[min(left.i, token.i) : token.i + 1].text
