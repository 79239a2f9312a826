"""Places: where the article says that something is, and where an event took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span, Token

from schemas.codes import reference_rows
from schemas.data_files import Row, packaged, read_rows
from schemas.records import Place
from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.memory import ActorMemory
from transforms.events.actors.names import Hit
from transforms.events.actors.tables import Known, pieces, place_rows, plain
from transforms.events.clauses.clauses import Clause

PLACE_KINDS = frozenset({"name", "capital", "region", "city"})
LINKS = frozenset({"conj", "appos", "compound", "flat", "nmod"})
LOCATIVE = "locative"
DESTINATION = "destination"
LONGEST_CHAIN = 4
CENTROID_COLUMNS = ("country", "latitude", "longitude")


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of the gazetteer. Degrees are to one decimal; None where it gives none."""

    place_id: str
    name: str
    kind: str
    country: str
    admin1: str | None
    latitude: float | None
    longitude: float | None


def places(doc: Doc, memory: ActorMemory) -> list[Place]:
    """Named places that the text says something is in, goes to or comes from, in reading order.

    A place that acts ("Kyiv said") is an actor and left out. One that the gazetteer lacks keeps its text alone.
    """
    found = {hit.start: place for hit in memory.known_names() if (place := _of_hit(doc, hit, memory)) is not None}
    taken = {position for hit in memory.known_names() for position in range(hit.start, hit.end)}
    for entity in doc.ents:
        if entity.label_ == "LOC" and not taken.intersection(range(entity.start, entity.end)):
            place = _unresolved(entity, memory)
            if place is not None:
                found[entity.start] = place
    return [found[start] for start in sorted(found)]


def event_place(clause: Clause, sentence: Span, found: Sequence[Place], dateline_place: str | None) -> Place | None:
    """Where the event of `clause` was: a place that the clause names, else the sentence's only one, else the dateline.

    The place's `method` says which of the three: "clause", "sentence" or "dateline". A dateline lies outside the
    text: its offsets are 0.
    """
    inside = [place for place in found if place.method == LOCATIVE and _within(place, sentence)]
    own = next((place for place in inside if _hangs_on(place, clause, sentence)), None)
    if own is not None:
        return replace(own, method="clause")
    if len({place.place_id or place.text for place in inside}) == 1:
        return replace(inside[0], method="sentence")
    if inside or dateline_place is None:
        return None
    return _dateline(dateline_place)


def look_up(text: str) -> Spot | None:
    """The gazetteer's row for a name."""
    return _gazetteer().get(pieces(text))


def _within(place: Place, sentence: Span) -> bool:
    return sentence.start_char <= place.start < sentence.end_char


def _hangs_on(place: Place, clause: Clause, sentence: Span) -> bool:
    """Whether the place stands in a phrase of the clause's own, not in a clause below it."""
    span = sentence.doc.char_span(place.start, place.end, alignment_mode="expand")
    if span is None:
        return False
    heads = {argument.head for argument in clause.arguments} | {clause.predicate}
    token = span.root
    for _ in range(LONGEST_CHAIN):
        if token.i in heads:
            return True
        if token.head == token or token.dep_.startswith(("acl", "advcl", "ccomp")):
            return False
        token = token.head
    return False


def _of_hit(doc: Doc, hit: Hit, memory: ActorMemory) -> Place | None:
    row = next((row for row in hit.rows if row.kind in PLACE_KINDS), None)
    if row is None:
        return None
    text, start, end = phrases.text_of(doc, hit.start, hit.end)
    method = _use(doc[hit.start : hit.end].root, memory)
    if method is None:
        return None
    spot = _spot_of(text, row)
    return _place(text, start, end, spot, method)


def _spot_of(text: str, row: Known) -> Spot:
    named = _gazetteer().get(pieces(text))
    if row.kind != "name" and named is not None:
        return named
    if row.kind == "name" and row.country in _countries():
        return _countries()[row.country]
    return Spot(_place_id("region", row.country, row.name), row.name, "region", row.country, None, None, None)


def _unresolved(entity: Span, memory: ActorMemory) -> Place | None:
    method = _use(entity.root, memory)
    if method is None or entity[-1].lower_ in memory.words("thing"):
        return None
    text, start, end = phrases.text_of(entity.doc, entity.start, entity.end)
    return Place(
        text, start, end, None, None, None, None, None, None, None, method if method == DESTINATION else LOCATIVE
    )


def _use(token: Token, memory: ActorMemory) -> str | None:
    """Whether something is at the place ("in", "near") or on its way ("to", "from"), by the preposition above it."""
    for each in _chain(token):
        preposition = phrases.case_of(each)
        if preposition in memory.words("locative"):
            return LOCATIVE
        if preposition in memory.words("destination") and each.dep_.startswith(("obl", "nmod")):
            return DESTINATION
        if preposition and preposition != "of":
            return None
    return None


def _chain(token: Token) -> Iterator[Token]:
    """The token and the nouns it is joined to ("in the city of Basra", "in Rome and Milan")."""
    for _ in range(LONGEST_CHAIN):
        yield token
        if token.dep_.split(":")[0] not in LINKS or token.head == token or token.head.pos_ not in ("NOUN", "PROPN"):
            return
        if token.dep_.startswith("nmod") and phrases.case_of(token) != "of":
            return
        token = token.head


def _dateline(text: str) -> Place:
    return _place(text, 0, 0, look_up(text.title() if text.isupper() else text), "dateline")


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


@cache
def _gazetteer() -> dict[tuple[str, ...], Spot]:
    """Spots by the pieces of their names; a country's name outranks a place of the same name."""
    rows = {pieces(row["term"]): _spot(row) for row in place_rows()}
    return rows | {pieces(spot.name): spot for spot in _countries().values()}


@cache
def _countries() -> dict[str, Spot]:
    centroids = read_rows(packaged("transforms.events", "places", "centroids.csv"), CENTROID_COLUMNS)
    degrees = {row["country"]: (float(row["latitude"]), float(row["longitude"])) for row in centroids}
    spots = {}
    for row in reference_rows("countries"):
        country = row["country"]
        latitude, longitude = degrees.get(country, (None, None))
        spots[country] = Spot(f"country:{country}", row["name"], "country", country, None, latitude, longitude)
    return spots


def _spot(row: Row) -> Spot:
    return Spot(
        _place_id(row["kind"], row["country"], row["name"]),
        row["name"],
        row["kind"],
        row["country"],
        row["admin1"] or None,
        float(row["latitude"]),
        float(row["longitude"]),
    )


def _place_id(kind: str, country: str, name: str) -> str:
    return f"{kind}:{country}:{'-'.join(pieces(plain(name).lower()))}"
