"""Which nations have an office at all, and whose a bare office is where two nations are spoken of."""

import pytest

from schemas.codes import reference_rows
from schemas.data_files import DataFileError, Row
from tests.transforms.events.actors.test_setting import code, found
from transforms.events.actors.actors import Actors
from transforms.events.actors.regimes import COLUMNS, load, may_have
from transforms.events.actors.regimes import _packaged as packaged

CHAD = "Chad voted. Shops in Chad closed. Chad is poor. "
NORWAY = "Norway voted. Shops in Norway closed. Norway is calm. "


def test_every_regime_is_of_a_word_of_some_role_or_an_adjective():
    words = {word for roles in Actors.load()._tables.roles_by_last.values() for role in roles for word in role.words}
    for regime in packaged():
        assert set(regime.term.split()) <= words | {"federal", "communist"}, regime
        assert bool(regime.only) != bool(regime.never), regime


@pytest.mark.parametrize(
    ("country", "words", "expected"),
    [
        ("FRA", ("federal", "court"), False),
        ("DEU", ("federal", "court"), True),
        ("USA", ("prime", "minister"), False),
        ("USA", ("minister",), True),
        ("GBR", ("president",), False),
        ("GBR", ("vice", "president"), False),
        ("PSE", ("army", "chief"), False),
        ("NOR", ("rebel", "leader"), False),
        ("NOR", ("kingdom",), True),
    ],
)
def test_a_nation_may_lack_an_office(country, words, expected):
    assert may_have(country, words) is expected


@pytest.mark.parametrize("only, never", [("", ""), ("NOR", "TCD"), ("XXX", ""), ("", "NOR|XX")])
def test_a_row_says_one_thing_of_known_countries(only, never):
    row = Row("regimes.csv:2", dict(zip(COLUMNS, ("king", only, never), strict=True)))
    with pytest.raises(DataFileError, match=r"regimes\.csv:2"):
        load([row])
    assert {row["country"] for row in reference_rows("countries")} >= {"NOR", "TCD"}


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (CHAD + "The president left.", "president", "TCDGOV"),
        (NORWAY + "The president left.", "president", "---GOV"),
        (NORWAY + "The junta expelled him.", "junta", "---GOV"),
        (CHAD + "The junta expelled him.", "junta", "TCDGOV"),
        ("Norway met a team. The Norwegian government agreed. The communist government left.", "government", "---GOV"),
    ],
)
def test_a_bare_office_is_of_a_nation_that_has_it(text, word, expected):
    assert code(text, word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (CHAD + "On Monday some monks marched outside the Chadian embassy.", "monks", "---REL"),
        (CHAD + "On Monday some monks marched outside the old mosque.", "monks", "TCDREL"),
        ("The EU ambassador to Uganda left.", "ambassador", "IGOEURGOV"),
        (NORWAY + "Republican lawmakers left.", "lawmakers", "USALEG"),
        (
            "The United States voted. Chad agreed. Chad asked the United States, and the king and president left.",
            "president",
            "---GOV",
        ),
    ],
)
def test_who_stands_at_an_embassy_or_speaks_for_a_union_is_no_native(text, word, expected):
    assert code(text, word) == expected


def test_a_nation_has_one_president():
    text = "Chad voted. President Idris Tarben of Chad won in Chad. President Lena Osk congratulated him."
    assert code(text, "Tarben") == "TCDGOV"
    assert code(text, "Osk") == "---GOV"


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The army killed a Chadian teenager.", "army", None),
        ("Officials said that Chad had attacked the ship.", "Officials", None),
        ("Prime ministers met.", "ministers", None),
        ("Ministers from 12 countries met.", "Ministers", None),
        ("Peacekeepers left.", "Peacekeepers", None),
    ],
)
def test_who_acts_on_chadians_or_comes_from_many_nations_is_not_of_chad(sentence, word, expected):
    before = "" if "said" in sentence else CHAD
    assert found(before + sentence, word).country is expected


def test_of_a_government_that_acts_on_a_government_nothing_is_sure():
    text = CHAD + "Idriss Deby praised the government."
    assert code(text, "government") == "---GOV"
    assert code(CHAD + "Idriss Deby praised the opposition.", "opposition") == "TCDOPP"


EQUAL = "Norway and Chile disagreed. Norway and Chile were silent. "


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("OSLO, Norway (AP) -- " + EQUAL + "It rained. Later it rained. The court rejected the bill.", "court", "NOR"),
        (EQUAL + "It rained. Later it rained. The court rejected the bill.", "court", None),
        ("Oslo (AP) -- " + EQUAL + "It rained. Later it rained. The court rejected the bill.", "court", None),
    ],
)
def test_a_dateline_decides_between_equals(text, word, expected):
    assert found(text, word).country == expected


@pytest.mark.parametrize(
    "sentence",
    ["Rebels killed 20 people, diplomats in Nairobi said.", "Diplomats in Nairobi said rebels killed 20 people."],
)
def test_where_the_reporter_s_source_sits_says_nothing_of_the_victims(sentence):
    assert found(EQUAL + sentence, "people").country is None
