"""What whole sentences tell, read by the packaged model, codebook and tables."""

from dataclasses import replace
from datetime import date

import pytest

from schemas.records import EventMention
from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

WEDNESDAY = date(2020, 12, 2)


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def tell(tools: Tools, text: str, place: str | None = None) -> tuple[EventMention, ...]:
    written = replace(article(text, WEDNESDAY), dateline_place=place)
    return mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions


def outline(mention: EventMention) -> tuple[str | None, str, str | None, str]:
    """Actor's country or code, type, recipient's country or code, status."""
    sides = (mention.actor, mention.recipient)
    actor, recipient = ((side.country or side.code) if side else None for side in sides)
    return actor, mention.event_type, recipient, mention.status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France expelled two diplomats of Belarus.", ("FRA", "SANCTION", "BLR", "asserted")),
        ("Belarus was condemned by Poland.", ("POL", "ACCUSE", "BLR", "asserted")),
        ("Norway and Iceland signed a trade agreement.", ("NOR", "SUPPORT", "ISL", "asserted")),
        ("Georgia and Turkey agreed to reopen the road between Batumi and Hopa.", ("GEO", "AGREE", "TUR", "asserted")),
        ("China denied attacking the Philippines.", ("CHN", "ASSAULT", "PHL", "denied")),
        ("Hungary did not condemn Russia.", ("HUN", "ACCUSE", "RUS", "negated")),
        ("If Serbia attacks Kosovo, markets will fall.", ("SRB", "ASSAULT", "XKX", "hypothetical")),
        ("The French president will meet German officials on Friday.", ("FRA", "AGREE", "DEU", "future")),
    ],
)
def test_a_sentence_tells_one_event_with_its_status(
    tools: Tools, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert [outline(mention) for mention in tell(tools, text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The striker attacked from the left and scored for Kenya.",
        "France said the weather would stay warm.",
        "Shares in Norway rose after a quiet day.",
        "The talks show begins at nine.",
        "Agnetha praised the new album.",
    ],
)
def test_what_is_no_event_tells_none(tools: Tools, text: str) -> None:
    assert tell(tools, text) == ()


def test_the_dateline_places_the_words_of_the_lead_but_no_deeds(tools: Tools) -> None:
    text = "Egypt accused Libya on Wednesday of breaking a promise.\nRebels attacked an army post on Tuesday."
    places = {mention.event_type: mention.place for mention in tell(tools, text, place="Cairo")}
    assert places["ACCUSE"] is not None and places["ACCUSE"].method == "dateline"
    assert places["ASSAULT"] is None


def test_without_a_date_of_publication_nothing_is_historical(tools: Tools) -> None:
    text = "Iraq invaded Kuwait in 1990."
    undated = article(text)
    doc = parse(tools.language, text)
    (mention,) = mentions(doc, undated, tools.codebook, tools.actors).event_mentions
    assert (mention.event_date, mention.event_date_precision, mention.is_historical) == (date(1990, 1, 1), "year", None)
    (dated,) = tell(tools, text)
    assert dated.is_historical is True


def test_villages_told_of_for_the_first_time_are_hit_and_the_village_is_one_named_elsewhere(tools: Tools) -> None:
    (mention,) = tell(tools, "The Chadian army shelled two villages.")
    assert mention.recipient is not None
    assert (mention.event_type, mention.recipient.text, mention.recipient.code) == ("ASSAULT", "two villages", None)
    assert tell(tools, "The Chadian army shelled the village.") == ()
