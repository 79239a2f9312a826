"""Resolution: which of the places of one name an article means."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from transforms.events.places.gazetteer import Spot
from transforms.events.places.toponyms import Toponym, name_key

# Points are tens of people: a place must be ten times as large to outweigh one point.
COUNTRY = 9.0
LANDMARK = 8.0
UNCOUNTED_REGION = 6.0
UNCOUNTED_CITY = 4.0
CAPITAL = 1.0
LISTED = 0.1
ALTERNATE = -1.5
FIRST_MENTION, FURTHER_MENTION, MOST_MENTIONS = 0.8, 0.4, 1.6
ONLY_COUNTRY = 1.2
SAME_REGION = 1.0
NEAR = 0.8
NEAR_KM = 200.0
NEIGHBOURS_KM = 500.0
CLEAR = 1.5
# By how much a place must lead its namesakes to speak for others before it is sure itself.
LIKELY = 0.7
WELL_KNOWN = 4.7
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The spot that a name stands for, None where nothing is sure, and why."""

    spot: Spot | None
    method: str


@dataclass(slots=True)
class Evidence:
    """What an article says of where it plays, by the name that says it: a name never speaks for itself."""

    countries: dict[str, Counter[str]] = field(default_factory=dict)
    regions: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    spots: list[tuple[str, Spot]] = field(default_factory=list)

    def add_country(self, name: str, country: str, weight: int = 1) -> None:
        """Count a name that speaks for a country."""
        self.countries.setdefault(country, Counter())[name] += weight

    def add_spot(self, name: str, spot: Spot) -> None:
        """Count a place that is sure."""
        self.add_country(name, spot.country)
        if spot.code:
            self.regions.setdefault((spot.country, spot.code), set()).add(name)
        if spot.kind != "country":
            self.spots.append((name, spot))

    def points(self, name: str, spot: Spot) -> float:
        """How much other names speak for the spot."""
        counts = {country: sum(by.values()) - by[name] for country, by in self.countries.items()}
        said = counts.get(spot.country, 0)
        points = min(FIRST_MENTION + FURTHER_MENTION * (said - 1), MOST_MENTIONS) if said else 0.0
        if said and said == sum(counts.values()):
            points += ONLY_COUNTRY
        if self.regions.get((spot.country, spot.code), set()) - {name}:
            points += SAME_REGION
        others = (other for key, other in self.spots if key != name)
        return points + (NEAR if any(_are_near(spot, other) for other in others) else 0.0)

    def speaks_against(self, name: str, spot: Spot) -> bool:
        """Whether other names speak for countries, none for that of the spot, and it is small or known otherwise."""
        if spot.kind != "city" or spot.is_listed or prior(spot) >= WELL_KNOWN:
            return False
        counts = {country: sum(by.values()) - by[name] for country, by in self.countries.items()}
        return not counts.get(spot.country, 0) and any(counts.values())


def resolve(found: Sequence[Toponym], evidence: Evidence) -> dict[int, Choice]:
    """A choice for every name by its start; mentions of the same name share what any of them says."""
    qualified = {
        name_key(each): each.qualifiers for each in found if each.qualifiers and _in_any(each, each.qualifiers)
    }
    for each in found:
        for sure in _sure(each):
            evidence.add_spot(name_key(each), sure)
    likely = [(name_key(each), spot) for each in found for spot in _likely(each, evidence)]
    for name, spot in likely:
        evidence.add_spot(name, spot)
    return {each.start: _choose(each, qualified.get(name_key(each), ()), evidence) for each in found}


def distance(one: Spot, other: Spot) -> float:
    """Kilometres between two spots along the surface; infinite where one has no degrees."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return math.inf
    first, second = math.radians(one.latitude), math.radians(other.latitude)
    half_angle = math.sin((second - first) / 2) ** 2
    across = math.sin(math.radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half_angle + math.cos(first) * math.cos(second) * across))


def _are_near(one: Spot, other: Spot) -> bool:
    """Whether two towns lie near each other, or two regions side by side."""
    wide = one.kind == other.kind == "region"
    narrow = "region" not in (one.kind, other.kind)
    return (wide or narrow) and distance(one, other) <= (NEIGHBOURS_KM if wide else NEAR_KM)


def _choose(each: Toponym, remembered: Sequence[Spot], evidence: Evidence) -> Choice:
    if not each.spots:
        return Choice(None, "not in the gazetteer")
    own = each.qualifiers
    inside = _inside(each.spots, own) or ([] if _bars(own) else _inside(each.spots, remembered))
    if inside:
        return Choice(max(inside, key=prior), "country or region named beside it")
    if _bars(own) and not _may_stand_beside(each.spots):
        return Choice(None, "not in the gazetteer for its region")
    name = name_key(each)
    best = max(each.spots, key=lambda spot: prior(spot) + evidence.points(name, spot))
    if evidence.speaks_against(name, best):
        return Choice(None, "a small place far from all others")
    if len(each.spots) == 1:
        return Choice(best, "only place of its name")
    if best is not max(each.spots, key=prior):
        return Choice(best, "other places in the article")
    return Choice(best, "largest of its name")


def _bars(qualifiers: Iterable[Spot]) -> bool:
    """Whether the words beside a name keep it to regions: "Lima, Ohio" is never Peru's."""
    return bool(qualifiers := list(qualifiers)) and all(spot.kind == "region" for spot in qualifiers)


def _may_stand_beside(spots: Iterable[Spot]) -> bool:
    """Whether a name may be a region or country itself, and the region behind its comma the next of a list."""
    return any(spot.kind in ("region", "country") for spot in spots)


def _in_any(each: Toponym, qualifiers: Sequence[Spot]) -> bool:
    return bool(_inside(each.spots, qualifiers))


def _inside(spots: Sequence[Spot], qualifiers: Sequence[Spot]) -> list[Spot]:
    return [spot for spot in spots if any(_lies_in(spot, outer) for outer in qualifiers)]


def _lies_in(spot: Spot, outer: Spot) -> bool:
    if spot.kind == "country" or spot.place_id == outer.place_id or spot.country != outer.country:
        return False
    return outer.kind == "country" or (
        spot.kind != "region" and (spot.code == outer.code or not (spot.code and outer.code))
    )


def prior(spot: Spot) -> float:
    """How often a place of that kind and size is meant, in powers of ten of people."""
    if spot.kind == "country":
        return COUNTRY + LISTED * spot.is_listed
    if spot.kind == "landmark":
        return LANDMARK
    uncounted = UNCOUNTED_REGION if spot.kind == "region" else UNCOUNTED_CITY if _is_listed_alone(spot) else 0.0
    points = math.log10(spot.population) if spot.population else uncounted
    return points + CAPITAL * spot.is_capital + (LISTED if spot.is_listed else 0 if spot.is_own else ALTERNATE)


def _is_listed_alone(spot: Spot) -> bool:
    """Whether only the hand-written lists have the city, not GeoNames."""
    return spot.place_id.startswith("city:")


def _sure(each: Toponym) -> list[Spot]:
    """What a name speaks for: the spot its words name, or one far larger than any other of the name."""
    inside = _inside(each.spots, each.qualifiers)
    if inside:
        return [max(inside, key=prior)]
    ranked = sorted(each.spots, key=prior, reverse=True)
    if not ranked or (len(ranked) > 1 and prior(ranked[0]) - prior(ranked[1]) < CLEAR):
        return []
    return ranked[:1]


def _likely(each: Toponym, evidence: Evidence) -> list[Spot]:
    """What a name that is not sure most likely speaks for: a spot well ahead of its namesakes by now."""
    if len(each.spots) < 2 or _sure(each) or _bars(each.qualifiers):
        return []
    points = {spot.place_id: prior(spot) + evidence.points(name_key(each), spot) for spot in each.spots}
    first, second = sorted(each.spots, key=lambda spot: points[spot.place_id], reverse=True)[:2]
    return [first] if points[first.place_id] - points[second.place_id] >= LIKELY else []
