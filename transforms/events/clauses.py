"""Clauses: who does what to whom, read off a Universal Dependencies parse."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """One participant of a clause: `head` is the head token's index in the Doc, `preposition` its lower-case case marker.

    `role` is one of: subject, object, indirect_object, agent, oblique, possessor, complement.
    """

    role: str
    head: int
    preposition: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate (verb or event noun) with its arguments, passives, relatives, control and coordination undone.

    `predicate` is a token index in the Doc, `lemma` its lower-case lemma, `pos` "verb" or "noun". A passive's logical
    object stands under object and its by-phrase under subject. `complements` are the indexes of the clauses' predicates
    it governs. `status` is the predicate's own (see codes.STATUSES); `speaker` is the head token of the one it is
    attributed to.
    """

    predicate: int
    lemma: str
    pos: str
    particle: str | None
    passive: bool
    arguments: tuple[Argument, ...]
    complements: tuple[int, ...]
    status: str
    tense: str | None
    speaker: int | None
    construction: str
