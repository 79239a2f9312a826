"""Subjects joined by "and" that the parser took for something else."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.joined_subjects import join

VOCAB = spacy.blank("en").vocab


def joined(words: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[tuple[str, str, str]]:
    pos = ["PROPN" if tag == "NNP" else "NOUN" if tag.startswith("NN") else "X" for tag in tags]
    doc = join(Doc(VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=pos))
    return [(token.text, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize(("tag", "label"), [("VBD", "nsubj"), ("VBN", "nsubj:pass")])
def test_a_noun_without_a_verb_shares_the_next_ones(tag: str, label: str) -> None:
    told = joined(
        ["Parties", "and", "unions", "agreed"], [0, 3, 3, 0], ["ROOT", "cc", label, "conj"], ["NNS", "CC", "NNS", tag]
    )
    assert told == [
        ("Parties", label, "agreed"),
        ("and", "cc", "unions"),
        ("unions", "conj", "Parties"),
        ("agreed", "ROOT", "agreed"),
    ]


def test_both_stand_in_what_is_said() -> None:
    words, tags = ["Oslo", "said", "men", "and", "boys", "fled"], ["NNP", "VBD", "NNS", "CC", "NNS", "VBD"]
    told = joined(words, [1, 1, 1, 5, 5, 2], ["nsubj", "ROOT", "ccomp", "cc", "nsubj", "conj"], tags)
    assert told[2:] == [
        ("men", "nsubj", "fled"),
        ("and", "cc", "boys"),
        ("boys", "conj", "men"),
        ("fled", "ccomp", "said"),
    ]


@pytest.mark.parametrize("joint", ["but", "or"])
def test_only_and_joins(joint: str) -> None:
    told = joined(
        ["Parties", joint, "unions", "agreed"],
        [0, 3, 3, 0],
        ["ROOT", "cc", "nsubj", "conj"],
        ["NNS", "CC", "NNS", "VBD"],
    )
    assert told[3] == ("agreed", "conj", "Parties")


def test_what_follows_a_comma_is_the_subject() -> None:
    words = ["At", "sea", ",", "Chad", "and", "Peru", "met"]
    told = joined(
        words,
        [1, 6, 3, 1, 5, 1, 6],
        ["case", "obl", "punct", "conj", "cc", "conj", "ROOT"],
        ["IN", "NN", ",", "NNP", "CC", "NNP", "VBD"],
    )
    assert told[3] == ("Chad", "nsubj", "met")
    assert told[5] == ("Peru", "conj", "Chad")


def test_without_a_comma_all_hangs_on_the_preposition() -> None:
    words = ["At", "sea", "Chad", "and", "Peru", "met"]
    told = joined(
        words,
        [1, 5, 1, 4, 1, 5],
        ["case", "obl", "conj", "cc", "conj", "ROOT"],
        ["IN", "NN", "NNP", "CC", "NNP", "VBD"],
    )
    assert told[2] == ("Chad", "conj", "sea")


def test_behind_and_stands_another_not_a_description() -> None:
    words = ["Ruiz", "and", "Omar", "left"]
    told = joined(words, [3, 2, 0, 3], ["nsubj", "cc", "appos", "ROOT"], ["NNP", "CC", "NNP", "VBD"])
    assert told[2] == ("Omar", "conj", "Ruiz")


def test_who_has_an_owner_is_no_part_of_the_next_noun() -> None:
    words = ["Mali", "army", "and", "Russian", "men", "left"]
    tags = ["NNP", "NN", "CC", "JJ", "NNS", "VBD"]
    told = joined(words, [1, 4, 3, 1, 5, 5], ["nmod:poss", "compound", "cc", "conj", "nsubj", "ROOT"], tags)
    assert told[1:5] == [
        ("army", "nsubj", "left"),
        ("and", "cc", "men"),
        ("Russian", "amod", "men"),
        ("men", "conj", "army"),
    ]


def test_of_two_subjects_the_second_is_joined_to_the_first() -> None:
    words = ["Arms", "and", "money", "came"]
    told = joined(words, [3, 2, 3, 3], ["nsubj", "cc", "nsubj", "ROOT"], ["NNS", "CC", "NN", "VBD"])
    assert told[2] == ("money", "conj", "Arms")
