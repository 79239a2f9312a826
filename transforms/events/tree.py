"""A light dependency tree over one sentence, so that each token's attributes are read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Span, Token

from transforms.events import words

FINITE = frozenset({"VBD", "VBZ", "VBP"})
TWO_WORDS = frozenset({"ahead", "instead", "out", "because"})


class Node:
    """One word with its governor and dependants; `index` is the token's index in the Doc."""

    __slots__ = ("capital", "children", "dep", "head", "index", "lemma", "pos", "tag", "word")

    def __init__(self, token: Token) -> None:
        self.index: int = token.i
        self.dep: str = token.dep_
        self.tag: str = token.tag_
        self.pos: str = token.pos_
        self.lemma: str = token.lemma_.lower()
        self.word: str = token.lower_
        self.capital: bool = token.is_title or token.is_upper
        self.head: Node | None = None
        self.children: list[Node] = []

    def first(self, *labels: str) -> Node | None:
        """The first dependant with one of these labels."""
        for child in self.children:
            if child.dep in labels:
                return child
        return None

    def all(self, *labels: str) -> list[Node]:
        """Every dependant with one of these labels, in reading order."""
        return [child for child in self.children if child.dep in labels]

    def ancestors(self) -> Iterator[Node]:
        """Governors from the nearest to the sentence's root."""
        node = self.head
        while node is not None:
            yield node
            node = node.head

    def has_word(self, words: Iterable[str], *labels: str) -> bool:
        """Whether a dependant with one of these labels is one of these words."""
        return any(child.dep in labels and child.word in words for child in self.children)


def grow(sentence: Span) -> list[Node]:
    """The sentence's nodes in reading order, linked to each other."""
    offset = sentence.start
    nodes = [Node(token) for token in sentence]
    for node, token in zip(nodes, sentence, strict=True):
        governor = token.head.i - offset
        if token.head.i != token.i and 0 <= governor < len(nodes):
            node.head = nodes[governor]
            nodes[governor].children.append(node)
    for node in nodes:
        _repair(node)
    return nodes


def _repair(node: Node) -> None:
    """Undo what parsers often get wrong and no grammar allows."""
    if node.dep == "advcl" and node.has_word(("that",), "mark") and node.head and node.head.pos == "VERB":
        # Only a content clause begins with "that" behind a verb.
        node.dep = "ccomp"
    elif node.dep == "advcl" and node.tag == "VB" and node.has_word(("to",), "mark") and node.head:
        # "Urged Chile to withdraw" tells what was urged, no purpose.
        node.dep = "xcomp" if node.head.lemma in words.complement_takers() else "advcl"
    if node.pos == "VERB" and node.tag in FINITE and node.first("nsubj", "nsubj:pass") is None:
        # A finite verb is no part of a compound: the noun before it is its subject.
        for child in node.all("compound"):
            if child.pos in ("NOUN", "PROPN") and child.index < node.index:
                child.dep = "nsubj"


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
