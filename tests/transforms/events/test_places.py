"""Places: every row of the gazetteer, and sentences written for these tests."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from schemas.codes import reference_rows
from transforms.events import places as module
from transforms.events.actors.actors import Actors
from transforms.events.actors.tables import pieces
from transforms.events.clauses.clauses import clauses
from transforms.events.parsing.language import load_language
from transforms.events.places import event_place, look_up, places

DATA = Path(module.__file__).parent / "data" / "places"
ACTORS = Actors.load()


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(text):
    doc = load_language()(text)
    return doc, places(doc, ACTORS.read(doc))


def event(text, verb, dateline=None):
    doc, found = read(text)
    token = next(token for token in doc if token.text == verb)
    clause = next(clause for clause in clauses(token.sent) if clause.predicate == token.i)
    return event_place(clause, token.sent, found, dateline)


def test_every_row_of_the_gazetteer_lies_on_earth_in_a_country():
    countries = {row["country"] for row in reference_rows("countries")}
    for row in (*rows("places"), *rows("centroids")):
        assert row["country"] in countries, row
        assert -90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180, row
        assert len(row["latitude"].partition(".")[2]) <= 1, row
    for row in rows("places"):
        assert row["kind"] in ("city", "region"), row
        assert row["term"] and row["name"] and row["term"] == row["term"].strip(), row
    assert max(Counter(pieces(row["term"]) for row in rows("places")).values()) == 1
    assert max(Counter(row["country"] for row in rows("centroids")).values()) == 1


def test_every_row_is_found_by_its_term():
    names = {pieces(row["name"]) for row in reference_rows("countries")}
    for row in rows("places"):
        if pieces(row["term"]) not in names:
            assert look_up(row["term"]).name == row["name"]


def test_every_capital_with_a_centroid_lies_in_its_country():
    capitals = {row["capital"]: row["country"] for row in reference_rows("countries")}
    for row in rows("places"):
        if row["term"] in capitals and row["kind"] == "city":
            assert capitals[row["term"]] == row["country"] or row["term"] in ("Kingston", "Valencia"), row


def test_a_place_is_where_something_is():
    doc, found = read("The ministers met in Sarajevo.")
    (place,) = found
    assert (place.place_id, place.name, place.kind, place.country) == ("city:BIH:sarajevo", "Sarajevo", "city", "BIH")
    assert (place.latitude, place.longitude, place.method) == (43.9, 18.4, "locative")
    assert doc.text[place.start : place.end] == place.text == "Sarajevo"


@pytest.mark.parametrize(
    "text", ["Sarajevo rejected the offer.", "The Bosnian minister resigned.", "Bosnia signed it."]
)
def test_a_place_that_acts_and_an_adjective_are_no_places(text):
    assert read(text)[1] == []


def test_a_country_is_placed_at_its_middle():
    (place,) = read("Soldiers were killed in Mali.")[1]
    assert (place.place_id, place.kind, place.country) == ("country:MLI", "country", "MLI")
    assert (place.latitude, place.longitude) == (17.4, -3.5)


def test_a_disputed_territory_counts_under_its_state():
    (place,) = read("Soldiers were killed in Nagorno-Karabakh.")[1]
    assert (place.name, place.kind, place.country) == ("Nagorno-Karabakh", "region", "AZE")


def test_where_somebody_goes_is_a_destination():
    (place,) = read("The envoy flew to Oslo.")[1]
    assert (place.name, place.method) == ("Oslo", "destination")


def test_the_clause_names_the_place():
    place = event("Rebels attacked a convoy in Mali after talks in Oslo had failed.", "attacked")
    assert (place.country, place.method) == ("MLI", "clause")


def test_two_places_in_a_sentence_leave_it_open():
    assert event("The minister, who had worked in Oslo and in Rome, condemned the attack.", "condemned") is None


def test_the_dateline_comes_last_and_has_no_offsets():
    place = event("Rebels attacked a convoy.", "attacked", "SARAJEVO")
    assert (place.text, place.name, place.country, place.method) == ("SARAJEVO", "Sarajevo", "BIH", "dateline")
    assert (place.start, place.end) == (0, 0)


def test_an_unknown_dateline_keeps_its_text():
    place = event("Rebels attacked a convoy.", "attacked", "Kleinbrunn")
    assert (place.text, place.place_id, place.country, place.latitude) == ("Kleinbrunn", None, None, None)


def test_without_any_place_there_is_none():
    assert event("Rebels attacked a convoy.", "attacked") is None
