"""A light dependency tree over one sentence."""

from __future__ import annotations

from spacy.tokens import Span

from transforms.events.clauses.node import Node
from transforms.events.clauses.repairs.repairs import repair

TWO_WORDS = frozenset({"ahead", "instead", "out", "because"})


def grow(sentence: Span) -> list[Node]:
    """The sentence's nodes in reading order, linked to each other; the parse's common faults are repaired."""
    offset = sentence.start
    nodes = [Node(token) for token in sentence]
    for node, token in zip(nodes, sentence, strict=True):
        governor = token.head.i - offset
        if governor != node.index - offset and 0 <= governor < len(nodes):
            node.head = nodes[governor]
            nodes[governor].children.append(node)
    repair(nodes)
    return nodes


def preposition(node: Node) -> str | None:
    """The case markers of a noun phrase as one lower-case string ("out of"), or None; a possessive's 's is none."""
    found: list[str] = []
    for child in node.children:
        if child.dep == "case" and child.tag != "POS":
            found.append(child.word)
            found.extend(part.word for part in child.children if part.dep == "fixed")
    if found == ["of"] and node.head is not None:
        # "ahead of the talks" may be parsed as an adverb with a phrase of its own.
        found = [*(c.word for c in node.head.children if c.dep == "advmod" and c.word in TWO_WORDS), *found][-2:]
    return " ".join(found) or None


def conjuncts(node: Node) -> list[Node]:
    """The node and everything coordinated with it, in reading order."""
    found = [node]
    for member in found:
        found.extend(child for child in member.children if child.dep == "conj")
    return sorted(found, key=lambda member: member.index)
