"""Who did and who suffers what nouns tell; read by the packaged model."""

import pytest
from spacy.tokens import Doc

from transforms.events import deeds
from transforms.events.parsing.language import parse
from transforms.walk import Tools


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def word(doc: Doc, text: str) -> int:
    return next(token.i for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("text", "deed", "doers"),
    [
        ("Peru condemned the shelling of Kenya by Chad.", "shelling", ["Chad"]),
        ("Peru condemned Chad's attack on Kenya.", "attack", ["Chad"]),
        ("Peru condemned the crimes of Chad.", "crimes", ["Chad"]),
        ("Peru condemned his arrest.", "arrest", []),
        ("Peru condemned Chad's arrest of an envoy.", "arrest", ["Chad"]),
        ("Peru condemned the attack on Kenya.", "attack", []),
    ],
)
def test_doers_stand_in_phrases_of_the_deed(tools: Tools, text: str, deed: str, doers: list[str]) -> None:
    doc = parse(tools.language, text)
    assert [noun.text for noun in deeds.doers(doc[word(doc, deed)])] == doers


@pytest.mark.parametrize(
    ("text", "deed", "named"),
    [
        ("Chadian shelling went on.", "shelling", True),
        ("Chadian drone strikes went on.", "strikes", True),
        ("Peru condemned the Chadian embassy bombings.", "bombings", False),
        ("Peru condemned the attacks.", "attacks", False),
    ],
)
def test_a_nation_in_front_does_it_unless_a_target_follows(tools: Tools, text: str, deed: str, named: bool) -> None:
    doc = parse(tools.language, text)
    assert deeds.is_named_in_front(doc[word(doc, deed)]) is named


@pytest.mark.parametrize(
    ("text", "noun", "suffers"),
    [
        ("Peru condemned the attack on Kenya.", "Kenya", True),
        ("Peru condemned the arrest of Ruiz.", "Ruiz", True),
        ("Peru condemned the crimes of Chad.", "Chad", False),
        ("Students marched for the removal of Ruiz.", "Ruiz", False),
    ],
)
def test_victims_stand_behind_the_deed_unless_something_is_wanted_of_them(
    tools: Tools, text: str, noun: str, suffers: bool
) -> None:
    doc = parse(tools.language, text)
    assert deeds.is_victim(doc[word(doc, noun)]) is suffers


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("He spoke of the bombing of a Chilean clinic that killed a nurse.", "bombing"),
        ("He spoke of the attacks at embassies in Chad, which have killed 200 people.", "attacks"),
        ("He spoke of the rebels who killed a nurse.", "rebels"),
    ],
)
def test_what_killed_is_the_attack_not_its_place(tools: Tools, text: str, noun: str) -> None:
    doc = parse(tools.language, text)
    killed = next(token for token in doc if token.text == "killed")
    clause = next(up for up in (killed, *killed.ancestors) if up.dep_ == "acl:relcl")
    assert deeds.meant(clause.head, killed).text == noun


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("The attack, claimed by rebels, killed six.", "attack"),
        ("The missiles fired by rebels killed six.", "missiles"),
        ("Shells fired by rebels hit a village.", "Shells"),
    ],
)
def test_who_claims_an_attack_or_fires_its_arms_did_it(tools: Tools, text: str, deed: str) -> None:
    doc = parse(tools.language, text)
    assert [noun.text for noun in deeds.claimants(doc[word(doc, deed)])] == ["rebels"]
