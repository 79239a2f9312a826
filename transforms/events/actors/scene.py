"""The scene of a sentence: the one nation of the places in it, or just before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.names import role_ending_at
from transforms.events.actors.tables import ActorTables
from transforms.events.clauses.words import speech_verbs

OFFICE_KINDS = frozenset({"institution", "person", "party"})
BODIES = frozenset({"institution", "party"})
OFFICE_WEIGHT = 2
PLACE = "place"
# A place by which an international body may be meant elsewhere: Brussels.
SEAT = "seat"
# A name of these kinds is a place wherever it stands; a nation or its capital may also be who acts.
LANDS = frozenset({"region", "city", PLACE, SEAT})
STATES = frozenset({"name", "capital"})
PARTS = frozenset({"nmod", "nmod:poss", "nmod:desc", "compound", "flat", "flat:name", "amod", "appos", "conj"})
PHRASES = PARTS | {"obl", "nsubj", "nsubj:pass", "obj", "obl:agent"}
# Bodies that are where they stand; "the Chilean embassy" is not in Chile.
STANDING = frozenset({"EDU", "MED", "REL"})
# How a clause of speech hangs on what it tells.
INSERTED = frozenset({"parataxis", "advcl"})
# What ends a dateline, which has few words in front of it.
MARKS = frozenset({"-", "--", "–", "—", "_", ":", "("})
# Behind a place that is not in capitals only these end one.
DASHES = frozenset({"--", "–", "—"})
LONGEST_DATELINE = 8
LEAST_LETTERS = 3
# An article stays where it is for so many sentences.
REACH = 3
# A leading scene is named in so many sentences, and in this share of those that name any.
LEAST_SENTENCES = 3
SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Sign:
    """A nation named at a token, by what: a place, or the kind of the known name; `head` is its phrase's token."""

    position: int
    country: str
    kind: str = PLACE
    head: int = -1

    @property
    def weight(self) -> int:
        """How much it says of whose offices are meant."""
        return OFFICE_WEIGHT if self.kind in OFFICE_KINDS else 1


class Scene:
    """Where the sentences of one article play, by the signs that name a ground and not somebody who acts."""

    def __init__(self, doc: Doc, tables: ActorTables, named: Sequence[Sign]) -> None:
        self._doc, self._tables, self._named = doc, tables, named
        self.grounds = [sign for sign in named if self._is_ground(sign)]

    @cached_property
    def leading(self) -> str | None:
        """The nation whose places the article names in most of the sentences that name any."""
        named = {(self._doc[sign.position].sent.start, sign.country) for sign in self.grounds}
        ranked = Counter(country for _, country in named).most_common(1)
        if not ranked or ranked[0][1] < LEAST_SENTENCES or ranked[0][1] < SHARE * len(named):
            return None
        return ranked[0][0]

    def of_event(self, head: Token) -> str | None:
        """The nation of the places in the phrases of the verb above `head`."""
        clause = _clause_of(head)
        return _only(sign for sign in self._here(head) if _clause_of(self._doc[sign.head]) == clause)

    def of_sentence(self, head: Token) -> str | None:
        """The nation of all places in the sentence, unless it names another's bodies.

        Where somebody says it counts only for what he says, and what is said counts not for him.
        """
        voice = _voice(head)
        country = _only(sign for sign in self._here(head) if _voice(self._doc[sign.head]) == voice)
        named = self._within(self._named, head.sent.start, head.sent.end)
        bodies = {sign.country for sign in named if sign.kind in BODIES}
        return country if bodies <= {country} else None

    def is_venue(self, head: Token) -> bool:
        """Whether the verb above `head` or what hangs on it tells of talks, which rebels hold far from home."""
        verb = _clause_of(head)
        return any(word.lemma_.lower() in self._tables.words["talks"] for word in (verb, *verb.children))

    def _here(self, head: Token) -> Iterator[Sign]:
        return self._within(self.grounds, head.sent.start, head.sent.end)

    def before(self, head: Token) -> str | None:
        """The nation of the last place named before the sentence, if nothing since then names another nation."""
        end = head.sent.end
        start = head.sent.start
        for _ in range(REACH):
            if start == 0:
                return None
            start = self._doc[start - 1].sent.start
            country = _only(self._within(self.grounds, start, end))
            if country is not None:
                others = {sign.country for sign in self._within(self._named, start, end)} - {country}
                return country if not others else None
        return None

    def last_before(self, head: Token) -> str | None:
        """The nation of the last place named before `head`."""
        earlier = [sign for sign in self.grounds if sign.position < head.i]
        return max(earlier, key=lambda sign: sign.position).country if earlier else None

    def _within(self, signs: Iterable[Sign], start: int, end: int) -> Iterator[Sign]:
        return (sign for sign in signs if start <= sign.position < end)

    def _is_ground(self, sign: Sign) -> bool:
        token = self._doc[sign.head]
        if token.dep_ == "nmod" and phrases.case_of(token.head) in self._tables.words["way"]:
            # "Made their way back into their stronghold in Chad".
            return False
        if sign.kind in LANDS:
            return _case_above(token) not in self._tables.words["apart"]
        if sign.kind == "adjective":
            return token.head.lemma_.lower() in self._tables.words["land"]
        if token.dep_ in ("nmod:poss", "compound"):
            return self._is_standing(token.head)
        return sign.kind in STATES and phrases.case_of(token) in self._tables.words["ground"]

    def _is_standing(self, noun: Token) -> bool:
        """Whether a noun is a piece of land, or a body that stands where it is: a town, a border, a university."""
        if noun.lemma_.lower() in self._tables.words["land"]:
            return True
        role = role_ending_at(noun, self._tables)
        return role is not None and role[1].kind == "body" and bool(STANDING.intersection(role[1].sectors))


def _clause_of(token: Token) -> Token:
    """The verb above a noun, else the noun by which its clause hangs ("the teachers are in Chile")."""
    while token.dep_ in PHRASES and token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            break
    return token


def _voice(token: Token) -> Token:
    """The head of the words that are said in which a token stands, else of its sentence."""
    while token.head.i != token.i and not _parts_voices(token):
        token = token.head
    return token


def _parts_voices(clause: Token) -> bool:
    """Whether a clause is what somebody says, or says who says so behind it: ", officials in Oslo said"."""
    if clause.dep_ == "ccomp":
        return clause.head.lemma_ in speech_verbs()
    return clause.dep_ in INSERTED and clause.lemma_ in speech_verbs() and clause.i > clause.head.i


def dateline_nation(doc: Doc, named: Iterable[Sign]) -> str | None:
    """The nation of the place with which a text opens: "OSLO, Norway (AP) --", "LIMA:", "Bergen, Norway —"."""
    mark = next((token for token in doc[:LONGEST_DATELINE] if token.text in MARKS), None)
    if mark is None or not all(token.text[:1].isupper() or token.is_punct for token in doc[: mark.i]):
        return None
    opening = next((sign for sign in named if sign.position < mark.i), None)
    shown = doc[0].is_upper and len(doc[0]) >= LEAST_LETTERS
    return opening.country if opening is not None and (shown or mark.text in DASHES) else None


def _case_above(token: Token) -> str:
    """The preposition before the whole phrase that a name stands in: "in" for "in the Skala region"."""
    while not phrases.case_of(token) and token.dep_ in PARTS and token.head.i != token.i:
        token = token.head
    return phrases.case_of(token)


def _only(signs: Iterable[Sign]) -> str | None:
    """The country that all of the signs name, None where there are none or several."""
    countries = {sign.country for sign in signs}
    return next(iter(countries)) if len(countries) == 1 else None
