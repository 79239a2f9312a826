"""Nouns of acts: what stands beside and above them ("planned talks", "called off the attack", "without talks")."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.dates import is_put_ahead
from transforms.events.clauses.status.governing import through_negation
from transforms.events.clauses.status.lists import ASSERTED, INHERITED, OPEN, SUBJECT, governor_of, listed
from transforms.events.clauses.status.modals import Modals
from transforms.events.clauses.status.negation import is_negated
from transforms.events.clauses.subjects import is_passive, is_predicate
from transforms.events.clauses.tree import preposition

# What happens at the same time as its verb is as open, pointed to or not.
SAME_TIME = ("at", "during")
DEFINITE = ("the", "this", "that", "these", "those", "both")


class Nouns:
    """What the words around nouns of acts say of them; `of` gives the status of a word above."""

    def __init__(self, of: Callable[[Node], str], modals: Modals) -> None:
        self._of = of
        self._modals = modals

    def status(self, node: Node) -> str:
        """Status of the act that a noun tells."""
        for child in _qualities(node):
            if child.word in listed("adjective"):
                return listed("adjective")[child.word]
        marker = preposition(node)
        own = self._by_clause(node) or listed("preposition").get(marker or "")
        if own is not None and own != INHERITED:
            return own
        if is_put_ahead(node):
            return "future"
        if node.head is None:
            return ASSERTED
        if node.dep == "conj":
            return self._of(node.head) if node.head.pos == "NOUN" else ASSERTED
        return self._said_of(node, node.head) or self._under(node, node.head, marker)

    def _by_clause(self, node: Node) -> str | None:
        """ "The meeting that was cancelled", "an attack foiled on Monday": what a clause behind the noun says of it."""
        # "The attack on Chad, which was cancelled": it may hang on the last noun of the phrase.
        for scope, nouns in (("relative", [node]), ("below", node.all("nmod"))):
            for clause in (clause for noun in nouns for clause in noun.all("acl", "acl:relcl")):
                governor = governor_of(clause)
                if governor is not None and scope in governor.scope and is_passive(clause):
                    return through_negation(governor.status, self._of(clause))
        return None

    def _said_of(self, node: Node, head: Node) -> str | None:
        """ "A deal was supposed to be signed", "peace proved elusive": what the verb says of its subject."""
        if node.dep not in SUBJECT:
            return None
        qualities = [head, *head.all("xcomp")] if head.pos == "ADJ" or head.first("xcomp") is not None else []
        for quality in qualities:
            if quality.pos == "ADJ" and quality.word in listed("adjective") and quality.first("xcomp") is None:
                return through_negation(listed("adjective")[quality.word], _polarity(head))
        governor, done = governor_of(head), head.first("xcomp", "advcl")
        if governor is None or "clause" not in governor.scope or done is None or not done.has_word(("to",), "mark"):
            return None
        comes_about = done.lemma in words.verbs("light") | {"be"} or done.first("cop") is not None
        return through_negation(governor.status, self._of(head)) if comes_about else None

    def _under(self, node: Node, head: Node, marker: str | None) -> str:
        relation = "object" if node.dep in ("obj", "nsubj:pass") else marker
        for above in _governing(node, head):
            governor = governor_of(above)
            if governor is not None and relation in governor.scope:
                # "Would clear the way for talks": the way is as open as its verb.
                verb = above if above is head or above is head.head else head
                return through_negation(governor.status, self._of(verb))
        if relation == "of" and head.lemma in listed("carrier"):
            return self._of(head)
        if relation == "object" and head.lemma in words.verbs("shaping"):
            return self._of(head)
        light = head.lemma in words.verbs("light")
        if light and (relation == "object" or (node.dep == "nsubj" and _leaves_to_its_subject(head))):
            return self._of(head)
        if head.lemma in words.verbs("attend") and relation in ("object", "in", "at"):
            return self._of(head)
        if self._is_of_its_verb(node, head, marker) or (marker == "for" and head.lemma in words.verbs("journey")):
            return self._of(head)
        return self._indefinite(node, head)

    def _is_of_its_verb(self, node: Node, head: Node, marker: str | None) -> bool:
        """ "Will speak at the talks", "would answer with an attack": an act as open as the verb it goes with."""
        if listed("preposition").get(marker or "") != INHERITED or not (marker in SAME_TIME or not _is_definite(node)):
            return False
        return is_predicate(head) and self._of(head) in OPEN

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


def _qualities(noun: Node) -> list[Node]:
    """Adjectives of a noun; the parse may hang the first on the second: "upcoming naval exercises"."""
    own = noun.all("amod", "det")
    return [each for quality in own for each in (quality, *quality.all("amod"))]


def _polarity(node: Node) -> str:
    return "negated" if is_negated(node) else ASSERTED


def _governing(node: Node, head: Node) -> Iterator[Node]:
    """What may govern a noun: parses differ on whether "for talks" belongs to "paved" or to "the way"."""
    yield head
    if head.dep == "acl" and head.head is not None:
        # "Information leading to the arrest of a killer".
        yield head.head
    if node.dep in ("obl", "nmod"):
        if head.dep in ("obj", "nsubj:pass") and head.head is not None:
            yield head.head
        object_ = head.first("obj", "nsubj:pass")
        if object_ is not None and object_.index < node.index:
            yield object_


def _leaves_to_its_subject(light: Node) -> bool:
    """ "Talks began", "talks took place": the subject is the event; who "issued a warning" is none."""
    return light.first("obj") is None or light.lemma == "take"


def _is_definite(noun: Node) -> bool:
    return noun.first("nmod:poss") is not None or noun.has_word(DEFINITE, "det")
