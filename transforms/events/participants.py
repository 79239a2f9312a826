"""Participants: from the words that a codebook row points at to pairs of actor and recipient."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Protocol

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.tables import INTERNATIONAL, STATE
from transforms.events.clauses import words
from transforms.events.clauses.binding import OWNERS, REFLEXIVE, binder, rivals
from transforms.events.clauses.clauses import Clause
from transforms.events.clauses.node import FINITE
from transforms.events.codebook.codebook import Match
from transforms.events.reach import (
    MODIFIERS,
    NOUNS,
    about,
    beside,
    coordinated,
    is_full,
    is_quality,
    nearer_antecedents,
    phrase_head,
    purposes,
)
from transforms.events.sides import Sides, sides

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
THING = "thing"
PUBLIC = (STATE | INTERNATIONAL | {"UNO", "EUR", "OPP", "ELI", "PRE"}) - {"MNC"}
DOERS = frozenset({"GOV", "MIL", "COP", "REB", "UAF", "CRM", "SPY"})
# The pronouns that are acted on, with the tags of the nouns that they may stand for.
OBJECTS = {"them": ("NNS", "NNPS"), "him": ("NNP", "NN"), "her": ("NNP", "NN")}
RECIPROCAL = frozenset({("each", "other"), ("one", "another")})


class Memory(Protocol):
    """What the article has said so far about its actors."""

    def resolve(self, head: Token, *, as_place: bool = False) -> Actor | None:
        """The actor that a noun phrase names, None where it can be none; `as_place` lets a country one is in count."""
        ...

    def owner(self, head: Token, *, wide: bool = False) -> Actor | None:
        """The actor that a thing belongs to: Iran for "Iran's proposal"; `wide` for what is hit with its owner."""
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
        if token.lower_ in OBJECTS and token.dep_ != "nmod:poss":
            return self._acted_on(token)
        bound = binder(token) if token.pos_ == "PRON" else None
        named = self._memory.resolve(bound) if bound is not None else None
        return named or self._memory.resolve(token)

    def _acted_on(self, pronoun: Token) -> Actor | None:
        """Whom "them", "him" or "her" means: the one named beside who acts on them, else what memory says."""
        nouns = rivals(pronoun, OBJECTS[pronoun.lower_])
        named = [actor for noun in nouns if (actor := self._memory.resolve(noun)) is not None]
        several = pronoun.lower_ == "them"
        meant = _distinct(actor for actor in named if (actor.code if several else actor.kind == "person"))
        if not meant:
            return self._memory.resolve(pronoun)
        return meant[0] if len(meant) == 1 else None

    def sectors(self, head: int) -> Sequence[str]:
        """PLOVER sectors of that actor."""
        actor = self.actor(head)
        return actor.sectors if actor else ()

    def pairs(self, clause: Clause, match: Match, matches: Mapping[int, Match]) -> list[Pair]:
        """Every pair that the match tells of; a mutual act of several gives the first with each other.

        `sides.csv` says whom the type of event needs. One side at least is known, by country or sector, and mostly
        acts in public life; the other may be a name or a thing, which keeps its text and no code. `matches` are the
        sentence's by predicate: whoever did the attack that killed has killed.
        """
        needs = sides(match.row.event_type)
        if self._is_done_to_oneself(match, needs):
            return []
        counts = _is_known if needs.among_anyone else _is_public
        found = [
            pair for pair in self._pairs(clause, match, matches, needs) if counts(pair.actor) or counts(pair.recipient)
        ]
        told = [pair for pair in found if pair.recipient is not None or not needs.needs_recipient]
        if clause.pos == "noun":
            # "The seizure of their ships": whose they are does not say who was hit; it may be the ones who seized.
            told = [pair for pair in told if pair.actor is not None or not _is_owner_word(pair.recipient)]
        if any(pair.actor is None for pair in told) and not _hides_its_actor(clause, match, matches, needs):
            told = [pair for pair in told if pair.actor is not None]
        if needs.actor == "passive":
            return told
        return [pair for pair in told if pair.actor is not None or not self._names_a_doer(clause, pair)]

    def _is_done_to_oneself(self, match: Match, needs: Sides) -> bool:
        """A suicide is no assault."""
        done_to = {self._doc[head].lower_ for head in match.recipients}
        return needs.among_anyone and not done_to.isdisjoint(REFLEXIVE)

    def _names_a_doer(self, clause: Clause, pair: Pair) -> bool:
        """Whether the sentence names, beside the one acted on, somebody who may have done what has no actor."""
        for token in self._doc[clause.predicate].sent:
            if not may_act(token) or token.i == clause.speaker or _speaks(token):
                continue
            other = self.actor(token.i)
            if other is not None and _may_do(other) and not (pair.recipient and _side_by_side(other, pair.recipient)):
                return True
        return False

    def _pairs(self, clause: Clause, match: Match, matches: Mapping[int, Match], needs: Sides) -> list[Pair]:
        actors = self._doers(clause, match, matches)
        mutual = match.mutual or any(self._is_each_other(head) for head in match.recipients)
        named = self._recipients(clause, match, needs, also_about=not (mutual and len(actors) > 1))
        recipients = [one for one in named if not any(same(one, a) for a in actors)]
        among_themselves = needs.together and len(actors) > 1 and not recipients
        if among_themselves or (mutual and not any(_is_actor(one) for one in recipients)):
            return [Pair(actors[0], other) for other in actors[1:]]
        if not actors or not recipients:
            return [Pair(a, None) for a in actors] + [Pair(None, r) for r in recipients]
        return [Pair(a, r) for a in actors for r in recipients]

    def _is_each_other(self, head: int) -> bool:
        """Whether a phrase is "each other", or something of each other's."""
        start = self._doc[head].left_edge.i
        spoken = [token.lower_ for token in self._doc[start : head + 2]]
        return not RECIPROCAL.isdisjoint(pairwise(spoken))

    def recipient(self, head: int) -> Actor | None:
        """The actor that is acted on: also a country one is in or goes to, and whoever a thing belongs to."""
        token = self._doc[head]
        if _speaks(token):
            return None
        found = self.actor(head) or self._memory.resolve(token, as_place=True) or self._memory.owner(token)
        return _as_modifier(found) if found is not None and token.dep_ in MODIFIERS else found

    def _hit(self, head: int) -> Actor | None:
        """Whoever owns what is hit: Chad for "two Chadian pumping stations"."""
        return self._memory.owner(phrase_head(self._doc[head]), wide=True)

    def _first_named(self, heads: Iterable[int], resolve: Callable[[int], Actor | None]) -> list[Actor]:
        """The actors of the first phrase that names any, with those coordinated with it."""
        return self._first_of((self._doc[head] for head in heads), resolve)

    def _named(self, head: Token, resolve: Callable[[int], Actor | None]) -> list[Actor]:
        members = [token for token in coordinated(head) if token is head or not _speaks(token)]
        found = ((token, actor) for token in members if (actor := resolve(token.i)) is not None)
        return _distinct(member for token, actor in found for member in self._memory.members(_bound(token), actor))

    def _doers(self, clause: Clause, match: Match, matches: Mapping[int, Match]) -> list[Actor]:
        """Who acts: an actor, the owner of a thing ("a U.S. airstrike killed"), or at least a proper name."""
        predicate = self._doc[clause.predicate]
        heads = match.actors or (shared_agents(predicate) if clause.passive else ())
        heads = tuple(head for head in heads if not is_quality(self._doc[head]))
        found = self._first_named(heads, self.actor)
        found = found or self._meant(heads, predicate) or self._first_named(heads, self._owner)
        found = found or self._first_named(heads, self._proper_name)
        return found or (self._first_named(behind, self.actor) if (behind := _behind(match, matches)) else [])

    def _meant(self, heads: Iterable[int], predicate: Token) -> list[Actor]:
        """The actor that a relative clause is about, where what the parse hangs it on is none."""
        nearer = [n.i for head in heads if not self.actor(head) for n in nearer_antecedents(self._doc[head], predicate)]
        return self._first_named(nearer, self.actor)

    def _recipients(self, clause: Clause, match: Match, needs: Sides, *, also_about: bool) -> list[Actor]:
        """Who is acted on: in the row's slots, in words also what those concern, else a thing, else beside the verb."""
        found = self._in_slots(clause, match, needs)
        if not found and also_about and needs.in_words:
            concerned = (token for head in match.recipients for token in about(self._doc[head]))
            found = self._first_of(concerned, self.recipient)
        found = found or self._thing_of(match, needs)
        unclear = any(self._doc[head].pos_ == "PRON" for head in match.recipients)
        if found or unclear or not also_about:
            return found
        starts = match.recipients or (*match.predicate_tokens, *clause.complements)
        near = beside([self._doc[index] for index in starts], needs.beside)
        if needs.in_purpose:
            wanted = purposes(self._doc[clause.predicate])
            near = [*(found for noun in near for found in (noun, *about(noun))), *wanted]
        return self._first_of(near, self._coded)

    def _in_slots(self, clause: Clause, match: Match, needs: Sides) -> list[Actor]:
        """The actors that the row's slots hold; in deeds also whoever owns what is hit."""
        found = self._meant(match.recipients[:1], self._doc[clause.predicate])
        found = found or self._first_named(match.recipients, self.recipient)
        if needs.in_words:
            return found
        return [_as_place(actor) for actor in found or self._first_named(match.recipients, self._hit)]

    def _first_of(self, nouns: Iterable[Token], resolve: Callable[[int], Actor | None]) -> list[Actor]:
        return next((named for noun in nouns if (named := self._named(noun, resolve))), [])

    def _coded(self, head: int) -> Actor | None:
        actor = self.recipient(head)
        return actor if _is_known(actor) else None

    def _thing_of(self, match: Match, needs: Sides) -> list[Actor]:
        """The name, or the thing where the type takes one, that stands in the first slot and has no code."""
        heads = (phrase_head(self._doc[head]) for head in match.recipients[:1])
        events = match.predicate_tokens if needs.in_words else (*match.predicate_tokens, *match.absorbed)
        nouns = [noun for noun in heads if noun.i not in events and is_full(noun)]
        return self._first_named([n.i for n in nouns if needs.takes_thing or n.pos_ == "PROPN"], self._thing)

    def _owner(self, head: int) -> Actor | None:
        token = self._doc[head]
        return self._memory.owner(token.head if token.pos_ == "ADJ" else token)

    def _proper_name(self, head: int) -> Actor | None:
        token = self._doc[head]
        return self._thing(head) if token.pos_ == "PROPN" and token.dep_ not in MODIFIERS else None

    def _thing(self, head: int) -> Actor | None:
        token = self._doc[head]
        if token.pos_ not in NOUNS or head in self._dates:
            return None
        text, start, end = phrases.text_of(self._doc, *phrases.mention(token, phrases.core(token)))
        return Actor(text, start, end, kind=THING, method="uncoded")


def _bound(token: Token) -> Token:
    """The noun that a pronoun stands for in its sentence, else the token itself."""
    return (binder(token) if token.pos_ == "PRON" else None) or token


def shared_agents(predicate: Token) -> tuple[int, ...]:
    """By-phrases of the passive that a second one follows: "was seized by police and taken into custody"."""
    if predicate.dep_ != "conj" or any(child.dep_.startswith("nsubj") for child in predicate.children):
        return ()
    return tuple(child.i for child in predicate.head.children if child.dep_ == "obl:agent")


def _speaks(noun: Token) -> bool:
    """Whether the noun is the subject of a verb of speech, or whom one says something according to."""
    verb = noun.head if noun.dep_ == "nsubj" else noun.doc[min(noun.right_edge.i + 1, len(noun.doc) - 1)]
    inserted = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == "," and verb.tag_ in FINITE
    speaks = (noun.dep_ == "nsubj" or inserted) and verb.lemma_.lower() in words.speech_verbs()
    return speaks or any(child.dep_ == "case" and child.lower_ == "according" for child in noun.children)


def may_act(noun: Token) -> bool:
    """Whether the noun is named for itself, as an owner, or behind "by" or "from"; not as a place, nor as a victim."""
    if noun.pos_ not in NOUNS or noun.dep_ in MODIFIERS or noun.dep_ == "nsubj:pass":
        return False
    case = next((child.lower_ for child in noun.lefts if child.dep_ == "case" and child.tag_ != "POS"), "")
    return case in ("", "by", "from")


def _may_do(actor: Actor) -> bool:
    """Whether the actor is of those who attack or arrest: a state with its arms, or an armed group."""
    if actor.code is None or actor.kind == THING or (actor.country is None and not actor.sectors):
        return False
    return not actor.sectors or bool(DOERS.intersection(actor.sectors))


def _side_by_side(one: Actor, other: Actor) -> bool:
    return same(one, other) or (one.country is not None and one.country == other.country)


def _hides_its_actor(clause: Clause, match: Match, matches: Mapping[int, Match], needs: Sides) -> bool:
    """Whether an event may lack an actor: in a passive, a noun, or done by another event ("the blast killed two")."""
    if match.actors:
        return needs.actor == "hidden" and any(head in matches for head in match.actors)
    return (needs.actor != "named" and clause.passive) or (needs.actor == "hidden" and clause.pos == "noun")


def _behind(match: Match, matches: Mapping[int, Match]) -> tuple[int, ...]:
    """Who acts in the event that stands where an actor should: the Taliban for "a Taliban attack killed"."""
    events = (matches[head] for head in match.actors if head in matches)
    return tuple(actor for event in events for actor in event.actors)


def _is_owner_word(actor: Actor | None) -> bool:
    return actor is not None and actor.text.lower() in OWNERS


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


def _as_modifier(actor: Actor) -> Actor | None:
    """Whom a word before a noun names: "European" is Europe's, not Europeans; a word without a code is nobody."""
    if actor.method == "demonym":
        actor = replace(actor, code=actor.country, sectors=())
    return actor if actor.code is not None else None


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
