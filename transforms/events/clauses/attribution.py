"""Attribution: whose words a clause reports."""

from __future__ import annotations

from transforms.events.clauses import words
from transforms.events.clauses.node import Node
from transforms.events.clauses.subjects import Subjects
from transforms.events.clauses.tree import preposition

CLAUSE_LINKS = (
    "ccomp",
    "conj",
    "xcomp",
    "advcl",
    "acl",
    "acl:relcl",
    "obj",
    "obl",
    "nmod",
    "nsubj",
    "nsubj:pass",
    "parataxis",
)
SOURCES = ("according to", "according")


def speaker_of(node: Node, subjects: Subjects) -> int | None:
    """Index of the head of the one who is said to say this, the nearest first; None where the writer says it."""
    current: Node | None = node
    while current is not None:
        found = _beside(current, node) or _above(current, subjects)
        if found is not None:
            return found.index
        current = current.head if current.dep in CLAUSE_LINKS else None
    return None


def _above(node: Node, subjects: Subjects) -> Node | None:
    """The subject of the speech verb whose content this clause is."""
    governor = node.head
    if governor is None or node.dep != "ccomp" or governor.lemma not in words.speech_verbs():
        return None
    return governor.first("obl:agent") or subjects.surface(governor)


def _beside(node: Node, asking: Node) -> Node | None:
    """The speaker in an inserted "..., X said" or in "according to X"."""
    for child in node.children:
        if child is asking:
            continue
        if child.dep in ("parataxis", "conj") and is_inserted_speech(child):
            return child.first("nsubj")
        if child.dep in ("obl", "nmod") and preposition(child) in SOURCES:
            return child
        if child.lemma == "accord" and child.dep in ("advcl", "acl"):
            return child.first("obl", "obj")
    return None


def is_inserted_speech(node: Node) -> bool:
    """A speech verb with a subject and no content of its own: the sentence it stands in is the content."""
    if node.lemma not in words.speech_verbs() or node.first("nsubj") is None:
        return False
    if node.dep == "conj" and node.first("cc") is not None:
        return False
    return node.first("ccomp", "xcomp") is None and (node.first("obj") is None or node.lemma == "tell")
