"""Penn tags that agree with the other features of their words."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.tags import agree, tag_rules


def corrected(word: str, tag: str, pos: str, morph: str = "") -> str:
    doc = Doc(spacy.blank("en").vocab, words=[word], tags=[tag], pos=[pos], morphs=[morph])
    return agree(doc)[0].tag_


@pytest.mark.parametrize(
    ("word", "tag", "pos", "morph", "right"),
    [
        ("voiced", "VBN", "VERB", "Tense=Past|VerbForm=Fin", "VBD"),
        ("voiced", "VBN", "VERB", "Tense=Past|VerbForm=Part", "VBN"),
        ("seized", "VBD", "VERB", "Tense=Past|VerbForm=Part", "VBN"),
        ("landing", "NN", "VERB", "VerbForm=Ger", "VBG"),
        ("ruling", "JJ", "VERB", "Tense=Pres|VerbForm=Part", "VBG"),
        ("reports", "NNS", "VERB", "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "VBZ"),
        ("Qing", "NN", "PROPN", "Number=Sing", "NNP"),
        ("report", "NN", "NOUN", "Number=Sing", "NN"),
        (";", ",", "PUNCT", "", ":"),
        ("—", ",", "PUNCT", "", ":"),
        (",", ",", "PUNCT", "", ","),
    ],
)
def test_the_tag_agrees(word: str, tag: str, pos: str, morph: str, right: str) -> None:
    assert corrected(word, tag, pos, morph) == right


def test_no_rule_leads_to_another() -> None:
    tags = {tag for tag, _ in tag_rules()}
    assert tags
    for (_, pos), rules in tag_rules().items():
        for (form, tense), right in rules.items():
            assert (form, tense) not in tag_rules().get((right, pos), {})


@pytest.mark.parametrize(("second", "right"), [("between", "NN"), ("of", "NNP")])
def test_what_opens_a_sentence_and_is_between_two_is_no_name(second: str, right: str) -> None:
    words, tags = ["Cooperation", second, "Chad"], ["NNP", "IN", "NNP"]
    doc = Doc(spacy.blank("en").vocab, words=words, tags=tags, sent_starts=[True, False, False])
    assert agree(doc)[0].tag_ == right
