"""Modals: auxiliaries and adverbs at a verb ("will", "may", "is to", "allegedly")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from transforms.events.clauses.headlines import announces
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import OPEN_STATUS, SUBJECT, listed
from transforms.events.parsing.lemmas import irregular_forms

SINGULAR = ("he", "she", "it")


class Modals:
    """The modals of one sentence; inside a quotation "would" is no past of "will"."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._quoted = _inside_quotes(nodes)

    def at(self, node: Node) -> str | None:
        """Status that an auxiliary or an adverb gives the verb."""
        return self.auxiliary(node) or _adverb(node) or (OPEN_STATUS if _is_subjunctive(node) else None)

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


def _is_subjunctive(node: Node) -> bool:
    """ "Insisted that Chad apologise", "that it be freed": after one person or body the bare form only wishes."""
    if node.dep != "ccomp" or node.word in _same_in_past():
        return False
    subject = node.first(*SUBJECT)
    be = node.has_word(("be",), "aux", "aux:pass", "cop") and node.first("aux") is None
    if subject is None or not (be or _is_bare(node)):
        return False
    return be or subject.word in SINGULAR or (subject.tag == "NNP" and subject.first("conj", "nummod") is None)


def _is_bare(node: Node) -> bool:
    """ "Leave", without an auxiliary or a "to"."""
    return node.word == node.lemma and node.tag in ("VB", "VBP") and node.first("aux", "aux:pass", "cop") is None


@cache
def _same_in_past() -> frozenset[str]:
    """ "Cut", "hit": the bare form may be the past."""
    return frozenset(form for form, lemma in irregular_forms().items() if form == lemma)


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
    return node.dep in ("acl", "advcl") and node.head.head is None and announces(node.head, node)


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
