"""Plurals: what the model leaves in the plural at the head of a line."""

import pytest

from transforms.events.parsing.plurals import singular
from transforms.walk import Tools


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("attacks", "attack"),
        ("clashes", "clash"),
        ("buses", "bus"),
        ("exchanges", "exchange"),
        ("ministries", "ministry"),
        ("policemen", "policeman"),
        ("ties", "tie"),
        ("sheep", "sheep"),
        ("crisis", "crisis"),
    ],
)
def test_endings_tell_the_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Attacks on convoys went on.", "attack"),
        ("Warships left port.", "warship"),
        ("Two policemen fled.", "policeman"),
    ],
)
def test_a_plural_has_its_singular_for_a_lemma(text: str, expected: str) -> None:
    lemmas = {token.lemma_.lower() for token in Tools.load().language(text)}
    assert expected in lemmas
