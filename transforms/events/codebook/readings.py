"""A clause read against codebook rows: how closely a row fits it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from transforms.events.clauses.clauses import Clause
from transforms.events.codebook import slots
from transforms.events.codebook.conditions import ANYTHING, NOTHING, TYPED, Condition, words_of
from transforms.events.codebook.particles import phrasal_readings
from transforms.events.codebook.rows import Row
from transforms.events.codebook.vocabularies import Vocabularies

PREPOSITION, PARTICIPANT, USER = 3, 5, 1000
OPEN = Condition()
NOTHING_LISTED: frozenset[str] = frozenset()
DEED_LIKE_A_MONTH = "march"
MODALS = frozenset({"must", "should", "need"})


@dataclass(frozen=True, slots=True)
class Reading:
    """One clause in its document, with what the conditions ask about."""

    clause: Clause
    doc: Doc
    by_predicate: Mapping[int, Clause]
    sectors: Callable[[int], Sequence[str]]
    vocabularies: Vocabularies
    # Hundreds of rows ask the same of one clause.
    seen_words: dict[int, set[str]] = field(default_factory=dict, compare=False, repr=False)
    seen_verbs: dict[int, set[str]] = field(default_factory=dict, compare=False, repr=False)
    seen_heads: dict[str, tuple[int, ...]] = field(default_factory=dict, compare=False, repr=False)

    def of(self, clause: Clause) -> Reading:
        """The same document read for another of its clauses."""
        return Reading(
            clause, self.doc, self.by_predicate, self.sectors, self.vocabularies, self.seen_words, self.seen_verbs
        )

    def words(self, head: int) -> set[str]:
        """The words that conditions may ask for at this noun."""
        if head not in self.seen_words:
            self.seen_words[head] = words_of(self.doc[head], self.counting)
        return self.seen_words[head]

    @property
    def times(self) -> frozenset[str]:
        """Days, weeks and months."""
        return self.vocabularies.get("time_nouns", NOTHING_LISTED)

    @property
    def counting(self) -> frozenset[str]:
        """Nouns that may count another: "a series of raids", "two days of talks"."""
        return self.vocabularies.get("quantity_nouns", NOTHING_LISTED) | self.times

    def is_quantity(self, head: int) -> bool:
        """Whether the noun only counts another."""
        return self.doc[head].lemma_.lower() in self.counting

    def _is_time(self, head: int) -> bool:
        """Whether it dates only; people march in small letters, and weeks of talks are talks."""
        token = self.doc[head]
        dates = token.lemma_.lower() in self.times and token.text != DEED_LIKE_A_MONTH
        return dates and not slots.dependants(token, "of")

    def find(self, places: Iterable[str]) -> tuple[int, ...]:
        """Head tokens in these slots, each once, in the slots' order; a day takes part in nothing."""
        paths = (place for place in places if place not in slots.MATCHED)
        return tuple(dict.fromkeys(head for place in paths for head in self._at(place)))

    def _at(self, place: str) -> tuple[int, ...]:
        if place not in self.seen_heads:
            found = slots.find(place, self.clause, self.doc, self.by_predicate)
            self.seen_heads[place] = tuple(head for head in found if not self._is_time(head))
        return self.seen_heads[place]

    def below(self, head: int) -> Clause:
        """The clause of a word below this one; a noun without dependants has one without arguments."""
        known = self.by_predicate.get(head)
        if known:
            return known
        lemma = self.doc[head].lemma_.lower()
        return Clause(head, lemma, "noun", None, False, (), (), self.clause.telling)

    def governed(self) -> tuple[int, ...]:
        """Predicates below this one: complements, nouns among its arguments, and what its objects are about."""
        nouns = (a.head for a in self.clause.arguments if a.role not in ("subject", "possessor"))
        return tuple(dict.fromkeys([*self.clause.complements, *nouns, *self._of_objects()]))

    def purposes(self) -> tuple[int, ...]:
        """Verbs of what it is done for: "sent experts to investigate", "called him to discuss"."""
        known = set(self.clause.complements)
        behind = (child for child in self.doc[self.clause.predicate].children if child.dep_ == "advcl")
        return tuple(
            child.i for child in behind if child.i in self.by_predicate and child.i not in known and _is_purpose(child)
        )

    def _of_objects(self) -> list[int]:
        """Complements of its objects: "rejected a call to free them", "accused it of hiding them"."""
        found: list[int] = []
        for head in self.find(["object"]):
            noun = self.by_predicate.get(head)
            found.extend(noun.complements if noun and noun.pos == "noun" else ())
            found.extend(
                child.i for child in self.doc[head].children if child.i in self.by_predicate and _is_told(child)
            )
        return found

    def governed_by(self, row: Row) -> tuple[int, ...]:
        """Predicates below this one that a row's `complement` speaks about, and what somebody is called."""
        called = (argument.head for argument in self.clause.arguments if argument.role == "complement")
        nouns = [*called, *self.find(["object"]), *self.find(sorted(row.prepositions))]
        return tuple(dict.fromkeys([*self.clause.complements, *nouns, *self._of_objects()]))


def _is_purpose(child: Token) -> bool:
    return child.tag_ == "VB" and any(mark.dep_ == "mark" and mark.lower_ == "to" for mark in child.children)


def _is_told(child: Token) -> bool:
    """Whether a clause behind a noun tells what the noun's verb is about: "of hiding", "to leave"."""
    return child.dep_ == "acl" and any(mark.dep_ == "mark" for mark in child.children)


def predicate_of(clause: Clause) -> str:
    """The clause's predicate as the codebook writes it: the lemma, with its particle where it has one."""
    return f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma


@dataclass(frozen=True, slots=True)
class Fit:
    """A row that a clause meets, with the points that each of its conditions earned: closer words earn more."""

    row: Row
    object: int
    preposition: int
    complement: int
    actor: int
    recipient: int

    @property
    def score(self) -> int:
        """All points; a row of the user's outranks every packaged one."""
        own = self.object + self.preposition + self.complement + self.actor + self.recipient
        return own + USER * self.row.rank


def fit(row: Row, reading: Reading, types: Mapping[int, str]) -> Fit | None:
    """How specifically the row fits the clause; None where it does not fit.

    `types` gives the PLOVER type that each predicate below the clause tells, where it tells one.
    """
    if row.prepositions and not reading.find(row.prepositions):
        return None
    object_ = _object_score(row, reading, types)
    complement = None if object_ is None else _complement_score(row, reading, types)
    if object_ is None or complement is None:
        return None
    actor = _participant_score(row.actor_condition, row.actor, reading)
    recipient = None if actor is None else _participant_score(row.recipient_condition, row.recipient, reading)
    if actor is None or recipient is None:
        return None
    return Fit(row, object_, PREPOSITION * bool(row.prepositions), complement, actor, recipient)


def _typed(words: set[str], head: int, types: Mapping[int, str]) -> set[str]:
    """The words with the type that the predicate tells, also behind its modal: "must RETREAT"."""
    if head not in types:
        return words
    kind = types[head]
    return words | {kind} | {f"{modal} {kind.lower()}" for modal in MODALS & words}


def _object_score(row: Row, reading: Reading, types: Mapping[int, str]) -> int | None:
    heads = reading.find(["object"])
    return _closest(row.object, [_typed(reading.words(head), head, types) for head in heads])


def _closest(condition: Condition, participants: Sequence[set[str]]) -> int | None:
    """The closest fit among several participants; words that are blocked rule out only where any word would do."""
    if not participants:
        return _empty(condition)
    scores = [condition.strength(words) for words in participants]
    if condition.is_open and None in scores:
        return None
    return max((part for part in scores if part is not None), default=None)


def _empty(condition: Condition) -> int | None:
    if condition.absent:
        return NOTHING
    return None if condition.required or not condition.is_open else condition.slack()


def _complement_score(row: Row, reading: Reading, types: Mapping[int, str]) -> int | None:
    """A governed verb meets the complement condition, or a noun in its place that the condition names."""
    aims = [_verb_words(index, reading) for index in reading.purposes()]
    if row.complement.is_open:
        told = [_verb_words(index, reading) for index in reading.clause.complements]
        return _closest(row.complement, told + aims if row.complement.blocked or row.prepositions else told)
    words = [_typed(_verb_words(index, reading), index, types) for index in reading.governed_by(row)] + aims
    scores = [part for word in words if (part := row.complement.strength(word)) is not None]
    return max((part for part in scores if part >= TYPED), default=None)


def _verb_words(index: int, reading: Reading) -> set[str]:
    if index not in reading.seen_verbs:
        governed = reading.by_predicate.get(index)
        verb = governed if governed and governed.pos != "noun" else None
        reading.seen_verbs[index] = _of_verb(reading.of(verb), index) if verb else reading.words(index)
    return reading.seen_verbs[index]


def _of_verb(reading: Reading, index: int) -> set[str]:
    """A governed verb: alone, with its particle, with each of its objects ("hold election"), behind its modal or "to".

    "Must have left" guesses what has happened: its modal asks for nothing.
    """
    helpers = [child for child in reading.doc[index].children if child.dep_ in ("aux", "cop")]
    is_guess = any(child.lower_ == "have" for child in helpers)
    modals = set() if is_guess else {child.lower_ for child in helpers if child.tag_ == "MD"}
    readings = (reading.clause, *phrasal_readings(reading.clause, reading.doc))
    told = {reading.clause.lemma, *map(predicate_of, readings)}
    objects = {word for head in reading.find(["object"]) for word in reading.words(head)}
    told |= {f"{verb} {noun}" for verb in told for noun in objects}
    infinitive = {child.lower_ for child in reading.doc[index].children if child.tag_ == "TO"}
    return told | infinitive | modals | {f"{modal} {verb}" for modal in modals for verb in told}


def _participant_score(condition: Condition, places: Sequence[str], reading: Reading) -> int | None:
    """A participant's condition speaks of what stands in the first of its slots that is filled."""
    if condition == OPEN:
        return ANYTHING
    filled = next((heads for place in places if (heads := reading.find([place]))), ())
    scores = [condition.strength(reading.words(head), reading.sectors(head)) for head in filled]
    met = [part for part in scores if part is not None] if filled else [_empty(condition)]
    closeness = max((part for part in met if part is not None), default=None)
    if closeness is None or condition.is_open:
        return None if closeness is None else ANYTHING
    return PARTICIPANT + closeness
