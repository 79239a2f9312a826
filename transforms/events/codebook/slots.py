"""Slots: where a codebook row looks for the participants of a clause.

A slot is a path of steps joined by dots. The first step starts at the clause (subject, object, indirect_object, poss,
modifier, owner, complement, condition, or a preposition), each further step at the noun found so far (poss, modifier,
owner, or a preposition). `mutual`, `complement.actor` and `complement.recipient` are no paths: the codebook fills them
in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Doc, Token

from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.conditions import case_of
from transforms.events.codebook.vocabularies import load_vocabularies

ROLES = ("subject", "object", "indirect_object")
MUTUAL, NONE, COMPLEMENT, OWNER, CONDITION = "mutual", "none", "complement", "owner", "condition"
CONDITIONAL = frozenset({"if", "unless", "until"})
GOVERNED_ACTOR, GOVERNED_RECIPIENT = "complement.actor", "complement.recipient"
NOMINAL = ("nmod", "obl", "obl:agent")
MATCHED = (MUTUAL, GOVERNED_ACTOR, GOVERNED_RECIPIENT)
OWNER_STEPS = ("poss", "by", "of", "modifier", "maker")
MAKER, MAKING = "maker", "making"


def find(slot: str, clause: Clause, doc: Doc, by_predicate: Mapping[int, Clause]) -> tuple[int, ...]:
    """Head tokens that stand in the slot, in reading order; empty where nothing does."""
    first, *rest = slot.split(".")
    if first == COMPLEMENT and rest:
        inner = ".".join(rest)
        governed = (by_predicate[index] for index in clause.complements if index in by_predicate)
        return tuple(head for clause in governed for head in find(inner, clause, doc, by_predicate))
    heads = _conditions(clause, doc, by_predicate) if first == CONDITION else _from_clause(first, clause, doc)
    for step in rest:
        heads = tuple(head for start in heads for head in dependants(doc[start], step))
    return heads


def _conditions(clause: Clause, doc: Doc, by_predicate: Mapping[int, Clause]) -> tuple[int, ...]:
    """Who must act first: the government for "threatened to strike unless the government gives way"."""
    above = (clause.predicate, *clause.complements)
    below = [child for index in above for child in doc[index].children if child.dep_ == "advcl"]
    depends = (child.i for child in below if any(m.dep_ == "mark" and m.lower_ in CONDITIONAL for m in child.children))
    return _once(h for index in depends if index in by_predicate for h in _of_role(by_predicate[index], "subject"))


def _from_clause(step: str, clause: Clause, doc: Doc) -> tuple[int, ...]:
    if step == "object":
        return _objects(clause, doc)
    if step in ROLES:
        return _of_role(clause, step)
    if step == "poss":
        return _of_role(clause, "possessor")
    if step in ("modifier", OWNER):
        possessors = _of_role(clause, "possessor") if step == OWNER else ()
        return _once([*possessors, *_of_role(clause, "modifier"), *dependants(doc[clause.predicate], step)])
    own = [one.head for one in clause.arguments if one.preposition == step and one.role != "subject"]
    starts = _objects(clause, doc) if clause.pos == "verb" else (clause.predicate,)
    parts = (head for start in starts for head in dependants(doc[start], "of"))
    attached = (head for start in (*starts, *parts) for head in dependants(doc[start], step))
    return _once([*own, *attached])


def _of_role(clause: Clause, role: str) -> tuple[int, ...]:
    return tuple(argument.head for argument in clause.arguments if argument.role == role)


def _objects(clause: Clause, doc: Doc) -> tuple[int, ...]:
    """The objects; without any, what the parse took for something else: "asked Germany to help", "gave $5 million"."""
    found = _of_role(clause, "object")
    if found or clause.pos != "verb":
        return found
    amounts = (child.i for child in doc[clause.predicate].children if child.dep_ == "obl:unmarked")
    return tuple(index for index in amounts if doc[index].pos_ == "SYM") or _of_role(clause, "indirect_object")


def dependants(noun: Token, step: str) -> tuple[int, ...]:
    """Dependants of a noun that stand in one step of a slot."""
    if step == OWNER:
        return _once(head for part in OWNER_STEPS for head in dependants(noun, part))
    if step == MAKER:
        return _once(agent for child in noun.children if _is_making(child) for agent in dependants(child, "by"))
    if step == "poss":
        return tuple(child.i for child in noun.children if child.dep_ == "nmod:poss")
    if step == "modifier":
        return tuple(child.i for child in noun.children if _names(child, noun))
    return tuple(child.i for child in noun.children if child.dep_ in NOMINAL and case_of(child) == step)


def _is_making(child: Token) -> bool:
    """Whether a participle says whose a thing is: "a plan put forward by", "a ship owned by"."""
    return child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_.lower() in _making_verbs()


@cache
def _making_verbs() -> frozenset[str]:
    return load_vocabularies()[MAKING]


def _names(child: Token, noun: Token) -> bool:
    """Whether a modifier before the noun may name an actor: a compound, or a capitalised adjective."""
    if child.i > noun.i or case_of(child):
        return False
    return child.dep_ in ("compound", "nmod") or (child.dep_ == "amod" and child.text[:1].isupper())


def _once(heads: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(heads))
