"""Fiction and sport: deeds in a story and words among athletes are no events."""

from __future__ import annotations

import pytest

from tests.transforms.events.articles import article
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import mentions
from transforms.events.parsing.language import load_language


@pytest.fixture(scope="module")
def told():
    language, codebook, actors = load_language(), Codebook.load(), Actors.load()

    def types(text: str) -> list[str]:
        return [one.event_type for one in mentions(language(text), article(text), codebook, actors).event_mentions]

    return types


@pytest.mark.parametrize(
    "text",
    [
        "In the film, a Greek officer shoots a Turkish priest.",
        "The novel tells how a Danish spy kills a Norwegian minister.",
        "The minister opened an exhibition about the siege of Aleppo on Monday.",
        "The Dutch coach criticised the Italian referee on Monday.",
        "The Serbian federation's boxer promised Bulgaria a rematch on Monday.",
        "Germany meet England on Friday.",
        "Nigeria clashed with Egypt in the final on Monday.",
        "Norway attacked Cyprus from the first whistle on Monday.",
        "Norway attacked Cyprus early and were rewarded.",
        "The batsman praised the bowler and the wicket. Norway attacked Cyprus early and never let up.",
        "Norway shut the port after a storm.",
        "Soldiers from Chile marched on Victory Day.",
    ],
)
def test_stories_and_sport_tell_nothing(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Turkish officers shot a Greek priest in a church on Monday.",
        "Chadian police arrested the Libyan coach on Monday.",
        "Egypt and Sudan met in Cairo on Monday.",
    ],
)
def test_deeds_outside_do(told, text):
    assert len(told(text)) == 1
