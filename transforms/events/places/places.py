"""Places: where the article says that something is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc

from schemas.records import Place
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.memory import ActorMemory
from transforms.events.places.gazetteer import Gazetteer, Spot, gazetteer
from transforms.events.places.keys import key_of
from transforms.events.places.resolution import Choice, Evidence, resolve
from transforms.events.places.toponyms import NATION_KINDS, PLACE_KINDS, Toponym, toponyms
from transforms.events.places.uses import NAMED, use_of


@dataclass(frozen=True, slots=True)
class Placed:
    """A place with its use: "locative", "destination" or, where it is only named, "named"."""

    place: Place
    use: str


def places(doc: Doc, memory: ActorMemory, dateline: str | None = None, home: str | None = None) -> list[Placed]:
    """Named places in reading order; `dateline` is the dateline's place, `home` the source's country (alpha-3).

    A name that stands for a government ("Kyiv said") is an actor and left out. One that the gazetteer lacks keeps its
    text alone. The place's `method` says why it is this one of its name.
    """
    table = gazetteer()
    found = toponyms(doc, memory, table)
    choices = resolve(found, _evidence(memory, table, dateline, home))
    uses: dict[int, str | None] = {}
    for each in found:
        qualified = uses.get(each.qualifies) if each.qualifies is not None else None
        uses[each.start] = qualified or _use(doc, each, choices[each.start].spot, memory)
    kept = (each for each in found if _is_kept(choices[each.start], uses[each.start]))
    return [Placed(_of(doc, each, choices[each.start]), str(uses[each.start])) for each in kept]


def _is_kept(choice: Choice, use: str | None) -> bool:
    """Whether a name is a place: one that no table knows must be where something is or goes."""
    return use is not None and (choice.spot is not None or use != NAMED)


def look_up(text: str) -> Spot | None:
    """What a name stands for where nothing is said around it, a qualifier behind a comma apart ("Paris, Texas")."""
    table = gazetteer()
    name, _, qualifier = text.partition(",")
    spots = table.find(name)
    outer = table.region(qualifier.strip()) if qualifier.strip() else []
    each = Toponym(name, 0, 0, tuple(outer), tuple(spots))
    return resolve([each], Evidence())[0].spot


def _evidence(memory: ActorMemory, table: Gazetteer, dateline: str | None, home: str | None) -> Evidence:
    """Nationalities, the countries of known actors, the dateline and the source's home; place names speak later."""
    evidence = Evidence()
    for hit in memory.known_names():
        countries = {row.country for row in hit.rows}
        if (
            len(countries) == 1
            and hit.rows[0].kind not in PLACE_KINDS
            and (country := countries.pop()) in table.countries
        ):
            evidence.add_country(_speaker(hit.rows[0].kind, country), country)
    if dateline and (spot := look_up(dateline)) is not None:
        evidence.add_spot(key_of(dateline), spot)
    if home in table.countries:
        evidence.add_country("the source's home", str(home))
    return evidence


def _speaker(kind: str, country: str) -> str:
    """Adjectives speak for their country under its code, actors under their kind."""
    return country if kind in NATION_KINDS else f"{kind} {country}"


def _use(doc: Doc, each: Toponym, spot: Spot | None, memory: ActorMemory) -> str | None:
    if spot is not None and spot.kind == "landmark":
        return use_of(doc[each.start : each.end].root, memory, rules=False, is_city=False)
    rules = spot is not None and (spot.kind != "city" or spot.is_capital)
    is_city = spot is None or spot.kind == "city"
    return use_of(doc[each.start : each.end].root, memory, rules=rules, is_city=is_city)


def _of(doc: Doc, each: Toponym, choice: Choice) -> Place:
    return _place(*phrases.text_of(doc, each.start, each.end), choice.spot, choice.method)


def dateline_place(text: str) -> Place:
    """The place that a dateline names; it lies outside the text, so its offsets are 0."""
    return _place(text, 0, 0, look_up(text), "dateline")


def _place(text: str, start: int, end: int, spot: Spot | None, method: str) -> Place:
    if spot is None:
        return Place(text, start, end, None, None, None, None, None, None, None, method)
    return Place(
        text,
        start,
        end,
        spot.place_id,
        spot.name,
        spot.kind,
        spot.country,
        spot.admin1,
        spot.latitude,
        spot.longitude,
        method,
    )
