"""Codes of actors: a country or an international code, followed by PLOVER sectors."""

from __future__ import annotations

from dataclasses import replace

from schemas.records import Actor
from transforms.events.actors.signs import Belonging
from transforms.events.actors.tables import INTERNATIONAL

UNKNOWN = "---"


def coded(
    span: tuple[str, int, int],
    name: str | None,
    country: str,
    sectors: tuple[str, ...],
    kind: str,
    method: str,
) -> Actor:
    """An actor with its code; a body of no country that is international by its sector (NGO, MNC) leads with that."""
    if not country and sectors and sectors[0] in INTERNATIONAL:
        country, sectors = sectors[0], sectors[1:]
    code = (country or UNKNOWN) + "".join(sectors) if country or sectors else None
    nation = country if country and country not in INTERNATIONAL else None
    return Actor(*span, name, code, nation, sectors, kind, method)


def of_owner(
    span: tuple[str, int, int], owner: Belonging | None, sectors: tuple[str, ...], kind: str, method: str
) -> Actor:
    """A nameless actor with its owner's country and sectors, and sectors of its own."""
    country = owner.country if owner is not None else ""
    merged = tuple(dict.fromkeys((*(owner.sectors if owner is not None else ()), *sectors)))
    return coded(span, None, country, merged, kind, method)


def of_nation(actor: Actor, country: str, evidence: str) -> Actor:
    """An actor of unknown nation with the nation that some further evidence gives."""
    code = country + "".join(actor.sectors)
    return replace(actor, code=code, country=country, method=f"{actor.method} and {evidence}")
