"""Negation: words that deny a predicate where it stands ("did not", "no troops")."""

from __future__ import annotations

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import SUBJECT, listed

NOBODY = ("nobody", "none", "nothing")


def is_negated(node: Node) -> bool:
    """A negating word at the predicate itself, or "no"/"neither" at its subject or object."""
    for child in node.children:
        if child.dep in ("advmod", "det", "cc:preconj", "aux", "cc") and child.word in listed("negator"):
            return not _is_only(child, node)
        if child.dep in (*SUBJECT, "obj") and (
            child.word in NOBODY or child.has_word(("no", "neither"), "det", "cc:preconj")
        ):
            return True
    return False


def _is_only(negator: Node, node: Node) -> bool:
    """ "Not only attacked but": no negation."""
    return any(child.word in ("only", "just") and child.index == negator.index + 1 for child in node.children)
