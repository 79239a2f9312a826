"""Nouns of acts: what stands beside and above them ("planned talks", "called off the attack", "without talks")."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.governing import governor_of, through_negation
from transforms.events.clauses.status.lists import ASSERTED, OPEN, SUBJECT, listed
from transforms.events.clauses.status.modals import Modals
from transforms.events.clauses.subjects import is_predicate
from transforms.events.clauses.tree import preposition

DEFINITE = ("the", "this", "that", "these", "those", "both")


class Nouns:
    """What the words around nouns of acts say of them; `of` gives the status of a word above."""

    def __init__(self, of: Callable[[Node], str], modals: Modals) -> None:
        self._of = of
        self._modals = modals

    def status(self, node: Node) -> str:
        """Status of the act that a noun tells."""
        for child in node.all("amod", "det"):
            if child.word in listed("adjective"):
                return listed("adjective")[child.word]
        marker = preposition(node)
        if marker in listed("preposition"):
            return listed("preposition")[marker]
        if node.head is None:
            return ASSERTED
        if node.dep == "conj":
            return self._of(node.head) if node.head.pos == "NOUN" else ASSERTED
        return self._under(node, node.head, marker)

    def _under(self, node: Node, head: Node, marker: str | None) -> str:
        relation = "object" if node.dep in ("obj", "nsubj:pass") else marker
        for above in _governing(node, head):
            governor = governor_of(above)
            if governor is not None and relation in governor.scope:
                return through_negation(governor.status, self._of(above))
        if relation == "of" and head.lemma in listed("carrier"):
            return self._of(head)
        light = head.lemma in words.verbs("light")
        if light and (relation == "object" or (node.dep == "nsubj" and _leaves_to_its_subject(head))):
            return self._of(head)
        if head.lemma in words.verbs("attend") and relation in ("object", "in", "at"):
            return self._of(head)
        return self._indefinite(node, head)

    def _indefinite(self, node: Node, head: Node) -> str:
        """ "A strike would be answered", "may face sanctions": what nobody has pointed to is as open as its verb."""
        if node.dep not in (*SUBJECT, "obj") or _is_definite(node):
            return ASSERTED
        if head.first("cop") is not None:
            return "hypothetical" if self._modals.auxiliary(head) in OPEN else ASSERTED
        if not is_predicate(head):
            return ASSERTED
        if head.first("expl") is not None:
            return self._of(head)
        return "hypothetical" if self._of(head) in OPEN else ASSERTED


def _governing(node: Node, head: Node) -> Iterator[Node]:
    """What may govern a noun: parses differ on whether "for talks" belongs to "paved" or to "the way"."""
    yield head
    if node.dep in ("obl", "nmod"):
        if head.dep in ("obj", "nsubj:pass") and head.head is not None:
            yield head.head
        object_ = head.first("obj")
        if object_ is not None and object_.index < node.index:
            yield object_


def _leaves_to_its_subject(light: Node) -> bool:
    """ "Talks began", "talks took place": the subject is the event; who "issued a warning" is none."""
    return light.first("obj") is None or light.lemma == "take"


def _is_definite(noun: Node) -> bool:
    return noun.first("nmod:poss") is not None or noun.has_word(DEFINITE, "det")
