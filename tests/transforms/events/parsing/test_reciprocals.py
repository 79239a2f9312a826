""" "Each other" and "one another": what the verb before them is done to."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.reciprocals import bind

VOCAB = spacy.blank("en").vocab


def bound(words: str, heads: list[int], deps: str, pos: str) -> list[tuple[str, str, str, str]]:
    doc = bind(
        Doc(VOCAB, words=words.split(), heads=heads, deps=deps.split(), pos=pos.split(), tags=["X"] * len(heads))
    )
    return [(token.text, token.pos_, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize("pair", ["each other", "one another"])
def test_it_is_the_object_of_the_verb_before_it(pair: str) -> None:
    told = bound(f"They condemned {pair} .", [1, 1, 3, 1, 1], "nsubj ROOT det xcomp punct", "PRON VERB DET ADJ PUNCT")
    first, second = pair.split()
    assert told[2:4] == [(first, "PRON", "obj", "condemned"), (second, "ADJ", "fixed", first)]


def test_behind_a_preposition_it_is_an_oblique() -> None:
    told = bound("Guards shot at each other", [1, 1, 4, 4, 1], "nsubj ROOT case det obl", "NOUN VERB ADP DET ADJ")
    assert told[2:] == [
        ("at", "ADP", "case", "each"),
        ("each", "PRON", "obl", "shot"),
        ("other", "ADJ", "fixed", "each"),
    ]


def test_what_hangs_on_it_goes_to_the_verb() -> None:
    told = bound(
        "They accused each other of lying",
        [1, 1, 3, 1, 5, 3],
        "nsubj ROOT det obj mark acl",
        "PRON VERB DET ADJ ADP VERB",
    )
    assert told[5][3] == "accused"


def test_an_owner_stays_one() -> None:
    doc = Doc(
        VOCAB,
        words=["They", "expelled", "each", "other", "'s", "envoys"],
        heads=[1, 1, 3, 5, 3, 1],
        deps=["nsubj", "ROOT", "det", "nmod:poss", "case", "obj"],
        pos=["PRON", "VERB", "DET", "ADJ", "PART", "NOUN"],
        tags=["PRP", "VBD", "DT", "JJ", "POS", "NNS"],
    )
    assert [token.dep_ for token in bind(doc)][2:4] == ["det", "nmod:poss"]
