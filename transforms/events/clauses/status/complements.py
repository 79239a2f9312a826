"""Complements: infinitives and gerunds under words that status.csv does not list as governors.

"Struggled to leave", "thought of leaving": such a complement is left open, unless its governing word is one that
makes it as real as itself ("continued to", "was proud to", "spent days shelling").
"""

from __future__ import annotations

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import OPEN_STATUS, listed, phrase_of, scopes

WITH_OBJECT, PERFECT = "object", "perfect"


def left_open(node: Node, head: Node) -> str | None:
    """Status of a complement that its governing word does not make real, None where it is as real as that word."""
    if _is_implicative(node, head):
        return None
    if node.has_word(("to",), "mark"):
        return OPEN_STATUS if node.dep in ("xcomp", "ccomp") and head.pos != "NOUN" else None
    return _of_gerund(node, head) if is_gerund(node) and node.index > head.index else None


def is_gerund(node: Node) -> bool:
    """ "Attacking", "having attacked", "being attacked"."""
    return node.tag == "VBG" or node.has_word(("having", "being"), "aux", "aux:pass")


def _of_gerund(node: Node, head: Node) -> str | None:
    marks = [child.word for child in node.all("mark", "case")]
    if marks:
        return next((listed("gerund")[mark] for mark in marks if mark in listed("gerund")), None)
    # Further behind, a participle tells what was done at the same time: "left the hall, praising Chad".
    is_object = node.dep == "xcomp" and node.index - head.index == len(phrase_of(head).split())
    return OPEN_STATUS if is_object else None


def _is_implicative(node: Node, head: Node) -> bool:
    """Whether the word makes it real: always, of somebody whom it has for an object, or in the perfect."""
    needs = next((scopes("implicative")[word] for word in (phrase_of(head), head.lemma) if word in _listed()), None)
    if needs == PERFECT:
        return any(part.lemma == "have" for part in node.all("aux"))
    return needs == "" or (needs == WITH_OBJECT and head.first("obj", "nsubj:pass") is not None)


def _listed() -> dict[str, str]:
    return scopes("implicative")
