"""Descriptions: what a clause says that somebody is ("Lee is a lawyer", "prosecutors charged Lee")."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.events.actors.names import role_ending_at
from transforms.events.actors.tables import ActorTables, Role

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})
CONVICT = Role(("convict",), ("CRM",), 1, "person")
# Who is only charged or arrested is no criminal yet.
ACCUSED = Role(("accused",), ("CVL",), 1, "person")


def said_of(name: Token, tables: ActorTables) -> tuple[Role, int] | None:
    """The role that a clause gives its subject or object, with the token that says so; None where it gives none."""
    clause = name.head
    if name.dep_ not in ARGUMENTS or not _is_stated(clause):
        return None
    if clause.pos_ in ("NOUN", "PROPN") and name.dep_ == "nsubj" and _is_present(clause):
        found = role_ending_at(clause, tables)
        return (found[1], clause.i) if found is not None and found[1].kind == "person" else None
    if _is_in(name, clause, tables.words["convicted"]):
        return CONVICT, clause.i
    return (ACCUSED, clause.i) if _is_in(name, clause, tables.words["charged"]) else None


def _is_stated(clause: Token) -> bool:
    """Whether a clause tells it as so: no modal verb, no infinitive, no "not"."""
    return not any(child.tag_ in ("MD", "TO") or child.lower_ in ("not", "n't", "if") for child in clause.children)


def _is_present(noun: Token) -> bool:
    """Whether somebody is it now, one of its kind: "is a lawyer", not "was a lawyer" nor "is the problem"."""
    is_now = any(child.dep_ == "cop" and child.lower_ in ("is", "'s", "’s") for child in noun.lefts)
    return is_now and any(child.lower_ in ("a", "an") for child in noun.lefts)


def _is_in(name: Token, clause: Token, verbs: frozenset[str]) -> bool:
    """Whether one of the verbs is done to somebody ("was charged"), or said of him ("pleaded guilty")."""
    if name.dep_ != "nsubj":
        return clause.lemma_.lower() in verbs
    said = (child for child in clause.children if child.dep_ in ("xcomp", "acomp", "obj", "advmod"))
    return any(child.lower_ in verbs and child.nbor(-1).lower_ != "not" for child in said)
