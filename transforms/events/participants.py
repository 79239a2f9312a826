"""Participants: from the words that a codebook row points at to pairs of actor and recipient."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.tables import INTERNATIONAL, STATE
from transforms.events.clauses.binding import REFLEXIVE, binder
from transforms.events.codebook.codebook import Match

# A coordination this long is a list of something else; each pair would be a row.
MOST_CONJUNCTS = 8
ABOUT = frozenset({"of", "between", "by", "among", "from", "for", "to", "against", "with"})
DEEPEST = 3
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
THING = "thing"
# Acts of speech: their recipients are those whom the words concern.
# What counts as an event also between people without a part in public life.
AMONG_ANYONE = frozenset({"ASSAULT", "COERCE", "PROTEST"})
PUBLIC = (STATE | INTERNATIONAL | {"UNO", "EUR", "OPP", "ELI", "PRE"}) - {"MNC"}
WORDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


class Memory(Protocol):
    """What the article has said so far about its actors."""

    def resolve(self, head: Token, *, as_place: bool = False) -> Actor | None:
        """The actor that a noun phrase names, None where it can be none; `as_place` lets a country one is in count."""
        ...

    def owner(self, head: Token) -> Actor | None:
        """The actor that a thing belongs to: Iran for "Iran's proposal"."""
        ...

    def members(self, head: Token, actor: Actor) -> list[Actor]:
        """The actors of one noun: two for "Greek and Turkish negotiators", else the actor alone."""
        ...


@dataclass(frozen=True, slots=True)
class Pair:
    """Who does it and to whom; one of the two may be missing."""

    actor: Actor | None
    recipient: Actor | None


class Participants:
    """Resolves head tokens of one document, each once."""

    def __init__(
        self, doc: Doc, memory: Memory, dates: Collection[int] = (), voices: Mapping[int, int] | None = None
    ) -> None:
        """`dates` are indexes of tokens that tell a time and so nobody; `voices` give quoted tokens their speaker."""
        self._doc = doc
        self._voices = voices or {}
        self._dates = dates
        self._memory = memory
        self._known: dict[int, Actor | None] = {}

    def actor(self, head: int) -> Actor | None:
        """The actor whose noun phrase this token heads; for a pronoun the noun that binds it in its sentence."""
        if head not in self._known:
            self._known[head] = self._resolve(self._doc[head])
        return self._known[head]

    def _resolve(self, token: Token) -> Actor | None:
        if token.lower_ in FIRST_PERSON and token.i in self._voices:
            return self.actor(self._voices[token.i])
        bound = binder(token) if token.pos_ == "PRON" else None
        named = self._memory.resolve(bound) if bound is not None else None
        return named or self._memory.resolve(token)

    def sectors(self, head: int) -> Sequence[str]:
        """PLOVER sectors of that actor."""
        actor = self.actor(head)
        return actor.sectors if actor else ()

    def pairs(self, match: Match, matches: Mapping[int, Match]) -> list[Pair]:
        """Every pair that the match tells of; a mutual act of several gives the first with each other.

        One side at least is known, by country or sector, and outside violence, arrest and protest it acts in public
        life; the other may be a name or a thing, which keeps its text and no code. `matches` are the sentence's by
        predicate: whoever did the attack that killed has killed.
        """
        if self._is_done_to_oneself(match):
            return []
        counts = _is_known if match.row.event_type in AMONG_ANYONE else _is_public
        return [pair for pair in self._pairs(match, matches) if counts(pair.actor) or counts(pair.recipient)]

    def _is_done_to_oneself(self, match: Match) -> bool:
        """A suicide is no assault."""
        done_to = {self._doc[head].lower_ for head in match.recipients}
        return match.row.event_type in AMONG_ANYONE and not done_to.isdisjoint(REFLEXIVE)

    def _pairs(self, match: Match, matches: Mapping[int, Match]) -> list[Pair]:
        actors = self._actors(match.actors) or self._actors(_behind(match, matches))
        among_themselves = match.mutual and len(actors) > 1
        named = self._recipients(match, also_about=not among_themselves)
        recipients = [one for one in named if not any(same(one, a) for a in actors)]
        if match.mutual and not any(_is_actor(one) for one in recipients):
            return [Pair(actors[0], other) for other in actors[1:]]
        if not actors or not recipients:
            return [Pair(a, None) for a in actors] + [Pair(None, r) for r in recipients]
        return [Pair(a, r) for a in actors for r in recipients]

    def recipient(self, head: int) -> Actor | None:
        """The actor that is acted on: also a country one is in or goes to, and whoever a thing belongs to."""
        token = self._doc[head]
        return self.actor(head) or self._memory.resolve(token, as_place=True) or self._memory.owner(token)

    def _first_named(self, heads: Iterable[int], resolve: Callable[[int], Actor | None]) -> list[Actor]:
        """The actors of the first phrase that names any, with those coordinated with it."""
        for head in heads:
            found = self._named(self._doc[head], resolve)
            if found:
                return found
        return []

    def _named(self, head: Token, resolve: Callable[[int], Actor | None]) -> list[Actor]:
        found = ((token, actor) for token in coordinated(head) if (actor := resolve(token.i)) is not None)
        return _distinct(member for token, actor in found for member in self._memory.members(token, actor))

    def _actors(self, heads: Sequence[int]) -> list[Actor]:
        """Who acts: an actor, the owner of a thing ("a U.S. airstrike killed"), or at least a proper name."""
        found = self._first_named(heads, self.actor) or self._first_named(heads, self._owner)
        return found or self._first_named(heads, self._proper_name)

    def _recipients(self, match: Match, *, also_about: bool) -> list[Actor]:
        """Who is acted on; where only a thing is named, in words those that it is about, in deeds the thing itself."""
        found = self._first_named(match.recipients, self.recipient)
        if match.row.event_type not in WORDS:
            found = [_as_place(actor) for actor in found]
        if not found and also_about and match.row.event_type in WORDS:
            about = (token for head in match.recipients for token in _about(self._doc[head]))
            found = next((named for token in about if (named := self._named(token, self.recipient))), [])
        return found or self._first_named(match.recipients[:1], self._thing)

    def _owner(self, head: int) -> Actor | None:
        token = self._doc[head]
        return self._memory.owner(token.head if token.pos_ == "ADJ" else token)

    def _proper_name(self, head: int) -> Actor | None:
        token = self._doc[head]
        return self._thing(head) if token.pos_ == "PROPN" and token.dep_ not in ("compound", "amod") else None

    def _thing(self, head: int) -> Actor | None:
        token = self._doc[head]
        if token.pos_ not in ("NOUN", "PROPN") or head in self._dates:
            return None
        text, start, end = phrases.text_of(self._doc, *phrases.mention(token, phrases.core(token)))
        return Actor(text, start, end, kind=THING, method="uncoded")


def _about(thing: Token, depth: int = 0) -> Iterator[Token]:
    """Nouns that a thing's phrase concerns, the nearest first: "efforts to mend relations between Oslo and Lima"."""
    below = [c for c in thing.children if c.i > thing.i and c.dep_ in ("nmod", "acl", "obj", "obl", "obl:agent")]
    if depth == 0 and thing.dep_ == "nmod":
        # "Support for efforts to mend": the infinitive may hang on either noun.
        below += [c for c in thing.head.children if c.i > thing.i and c.dep_ == "acl"]
    for child in below:
        if child.dep_ == "nmod" and not any(case.lower_ in ABOUT for case in child.children if case.dep_ == "case"):
            continue
        if child.pos_ in ("NOUN", "PROPN"):
            yield child
        if depth < DEEPEST:
            yield from _about(child, depth + 1)


def coordinated(token: Token) -> list[Token]:
    """A noun and the nouns coordinated with it, in reading order."""
    found = [token]
    for member in found:
        found.extend(c for c in member.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "NUM"))
    return sorted(found[:MOST_CONJUNCTS], key=lambda member: member.i)


def _behind(match: Match, matches: Mapping[int, Match]) -> tuple[int, ...]:
    """Who acts in the event that stands where an actor should: the Taliban for "a Taliban attack killed"."""
    events = (matches[head] for head in match.actors if head in matches)
    return tuple(actor for event in events for actor in event.actors)


def _is_known(actor: Actor | None) -> bool:
    return actor is not None and actor.code is not None


def _is_public(actor: Actor | None) -> bool:
    """A country, or whoever has a sector of public life; private people, firms and things have none."""
    if actor is None or actor.code is None or actor.kind == THING:
        return False
    return bool(PUBLIC.intersection(actor.sectors)) or (not actor.sectors and actor.kind != "person")


def _as_place(actor: Actor) -> Actor:
    """A capital that is shelled is a city of its country, not the government that sits there."""
    if actor.method != "capital":
        return actor
    return replace(actor, code=actor.country, sectors=())


def _is_actor(actor: Actor) -> bool:
    return actor.kind != THING or actor.code is not None


def same(one: Actor, other: Actor) -> bool:
    """Whether two mentions name one actor."""
    if one.start < other.end and other.start < one.end:
        return True
    return identity(one) == identity(other)


def identity(actor: Actor | None) -> str:
    """What tells an actor from others within an article: the canonical name, else the text."""
    return "" if actor is None else (actor.name or actor.text).lower()


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    kept: list[Actor] = []
    for actor in actors:
        if not any(same(actor, other) for other in kept):
            kept.append(actor)
    return kept
