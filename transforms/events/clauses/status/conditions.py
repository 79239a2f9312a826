"""Conditions, questions and commands: sentences that tell no fact."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import SUBJECT

AUXILIARIES = ("have", "be", "do")
INVERTING = ("had", "should", "were")
QUESTION_STARTS = ("“", "``", '"', ";", ".")


class Questions:
    """The words of one sentence that stand before a question mark, back to where its quotation or sentence begins."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        asked: list[int] = []
        start = 0
        for position, node in enumerate(nodes):
            if node.word in QUESTION_STARTS:
                start = position + 1
            elif node.word == "?":
                asked.extend(one.index for one in nodes[start:position])
                start = position + 1
        self._asked = frozenset(asked)

    def ask(self, node: Node) -> bool:
        """Whether the verb is the one that a question asks about."""
        if node.index not in self._asked:
            return False
        head = node.head
        return head is None or head.index not in self._asked or (head.head is None and head.lemma in AUXILIARIES)


def has_condition(node: Node) -> bool:
    """Whether a condition hangs on the predicate; behind what is threatened or promised it is of that."""
    said = next((child.index for child in node.all("xcomp", "ccomp") if child.index > node.index), None)
    conditions = (child for child in node.all("advcl", "obl") if child.has_word(("if", "unless"), "mark", "case"))
    return any(said is None or child.index < said for child in conditions)


def is_inverted(node: Node) -> bool:
    """ "Had Chad attacked", "should it attack": a condition without "if"."""
    subject = node.first(*SUBJECT)
    parts = [*node.all("aux", "aux:pass"), *([node.head] if node.head and node.dep == "ccomp" else [])]
    first = next((part for part in parts if part.word in INVERTING), None)
    return subject is not None and first is not None and first.index < subject.index


def is_imperative(node: Node) -> bool:
    """ "Ask them to leave": a bare verb that opens a clause and has neither subject nor auxiliary."""
    if node.tag != "VB" or node.dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    bare = node.first(*SUBJECT, "nsubj:outer", "aux", "aux:pass", "cop", "expl", "csubj") is None
    return bare and not node.has_word(("to",), "mark")
