"""Repairs: what parsers often get wrong, no grammar allows, and would cost an event."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import FINITE, Node

NOMINAL = ("NOUN", "PROPN")
SUBJECT = ("nsubj", "nsubj:pass")
STAY_WITH_NOUN = ("det", "nummod", "amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "case", "flat", "appos")


def repair(nodes: Sequence[Node]) -> None:
    """Change labels and governors in place."""
    for node in nodes:
        if node.dep == "advcl":
            _content_clause(node)
        elif node.pos == "VERB" and node.tag in FINITE and node.first(*SUBJECT) is None:
            _subject_before(node)
        elif node.dep in ("ROOT", "ccomp", "parataxis", "conj") and node.pos in NOMINAL:
            _verb_taken_for_adjective(node)


def _content_clause(node: Node) -> None:
    """Only a content clause begins with "that" behind a verb; "urged Chile to withdraw" tells what was urged."""
    if node.head is None:
        return
    if node.head.pos == "VERB" and node.has_word(("that",), "mark"):
        node.dep = "ccomp"
    elif node.tag == "VB" and node.has_word(("to",), "mark") and node.head.lemma in words.complement_takers():
        node.dep = "xcomp"


def _subject_before(verb: Node) -> None:
    """A finite verb is no part of a compound: the noun before it is its subject."""
    for child in verb.all("compound"):
        if child.pos in NOMINAL and child.index < verb.index:
            child.dep = "nsubj"


def _verb_taken_for_adjective(noun: Node) -> None:
    """ "NATO voiced support": a noun with a subject, no copula and a past form between them is that verb's object."""
    if noun.first("cop") is not None:
        return
    verb = next((child for child in noun.all("amod") if child.tag in ("VBD", "VBN") and child.pos == "VERB"), None)
    if verb is None:
        return
    before = [child for child in noun.children if child.index < verb.index]
    subject = next((child for child in before if child.dep in SUBJECT), None)
    if subject is None and noun.dep == "ROOT":
        subject = next((child for child in before if child.dep == "compound" and child.pos == "PROPN"), None)
    if subject is None:
        return
    subject.dep = "nsubj"
    moved = [c for c in noun.children if c in before or c.dep not in STAY_WITH_NOUN]
    verb.dep, verb.tag, verb.head = noun.dep, "VBD", noun.head
    if noun.head is not None:
        noun.head.children[noun.head.children.index(noun)] = verb
    noun.children = [child for child in noun.children if child not in moved and child is not verb]
    noun.dep, noun.head = "obj", verb
    verb.children = sorted([*verb.children, noun, *moved], key=lambda child: child.index)
    for child in moved:
        child.head = verb
