"""Identity: whether two mentions name one actor, and what is known of an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from schemas.records import Actor
from transforms.events.actors.tables import INTERNATIONAL, STATE
from transforms.events.clauses.binding import OWNERS

THING = "thing"
PUBLIC = (STATE | INTERNATIONAL | {"UNO", "EUR", "OPP", "ELI", "PRE"}) - {"MNC"}
ARMED = frozenset({"MIL", "COP", "REB", "UAF", "CRM", "SPY"})
DOERS = ARMED | {"GOV"}
# A union acts in public life, its members at work do not.
UNION, ORGANISED = "LAB", frozenset({"body", "organisation"})
PLACES = frozenset({"country", "place", "city"})


def same(one: Actor, other: Actor) -> bool:
    """Whether two mentions name one actor: by name or words, or since one is part of the other.

    A thing with its phrase may hold another's: "Russian shelling of Ukrainian towns".
    """
    overlap = one.start < other.end and other.start < one.end
    if overlap and not (THING in (one.kind, other.kind) and one.country != other.country):
        return True
    return identity(one) == identity(other)


def identity(actor: Actor | None) -> str:
    """What tells an actor from others within an article: the canonical name, else the text."""
    return "" if actor is None else (actor.name or actor.text).lower()


def distinct(actors: Iterable[Actor]) -> list[Actor]:
    """The actors, each once, in the order in which they are first named."""
    kept: list[Actor] = []
    for actor in actors:
        if not any(same(actor, other) for other in kept):
            kept.append(actor)
    return kept


def side_by_side(one: Actor, other: Actor) -> bool:
    """Whether the two are one, or of one country."""
    return same(one, other) or (one.country is not None and one.country == other.country)


def is_known(actor: Actor | None) -> bool:
    """Whether anything is known of the actor beyond its words: a country or a sector."""
    return actor is not None and actor.code is not None


def is_public(actor: Actor | None) -> bool:
    """A country, or whoever has a sector of public life, unions too; private people, firms and things have none."""
    if actor is None or actor.code is None or actor.kind == THING:
        return False
    if PUBLIC.intersection(actor.sectors) or actor.code[:3] in PUBLIC:
        return True
    is_union = UNION in actor.sectors and actor.kind in ORGANISED
    return is_union or (not actor.sectors and actor.kind != "person")


def is_armed(actor: Actor | None) -> bool:
    """Whoever acts in public life or bears arms: kidnappers and gangs too."""
    return is_public(actor) or (actor is not None and actor.kind != THING and not ARMED.isdisjoint(actor.sectors))


def is_actor(actor: Actor) -> bool:
    """Whether the mention is more than a thing of nobody's."""
    return actor.kind != THING or actor.code is not None


def is_owner_word(actor: Actor | None) -> bool:
    """Whether the mention is no more than "his" or "their"."""
    return actor is not None and actor.text.lower() in OWNERS


def may_do(actor: Actor) -> bool:
    """Whether the actor is of those who attack or arrest: a state with its arms, or an armed group."""
    if actor.code is None or actor.kind == THING or (actor.country is None and not actor.sectors):
        return False
    return not actor.sectors or bool(DOERS.intersection(actor.sectors))


def as_place(actor: Actor) -> Actor:
    """A capital that is shelled is a city of its country, not the government that sits there."""
    if actor.method != "capital":
        return actor
    return replace(actor, code=actor.country, sectors=())


def as_modifier(actor: Actor) -> Actor | None:
    """Whom a word before a noun names: "European" is Europe's, not Europeans; a word without a code is nobody."""
    if actor.method == "demonym":
        actor = replace(actor, code=actor.country, sectors=())
    return actor if actor.code is not None else None
