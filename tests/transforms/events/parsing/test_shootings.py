"""The noun "shooting", which the parser takes for a verb."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.shootings import fronts, name

VOCAB = spacy.blank("en").vocab
Word = tuple[str, str, str, str]


def named(words: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[Word]:
    pos = ["NOUN" if tag.startswith("NN") else "X" for tag in tags]
    doc = name(Doc(VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=pos))
    return [(token.text, token.tag_, token.dep_, token.head.text) for token in doc]


def test_what_describes_its_noun_becomes_the_head_of_it() -> None:
    words = ["police", "investigate", "a", "school", "shooting", "in", "Kenya"]
    deps = ["nsubj", "ROOT", "det", "obj", "acl", "case", "obl"]
    assert named(words, [1, 1, 3, 1, 3, 6, 4], deps, ["NNS", "VBP", "DT", "NN", "VBG", "IN", "NNP"])[2:] == [
        ("a", "DT", "det", "shooting"),
        ("school", "NN", "compound", "shooting"),
        ("shooting", "NN", "obj", "investigate"),
        ("in", "IN", "case", "Kenya"),
        ("Kenya", "NNP", "nmod", "shooting"),
    ]


def test_the_verb_behind_it_is_the_sentences() -> None:
    words = ["a", "club", "shooting", "left", "two", "dead"]
    deps = ["det", "nsubj", "ROOT", "xcomp", "obj", "xcomp"]
    assert named(words, [1, 2, 2, 2, 3, 3], deps, ["DT", "NN", "VBG", "VBD", "CD", "JJ"])[:4] == [
        ("a", "DT", "det", "shooting"),
        ("club", "NN", "compound", "shooting"),
        ("shooting", "NN", "nsubj", "left"),
        ("left", "VBD", "ROOT", "left"),
    ]


@pytest.mark.parametrize(
    ("front", "case"),
    [("police", "at"), ("sniper", "at"), ("man", "in"), ("soldier", "from")],
)
def test_who_shoots_keeps_the_verb(front: str, case: str) -> None:
    words = ["a", front, "shooting", case, "crowds", "wounded", "two"]
    deps = ["det", "nsubj", "acl", "case", "obl", "ROOT", "obj"]
    told = named(words, [1, 5, 1, 4, 2, 5, 5], deps, ["DT", "NN", "VBG", "IN", "NNS", "VBD", "CD"])
    assert told[2] == ("shooting", "VBG", "acl", front)


def test_the_words_in_front_are_lower_case_and_single() -> None:
    assert {"school", "mass", "church"} <= fronts()
    assert all(word == word.lower() and " " not in word for word in fronts())
