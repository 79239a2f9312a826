"""Cues: phrases before a predicate that say what becomes of it ("as long as", "short of", "ahead of")."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

from transforms.events.clauses import words
from transforms.events.clauses.node import Node

# What may stand between the phrase and its predicate: the subject, auxiliaries, adverbs, and what qualifies a noun.
BETWEEN = frozenset(
    {
        *("DT", "PDT", "CD", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "POS"),
        *("RB", "RBR", "TO", "MD"),
    }
)
PARTS = ("aux", "aux:pass", "cop", "amod")


class Cues:
    """The phrases of one sentence; they are looked for in its words, since parses of them differ."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._first = nodes[0].index if nodes else 0

    def before(self, node: Node) -> str | None:
        """Status that a phrase before this verb, adjective or noun gives it, None where none stands there."""
        use = "noun" if node.pos in ("NOUN", "PROPN") else "verb"
        return next((status for end in self._ends(node) if (status := self._ending(end, use))), None)

    def word_before(self, node: Node, listed: Collection[str]) -> str | None:
        """The nearest of these words that opens this verb's clause."""
        opening = (self._nodes[end - 1].word for end in self._ends(node))
        return next((word for word in opening if word in listed), None)

    def anywhere(self, use: str) -> bool:
        """Whether a phrase for this use stands anywhere in the sentence."""
        return any(self._ending(end, use) is not None for end in range(1, len(self._nodes) + 1))

    def _ends(self, node: Node) -> Iterator[int]:
        """Where a phrase may end so that only what belongs to the predicate's clause stands behind it."""
        for end in range(node.index - self._first, 0, -1):
            yield end
            if not _may_stand_between(self._nodes[end - 1], node):
                return

    def _ending(self, end: int, use: str) -> str | None:
        """Status of the longest phrase for this use whose last word is the one before `end`."""
        for phrase, status in _phrases(use).get(self._nodes[end - 1].word, ()):
            if end >= len(phrase) and all(
                node.word == word for node, word in zip(self._nodes[end - len(phrase) : end], phrase, strict=True)
            ):
                return status
        return None


def _may_stand_between(node: Node, predicate: Node) -> bool:
    return node.tag in BETWEEN or (node.dep in PARTS and node.head is predicate)


@cache
def _phrases(use: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Last word to the phrases that end with it, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in words.rows("status"):
        if row["kind"] == "phrase" and use in row["scope"].split("|"):
            phrase = tuple(row["word"].split())
            found.setdefault(phrase[-1], []).append((phrase, row["status"]))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in found.items()}
