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


@pytest.mark.parametrize(("count", "label"), [("50", "obj"), ("old", "obl")])
def test_a_word_that_may_bound_a_number_opens_a_phrase_only_before_none(count: str, label: str) -> None:
    doc = Doc(
        VOCAB,
        words=["Troops", "fired", "near", count, "boats"],
        heads=[1, 1, 4, 4, 1],
        deps=["nsubj", "ROOT", "case", "nummod" if count == "50" else "amod", "obj"],
        pos=["NOUN", "VERB", "ADP", "NUM", "NOUN"],
    )
    assert mark(doc)[4].dep_ == label


def test_the_preposition_may_stand_before_whose_it_is() -> None:
    doc = Doc(
        VOCAB,
        words=["Deputies", "met", "under", "Ruiz", "'s", "statue"],
        heads=[1, 1, 3, 5, 3, 1],
        deps=["nsubj", "ROOT", "case", "nmod:poss", "case", "obj"],
        pos=["NOUN", "VERB", "ADP", "PROPN", "PART", "NOUN"],
    )
    assert mark(doc)[5].dep_ == "obl"
