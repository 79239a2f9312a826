"""A report between commas and what it tells."""

import spacy
from spacy.tokens import Doc

from transforms.events.parsing.inserted_reports import insert

VOCAB = spacy.blank("en").vocab


def inserted(words: str, heads: list[int], deps: str, tags: str) -> list[tuple[str, str, str]]:
    doc = insert(Doc(VOCAB, words=words.split(), heads=heads, deps=deps.split(), tags=tags.split()))
    return [(token.text, token.dep_, token.head.text) for token in doc]


def test_two_names_joined_by_the_comma_have_a_verb_each() -> None:
    told = inserted(
        "Chad , Peru said , left", [3, 0, 0, 5, 3, 5], "nsubj punct conj parataxis punct ROOT", "NNP , NNP VBD , VBD"
    )
    assert told[0] == ("Chad", "nsubj", "left")
    assert told[2:4] == [("Peru", "nsubj", "said"), ("said", "parataxis", "left")]


def test_a_noun_is_not_what_is_said_where_a_verb_lacks_it() -> None:
    told = inserted(
        "rebels , Peru said , left", [3, 0, 3, 3, 5, 3], "ccomp punct nsubj ROOT punct ccomp", "NNS , NNP VBD , VBD"
    )
    assert told[0] == ("rebels", "nsubj", "left")
    assert told[3] == ("said", "parataxis", "left")
    assert told[5] == ("left", "ROOT", "left")


def test_what_ends_in_a_report_is_left_as_it_is() -> None:
    words, heads = "Chad left , Peru said , raising taxes", [1, 1, 4, 4, 1, 6, 1, 6]
    deps, tags = "nsubj ROOT punct nsubj parataxis punct advcl obj", "NNP VBD , NNP VBD , VBG NNS"
    doc = Doc(VOCAB, words=words.split(), heads=heads, deps=deps.split(), tags=tags.split())
    assert inserted(words, heads, deps, tags) == [(token.text, token.dep_, token.head.text) for token in doc]
