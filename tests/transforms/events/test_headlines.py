"""Headlines: no articles, no full stop, participles without an auxiliary, states without a verb."""

from datetime import date

import pytest

from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

Told = tuple[str | None, str, str | None]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def asserted(tools: Tools, text: str) -> set[Told]:
    """Text of the actor, type, text of the recipient."""
    written = article(text, date(2020, 12, 2))
    found = mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions
    told = (m for m in found if m.status == "asserted")
    return {(m.actor and m.actor.text, m.event_type, m.recipient and m.recipient.text) for m in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nurses on strike over pay", ("Nurses", "PROTEST", None)),
        ("The dockers, who have been on strike since May, met.", ("The dockers", "PROTEST", None)),
        ("The dockers are on strike.", ("The dockers", "PROTEST", None)),
        ("Laos hit with new sanctions", (None, "COERCE", "Laos")),
        ("Opposition deputy held at Lusaka airport", (None, "COERCE", "Opposition deputy")),
        ("Ceasefire proposal rejected by rebels", ("rebels", "REJECT", "Ceasefire proposal")),
        ("Exchanges of fire between Thai and Lao troops", ("Thai", "ASSAULT", "Lao troops")),
        ("Kidnappers free two Danish engineers", ("Kidnappers", "RETREAT", "two Danish engineers")),
        ("Gunmen kill four in Haiti market attack", ("Gunmen", "ASSAULT", "four")),
        ("Five nurses dead in Mali ambush", (None, "ASSAULT", "Five nurses")),
        ("Nine farmers dead in raid by gunmen", ("gunmen", "ASSAULT", "Nine farmers")),
        ("Laos, Nepal in talks over dam", ("Laos", "CONSULT", "Nepal")),
        ("Nepali premier in Vientiane for talks with Laos", ("Nepali premier", "CONSULT", "Laos")),
        ("Travel ban on Chad lifted", (None, "CONCEDE", "Chad")),
    ],
)
def test_what_a_headline_leaves_out_is_understood(tools: Tools, text: str, expected: Told) -> None:
    assert expected in asserted(tools, text)


@pytest.mark.parametrize(
    "text",
    ["The ceremony was held at the airport.", "Debate on strike", "The player was given permission to leave."],
)
def test_what_is_held_or_debated_is_nobodys_act(tools: Tools, text: str) -> None:
    assert not asserted(tools, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN chief to visit Laos", ["AGREE"]),
        ("Rebels to release Kenyan hostages", ["AGREE"]),
        ("Plans to attack Laos", []),
        ("The right to protest in Laos", []),
    ],
)
def test_a_bare_noun_before_an_infinitive_announces_unless_it_is_a_plan(
    tools: Tools, text: str, expected: list[str]
) -> None:
    told = mentions(parse(tools.language, text), article(text, None), tools.codebook, tools.actors).event_mentions
    assert [mention.event_type for mention in told if mention.status == "future"] == expected
