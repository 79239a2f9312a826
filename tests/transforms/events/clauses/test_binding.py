"""Binding: pronouns that the sentence's structure decides, and those that it does not."""

import pytest

from tests.transforms.events.trees import parsed
from transforms.events.clauses.binding import binder

SAID = """
{speaker} nsubj
said say VERB VBD 0 root
{pronoun} 4 nsubj
left leave VERB VBD 2 ccomp
"""
OWNED = """
Rebels rebel NOUN NNS 2 nsubj
resumed resume VERB VBD 0 root
{pronoun} 4 nmod:poss
attacks attack NOUN NNS 2 obj
"""
JAPAN, ENVOYS = "Japan Japan PROPN NNP 2", "Envoys envoy NOUN NNS 2"


@pytest.mark.parametrize(
    ("speaker", "pronoun", "bound"),
    [
        (JAPAN, "it it PRON PRP", "Japan"),
        (JAPAN, "they they PRON PRP", None),
        (ENVOYS, "they they PRON PRP", "Envoys"),
        (ENVOYS, "it it PRON PRP", None),
        (ENVOYS, "we we PRON PRP", "Envoys"),
    ],
)
def test_the_subject_of_what_is_said_is_the_speaker_if_the_number_agrees(
    speaker: str, pronoun: str, bound: str | None
) -> None:
    found = binder(parsed(SAID.format(speaker=speaker, pronoun=pronoun))[2])
    assert (found.text if found else None) == bound


SAID_BEHIND = """
{pronoun} 2 nsubj
left leave VERB VBD 5 ccomp
, , PUNCT , 2 punct
{speaker} nsubj
said say VERB VBD 0 root
"""
POLICE, MINISTER = "police police NOUN NNS 5", "minister minister NOUN NN 5"


@pytest.mark.parametrize(
    ("speaker", "pronoun", "bound"),
    [
        (POLICE, "She she PRON PRP", None),
        (MINISTER, "He he PRON PRP", None),
        (MINISTER, "It it PRON PRP", "minister"),
        (POLICE, "It it PRON PRP", "police"),
        (POLICE, "They they PRON PRP", "police"),
        (MINISTER, "They they PRON PRP", None),
    ],
)
def test_he_and_she_are_not_who_speaks_of_them_afterwards(speaker: str, pronoun: str, bound: str | None) -> None:
    found = binder(parsed(SAID_BEHIND.format(speaker=speaker, pronoun=pronoun))[0])
    assert (found.text if found else None) == bound


def test_an_owner_is_the_subject_of_its_verb() -> None:
    found = binder(parsed(OWNED.format(pronoun="their they PRON PRP$"))[2])
    assert found is not None
    assert found.text == "Rebels"
    assert binder(parsed(OWNED.format(pronoun="its it PRON PRP$"))[2]) is None
