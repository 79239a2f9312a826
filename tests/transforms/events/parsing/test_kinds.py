"""Genitives that say of what kind a thing is."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.kinds import classify

VOCAB = spacy.blank("en").vocab


@pytest.mark.parametrize(("article", "label"), [("a", "compound"), ("the", "nmod:poss")])
def test_nobody_owns_what_one_article_calls_several_people_s(article: str, label: str) -> None:
    doc = classify(
        Doc(
            VOCAB,
            words=["Chad", "banned", article, "children", "'s", "film"],
            heads=[1, 1, 3, 5, 3, 1],
            deps=["nsubj", "ROOT", "det", "nmod:poss", "case", "obj"],
            tags=["NNP", "VBD", "DT", "NNS", "POS", "NN"],
        )
    )
    assert doc[3].dep_ == label
    assert doc[2].head.text == ("film" if article == "a" else "children")
