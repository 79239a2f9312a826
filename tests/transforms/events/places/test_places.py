"""Places: every row of the gazetteer, and sentences written for these tests."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from schemas.codes import reference_rows
from transforms.events.actors.actors import Actors
from transforms.events.actors.tables import pieces
from transforms.events.clauses.clauses import clauses
from transforms.events.parsing.language import load_language
from transforms.events.places import places as module
from transforms.events.places.gazetteer import gazetteer
from transforms.events.places.places import look_up, places
from transforms.events.places.scenes import event_place

DATA = Path(module.__file__).parents[1] / "data" / "places"
ACTORS = Actors.load()


def rows(name):
    with (DATA / f"{name}.csv").open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def read(text):
    doc = load_language()(text)
    return doc, [found.place for found in places(doc, ACTORS.read(doc))]


def event(text, verb, dateline=None, event_type="ASSAULT"):
    doc, _ = read(text)
    found = places(doc, ACTORS.read(doc))
    token = next(token for token in doc if token.text == verb)
    clause = next(clause for clause in clauses(token.sent) if clause.predicate == token.i)
    return event_place(clause, event_type, token.sent, found, dateline)


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


def test_every_row_is_found_by_its_term_in_its_country():
    for row in (*rows("places"), *rows("landmarks")):
        spots = [spot for spot in gazetteer().find(row["term"]) if spot.country == row["country"]]
        names = {spot.name for spot in spots}
        assert row["name"] in names or any(spot.kind == "country" for spot in spots), row


def test_every_name_known_from_news_names_a_city_of_its_country():
    for row in rows("known_as"):
        assert any(spot.is_listed and spot.country == row["country"] for spot in gazetteer().find(row["term"])), row


def test_every_region_lies_in_its_country_and_is_found_by_its_names():
    for row in rows("regions"):
        assert int(row["population"]) > 0 and row["code"], row
        for term in (row["name"], *filter(None, row["aliases"].split(";"))):
            assert any(spot.admin1 == row["name"] for spot in gazetteer().find(term)), row
        for term in filter(None, row["abbreviations"].split(";")):
            assert any(spot.name == row["name"] for spot in gazetteer().region(term)), row


def test_every_city_lies_on_earth_in_a_country():
    cities = gazetteer().cities
    assert set(cities["country"]) <= set(gazetteer().countries)
    assert cities["latitude"].is_between(-90, 90).all() and cities["longitude"].is_between(-180, 180).all()
    assert cities["geonames_id"].is_unique().all() and cities["population"].is_sorted(descending=True)


def test_nearly_every_city_has_a_first_order_region():
    table, cities = gazetteer(), gazetteer().cities
    named = [key in table.region_names for key in zip(cities["country"], cities["admin1"], strict=True)]
    assert sum(named) / len(named) > 0.98
    assert {row["country"] for row in rows("admin1")} <= set(table.countries)
    assert all(row["name"].strip() == row["name"] != "" for row in rows("admin1"))


@pytest.mark.parametrize(
    ("city", "region"),
    [
        ("Osaka", "Osaka"),
        ("Izmir", "İzmir Province"),
        ("Cork", "Munster"),
        ("Seattle", "Washington State"),
        ("Aleppo", "Aleppo Province"),
        ("Krakow", "Lesser Poland"),
    ],
)
def test_a_city_lies_in_its_region(city, region):
    assert look_up(city).admin1 == region


def test_the_gazetteer_is_small():
    assert sum(file.stat().st_size for file in DATA.iterdir()) < 4_000_000


def test_every_capital_with_a_centroid_lies_in_its_country():
    capitals = {row["capital"]: row["country"] for row in reference_rows("countries")}
    for row in rows("places"):
        if row["term"] in capitals and row["kind"] == "city":
            assert capitals[row["term"]] == row["country"] or row["term"] in ("Kingston", "Valencia"), row


def test_a_place_is_where_something_is():
    doc, found = read("The ministers met in Sarajevo.")
    (place,) = found
    assert (place.place_id, place.name, place.kind, place.country) == ("gn:3191281", "Sarajevo", "city", "BIH")
    assert (place.latitude, place.longitude, place.method) == (43.8486, 18.3564, "only place of its name")
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


@pytest.mark.parametrize(
    ("territory", "state"),
    [
        ("Abkhazia", "GEO"),
        ("Donetsk", "UKR"),
        ("Luhansk", "UKR"),
        ("Nagorno-Karabakh", "AZE"),
        ("Northern Cyprus", "CYP"),
        ("Transnistria", "MDA"),
        ("Somaliland", "SOM"),
        ("South Ossetia", "GEO"),
        ("Western Sahara", "MAR"),
        ("Crimea", "UKR"),
    ],
)
def test_a_disputed_territory_counts_under_its_state(territory, state):
    (place,) = read(f"Soldiers were killed in {territory}.")[1]
    assert (place.name, place.kind, place.country) == (territory, "region", state)


def test_a_first_order_region_lies_in_itself():
    (place,) = read("Soldiers were killed in Donetsk.")[1]
    assert (place.admin1, place.kind) == ("Donetsk", "region")


def test_where_somebody_goes_is_a_destination():
    doc = load_language()("The envoy flew to Oslo.")
    (found,) = places(doc, ACTORS.read(doc))
    assert (found.place.name, found.use) == ("Oslo", "destination")


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


def test_the_dateline_and_the_home_of_the_source_speak_for_a_country():
    doc = load_language()("A fire destroyed a hall in Birmingham.")
    memory = ACTORS.read(doc)
    readings = [places(doc, memory), places(doc, memory, home="USA"), places(doc, memory, dateline="MONTGOMERY, Ala.")]
    assert [found[0].place.country for found in readings] == ["GBR", "USA", "USA"]
    assert readings[1][0].place.method == "other places in the article"


def test_mentions_of_one_name_share_what_one_of_them_says():
    _, found = read("A bomb was found in Manchester, New Hampshire. Schools in Manchester were closed.")
    assert {place.place_id for place in found if place.text == "Manchester"} == {"gn:5089178"}


def test_a_state_that_lacks_the_name_leaves_it_open():
    _, found = read("A barn burned down in Tripoli, Iowa.")
    assert [(place.text, place.country) for place in found] == [("Tripoli", None), ("Iowa", "USA")]


def test_a_dateline_with_a_state():
    assert look_up("PARIS, Texas").place_id == "gn:4717560"
    assert look_up("Moscow").place_id == "gn:524901"
    assert look_up("Kleinbrunn") is None


def test_a_wide_area_is_no_town_of_that_name():
    assert [(place.text, place.place_id) for place in read("Prices rose in Asia.")[1]] == [("Asia", None)]


def test_a_small_place_far_from_all_that_the_article_names_is_left_open():
    (place,) = (place for place in read("Kenyan police searched flats in Parklands.")[1] if place.text == "Parklands")
    assert (place.place_id, place.method) == (None, "a small place far from all others")


def test_a_surname_is_no_town():
    text = "Maria Gonzalez left for Havana. Gonzalez has not been seen since."
    assert [place.text for place in read(text)[1]] == ["Havana"]


@pytest.mark.parametrize(("text", "names"), [("Port workers went home.", []), ("Nice police went home.", ["Nice"])])
def test_a_common_word_that_opens_a_sentence_is_no_place(text, names):
    assert [place.name for place in read(text)[1]] == names


@pytest.mark.parametrize(("name", "country"), [("Niger state", "NGA"), ("Niger State", "NGA"), ("Niger", "NER")])
def test_a_state_is_told_from_the_country_of_its_name(name, country):
    _, found = read(f"Gunmen attacked a village in {name}.")
    assert [place.country for place in found] == [country]
