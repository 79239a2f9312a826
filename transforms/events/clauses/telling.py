"""Telling: how a sentence tells what its predicates say, whether as a fact and in whose words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from transforms.events.clauses.attribution import speaker_of
from transforms.events.clauses.node import Node
from transforms.events.clauses.status.statuses import Statuses
from transforms.events.clauses.subjects import Subjects


class Telling:
    """One sentence's predicates by their tokens' indexes in the Doc; each is looked into only when asked for."""

    def __init__(self, nodes: Sequence[Node], subjects: Subjects) -> None:
        self._nodes = nodes
        self._subjects = subjects

    @cached_property
    def _statuses(self) -> Statuses:
        return Statuses(self._nodes)

    def _node(self, predicate: int) -> Node:
        return self._nodes[predicate - self._nodes[0].index]

    def status(self, predicate: int) -> str:
        """Whether it happened, will happen or may, did not, or is denied (see codes.STATUSES)."""
        return self._statuses.of(self._node(predicate))

    def speaker(self, predicate: int) -> int | None:
        """Head token of the one who is said to say it, None where the writer says it."""
        return speaker_of(self._node(predicate), self._subjects)

    def label(self, predicate: int) -> str:
        """Its dependency label after the repair of the parse."""
        return self._node(predicate).dep

    def dependants(self, predicate: int) -> frozenset[int]:
        """The tokens that hang on it."""
        return frozenset(child.index for child in self._node(predicate).children)
