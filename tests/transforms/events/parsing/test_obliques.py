"""Nouns behind a preposition that the parser calls a verb's object."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.obliques import mark

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(("preposition", "label"), [("on", "obl"), ("up", "obj")])
def test_what_stands_behind_a_preposition_is_no_object(preposition: str, label: str) -> None:
    doc = Doc(
        VOCAB,
        words=["Troops", "fired", preposition, "boats"],
        heads=[1, 1, 3, 1],
        deps=["nsubj", "ROOT", "case", "obj"],
        pos=["NOUN", "VERB", "ADP", "NOUN"],
    )
    assert mark(doc)[3].dep_ == label
