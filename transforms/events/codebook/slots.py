"""Slots: where a codebook row looks for the participants of a clause.

A slot is a path of steps joined by dots. The first step starts at the clause (subject, object, indirect_object, poss,
modifier, owner, complement, purpose, condition, or a preposition), each further step at the noun found so far (poss,
modifier, owner, or a preposition). `mutual`, `complement.actor` and `complement.recipient` are no paths: the codebook
fills them in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from spacy.tokens import Doc, Token

from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.conditions import case_of
from transforms.events.codebook.vocabularies import load_vocabularies

ROLES = ("subject", "object", "indirect_object")
MUTUAL, NONE, OWNER = "mutual", "none", "owner"
COMPLEMENT, PURPOSE, CONDITION = "complement", "purpose", "condition"
CONDITIONAL = frozenset({"if", "unless", "until"})
GOVERNED_ACTOR, GOVERNED_RECIPIENT = "complement.actor", "complement.recipient"
NOMINAL = ("nmod", "obl", "obl:agent")
MATCHED = (MUTUAL, GOVERNED_ACTOR, GOVERNED_RECIPIENT)
OWNER_STEPS = ("poss", "by", "of", "modifier", "maker")
BELONG = "belong"
MAKER, MAKING = "maker", "making"


class Slots:
    """The slots of one clause, as the codebook's rows name them."""

    def __init__(self, clause: Clause, doc: Doc, by_predicate: Mapping[int, Clause]) -> None:
        self._clause = clause
        self._doc = doc
        self._by_predicate = by_predicate

    def find(self, slot: str) -> tuple[int, ...]:
        """Head tokens that stand in the slot, in reading order; empty where nothing does."""
        first, *rest = slot.split(".")
        if first in (COMPLEMENT, PURPOSE) and rest:
            inner = ".".join(rest)
            known = self._by_predicate
            below = self._clause.complements if first == COMPLEMENT else self.purposes
            governed = (Slots(known[index], self._doc, known) for index in below if index in known)
            return tuple(head for slots in governed for head in slots.find(inner))
        heads = self._conditions() if first == CONDITION else self._first(first)
        for step in rest:
            heads = tuple(head for start in heads for head in dependants(self._doc[start], step))
        return heads

    def _first(self, step: str) -> tuple[int, ...]:
        if step == "object":
            return self.objects
        if step in ROLES:
            return self._of_role(step)
        if step == "poss":
            return self._of_role("possessor")
        if step in ("modifier", OWNER):
            possessors = self._of_role("possessor") if step == OWNER else ()
            below = dependants(self._doc[self._clause.predicate], step)
            return _once([*possessors, *self._of_role("modifier"), *below])
        return self.phrases.get(step, ())

    def _of_role(self, role: str) -> tuple[int, ...]:
        return tuple(argument.head for argument in self._clause.arguments if argument.role == role)

    @property
    def purposes(self) -> tuple[int, ...]:
        """What it is done for: disperse for "fired tear gas to disperse the crowd"."""
        below = [child for child in self._doc[self._clause.predicate].rights if child.dep_ == "advcl"]
        return tuple(one.i for one in below if any(m.dep_ == "mark" and m.lower_ == "to" for m in one.children))

    def _conditions(self) -> tuple[int, ...]:
        """Who must act first: the government for "threatened to strike unless the government gives way"."""
        above = (self._clause.predicate, *self._clause.complements)
        below = [child for index in above for child in self._doc[index].children if child.dep_ == "advcl"]
        depends = (one for one in below if any(m.dep_ == "mark" and m.lower_ in CONDITIONAL for m in one.children))
        known = (self._by_predicate[one.i] for one in depends if one.i in self._by_predicate)
        return _once(a.head for clause in known for a in clause.arguments if a.role == "subject")

    @cached_property
    def objects(self) -> tuple[int, ...]:
        """The objects; without any, what the parse took for something else: "asked Germany to help", "gave $5"."""
        found = self._of_role("object")
        if found or self._clause.pos != "verb":
            return found
        amounts = (child for child in self._doc[self._clause.predicate].children if child.dep_ == "obl:unmarked")
        return tuple(amount.i for amount in amounts if amount.pos_ == "SYM") or self._of_role("indirect_object")

    @cached_property
    def phrases(self) -> dict[str, tuple[int, ...]]:
        """What stands behind each preposition: of the clause itself, of its objects, or of what these are made of."""
        found: dict[str, list[int]] = {}
        for one in self._clause.arguments:
            if one.preposition is not None and one.role != "subject":
                found.setdefault(one.preposition, []).append(one.head)
        starts = self.objects if self._clause.pos == "verb" else (self._clause.predicate,)
        parts = [head for start in starts for head in dependants(self._doc[start], "of")]
        # "Sent tents and food to Chad": what stands behind the last of a list goes for all of it.
        last = [child.i for start in starts for child in self._doc[start].rights if child.dep_ == "conj"]
        for start in (*starts, *parts, *last):
            for child in self._doc[start].children:
                case = case_of(child) if child.dep_ in NOMINAL else None
                # "The chief in Iran's army, who was killed in a strike": where somebody serves is not where he died.
                apart = case == "in" and self._clause.pos == "verb" and start < self._clause.predicate
                if case is not None and not apart:
                    found.setdefault(case, []).append(child.i)
        return {preposition: _once(heads) for preposition, heads in found.items()}


def dependants(noun: Token, step: str) -> tuple[int, ...]:
    """Dependants of a noun that stand in one step of a slot."""
    if step == OWNER:
        return _once(head for part in OWNER_STEPS for head in dependants(noun, part))
    if step == MAKER:
        made = (agent for child in noun.children if _is_making(child) for agent in dependants(child, "by"))
        held = (child for child in noun.children if child.dep_ == "acl" and child.lemma_ == BELONG)
        return _once([*made, *(owner for child in held for owner in dependants(child, "to"))])
    if step == "poss":
        return tuple(child.i for child in noun.children if child.dep_ == "nmod:poss")
    if step == "modifier":
        return tuple(_modifiers(noun))
    return tuple(child.i for child in noun.children if child.dep_ in NOMINAL and case_of(child) == step)


def _modifiers(noun: Token) -> Iterator[int]:
    """Modifiers that may name an actor, also those of a common noun in front: "a U.S. drone strike"."""
    for child in noun.children:
        if _names(child, noun):
            yield child.i
            if child.dep_ == "compound" and child.pos_ == "NOUN":
                yield from _modifiers(child)


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
