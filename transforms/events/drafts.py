"""Drafts: what the clauses of one sentence tell, before it is dated and placed, and each event only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.records import Actor
from transforms.events.clauses import words
from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.codebook import Match
from transforms.events.identity import identity, same
from transforms.events.participants import Pair

ASSAULT, COERCE, PROTEST, REQUEST = "ASSAULT", "COERCE", "PROTEST", "REQUEST"
COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Draft:
    """An event of one sentence before it is dated, placed and numbered."""

    clause: Clause
    match: Match
    pair: Pair
    event_type: str
    event_mode: str | None
    cameo_code: str
    status: str
    confidence: float


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts less those that another uses up, repeats, or tells with more participants."""
    free = [draft for draft in drafts if not any(_uses_up(other, draft) for other in drafts)]
    best: dict[tuple[str, str, str], Draft] = {}
    for draft in free:
        key = _key(draft)
        if key not in best or draft.confidence > best[key].confidence:
            best[key] = draft
    return [d for d in free if best[_key(d)] is d and not any(_completes(other, d) for other in best.values())]


def _uses_up(other: Draft, draft: Draft) -> bool:
    """Whether the other's words hold this one; what happened between two others is an event of its own.

    So it is where both are of one type, and where it is condemned or praised as done.
    """
    if draft.clause.predicate not in other.match.absorbed:
        return False
    if draft.status != "asserted" or draft.pair.actor is None or draft.pair.recipient is None:
        return True
    if other.event_type != draft.event_type:
        return other.clause.lemma not in words.verbs("judging")
    one, two = other.pair, draft.pair
    if _are_same(one.recipient, two.recipient) or _sides(other) == _sides(draft):
        return True
    # "Signed a truce in Havana": the truce that one side signs is not another's, whoever's the place is.
    return identity(two.actor) in _sides(other) and one.recipient is not None and one.recipient.code is not None


def _are_same(one: Actor | None, other: Actor | None) -> bool:
    return one is not None and other is not None and same(one, other)


def _sides(draft: Draft) -> set[str]:
    """The two that take part, whoever of them is said to do it."""
    return {identity(draft.pair.actor), identity(draft.pair.recipient)}


def _key(draft: Draft) -> tuple[str, str, str]:
    actor, recipient = identity(draft.pair.actor), identity(draft.pair.recipient)
    if draft.match.mutual or draft.event_type in ("AGREE", "CONSULT", "COOPERATE"):
        actor, recipient = sorted((actor, recipient))
    return draft.event_type, actor, recipient


def _completes(other: Draft, draft: Draft) -> bool:
    """Whether the other tells the same with the participant that this one lacks."""
    if _is_demanded_in(other, draft):
        return True
    if other is draft or other.event_type != draft.event_type:
        return False
    if draft.event_type == COERCE and other.cameo_code != draft.cameo_code:
        # Whoever arrests somebody and imposes a curfew does two things.
        return False
    pair, fuller = draft.pair, other.pair
    if draft.event_type == PROTEST and _is_same_march(other, draft):
        return True
    if pair.actor is not None and pair.recipient is not None:
        return draft.event_type == ASSAULT and _hits_land_of(fuller, pair)
    if fuller.actor is None or fuller.recipient is None:
        return False
    known = identity(pair.actor or pair.recipient)
    return known in (identity(fuller.actor), identity(fuller.recipient))


def _is_demanded_in(march: Draft, demand: Draft) -> bool:
    """ "Marched to demand that the king abdicate": the march against the king is the demand."""
    if (march.event_type, demand.event_type) != (PROTEST, REQUEST) or march.status != demand.status:
        return False
    return _are_same(march.pair.actor, demand.pair.actor) and _are_same(march.pair.recipient, demand.pair.recipient)


def _is_same_march(first: Draft, second: Draft) -> bool:
    """ "Rallied outside parliament to protest against the tax": the same people at one place march once."""
    if first.pair.recipient is None or first.clause.predicate >= second.clause.predicate:
        return False
    alike = first.event_mode == second.event_mode and first.status == second.status
    return alike and _are_same(first.pair.actor, second.pair.actor)


def _hits_land_of(fuller: Pair, pair: Pair) -> bool:
    """ "Airstrikes in Chad killed ten nurses": whoever hits the nurses hits no other Chad."""
    land, people = pair.recipient, fuller.recipient
    if land is None or people is None or land.kind != COUNTRY or people.kind == COUNTRY:
        return False
    return _are_same(pair.actor, fuller.actor) and land.country == people.country
