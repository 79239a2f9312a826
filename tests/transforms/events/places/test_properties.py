"""Places: what holds for any text."""

import itertools

from hypothesis import example, given, settings
from hypothesis import strategies as st

from transforms.events.actors.actors import Actors
from transforms.events.parsing.language import load_language, parse
from transforms.events.places.gazetteer import gazetteer
from transforms.events.places.keys import key_of
from transforms.events.places.places import look_up, places
from transforms.events.places.resolution import distance

ACTORS = Actors.load()
WORDS = (
    "Paris",
    "Texas",
    "Georgia",
    "Tripoli",
    "in",
    "near",
    ",",
    "(",
    "of",
    "the",
    "city",
    "'s",
    "Lebanese",
    "Ill.",
    ".",
)
SOME_TEXT = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
CITIES = st.sampled_from(["Paris", "Moscow", "Tripoli", "Quito", "Suva", "Oslo"]).map(look_up)


@settings(max_examples=60, deadline=None)
@given(SOME_TEXT)
@example("0 J000h1(")  # a name whose sentence ends before the bracket
def test_offsets_point_at_the_text_in_reading_order(text):
    doc = parse(load_language(), text)
    found = [one.place for one in places(doc, ACTORS.read(doc))]
    assert all(text[place.start : place.end] == place.text for place in found)
    assert all(before.end <= after.start for before, after in itertools.pairwise(found))


@given(st.text(max_size=30))
def test_a_key_is_its_own_key_and_finds_what_the_name_finds(name):
    assert key_of(key_of(name)) == key_of(name)
    assert gazetteer().find(name) == gazetteer().find(key_of(name))


@given(CITIES, CITIES)
def test_a_distance_is_the_same_both_ways_and_half_round_the_earth_at_most(one, other):
    assert abs(distance(one, other) - distance(other, one)) < 1e-6
    assert 0 <= distance(one, other) <= 20_100
    assert (distance(one, other) == 0) == (one.place_id == other.place_id)
