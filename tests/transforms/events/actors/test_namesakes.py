"""Names that may be read in two ways: people called after places, papers and bodies."""

import pytest

from transforms.events.actors.actors import Actors
from transforms.events.parsing.language import load_language

ACTORS = Actors.load()


def resolved(text, word):
    doc = load_language()(text)
    memory = ACTORS.read(doc)
    return memory.resolve([token for token in doc if token.text == word][-1])


@pytest.mark.parametrize(
    ("text", "surname", "name"),
    [
        ("Jack London criticised the mayor.", "London", "Jack London"),
        ("Anna Lisbon met the French president in Oslo.", "Lisbon", "Anna Lisbon"),
        ("Paris Hilton praised the firm.", "Hilton", "Paris Hilton"),
        ("The talks with Michael Jordan failed.", "Jordan", "Michael Jordan"),
    ],
)
def test_somebody_called_after_a_place_is_no_government(text, surname, name):
    actor = resolved(text, surname)
    assert (actor.name, actor.kind, actor.country) == (name, "person", None)


def test_places_stay_places_where_nobody_is_called_after_them():
    assert resolved("Washington criticised Tehran.", "Washington").code == "USAGOV"
    assert resolved("London Mayor Anna Lund criticised the law.", "Lund").code == "GBRGOV"


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bloomberg left the party. Bloomberg criticised the president.",
        "The former mayor Bloomberg criticised the president.",
    ],
)
def test_whom_the_article_names_outranks_a_paper_of_that_name(text):
    assert resolved(text, "Bloomberg").kind == "person"
    assert resolved("Bloomberg reported the talks.", "Bloomberg").kind == "media"


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("The European Court of Human Rights met. Turkey rejected the ruling of the Court.", "Court", "IGOJUD"),
        (
            "The Russian foreign ministry spoke. The French foreign ministry spoke. The ministry left.",
            "ministry",
            "FRAGOV",
        ),
        ("Peru's Supreme Court met in Lima. The government criticised the court.", "court", "PERJUD"),
        ("The Alpine Rivers Commission met. Norway rejected the plan of the Commission.", "Commission", None),
    ],
)
def test_the_court_is_the_court_that_was_named_last(text, noun, expected):
    actor = resolved(text, noun)
    assert (actor.code if actor else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Germany met France in Berlin. The FCC fined a firm.",
        "The Federal Cartel Chamber (FCC) met American lawyers. The FCC fined a firm.",
    ],
)
def test_an_abbreviation_is_not_another_nations_body(text):
    actor = resolved(text, "FCC")
    assert actor is None or actor.code is None


def test_an_abbreviation_is_the_known_body_in_its_own_country():
    assert resolved("The FCC fined an American firm.", "FCC").code == "USAGOV"
    assert resolved("The Federal Communications Commission (FCC) fined a German firm.", "FCC").code == "USAGOV"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The Union-Leader criticised the mayor.", "Leader"),
        ("The Post-Dispatch criticised the mayor.", "Dispatch"),
        ("The Harbour Times accused the mayor in Norway.", "Times"),
    ],
)
def test_a_newspaper_that_no_table_knows_is_a_paper_of_no_nation(text, last):
    assert resolved(text, last).code == "---JRN"


def test_a_union_leader_is_no_newspaper():
    assert resolved("The union leader criticised the mayor.", "leader").code == "---LAB"
