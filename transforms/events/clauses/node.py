"""Nodes: the words of one sentence with governors and dependants, each token's attributes read once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Node:
    """One word with its governor and dependants; `index` is the token's index in the Doc."""

    __slots__ = ("capital", "children", "dep", "head", "index", "is_place", "lemma", "pos", "tag", "word")

    def __init__(self, token: Token) -> None:
        self.index: int = token.i
        self.dep: str = token.dep_
        self.tag: str = token.tag_
        self.pos: str = token.pos_
        self.lemma: str = token.lemma_.lower()
        self.word: str = token.lower_
        self.capital: bool = token.is_title or token.is_upper
        self.is_place: bool = token.ent_type_ == "LOC"
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
        # Most words have none.
        return bool(self.children) and any(child.dep in labels and child.word in words for child in self.children)
