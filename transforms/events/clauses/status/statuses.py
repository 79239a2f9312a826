"""Statuses: whether the text says that an event happened, will happen, might happen, did not, or is denied."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.events.clauses.node import Node
from transforms.events.clauses.status.conditions import Questions, has_condition, is_imperative, is_inverted
from transforms.events.clauses.status.cues import Cues
from transforms.events.clauses.status.dates import is_ahead
from transforms.events.clauses.status.governing import Governing
from transforms.events.clauses.status.habits import (
    is_description,
    is_fiction,
    is_general,
    is_goal,
    is_habit,
    is_of_any_time,
)
from transforms.events.clauses.status.lists import ASSERTED, INHERITED, OPEN, SUBJECT, listed
from transforms.events.clauses.status.modals import Modals
from transforms.events.clauses.status.negation import is_negated
from transforms.events.clauses.status.nouns import Nouns
from transforms.events.clauses.subjects import is_predicate


class Statuses:
    """The statuses of one sentence's predicates; each is worked out once."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._known: dict[int, str] = {}
        self._cues = Cues(nodes)
        self._questions = Questions(nodes)
        self._modals = Modals(nodes)
        self._governing = Governing(self.of)
        self._nouns = Nouns(self.of, self._modals)

    def of(self, node: Node) -> str:
        """Status of the event that this verb, noun or adjective tells."""
        if node.index not in self._known:
            self._known[node.index] = ASSERTED
            self._known[node.index] = self._noun(node) if node.pos in ("NOUN", "PROPN") else self._verb(node)
        return self._known[node.index]

    def _verb(self, node: Node) -> str:
        cue = self._cue(node)
        if cue is not None:
            return cue
        if is_negated(node):
            return "hypothetical" if has_condition(node) else "negated"
        if self._questions.ask(node) or is_imperative(node):
            return "hypothetical"
        governed = self._governing.clause(node)
        if governed is not None and governed != ASSERTED:
            return governed
        own = self._modals.at(node)
        if self._is_open(node, has_modal=own is not None):
            return "hypothetical"
        if own is None and _is_present(node) and is_ahead(node):
            return "future"
        return own or governed or self._governing.inherited(node)

    def _noun(self, node: Node) -> str:
        # "Was not at the meeting" denies who was there, not the meeting.
        if is_negated(node) and not (node.first("cop") is not None and node.first("case") is not None):
            return "negated"
        cue = self._cue(node)
        return cue if cue is not None else self._nouns.status(node)

    def _is_open(self, node: Node, *, has_modal: bool) -> bool:
        """Whether a condition or a habit leaves open what the verb tells."""
        if is_inverted(node) or (has_condition(node) and (has_modal or node.tag in ("VB", "VBP", "VBZ"))):
            return True
        if has_modal:
            return False
        if node.head is not None and is_goal(node):
            # "Vowed to stay until they paid".
            waiting = [node.head, *node.head.all("xcomp")]
            if any(self.of(one) in OPEN for one in waiting):
                return True
        return (
            is_habit(node, self._cues)
            or is_fiction(node)
            or is_description(node)
            or is_general(node)
            or is_of_any_time(node, self._cues)
        )

    def _cue(self, node: Node) -> str | None:
        """What a conjunction or a phrase before the clause makes of it; a verb without a subject shares the first's."""
        found = _marker(node) or self._cues.before(node)
        if found == INHERITED:
            above = next((one for one in node.ancestors() if is_predicate(one)), None)
            return self.of(above) if above is not None else None
        if found is None and node.dep == "conj" and node.head is not None and node.head.tag == node.tag:
            alone = node.first(*SUBJECT, "mark") is None
            return self._cue(node.head) if alone and is_predicate(node.head) else None
        return found


def _is_present(node: Node) -> bool:
    """ "Meets", "is meeting": with a date to come either tells what is planned."""
    progressive = node.tag == "VBG" and any(part.tag in ("VBZ", "VBP") for part in node.all("aux"))
    return node.tag in ("VBZ", "VBP") or progressive


def _marker(node: Node) -> str | None:
    for child in node.all("mark", "case"):
        if child.word in listed("marker"):
            return listed("marker")[child.word]
        if child.word in listed("gerund") and node.first("cop") is not None and node.pos != "NOUN":
            # "Is against attacking"; the workers who are on strike have struck.
            return listed("gerund")[child.word]
    return None
