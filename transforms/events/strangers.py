"""Strangers: sides of an event of whom the article has said more than was understood."""

from __future__ import annotations

from schemas.records import Actor
from transforms.events.confidence import NO_COUNTRY
from transforms.events.identity import is_public

# A text of so many sentences says whose police it means, and who a name is; a sentence by itself need not.
LEAST_SENTENCES = 4


def are_strangers(actor: Actor | None, recipient: Actor | None) -> bool:
    """Whether a side is a stranger; of somebody named, on whom a public side of a known nation acts, less is asked."""
    if is_stranger(actor):
        return True
    known = is_public(actor) and actor is not None and actor.country is not None
    named = recipient is not None and recipient.kind == "person" and recipient.name is not None
    return is_stranger(recipient) and not (named and known)


def is_stranger(actor: Actor | None) -> bool:
    """Whether the nation of a known kind of side ("villagers") was not found, or nothing at all about a name."""
    if actor is None:
        return False
    if actor.code is None:
        return actor.name is not None
    return actor.code.startswith(NO_COUNTRY)
