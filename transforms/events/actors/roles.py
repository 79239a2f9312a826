"""Roles: the words of a noun phrase that say what somebody is, "police chief" in "the Oslo police chief"."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Token

from transforms.events.actors.mastheads import is_masthead
from transforms.events.actors.names import may_be_role, role_ending_at, role_starting_at
from transforms.events.actors.tables import ActorTables, Role

NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})


def role_in(head: Token, core: tuple[int, int], tables: ActorTables, names: Container[int]) -> tuple[int, Role] | None:
    """The role that a phrase tells and the token at which its words begin; `names` are tokens that open names."""
    if head.pos_ not in NOUNS or _is_surname(head, core, tables):
        return None
    long_role = role_starting_at(head, tables)
    if long_role is not None:
        return head.i, long_role[1]
    if is_masthead(head, tables.words["masthead"]) or not may_be_role(head, tables.words):
        return None
    return _behind_head(head, core, tables, names) or role_ending_at(head, tables)


def _is_surname(head: Token, core: tuple[int, int], tables: ActorTables) -> bool:
    """Whether a capitalised role noun that stands bare, such as "King", may as well be somebody's name."""
    bare = (
        (head.tag_ == "NNP" or (head.text[:1].isupper() and not head.is_sent_start))
        and core == (head.i, head.i + 1)
        and all(child.dep_ in ("conj", "punct") for child in head.rights)
    )
    return bare and head.lower_ in tables.words["surname"]


def _behind_head(
    head: Token, core: tuple[int, int], tables: ActorTables, names: Container[int]
) -> tuple[int, Role] | None:
    """A role of several words whose last word the parser hung below `head` ("Secretary-General")."""
    for position in range(head.i + 1, core[1]):
        if position in names:
            break
        role = role_ending_at(head.doc[position], tables)
        if role is not None and role[0] <= head.i:
            return role
    return None
