"""Groups of people: what their nouns say of them, and what they leave open."""

import pytest

from transforms.events.actors.actors import Actors
from transforms.events.parsing.language import load_language

ACTORS = Actors.load()


def code(text, word):
    doc = load_language()(text)
    actor = ACTORS.read(doc).resolve([token for token in doc if token.text == word][-1])
    return actor.code if actor else None


def test_a_defector_is_a_soldier_only_where_the_text_says_so():
    assert code("The defectors met the minister.", "defectors") == "---CVL"
    assert code("A North Korean army defector accused the government.", "defector") == "PRKMIL"


@pytest.mark.parametrize(
    "text",
    [
        "The minister urged all parties to talk.",
        "The warring parties agreed to talk in Geneva.",
        "The relevant parties in Iraq should talk.",
        "The parties to the conflict in Sudan signed a truce.",
    ],
)
def test_the_sides_of_a_conflict_are_no_political_parties(text):
    assert code(text, "parties") is None


def test_parties_of_a_nation_are_political_ones():
    assert code("Iraq's parties agreed to talk in Bern.", "parties") == "IRQPTY"
    assert code("Opposition parties in Iraq should talk.", "parties") == "IRQOPP"


@pytest.mark.parametrize("people", ["Kurds", "Tatars"])
def test_peoples_without_a_state_are_not_of_the_nation_around_them(people):
    assert code(f"Turkey closed its border. In Ankara, Turkey condemned the {people}.", people) == "---CVL"


def test_natives_of_a_region_are_its_people_and_not_of_the_state_that_they_act_on():
    assert code("China detained the Uighurs.", "Uighurs") == "CHNCVL"
    assert code("The Chechens attacked Russian troops.", "Chechens") == "---CVL"


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("House Republicans criticised the plan.", "Republicans", "USALEG"),
        ("Parliamentary leader Anna Lund criticised the plan.", "Lund", "---LEG"),
        ("The caucus chair Anna Lund criticised the plan.", "Lund", "---LEG"),
        ("Republican members of Congress criticised the plan.", "members", "USALEG"),
    ],
)
def test_groups_and_their_leaders_in_a_legislature_are_of_it(text, last, expected):
    assert code(text, last) == expected


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("The head of Kenya's police resigned.", "head", "KENCOP"),
        ("Ali Omar, head of Iran's army, resigned.", "Omar", "IRNMIL"),
        ("Ali Omar, commander of the Quds Force, resigned.", "Omar", "IRNMIL"),
        ("The head of Kenya resigned.", "head", "KENGOV"),
        ("Democrat Ann Lund, the former governor of Ohio, resigned.", "Lund", "USAELI"),
        ("The Kremlin critic Ann Lund resigned.", "Lund", "RUSOPP"),
        ("A government critic in Belarus resigned.", "critic", "BLROPP"),
        ("Critics of the Thai government resigned.", "Critics", "THAOPP"),
    ],
)
def test_who_leads_a_body_is_of_it_and_who_opposes_it_is_not(text, last, expected):
    assert code(text, last) == expected


def test_one_described_by_a_nationality_is_a_private_person_and_the_people_are_the_nation():
    assert code("The 40-year-old Dane was evicted in April.", "Dane") == "DNKCVL"
    assert code("The Danes attacked the port.", "Danes") == "DNK"
