"""Descriptions: what a clause says that somebody is ("Lee is a lawyer", "Lee was convicted of murder")."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.events.actors.names import role_ending_at
from transforms.events.actors.tables import ActorTables, Role

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
UNSURE = frozenset({"aux", "neg", "mark"})
CONVICT = Role(("convict",), ("CRM",), 1, "person")


def said_of(name: Token, tables: ActorTables) -> tuple[Role, int] | None:
    """The role that the clause of a subject gives it, with the token that says so; None where it gives none."""
    clause = name.head
    if name.dep_ not in SUBJECTS or any(child.dep_ in UNSURE or child.lower_ == "not" for child in clause.children):
        return None
    if clause.pos_ in ("NOUN", "PROPN") and _is_present(clause):
        found = role_ending_at(clause, tables)
        return (found[1], clause.i) if found is not None and found[1].kind == "person" else None
    return (CONVICT, clause.i) if _is_convicted(name, clause, tables) else None


def _is_present(noun: Token) -> bool:
    """Whether somebody is it now, one of its kind: "is a lawyer", not "was a lawyer" nor "is the problem"."""
    is_now = any(child.dep_ == "cop" and child.lower_ in ("is", "'s", "’s") for child in noun.lefts)
    return is_now and any(child.lower_ in ("a", "an") for child in noun.lefts)


def _is_convicted(name: Token, clause: Token, tables: ActorTables) -> bool:
    words = tables.words["convicted"]
    if name.dep_ == "nsubj:pass":
        return clause.lemma_.lower() in words
    return any(child.lower_ in words for child in clause.children if child.dep_ in ("xcomp", "acomp", "obj", "advmod"))
