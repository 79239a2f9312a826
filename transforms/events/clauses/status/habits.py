"""Habits: acts of any time ("they often attack", "whenever they protest")."""

from __future__ import annotations

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.cues import Cues
from transforms.events.clauses.status.lists import listed, scopes


def is_habit(node: Node) -> bool:
    """ "They often attack": an adverb of habit beside a verb in the present."""
    return node.has_word(listed("habit"), "advmod") and is_simple_present(node)


def is_of_any_time(node: Node, cues: Cues) -> bool:
    """ "Whenever they protest", "until sanctions are lifted": such a clause in the present tells what may come."""
    times = scopes("time")
    marks = [child.word for child in node.all("mark", "advmod", "case") if child.word in times]
    word = marks[0] if marks and node.dep == "advcl" else cues.word_before(node, times)
    if word is None or (times[word] == "future" and not _is_ahead(node)):
        return False
    return is_simple_present(node)


def is_simple_present(node: Node) -> bool:
    """ "Attacks", "is attacked": neither "is attacking" nor "has attacked"."""
    finite = [node, *node.all("aux", "aux:pass", "cop")]
    perfect = node.tag == "VBN" and node.first("aux:pass", "cop") is None
    progressive = node.tag == "VBG"
    return not perfect and not progressive and any(part.tag in ("VBZ", "VBP") for part in finite)


def _is_ahead(node: Node) -> bool:
    """Whether what governs the clause is to come, negated or not: "will leave", "would not return"."""
    return any(part.tag == "MD" for above in node.ancestors() for part in above.all("aux"))
