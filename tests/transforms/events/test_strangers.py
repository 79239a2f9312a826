"""Sides of whom an article has said more than was understood."""

from datetime import date

import pytest

from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

MORE = " The road was closed at noon. A bridge was open. The night was quiet."


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def told(tools: Tools, text: str) -> list[str]:
    """Types of the events of a text."""
    found = mentions(parse(tools.language, text), article(text, date(2024, 3, 5)), tools.codebook, tools.actors)
    return [mention.event_type for mention in found.event_mentions]


@pytest.mark.parametrize("sentence", ["Gunmen attacked villagers.", "Germany fined the firm Fluxora Holdings."])
def test_a_sentence_may_leave_a_side_open_and_an_article_may_not(tools: Tools, sentence: str) -> None:
    assert len(told(tools, sentence)) == 1
    assert told(tools, sentence + MORE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen attacked villagers in Chad.",
        "Kenyan police arrested Ada Lindqvist, a Danish journalist.",
        "Kenyan police arrested Ada Lindqvist, a journalist.",
        "France condemned the shelling of the hospital.",
    ],
)
def test_what_is_understood_is_told_in_an_article_too(tools: Tools, sentence: str) -> None:
    assert len(told(tools, sentence + MORE)) == 1
