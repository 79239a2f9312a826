"""Places: sentences written by hand, each with the place that it names and the reason."""

import csv
import sys
from pathlib import Path

import pytest

from transforms.events.actors.actors import Actors
from transforms.events.parsing.language import load_language, parse
from transforms.events.places.gazetteer import Spot
from transforms.events.places.places import places
from transforms.events.places.resolution import distance

SENTENCES = Path(__file__).with_name("sentences.csv")
NO_PLACE = "-"
NEAR_KM = 161
# A region is as wide as it is: its cities' middle may lie further from what a map calls its middle.
NEAR_A_REGION_KM = 400
AT_LEAST = 0.95


def rows():
    with SENTENCES.open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


def is_right(row, found):
    named = [place for place in found if place.text == row["place"]]
    if row["country"] == NO_PLACE:
        return not named
    return bool(named) and all(_is_near(row, place) for place in named[-1:])


def _is_near(row, place):
    if place.country != row["country"] or place.latitude is None:
        return False
    there = Spot("", "", "city", row["country"], None, float(row["latitude"]), float(row["longitude"]))
    here = Spot("", "", "city", place.country, None, place.latitude, place.longitude)
    return distance(here, there) <= (NEAR_KM if place.kind in ("city", "landmark") else NEAR_A_REGION_KM)


@pytest.fixture(scope="module")
def readings():
    nlp, actors = load_language(), Actors.load()
    docs = [parse(nlp, row["text"]) for row in rows()]
    return [
        (row, doc, [one.place for one in places(doc, actors.read(doc))]) for row, doc in zip(rows(), docs, strict=True)
    ]


def test_the_suite_is_whole():
    assert len(rows()) >= 200
    assert all(row["reason"] and row["place"] in row["text"] for row in rows())


def test_sentences_name_the_places_that_their_reasons_say(readings):
    wrong = [
        f"{row['text']} [{row['place']}: {row['country']}] got "
        + "; ".join(f"{p.text} = {p.name}, {p.country} ({p.method})" for p in found)
        for row, _, found in readings
        if not is_right(row, found)
    ]
    sys.stdout.write("\n".join(wrong))
    assert 1 - len(wrong) / len(readings) >= AT_LEAST, "\n".join(wrong)


def test_offsets_point_at_the_text_and_degrees_lie_on_earth(readings):
    for _, doc, found in readings:
        for place in found:
            assert doc.text[place.start : place.end] == place.text
            assert place.latitude is None or -90 <= place.latitude <= 90
            assert place.longitude is None or -180 <= place.longitude <= 180
            assert (place.place_id is None) == (place.name is None)
