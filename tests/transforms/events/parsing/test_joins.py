"""Sentences cut where none can begin."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.joins import join

VOCAB = spacy.blank("en").vocab


def joined(words: list[str], pos: list[str], heads: list[int], deps: list[str]) -> Doc:
    return join(Doc(VOCAB, words=words, pos=pos, heads=heads, deps=deps))


def test_a_bare_name_goes_to_the_verb_behind_it() -> None:
    doc = joined(
        ["Ruiz", ",", "Oslo", "said"],
        ["PROPN", "PUNCT", "PROPN", "VERB"],
        [0, 0, 3, 3],
        ["ROOT", "punct", "nsubj", "ROOT"],
    )
    assert len(list(doc.sents)) == 1
    assert (doc[0].dep_, doc[0].head.text) == ("dislocated", "said")


def test_another_piece_goes_to_the_one_before_it() -> None:
    doc = joined(["Ana", "left", "Oslo"], ["PROPN", "VERB", "PROPN"], [1, 1, 2], ["nsubj", "ROOT", "ROOT"])
    assert len(list(doc.sents)) == 2
    doc = joined(["left", ",", "Oslo"], ["VERB", "PUNCT", "PROPN"], [0, 0, 2], ["ROOT", "punct", "ROOT"])
    assert [(token.dep_, token.head.text) for token in doc][2] == ("parataxis", "left")


@pytest.mark.parametrize("second", ["Nobody", "“"])
def test_a_sentence_of_its_own_stays(second: str) -> None:
    doc = joined(["Left", ".", second], ["VERB", "PUNCT", "PRON"], [0, 0, 2], ["ROOT", "punct", "ROOT"])
    assert len(list(doc.sents)) == 2
