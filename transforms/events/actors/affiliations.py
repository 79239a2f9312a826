"""Affiliations: what stands right behind a name and says whose somebody is ("Lund (R-Texas)", "Lund of Amnesty")."""

from __future__ import annotations

from transforms.events.actors.names import PARTIES
from transforms.events.actors.noun_phrases import HYPHENS
from transforms.events.actors.signs import Belonging, Signs

OPENINGS = frozenset({",", "("})
BODIES = frozenset({"organisation", "institution", "company", "media", "armed group", "party", "name"})


def seat(end: int, signs: Signs) -> Belonging | None:
    """The nation of the seat behind a name that ends at `end`: "Lund (R-Texas)", "Lund, D-Calif.,"."""
    behind = signs.doc[end : end + 4]
    if len(behind) < 4 or behind[0].text not in OPENINGS or behind[1].text not in PARTIES:
        return None
    hit = signs.hit_at.get(end + 3) if behind[2].text in HYPHENS else None
    return signs.belonging_of(hit) if hit is not None and hit.rows[0].is_nation else None


def body(end: int, signs: Signs) -> Belonging | None:
    """The body or nation behind "of" and a name that ends at `end`: "Lund of the Red Cross"."""
    behind = signs.doc[end : end + 3]
    if len(behind) < 2 or behind[0].lower_ != "of":
        return None
    hit = signs.hit_at.get(end + 2 if behind[1].tag_ == "DT" else end + 1)
    return signs.belonging_of(hit) if hit is not None and hit.rows[0].kind in BODIES else None
