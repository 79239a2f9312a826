"""Headlines: a noun with an infinitive behind it may be a whole sentence ("UN chief to visit Chad")."""

from __future__ import annotations

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.lists import governors

OPENERS = ("det", "nmod:poss", "cop", "nsubj", "case")


def announces(noun: Node, infinitive: Node) -> bool:
    """Whether the noun is who is to do it: a name, or a bare noun that is no plan, order or the like."""
    if noun.pos == "PROPN":
        return True
    if noun.pos != "NOUN" or noun.first(*OPENERS) is not None or noun.lemma in governors():
        return False
    to = infinitive.first("mark")
    is_next = to is not None and to.index == noun.index + 1
    return is_next and (noun.tag == "NNS" or noun.first("compound") is not None)
