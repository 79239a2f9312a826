"""Negation: words that deny a predicate where it stands ("did not", "no troops")."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import SUBJECT, listed

NOBODY = ("nobody", "none", "nothing")


def is_negated(node: Node) -> bool:
    """A negating word at the predicate itself, or "no"/"neither" at its subject or object."""
    if _is_cleft(node) and node.head is not None and is_negated(node.head):
        return True
    for child in node.children:
        if child.dep in ("advmod", "det", "cc:preconj", "aux", "cc") and child.word in listed("negator"):
            return not _is_only(child, node)
        if child.dep == "obl" and child.lemma in listed("never") and child.has_word(("no",), "det"):
            # "At no point did Chad attack".
            return True
        if child.dep in (*SUBJECT, "obj") and _is_nobody(child):
            return True
    return False


def _is_cleft(node: Node) -> bool:
    """ "It was not Chad that attacked": what is said of a name is said of the deed."""
    name = node.head
    if name is None or node.dep not in ("acl:relcl", "advcl:relcl") or name.pos not in ("PROPN", "NOUN"):
        return False
    is_it = any(child.word == "it" for child in name.all(*SUBJECT, "expl"))
    own = [subject for subject in node.all(*SUBJECT) if subject.word not in ("that", "who", "which")]
    # "It was not until Friday, not the first time that Chad attacked": it did.
    return is_it and not own and name.first("case") is None and name.lemma not in words.verbs("time") | {"time"}


def _is_nobody(noun: Node) -> bool:
    """ "No rebels", "nobody", "not a single rebel", "few rebels": never "a few" or "not only"."""
    if noun.word in NOBODY or noun.has_word(("no", "neither"), "det", "cc:preconj"):
        return True
    if noun.has_word(("few", "little"), "amod"):
        return noun.first("det", "nmod:poss") is None
    return noun.has_word(("not", "hardly"), "advmod") and not noun.has_word(("only", "just"), "advmod")


def _is_only(negator: Node, node: Node) -> bool:
    """ "Not only attacked but": no negation."""
    return any(child.word in ("only", "just") and child.index == negator.index + 1 for child in node.children)
