"""Modals: auxiliaries and adverbs at a verb ("will", "may", "is to", "allegedly")."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import OPEN_STATUS, listed


class Modals:
    """The modals of one sentence; inside a quotation "would" is no past of "will"."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._quoted = _inside_quotes(nodes)

    def at(self, node: Node) -> str | None:
        """Status that an auxiliary or an adverb gives the verb."""
        return self.auxiliary(node) or _adverb(node)

    def auxiliary(self, node: Node) -> str | None:
        """Status that an auxiliary gives the verb, or the "to" of an announcement."""
        for part in node.all("aux"):
            if part.word == "would":
                return "future" if self._is_reported(node) else "hypothetical"
            if part.word in listed("auxiliary"):
                return listed("auxiliary")[part.word]
            if part.word == "to" and node.dep == "ROOT":
                return "future"
        if node.has_word(("to",), "mark") and _is_announced(node):
            # "Was to have visited" did not.
            return OPEN_STATUS if node.has_word(("have",), "aux") else "future" if _is_infinitive(node) else None
        return None

    def _is_reported(self, node: Node) -> bool:
        """Whether "would" is the past of "will": a past verb governs the clause, outside a quotation."""
        if node.index in self._quoted:
            return False
        return any(above.tag == "VBD" for above in node.ancestors())


def _adverb(node: Node) -> str | None:
    for child in node.all("advmod"):
        if child.word in listed("adverb"):
            return listed("adverb")[child.word]
    return None


def _is_infinitive(node: Node) -> bool:
    """ "To visit", "to be visited"."""
    return node.tag == "VB" or node.has_word(("be",), "aux", "aux:pass")


def _is_announced(node: Node) -> bool:
    """ "Chad is to visit Kenya", "Chad to visit Kenya": an infinitive that is the sentence itself."""
    if node.dep == "ccomp" and not node.has_word(("for",), "mark"):
        # "Chad to visit Kenya, officials say".
        first = node.first("nsubj", "nsubj:pass")
        return first is not None and first.index < min(part.index for part in node.all("mark", "aux"))
    if node.head is None:
        return node.first("nsubj", "nsubj:pass", "nsubj:outer", "cop") is not None
    return node.dep in ("acl", "advcl") and node.head.head is None and node.head.pos == "PROPN"


def _inside_quotes(nodes: Sequence[Node]) -> frozenset[int]:
    inside, quoted = False, []
    for node in nodes:
        if node.word in ("“", "``"):
            inside = True
        elif node.word in ("”", "''"):
            inside = False
        elif node.word == '"':
            inside = not inside
        elif inside:
            quoted.append(node.index)
    return frozenset(quoted)
