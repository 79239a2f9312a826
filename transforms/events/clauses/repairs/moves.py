"""Moves: how a node changes its place in the tree, and what stands around it there."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses import words
from transforms.events.clauses.node import Node

NOMINAL = ("NOUN", "PROPN")
SUBJECT = ("nsubj", "nsubj:pass")
# Clauses of which a finite verb may be the head; a relative clause knows its subject, a second verb shares one.
MAIN = ("ROOT", "ccomp", "parataxis", "advcl")
INSIDE_NOUN_PHRASE = ("amod", "compound", "case", "flat", "det", "nmod", "nmod:desc", "appos", "conj", "fixed")
CONJUNCTIONS = ("after", "before", "since", "until", "as", "because", "once", "though", "although")


def attach(node: Node, head: Node | None, dep: str) -> None:
    """Hang the node under another governor; one from below it takes its place first. Children stay in reading order."""
    if head is not None and node in head.ancestors():
        attach(head, node.head, node.dep)
    if node.head is not None:
        node.head.children.remove(node)
    node.head, node.dep = head, dep
    if head is not None:
        head.children = sorted([*head.children, node], key=lambda child: child.index)


def take_place(node: Node, other: Node) -> None:
    """Put the node where the other stands; the other is left without a governor."""
    head, dep = other.head, other.dep
    if head is not None:
        head.children.remove(other)
        other.head = None
    if head is node:
        head, dep = node.head, node.dep
    attach(node, head, dep)


def noun_before(verb: Node, nodes: Sequence[Node]) -> Node | None:
    """Head of the noun phrase that ends before the verb; adverbs and days may stand between."""
    between = verb.all("aux", "aux:pass")
    earlier = (node for node in nodes if node.index < verb.index and node not in between)
    before = [node for node in earlier if node.tag not in ("RB", "MD")]
    while len(before) > 1 and before[-1].lemma in words.verbs("time") and before[-2].pos != "ADJ":
        before = before[:-2] if before[-2].word == "on" else before[:-1]
    if not before or before[-1].pos not in (*NOMINAL, "PRON"):
        return None
    noun = before[-1]
    while noun.head is not None and noun.head.index < verb.index and noun.dep in INSIDE_NOUN_PHRASE:
        if noun.first("case") is not None or noun.head.pos not in NOMINAL:
            break
        noun = noun.head
    return noun


def first_of(node: Node) -> int:
    """Index of the first word of the node's phrase, marks left out."""
    return min([node.index, *(first_of(child) for child in node.children if child.dep != "punct")])


def last_of(node: Node) -> int:
    """Index of the last word of the node's phrase, marks left out."""
    return max([node.index, *(last_of(child) for child in node.children if child.dep != "punct")])
