"""Dates: days, weeks and years beside a predicate that put it ahead ("meets Ruiz next week", "talks tomorrow")."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import listed

PHRASES = ("obl", "obl:unmarked", "nmod", "nmod:unmarked", "advmod", "obl:arg")


def phrases(node: Node) -> list[Node]:
    """Phrases beside a predicate; a day at the end may hang on its object ("invades Chad each Friday")."""
    objects = [child for child in node.all("obj", "xcomp") if child.index > node.index]
    last = [child for noun in objects for child in noun.all("nmod:unmarked", "obl:unmarked")]
    return [*node.all(*PHRASES), *last]


def has_time(node: Node) -> bool:
    """Whether a day, week, month or year stands beside the predicate."""
    return any(child.lemma in words.verbs("time") for child in phrases(node))


def is_ahead(node: Node) -> bool:
    """Whether a date to come stands beside the predicate."""
    return _date_ahead(node) is not None


def is_put_ahead(noun: Node) -> bool:
    """Whether a date to come belongs to the act that a noun tells: its own, or one that no past verb can have."""
    if is_ahead(noun):
        return True
    verb = noun.head
    if verb is None or verb.tag not in ("VBD", "VBN"):
        return False
    date = _date_ahead(verb)
    return date is not None and verb.index < noun.index < date.index


def _date_ahead(node: Node) -> Node | None:
    ahead = listed("ahead")
    # "Next week's talks".
    owners = node.all("nmod:poss") if node.pos == "NOUN" else []
    for child in [*phrases(node), *owners]:
        if child.word in ahead or (child.lemma in words.verbs("time") and child.has_word(ahead, "amod", "det")):
            return child
    return None
