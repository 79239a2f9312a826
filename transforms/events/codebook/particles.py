"""Phrasal verbs whose particle the parser took for a preposition or an adverb ("called off the strike")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from transforms.events.clauses.clauses import Argument, Clause

UP_TO = ["up", "to"]
PARTICLES = frozenset({"aside", "away", "back", "down", "forward", "home", "in", "off", "out", "over", "up"})


def phrasal_readings(clause: Clause, doc: Doc) -> Iterator[Clause]:
    """The clause with each word that may be its verb's particle; what the particle seemed to govern is the object.

    The parser may hang "off" on the object of "called off talks". "Up to forty boats" is an amount, and "in Havana, it
    gave" speaks of a place: neither has a particle.
    """
    if clause.pos != "verb":
        return
    if clause.particle:
        if _is_of_an_amount(clause, doc):
            yield replace(clause, particle=None)
        return
    children = list(doc[clause.predicate].children)
    on_objects = (part for child in children if child.dep_ == "obj" for part in child.lefts if part.dep_ == "case")
    for word in (*(child for child in children if child.dep_ == "advmod"), *on_objects):
        if word.lower_ in PARTICLES:
            yield replace(clause, particle=word.lower_)
    for argument in clause.arguments:
        particle, _, rest = (argument.preposition or "").partition(" ")
        if argument.role == "oblique" and particle in PARTICLES and argument.head > clause.predicate:
            taken = Argument("oblique" if rest else "object", argument.head, rest or None)
            arguments = tuple(taken if other is argument else other for other in clause.arguments)
            yield replace(clause, particle=particle, arguments=arguments)


def _is_of_an_amount(clause: Clause, doc: Doc) -> bool:
    following = clause.predicate + 1
    return [word.lower_ for word in doc[following : following + len(UP_TO)]] == UP_TO
