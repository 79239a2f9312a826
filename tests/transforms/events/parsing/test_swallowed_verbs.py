"""A sentence's only verb that the parser took for a quality."""

import spacy
from spacy.tokens import Doc

from transforms.events.parsing.role_words import roles, titles
from transforms.events.parsing.swallowed_verbs import free

VOCAB = spacy.blank("en").vocab
POS = {"NNP": "PROPN", "NNS": "NOUN", "JJ": "ADJ", "VBN": "VERB", "VBD": "VERB"}


def freed(words: str, heads: list[int], deps: str, tags: str) -> list[tuple[str, str, str, str]]:
    pos = [POS.get(tag, "X") for tag in tags.split()]
    doc = free(Doc(VOCAB, words=words.split(), heads=heads, deps=deps.split(), tags=tags.split(), pos=pos))
    return [(token.text, token.tag_, token.dep_, token.head.text) for token in doc]


def test_who_stands_before_the_participle_does_it() -> None:
    told = freed(
        "Chad 's military targeted rebels .",
        [4, 0, 4, 4, 4, 4],
        "nmod:poss case amod amod ROOT punct",
        "NNP POS JJ VBN NNS .",
    )
    assert told == [
        ("Chad", "NNP", "nmod:poss", "military"),
        ("'s", "POS", "case", "Chad"),
        ("military", "NN", "nsubj", "targeted"),
        ("targeted", "VBD", "ROOT", "targeted"),
        ("rebels", "NNS", "obj", "targeted"),
        (".", ".", "punct", "targeted"),
    ]


def test_a_quality_of_things_stays_one() -> None:
    told = freed(
        "Chad 's new targeted sanctions", [4, 0, 4, 4, 4], "nmod:poss case amod amod ROOT", "NNP POS JJ VBN NNS"
    )
    assert told[3] == ("targeted", "VBN", "amod", "sanctions")


def test_beside_another_verb_nothing_changes() -> None:
    told = freed(
        "The military targeted rebels who fled",
        [3, 3, 3, 3, 5, 3],
        "det amod amod ROOT nsubj conj",
        "DT JJ VBN NNS WP VBD",
    )
    assert told[2][2] == "amod" or told[5][3] == "rebels"


def test_words_for_people_are_read_from_the_table() -> None:
    assert {"minister", "ambassador"} <= titles() <= roles()
    assert "military" in roles() - titles()
