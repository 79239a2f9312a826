"""Several parties where the words stand once; read by the packaged model."""

from datetime import date

import pytest

from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

Codes = set[tuple[str | None, str | None]]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def codes(tools: Tools, text: str) -> Codes:
    written = article(text, date(2020, 12, 2))
    told = mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions
    return {(m.actor and m.actor.code, m.recipient and m.recipient.code) for m in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Peruvian president met the leaders of Chad and Kenya.", {("PERGOV", "TCDGOV"), ("PERGOV", "KENGOV")}),
        ("The foreign ministers of Chad and Kenya met in Oslo.", {("TCDGOV", "KENGOV")}),
        ("Peru praised the leader of Chad.", {("PER", "TCDGOV")}),
    ],
)
def test_a_plural_office_is_of_each_nation_behind_it(tools: Tools, text: str, expected: Codes) -> None:
    assert codes(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The Peruvian army and police attacked Kenya.", {"PERMIL", "PERCOP"}),
        ("The Peruvian army and a policeman attacked Kenya.", {"PERMIL", "---COP"}),
    ],
)
def test_a_nation_in_front_is_shared_by_bare_nouns(tools: Tools, text: str, actors: set[str]) -> None:
    assert {actor for actor, _ in codes(tools, text)} == actors


@pytest.mark.parametrize("echo", ["as did Norway", "and so did Norway"])
def test_an_echo_tells_who_did_the_same(tools: Tools, echo: str) -> None:
    assert codes(tools, f"Japan condemned the attack, {echo}.") == {("JPN", None), ("NOR", None)}


@pytest.mark.parametrize("with_whom", ["along with Kenya and Peru", "together with Kenya and Peru"])
def test_who_does_it_with_the_subject_does_it_too(tools: Tools, with_whom: str) -> None:
    told = codes(tools, f"Norway, {with_whom}, closed its border with Chad.")
    assert told == {("NOR", "TCD"), ("KEN", "TCD"), ("PER", "TCD")}


def test_those_hit_with_the_subject_of_a_passive_do_nothing(tools: Tools) -> None:
    assert codes(tools, "Norway, along with Kenya, was attacked by Peru.") == {("PER", "NOR")}


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ("The government of Chad and two rebel groups", ("TCDGOV", "TCDREB")),
        ("The Chadian government and Congolese rebels", ("TCDGOV", "CODREB")),
    ],
)
def test_rebels_that_a_government_deals_with_are_its_own_unless_named(
    tools: Tools, parties: str, expected: tuple[str, str]
) -> None:
    assert codes(tools, f"{parties} agreed to talks.") == {expected}


def test_another_name_of_a_party_is_nobody_more(tools: Tools) -> None:
    text = "Norwegian police arrested Ana Ruiz, leader of the Civic Front, or the Justice Party, on Friday."
    assert codes(tools, text) == {("NORCOP", "NORCVL")}
