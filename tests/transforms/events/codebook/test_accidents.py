"""Accidents: nobody attacks those whom a mishap kills."""

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
        "Forty migrants were killed after their boat capsized off Libya on Tuesday.",
        "Five Greek officers were injured as a fire broke out at the ministry on Monday.",
        "Six Kenyan police officers were killed when their vehicle overturned on Monday.",
        "Twenty Afghan villagers were killed when an earthquake struck Herat on Monday.",
        "The stampede in Peru resulted in 56 deaths and over 200 people injured, the state broadcaster said.",
        "A fire swept through flats in Peru. The blaze began at night. Two adults were badly injured.",
        "A police helicopter crashed in Bolivia on Monday, killing five Peruvian officers.",
    ],
)
def test_mishap_is_no_assault(told, text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A fire swept through flats in Peru. Gunmen had set the blaze. Two adults were badly injured.",
        "Two Israeli soldiers were killed when their vehicle hit a mine on Monday.",
        "Three Ukrainian civilians were killed when a missile struck a hotel in Kharkiv on Monday.",
        "Two Sudanese soldiers were killed when fighting erupted in Darfur on Monday.",
    ],
)
def test_weapon_is(told, text):
    assert set(told(text)) == {"ASSAULT"}


def test_who_looks_into_a_crash_accuses_nobody(told):
    assert told("The Peruvian ministry began investigations of the crash of the plane.") == []
    assert told("The Peruvian ministry began investigations of the killing of the mayor.") == ["ACCUSE"]


def test_an_emergency_in_a_storm_is_no_coercion(told):
    assert told("Peru declared a state of emergency.") == ["COERCE"]
    assert told("The hurricane came nearer. Peru declared a state of emergency. Another storm may follow.") == []
