"""Phrasal verbs whose particle the parser took for a preposition or an adverb ("called off the strike")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from transforms.events.clauses.clauses import Argument, Clause

PARTICLES = frozenset({"back", "down", "in", "off", "out", "over", "up"})


def phrasal_readings(clause: Clause, doc: Doc) -> Iterator[Clause]:
    """The clause with each word that may be its verb's particle; what the particle seemed to govern is the object."""
    if clause.pos != "verb" or clause.particle:
        return
    for child in doc[clause.predicate].children:
        if child.dep_ == "advmod" and child.lower_ in PARTICLES:
            yield replace(clause, particle=child.lower_)
    for argument in clause.arguments:
        particle, _, rest = (argument.preposition or "").partition(" ")
        if argument.role == "oblique" and particle in PARTICLES:
            taken = Argument("oblique" if rest else "object", argument.head, rest or None)
            arguments = tuple(taken if other is argument else other for other in clause.arguments)
            yield replace(clause, particle=particle, arguments=arguments)
