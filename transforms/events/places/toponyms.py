"""Toponyms: the names in a text that may be places, with what the words around them say of their country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Span

from schemas.data_files import packaged, read_rows
from transforms.events.actors.memory import ActorMemory
from transforms.events.actors.names import Hit
from transforms.events.places.gazetteer import Gazetteer, Spot, gazetteer, place_id
from transforms.events.places.keys import key_of

PLACE_KINDS = frozenset({"name", "capital", "region", "city"})
NATION_KINDS = PLACE_KINDS - {"city"} | {"adjective", "demonym"}
LONGEST_LINK = 6
LONGEST_REGION = 4
LONGEST_NAME = 5


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name at tokens [start, end). `qualifiers` are the regions or countries that its own words name.

    `qualifies` is the start of the name that this one qualifies ("Idaho" in "Moscow, Idaho").
    """

    text: str
    start: int
    end: int
    qualifiers: tuple[Spot, ...] = ()
    spots: tuple[Spot, ...] = ()
    qualifies: int | None = None


@cache
def words(name: str) -> frozenset[str]:
    """A list of data/places/words.csv."""
    rows = read_rows(packaged("transforms.events", "places", "words.csv"), ("list", "word"))
    return frozenset(row["word"] for row in rows if row["list"] == name)


def toponyms(doc: Doc, memory: ActorMemory, table: Gazetteer) -> list[Toponym]:
    """Names that the model takes for places, and known nations and regions that it does not take for anything else."""
    hits = {hit.start: hit for hit in memory.known_names()}
    spans = sorted(_spans(doc, memory, table), key=lambda span: span.start)
    named = [_toponym(span, hits, table) for span in spans if not _is_thing(span, memory, table)]
    found = sorted([*named, *_capitals(doc, hits, table)], key=lambda each: each.start)
    return list(_linked(found, table))


def _capitals(doc: Doc, hits: dict[int, Hit], table: Gazetteer) -> Iterator[Toponym]:
    """Capitals that their nation names, "the Afghan capital", where no name of the city follows."""
    for hit in hits.values():
        end = hit.end + 1
        if end >= len(doc) or doc[hit.end].lower_ != "capital" or hit.rows[0].kind not in ("adjective", "demonym"):
            continue
        following = doc[end + 1 : end + 2] if doc[end].text == "," else doc[end : end + 1]
        if spots := tuple(_capital_of(hit, table)) if not following.text[:1].isupper() else ():
            yield Toponym(doc[hit.start : end].text, hit.start, end, spots=spots)


def _capital_of(hit: Hit, table: Gazetteer) -> Iterator[Spot]:
    for country in {row.country for row in hit.rows} & table.capitals.keys():
        yield from (spot for spot in table.find(table.capitals[country]) if spot.is_capital and spot.country == country)


def _is_thing(span: Span, memory: ActorMemory, table: Gazetteer) -> bool:
    """Whether the name ends in the word for a thing ("Berlin Marathon") and is no landmark ("Suez Canal")."""
    return span[-1].lower_ in memory.words("thing") and not table.find(span.text)


def _spans(doc: Doc, memory: ActorMemory, table: Gazetteer) -> Iterator[Span]:
    taken: set[int] = set()
    surnames = {entity[-1].text for entity in doc.ents if entity.label_ == "PERSON" and len(entity) > 1}
    regions = {hit.start: doc[hit.start : hit.end] for hit in memory.known_names() if hit.rows[0].kind == "region"}
    for span in (*_landmarks(doc, table), *_located(doc, table, regions)):
        if (span.text in surnames and not _is_in(span, memory)) or _is_opening_word(span):
            continue
        if not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            yield span
    for hit in memory.known_names():
        if hit.rows[0].kind in PLACE_KINDS and not taken.intersection(range(hit.start, hit.end)):
            span = doc[hit.start : hit.end]
            if not _is_part_of_a_name(span, hit):
                yield span


def _is_opening_word(span: Span) -> bool:
    """ "Port workers", "Spring rains": a common word that has its capital from the sentence that it opens."""
    opens = span.start == span.sent.start and len(span) == 1 and span[0].lower_ in words("opening word")
    return opens and span.end < len(span.doc) and span.doc[span.end].is_lower


def _is_in(span: Span, memory: ActorMemory) -> bool:
    """Whether a preposition of place stands right before the name."""
    return span.start > 0 and span.doc[span.start - 1].lower_ in memory.words("locative")


def _landmarks(doc: Doc, table: Gazetteer) -> Iterator[Span]:
    """Landmarks of several words, whatever the model takes them for."""
    for match in _landmark_openings().finditer(doc.text):
        opening = doc.char_span(match.start(), match.end())
        if opening is None:
            continue
        for length in table.landmarks[match[0].lower()]:
            span = doc[opening.start : opening.start + length]
            if any(spot.kind == "landmark" for spot in table.find(span.text)):
                yield span


@cache
def _landmark_openings() -> re.Pattern[str]:
    """The capitalised first words of landmarks: one search of the text spares a look at each of its words."""
    words_ = sorted(gazetteer().landmarks)
    return re.compile(rf"\b(?=[A-ZÀ-Þ])(?i:{'|'.join(map(re.escape, words_))})\b")


def _located(doc: Doc, table: Gazetteer, regions: Mapping[int, Span]) -> Iterator[Span]:
    """The model's places, each as long as the tables have its name ("Bergen op Zoom", "Niger state")."""
    for entity in doc.ents:
        if entity.label_ != "LOC":
            continue
        last = min(entity.start + LONGEST_NAME, len(doc))
        ends = (end for end in range(last, entity.end, -1) if _goes_on(doc[entity.end : end]))
        longer = (doc[entity.start : end] for end in ends if table.find(doc[entity.start : end].text))
        region = regions.get(entity.start, entity)
        yield next(longer, region if region.end > entity.end else entity)


def _goes_on(rest: Span) -> bool:
    """Whether the words behind a name may belong to it: they end in a capital, and nothing stands between them."""
    words_only = all(token.is_alpha or token.text == "-" for token in rest)
    return words_only and rest[-1].text[:1].isupper() and all(t.ent_type_ in ("", "LOC") for t in rest)


def _is_part_of_a_name(span: Span, hit: Hit) -> bool:
    """Whether the model reads the words as another name, or as a part of one; of a nation it must be a longer one."""
    outer = next((entity for entity in span.sent.ents if entity.start <= span.start < entity.end), None)
    if outer is None:
        return False
    return len(outer) > len(span) or hit.rows[0].kind == "city"


def _toponym(span: Span, hits: dict[int, Hit], table: Gazetteer) -> Toponym:
    spots = tuple(table.find(span.text)) if key_of(span.text) not in words("wide area") else ()
    hit = hits.get(span.start)
    if hit is not None and hit.end == span.end and not any(spot.kind == "country" for spot in spots):
        spots = (*_of_nation(hit, table), *spots)
    qualifiers = tuple(_behind(span, hits, table)) or tuple(_before(span, hits, table))
    return Toponym(span.text, span.start, span.end, qualifiers, spots)


def _of_nation(hit: Hit, table: Gazetteer) -> Iterator[Spot]:
    """The country that another spelling names ("UAE", "Britain"); a region of the actors' tables, without degrees."""
    row = hit.rows[0]
    if len({each.country for each in hit.rows}) > 1 or row.country not in table.countries:
        return
    if row.kind == "name":
        yield table.countries[row.country]
    elif row.kind == "region" and not table.find(row.name):
        yield Spot(place_id("region", row.country, row.name), row.name, "region", row.country, None, None, None)


def _behind(span: Span, hits: dict[int, Hit], table: Gazetteer) -> list[Spot]:
    """Regions or countries behind the name: "Paris, Texas", "Tripoli (Lebanon)", "Cambridge in Massachusetts"."""
    doc, at = span.doc, span.end
    if at < len(doc) and doc[at].text in (",", "("):
        found = _regions_at(doc, at + 1, hits, table)
        if found:
            return [] if _owns(doc, at + 1) else found
        at += 1
    linked = False
    for position in range(at, min(at + LONGEST_LINK, len(doc))):
        token = doc[position]
        if linked and token.text[:1].isupper():
            return _regions_at(doc, position, hits, table)
        if token.lower_ not in words("linking"):
            return []
        linked = linked or token.lower_ == "in"
    return []


def _owns(doc: Doc, start: int) -> bool:
    """Whether a name that starts there owns what follows: "in Paris, Iran's president" is not Paris in Iran."""
    last = next((t for t in doc[start : start + LONGEST_REGION + 1] if not t.text[:1].isupper()), None)
    return last is not None and last.tag_ == "POS"


def _before(span: Span, hits: dict[int, Hit], table: Gazetteer) -> list[Spot]:
    """Regions or countries before the name: "the Lebanese city of Tripoli", "Lebanon's Tripoli"."""
    doc, linked = span.doc, False
    for position in range(span.start - 1, max(span.start - 1 - LONGEST_LINK, -1), -1):
        token = doc[position]
        linked = linked or token.lower_ in words("place noun") or token.tag_ == "POS"
        if token.text[:1].isupper() and linked:
            return _regions_ending(doc, position, hits, table)
        if token.lower_ not in words("linking") | words("place noun"):
            return []
    return []


def _regions_at(doc: Doc, start: int, hits: dict[int, Hit], table: Gazetteer) -> list[Spot]:
    """What the longest name of a region or country that starts at a token stands for."""
    if start >= len(doc) or not doc[start].text[:1].isupper():
        return []
    for length in range(LONGEST_REGION, 0, -1):
        if found := table.region(doc[start : start + length].text):
            return found
    return _of_hit(hits.get(start), table)


def _regions_ending(doc: Doc, last: int, hits: dict[int, Hit], table: Gazetteer) -> list[Spot]:
    for length in range(LONGEST_REGION, 0, -1):
        if last + 1 >= length and (found := table.region(doc[last + 1 - length : last + 1].text)):
            return found
    return _of_hit(next((hit for hit in hits.values() if hit.start <= last < hit.end), None), table)


def _of_hit(hit: Hit | None, table: Gazetteer) -> list[Spot]:
    if hit is None:
        return []
    codes = sorted({row.country for row in hit.rows if row.kind in NATION_KINDS} & table.countries.keys())
    return [table.countries[code] for code in codes]


def _linked(found: list[Toponym], table: Gazetteer) -> Iterator[Toponym]:
    """Names with the one that each qualifies: the name behind "Moscow, " that is among Moscow's qualifiers."""
    for before, each in zip([None, *found], found, strict=False):
        if before is not None and each.start <= before.end + 1 and before.qualifiers and _names(each, before, table):
            yield replace(each, qualifies=before.start, spots=before.qualifiers)
        else:
            yield each


def _names(each: Toponym, before: Toponym, table: Gazetteer) -> bool:
    spots = {spot.place_id for spot in before.qualifiers}
    named = (spot.place_id for spot in (*each.spots, *table.region(each.text)))
    return bool(spots.intersection(named)) or not each.spots


def name_key(toponym: Toponym) -> str:
    """What mentions of the same name share."""
    return key_of(toponym.text)
