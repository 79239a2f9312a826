"""Events of which one side is not named: what befalls people, what is said to a state, what hits nobody."""

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


def pairs(tools: Tools, text: str) -> set[Told]:
    """Code of the actor, type, code of the recipient."""
    written = article(text, date(2020, 12, 2))
    told = mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions
    return {(m.actor and m.actor.code, m.event_type, m.recipient and m.recipient.code) for m in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten Kenyan miners were freed on Monday.", {(None, "RETREAT", "KENLAB")}),
        ("Hundreds of Kenyan prisoners were released.", {(None, "RETREAT", "KENCRM")}),
        ("More than 50 Kenyan refugees were given food parcels.", {(None, "AID", "KENREF")}),
        ("A video of a girl found by Kenyan police was released on Monday.", set()),
        ("Ten Kenyan miners were due to be freed.", set()),
    ],
)
def test_what_befalls_people_of_a_nation_needs_no_doer(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad was warned of retaliation on Monday.", {(None, "THREATEN", "TCD")}),
        ("The Sudanese government was asked for help on Monday.", {(None, "REQUEST", "SDNGOV")}),
        ("Hungarian demands were rejected on Monday.", {(None, "REJECT", "HUN")}),
        ("Ninety million dollars was pledged to Malawi on Monday.", {(None, "AGREE", "MWI")}),
        ("Malawi was promised ninety million dollars on Monday.", {(None, "AGREE", "MWI")}),
        ("Ibrahim Diallo was asked for help on Monday.", set()),
        ("Kenyan farmers were warned of retaliation on Monday.", set()),
    ],
)
def test_what_is_said_to_a_state_needs_no_speaker(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Bangladeshi prime minister imposed a curfew on Friday.", {("BGDGOV", "COERCE", None)}),
        ("Three Turkish soldiers were killed in a mortar attack on Monday.", {(None, "ASSAULT", "TURMIL")}),
        ("The Venezuelan navy appears to have seized a Guyanese boat.", {("VENMIL", "COERCE", "GUY")}),
    ],
)
def test_a_side_that_nobody_names_may_be_missing(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Peru have pledged funds.", set()),
        ("A Kabul car bombing killed ten people.", {(None, "ASSAULT", "---CVL")}),
        ("Peru's premier resigned in protest to the new budget.", {("PERGOV", "RETREAT", None)}),
        ("Peru began an investigation of the crash.", set()),
        ("French aid to Chad has grown.", {("FRA", "AID", "TCD")}),
        ("Chinese tariffs on Peruvian wine have hurt farmers.", {("CHN", "COERCE", "PER")}),
        ("European sanctions on Chad have hurt farmers.", set()),
    ],
)
def test_nobody_is_made_a_side_by_standing_near(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected
