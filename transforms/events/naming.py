"""Naming: whom the head token of a noun phrase stands for as one who acts or is acted on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events import deeds, things
from transforms.events.actors import noun_phrases as phrases
from transforms.events.clauses import words
from transforms.events.clauses.binding import PERSONS, THINGS, binder, body_behind, rivals
from transforms.events.clauses.node import FINITE
from transforms.events.identity import THING, as_modifier, distinct, is_known, is_public, same
from transforms.events.parties import each_nation, sharing_nation, sharing_noun
from transforms.events.reach import MODIFIERS, NOUNS, coordinated, phrase_head

FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our"})
# The pronouns that are acted on, with the tags of the nouns that they may stand for.
OBJECTS = {"them": ("NNS", "NNPS"), "him": ("NNP", "NN"), "her": ("NNP", "NN")}

# "Chad and Kenya said they had agreed": they are both.
SEVERAL = frozenset({"they", "them", "their"})

# What a name without a nation may be said to be.
GROUP = "group"
SAID = frozenset({"body", GROUP, "organisation"})

Resolve = Callable[[int], Actor | None]


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

    def counted(self, head: Token, *, bare: bool) -> Actor | None:
        """Whom a number counts: "two of the rebels"; a `bare` one counts people."""
        ...

    def beside(self, side: Actor, other: Actor, event_type: str, *, acts: bool) -> Actor:
        """The side with the other side's nation, where such two are of one nation: police and those they arrest."""
        ...


class Naming:
    """Resolves head tokens of one document, each once."""

    def __init__(
        self, doc: Doc, memory: Memory, dates: Collection[int] = (), voices: Mapping[int, int] | None = None
    ) -> None:
        """`dates` are indexes of tokens that tell a time and so nobody; `voices` give quoted tokens their speaker."""
        self._doc, self._memory, self._dates = doc, memory, dates
        self._voices = voices or {}
        self._known: dict[int, Actor | None] = {}

    def voice(self, token: int) -> Actor | None:
        """Who says the quoted words in which a token stands."""
        return self.actor(self._voices[token]) if token in self._voices else None

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
        if named is not None and bound is not None and named.kind == "person" and token.lower_ in THINGS:
            body = body_behind(bound)
            named = self._memory.resolve(body) if body is not None else None
        if named is not None and token.lower_ in PERSONS and named.kind != "person":
            # "Machado's team said she had been held": a team is no she.
            whose = phrases.possessor(bound) if bound is not None else None
            named = self._memory.resolve(whose) if whose is not None else None
        found = named or self._memory.resolve(token)
        if _is_only_said_of(token, found):
            return None
        owner = phrases.possessor(token) if found is not None and found.country is None and found.sectors else None
        if owner is not None and token.lemma_.lower() in things.nations():
            found = self._next_to(token, owner, found)
        return self._by_name(token, self._of_sender(token, found))

    def _next_to(self, noun: Token, owner: Token, found: Actor | None) -> Actor | None:
        """What a state is to another, "its neighbour": the only other state named before it in its sentence."""
        own = self.actor(owner.i) or self._memory.resolve(owner, as_place=True)
        if own is None or own.country is None or own.kind == "person":
            return found
        places = (token for token in self._doc[noun.sent.start : noun.i] if token.ent_type_ == "LOC")
        named = (self._memory.resolve(place, as_place=True) for place in places)
        others = distinct(one for one in named if one is not None and one.kind == "country" and not same(one, own))
        others = [one for one in others if one.country != own.country]
        text, start, end = phrases.text_of(self._doc, *phrases.core(noun))
        if len(others) != 1:
            return Actor(text, start, end, kind=THING, method="uncoded")
        return replace(others[0], text=text, start=start, end=end)

    def _by_name(self, head: Token, actor: Actor | None) -> Actor | None:
        """The actor by the name set off behind its description: "Peru's largest rebel group, the ELN"."""
        if head.pos_ == "PROPN" and (actor is None or actor.code is None):
            return self._by_description(head) or actor
        name = next((child for child in head.rights if child.dep_ == "appos" and child.pos_ == "PROPN"), None)
        if name is not None and head.lemma_.lower() in things.nations() and _is_set_off(name):
            state = self._memory.resolve(name)
            return state if state is not None and state.country is not None else actor
        if actor is None or actor.name is not None or not actor.sectors or actor.kind == THING:
            return actor
        if name is None or name.ent_type_ == "LOC" or len(coordinated(name)) > 1 or not _is_set_off(name):
            return actor
        known, told = self._memory.resolve(name), self.thing(name.i)
        if known is not None and known.sectors:
            return known
        return told and replace(actor, text=told.text, start=told.start, end=told.end, name=told.text)

    def _by_description(self, name: Token) -> Actor | None:
        """An unknown name by what is said of it behind a comma: "Pastef, a Chadian opposition party"."""
        said = next((child for child in name.rights if child.dep_ == "appos" and child.pos_ == "NOUN"), None)
        found = self._memory.resolve(said) if said is not None and _is_set_off(said) else None
        own = self.thing(name.i) if found is not None and found.code and found.kind in SAID else None
        return own and found and replace(found, text=own.text, start=own.start, end=own.end, name=own.text)

    def _of_sender(self, head: Token, actor: Actor | None) -> Actor | None:
        """The actor with the nation of whoever sent it: "troops sent by Rwanda" are Rwanda's."""
        if actor is None or actor.country is not None or not actor.sectors:
            return actor
        sent = (child for child in head.rights if child.dep_ == "acl" and child.lemma_.lower() in things.sending())
        agents = (self.actor(agent.i) for verb in sent for agent in verb.children if agent.dep_ == "obl:agent")
        country = next((one.country for one in agents if one is not None), None)
        return actor if country is None else replace(actor, code=country + "".join(actor.sectors), country=country)

    def _acted_on(self, pronoun: Token) -> Actor | None:
        """Whom "them", "him" or "her" means: the one named beside who acts on them, else what memory says."""
        nouns = rivals(pronoun, OBJECTS[pronoun.lower_])
        named = [actor for noun in nouns if (actor := self._memory.resolve(noun)) is not None]
        several = pronoun.lower_ == "them"
        meant = distinct(actor for actor in named if (actor.code if several else actor.kind == "person"))
        if not meant:
            return self._memory.resolve(pronoun)
        return meant[0] if len(meant) == 1 else None

    def recipient(self, head: int) -> Actor | None:
        """The actor that is acted on: also a country one is in or goes to, and whoever a thing belongs to."""
        token = self._doc[head]
        if speaks(token) and not any(child.dep_ == "acl" for child in token.rights):
            return None
        found = self.actor(head) or self._memory.resolve(token, as_place=True) or self._owner(token)
        if _is_only_said_of(token, found):
            return self.thing(token.head.i)
        if found is None and token.pos_ == "ADJ" and token.ent_type_:
            # "A Kenyan proposal".
            return self.hit(head)
        return as_modifier(found) if found is not None and token.dep_ in MODIFIERS else found

    def coded(self, head: int) -> Actor | None:
        """The recipient, where anything is known of it."""
        found = self.recipient(head)
        return found if is_known(found) else None

    def hit(self, head: int) -> Actor | None:
        """Whoever owns what is hit: Chad for "two Chadian pumping stations"."""
        thing = phrase_head(self._doc[head])
        return self._owner(thing, wide=True) or self._of_a_kind(thing)

    def _of_a_kind(self, thing: Token) -> Actor | None:
        """Whose a thing is where only their kind is told: "rebel positions", "the offices of the opposition"."""
        if thing.pos_ != "NOUN" or deeds.is_deed(thing):
            return None
        before = [child for child in thing.lefts if child.dep_ in ("compound", "nmod:poss") and child.pos_ == "NOUN"]
        behind = [child for child in thing.rights if child.dep_ == "nmod" and phrases.case_of(child) == "of"]
        named = (self.actor(noun.i) for noun in (*before, *behind))
        owner = next((one for one in named if one is not None and one.sectors and is_public(one)), None)
        own = self.thing(thing.i) if owner is not None else None
        return own and owner and replace(own, code=owner.code, country=owner.country, sectors=owner.sectors)

    def counted(self, head: int, *, bare: bool) -> Actor | None:
        """Whom a number counts: "two of the rebels"; a `bare` one, as of those killed or arrested, counts people."""
        return None if head in self._dates else self._memory.counted(self._doc[head], bare=bare)

    def owner(self, head: int) -> Actor | None:
        """Whoever does what a thing does: the United States for "a U.S. airstrike"."""
        token = self._doc[head]
        return self._owner(token.head if token.pos_ == "ADJ" else token)

    def _owner(self, thing: Token, *, wide: bool = False) -> Actor | None:
        """The one it belongs to; a deed is its doer's, and what belongs to somebody unknown is nobody else's."""
        found = self._memory.owner(thing, wide=wide)
        if found is None or found.kind != THING:
            return found
        if not wide and self._is_from_a_city(thing):
            return None
        if deeds.is_deed(thing) and not wide and not deeds.is_wanted(thing):
            named = [self._named_by(doer) for doer in deeds.doers(thing)]
            known = [one for one in named if one is not None and is_known(one)]
            if any(one.country == found.country for one in known) or (not known and deeds.is_named_in_front(thing)):
                return found
            return next(iter(known), None)
        owners = [child for child in thing.lefts if child.dep_ == "nmod:poss" and child.pos_ in NOUNS]
        return found if all(self._named_by(owner) for owner in owners) else None

    def _is_from_a_city(self, thing: Token) -> bool:
        """ "The Berlin agreement", "the Kabul attack": a city in front says where, not whose."""
        named = (self.as_place(child) for child in thing.lefts if child.dep_ == "compound" and child.pos_ == "PROPN")
        return any(actor is not None and actor.method == "capital" for actor in named)

    def _named_by(self, noun: Token) -> Actor | None:
        return self.actor(noun.i) or self._memory.resolve(noun, as_place=True)

    def proper_name(self, head: int) -> Actor | None:
        """A name that nothing is known of, with its text alone."""
        token = self._doc[head]
        return self.thing(head) if token.pos_ == "PROPN" and token.dep_ not in MODIFIERS else None

    def thing(self, head: int) -> Actor | None:
        """What is nobody's, with its text alone; None for what is no noun, and for times."""
        token = self._doc[head]
        if token.pos_ not in NOUNS or head in self._dates:
            return None
        text, start, end = phrases.text_of(self._doc, *phrases.mention(token, phrases.core(token)))
        return Actor(text, start, end, kind=THING, method="uncoded")

    def first_named(self, heads: Iterable[int], resolve: Resolve) -> list[Actor]:
        """The actors of the first phrase that names any, with those coordinated with it."""
        return self.first_of((self._doc[head] for head in heads), resolve)

    def first_of(self, nouns: Iterable[Token], resolve: Resolve) -> list[Actor]:
        """The same for tokens."""
        return next((named for noun in nouns if (named := self._named(noun, resolve))), [])

    def _named(self, head: Token, resolve: Resolve) -> list[Actor]:
        first = _bound(head) if head.lower_ in SEVERAL else head
        all_speak = first is not head or speaks(head)
        members = [token for token in coordinated(first) if all_speak or token is head or not speaks(token)]
        named = [(token, actor) for token in members if (actor := resolve(token.i)) is not None]
        found = sharing_noun(sharing_nation(named))
        return distinct(member for token, actor in found for member in self._members(_bound(token), actor))

    def _members(self, noun: Token, actor: Actor) -> list[Actor]:
        """The actors of one noun with its phrase: "Greek and Turkish envoys", "envoys of Greece and Turkey"."""
        found = self._memory.members(noun, actor)
        return found if len(found) > 1 else each_nation(noun, actor, self.as_place)

    def as_place(self, noun: Token) -> Actor | None:
        """The actor of a noun, also of a country that one is in or comes from."""
        return self._memory.resolve(noun, as_place=True)


def _is_only_said_of(token: Token, found: Actor | None) -> bool:
    """Whether an adjective says what a thing is like: "European sanctions" are not imposed by some European."""
    return found is not None and found.kind == GROUP and token.pos_ == "ADJ" and token.dep_ == "amod"


def _is_set_off(name: Token) -> bool:
    """Whether a comma stands before an apposition."""
    return "," in (name.left_edge.text, name.left_edge.nbor(-1).text)


def _bound(token: Token) -> Token:
    """The noun that a pronoun stands for in its sentence, else the token itself."""
    return (binder(token) if token.pos_ == "PRON" else None) or token


def speaks(noun: Token) -> bool:
    """Whether the noun is the subject of a verb of speech, or whom one says something according to."""
    verb = noun.head if noun.dep_ == "nsubj" else noun.doc[min(noun.right_edge.i + 1, len(noun.doc) - 1)]
    inserted = noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text == "," and verb.tag_ in FINITE
    speaking = (noun.dep_ == "nsubj" or inserted) and verb.lemma_.lower() in words.speech_verbs()
    return speaking or any(child.dep_ == "case" and child.lower_ == "according" for child in noun.children)
