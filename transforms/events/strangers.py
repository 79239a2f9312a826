"""Strangers: sides of an event of whom the article has said more than was understood."""

from __future__ import annotations

from schemas.records import Actor
from transforms.events.confidence import NO_COUNTRY

# A text of so many sentences says whose police it means, and who a name is; a sentence by itself need not.
LEAST_SENTENCES = 4


def is_stranger(actor: Actor | None) -> bool:
    """Whether the nation of a known kind of side ("villagers") was not found, or nothing at all about a name."""
    if actor is None:
        return False
    if actor.code is None:
        return actor.name is not None
    return actor.code.startswith(NO_COUNTRY)
