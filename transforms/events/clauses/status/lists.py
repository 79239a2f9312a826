"""Lists: the words of status.csv, by the kind of sign that they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from transforms.events.clauses import words
from transforms.events.clauses.node import Node

ASSERTED = "asserted"
INHERITED = "inherited"
OPEN_STATUS = "hypothetical"
OPEN = ("future", OPEN_STATUS)
SUBJECT = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class Governor:
    """What a governing word makes of what stands under it: its scope names clause, control, object or a preposition."""

    scope: frozenset[str]
    status: str


@cache
def listed(kind: str) -> dict[str, str]:
    """Word to status, for the rows of one kind."""
    return {row["word"]: row["status"] for row in words.rows("status") if row["kind"] == kind}


@cache
def scopes(kind: str) -> dict[str, str]:
    """Word to scope, for the rows of one kind."""
    return {row["word"]: row["scope"] for row in words.rows("status") if row["kind"] == kind}


@cache
def governors() -> dict[str, Governor]:
    """Governing words, some with their particle."""
    rows = [row for row in words.rows("status") if row["kind"] == "governor"]
    return {row["word"]: Governor(frozenset(row["scope"].split("|")), row["status"]) for row in rows}


def governor_of(head: Node) -> Governor | None:
    """The listed governor that this word is, with its particle where it has one: "rule out", "go on"."""
    return governors().get(phrase_of(head)) or governors().get(head.lemma)


def phrase_of(head: Node) -> str:
    """A word's lemma with the particle or adverb right behind it."""
    part = next((c for c in head.children if c.dep in ("compound:prt", "advmod") and c.index == head.index + 1), None)
    return f"{head.lemma} {part.word}" if part is not None else head.lemma
