"""Readings: a clause in its document, with what codebook rows ask about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from transforms.events.clauses.clauses import Clause
from transforms.events.codebook import slots
from transforms.events.codebook.conditions import words_of
from transforms.events.codebook.particles import phrasal_readings
from transforms.events.codebook.rows import Row
from transforms.events.codebook.slots import Slots
from transforms.events.codebook.vocabularies import Vocabularies

NOTHING_LISTED: frozenset[str] = frozenset()
DEED_LIKE_A_MONTH = "march"


class Reading:
    """One clause in its document; hundreds of rows ask the same of it, so each answer is kept."""

    def __init__(
        self,
        clause: Clause,
        doc: Doc,
        by_predicate: Mapping[int, Clause],
        sectors: Callable[[int], Sequence[str]],
        vocabularies: Vocabularies,
    ) -> None:
        self.clause = clause
        self.doc = doc
        self.by_predicate = by_predicate
        self.sectors = sectors
        self.vocabularies = vocabularies
        self._slots = Slots(clause, doc, by_predicate)
        self._words: dict[int, set[str]] = {}
        self._verbs: dict[int, set[str]] = {}
        self._heads: dict[str, tuple[int, ...]] = {}

    def of(self, clause: Clause) -> Reading:
        """The same document read for another of its clauses."""
        if clause is self.clause:
            return self
        other = Reading(clause, self.doc, self.by_predicate, self.sectors, self.vocabularies)
        other._words, other._verbs = self._words, self._verbs
        return other

    def words(self, head: int) -> set[str]:
        """The words that conditions may ask for at this noun."""
        if head not in self._words:
            self._words[head] = words_of(self.doc[head], self.counting)
        return self._words[head]

    def verb_words(self, head: int) -> set[str]:
        """The same of a governed verb; a noun's are its own."""
        if head not in self._verbs:
            governed = self.by_predicate.get(head)
            verb = governed if governed and governed.pos != "noun" else None
            self._verbs[head] = self.of(verb)._as_governed() if verb else self.words(head)
        return self._verbs[head]

    def _as_governed(self) -> set[str]:
        """A verb alone, with its particle, with each of its objects ("hold election"), behind its modal or "to".

        "Must have left" guesses what has happened: its modal asks for nothing.
        """
        children = list(self.doc[self.clause.predicate].children)
        helpers = [child for child in children if child.dep_ in ("aux", "cop")]
        is_guess = any(child.lower_ == "have" for child in helpers)
        modals = set() if is_guess else {child.lower_ for child in helpers if child.tag_ == "MD"}
        readings = (self.clause, *phrasal_readings(self.clause, self.doc))
        told = {self.clause.lemma, *map(predicate_of, readings)}
        objects = {word for head in self.objects for word in self.words(head)}
        told |= {f"{verb} {noun}" for verb in told for noun in objects}
        infinitive = {child.lower_ for child in children if child.tag_ == "TO"}
        return told | infinitive | modals | {f"{modal} {verb}" for modal in modals for verb in told}

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
        found: dict[int, None] = {}
        for place in places:
            found.update(dict.fromkeys(self.at(place)))
        return tuple(found)

    def at(self, place: str) -> tuple[int, ...]:
        """The same for one slot; those that a row fills from the clauses below are empty."""
        if place not in self._heads:
            found = () if place in slots.MATCHED else dict.fromkeys(self._slots.find(place))
            self._heads[place] = tuple(head for head in found if not self._is_time(head))
        return self._heads[place]

    @property
    def objects(self) -> tuple[int, ...]:
        """Head tokens of its objects."""
        return self.at("object")

    def below(self, head: int) -> Clause:
        """The clause of a word below this one; a noun without dependants has one without arguments."""
        known = self.by_predicate.get(head)
        if known:
            return known
        return Clause(head, self.doc[head].lemma_.lower(), "noun", None, False, (), (), self.clause.telling)

    def governed(self) -> tuple[int, ...]:
        """Predicates below this one: complements, nouns among its arguments, and what its objects are about."""
        nouns = (a.head for a in self.clause.arguments if a.role not in ("subject", "possessor"))
        return tuple(dict.fromkeys([*self.clause.complements, *nouns, *self.of_objects]))

    @cached_property
    def purposes(self) -> tuple[int, ...]:
        """Verbs of what it is done for: "sent experts to investigate", "called him to discuss"."""
        known = set(self.clause.complements)
        behind = (child for child in self.doc[self.clause.predicate].children if child.dep_ == "advcl")
        return tuple(
            child.i for child in behind if child.i in self.by_predicate and child.i not in known and _is_purpose(child)
        )

    @cached_property
    def of_objects(self) -> list[int]:
        """Complements of its objects: "rejected a call to free them", "accused it of hiding them"."""
        found: list[int] = []
        for head in self.objects:
            noun = self.by_predicate.get(head)
            found.extend(noun.complements if noun and noun.pos == "noun" else ())
            found.extend(
                child.i for child in self.doc[head].children if child.i in self.by_predicate and _is_told(child)
            )
        return found

    @cached_property
    def called(self) -> tuple[int, ...]:
        """What somebody is called."""
        return tuple(argument.head for argument in self.clause.arguments if argument.role == "complement")

    def governed_by(self, row: Row) -> tuple[int, ...]:
        """Predicates below this one that a row's `complement` speaks about, and what somebody is called."""
        nouns = [*self.called, *self.objects, *self.find(sorted(row.prepositions))]
        return tuple(dict.fromkeys([*self.clause.complements, *nouns, *self.of_objects]))


def _is_purpose(child: Token) -> bool:
    return child.tag_ == "VB" and any(mark.dep_ == "mark" and mark.lower_ == "to" for mark in child.children)


def _is_told(child: Token) -> bool:
    """Whether a clause behind a noun tells what the noun's verb is about: "of hiding", "to leave"."""
    return child.dep_ == "acl" and any(mark.dep_ == "mark" for mark in child.children)


def predicate_of(clause: Clause) -> str:
    """The clause's predicate as the codebook writes it: the lemma, with its particle where it has one."""
    return f"{clause.lemma} {clause.particle}" if clause.particle else clause.lemma
