"""Fits: how closely codebook rows fit a reading of a clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from transforms.events.codebook.conditions import ANYTHING, NOTHING, TYPED, Condition
from transforms.events.codebook.readings import Reading
from transforms.events.codebook.rows import Row

PREPOSITION, PARTICIPANT, USER = 3, 5, 1000
OPEN = Condition()
MODALS = frozenset({"must", "should", "need"})


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


class Fitting:
    """One reading as its rows see it.

    `types` gives the PLOVER type that each predicate below the clause tells, where it tells one.
    """

    def __init__(self, reading: Reading, types: Mapping[int, str]) -> None:
        self._reading = reading
        self._types = types

    def fit(self, row: Row) -> Fit | None:
        """How specifically the row fits the clause; None where it does not fit."""
        if row.object.words and not row.object.absent and row.object.words.isdisjoint(self._object_words):
            return None
        object_ = _closest(row.object, self._objects)
        if object_ is None or (row.prepositions and not any(map(self._reading.at, row.prepositions))):
            return None
        complement = self._complement_score(row)
        if complement is None:
            return None
        actor = self._participant_score(row.actor_condition, row.actor)
        recipient = None if actor is None else self._participant_score(row.recipient_condition, row.recipient)
        if actor is None or recipient is None:
            return None
        return Fit(row, object_, PREPOSITION * bool(row.prepositions), complement, actor, recipient)

    @cached_property
    def _objects(self) -> list[set[str]]:
        return [self._typed(self._reading.words(head), head) for head in self._reading.objects]

    @cached_property
    def _object_words(self) -> set[str]:
        return set().union(*self._objects)

    @cached_property
    def _aims(self) -> list[set[str]]:
        return [self._reading.verb_words(index) for index in self._reading.purposes]

    @cached_property
    def _complements(self) -> list[set[str]]:
        return [self._reading.verb_words(index) for index in self._reading.clause.complements]

    @cached_property
    def _governed(self) -> list[set[str]]:
        reading = self._reading
        heads = (*reading.clause.complements, *reading.called, *reading.objects, *reading.of_objects)
        return [self._below(head) for head in heads]

    def _below(self, head: int) -> set[str]:
        return self._typed(self._reading.verb_words(head), head)

    def _typed(self, words: set[str], head: int) -> set[str]:
        """The words with the type that the predicate tells, also behind its modal: "must RETREAT"."""
        kind = self._types.get(head)
        return words if kind is None else words | {kind} | {f"{modal} {kind.lower()}" for modal in MODALS & words}

    def _complement_score(self, row: Row) -> int | None:
        """A governed verb meets the complement condition, or a noun in its place that the condition names."""
        if row.complement.is_open:
            told = self._complements
            return _closest(row.complement, told + self._aims if row.complement.blocked or row.prepositions else told)
        behind = [self._below(head) for preposition in row.prepositions for head in self._reading.at(preposition)]
        scores = [row.complement.strength(words) for words in (*self._governed, *behind, *self._aims)]
        return max((part for part in scores if part is not None and part >= TYPED), default=None)

    def _participant_score(self, condition: Condition, places: Sequence[str]) -> int | None:
        """A participant's condition speaks of what stands in the first of its slots that is filled."""
        if condition == OPEN:
            return ANYTHING
        reading = self._reading
        filled = next((heads for place in places if (heads := reading.at(place))), ())
        scores = [condition.strength(reading.words(head), reading.sectors(head)) for head in filled]
        if condition.is_open and None in scores:
            return None
        met = [part for part in scores if part is not None] if filled else [_empty(condition)]
        closeness = max((part for part in met if part is not None), default=None)
        if closeness is None or condition.is_open:
            return None if closeness is None else ANYTHING
        return PARTICIPANT + closeness


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
