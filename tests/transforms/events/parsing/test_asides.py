"""What a comma, "and" or "including" sets apart from a name."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.asides import part

VOCAB = spacy.blank("en").vocab


def parted(words: str, heads: list[int], deps: str, tags: str) -> list[tuple[str, str, str]]:
    pos = ["PROPN" if tag == "NNP" else "NOUN" if tag.startswith("NN") else "X" for tag in tags.split()]
    doc = part(Doc(VOCAB, words=words.split(), heads=heads, deps=deps.split(), tags=tags.split(), pos=pos))
    return [(token.text, token.dep_, token.head.text) for token in doc]


def test_a_title_behind_a_comma_is_its_holders() -> None:
    told = parted(
        "met Ruiz , minister for trade",
        [0, 0, 3, 1, 5, 3],
        "ROOT obj punct conj case nmod",
        "VBD NNP , NN IN NN",
    )
    assert told[3] == ("minister", "appos", "Ruiz")


@pytest.mark.parametrize(("word", "tag"), [("Lund", "NNP"), ("trade", "NN")])
def test_another_name_behind_a_comma_stays_another(word: str, tag: str) -> None:
    told = parted(
        f"met Ruiz , {word} of Oslo", [0, 0, 3, 1, 5, 3], "ROOT obj punct conj case nmod", f"VBD NNP , {tag} IN NNP"
    )
    assert told[3][1] == "conj"


def test_a_land_behind_its_city_is_not_met() -> None:
    told = parted(
        "met Ruiz at Perth , Australia today",
        [0, 0, 3, 1, 5, 1, 0],
        "ROOT obj case nmod punct conj obl",
        "VBD NNP IN NNP , NNP NN",
    )
    assert told[5] == ("Australia", "appos", "Perth")


def test_what_stands_behind_and_is_no_part_of_the_name_before() -> None:
    told = parted(
        "Ali Omar and Ana Ruiz met", [5, 0, 3, 0, 3, 5], "nsubj flat cc flat flat ROOT", "NNP NNP CC NNP NNP VBD"
    )
    assert told[2:4] == [("and", "cc", "Ana"), ("Ana", "conj", "Ali")]


def test_all_were_killed_of_whom_some_are_named() -> None:
    told = parted(
        "five , including two officers were killed",
        [6, 6, 4, 4, 6, 6, 6],
        "nsubj:pass punct case nummod nsubj:pass aux:pass ROOT",
        "NNS , VBG CD NNS VBD VBN",
    )
    assert told[4] == ("officers", "nmod", "five")


def test_a_participle_behind_some_tells_of_all() -> None:
    told = parted(
        "soldiers including officers killed in Mali",
        [0, 2, 0, 2, 5, 3],
        "ROOT case nmod acl case obl",
        "NNS VBG NNS VBD IN NNP",
    )
    assert told[3] == ("killed", "acl", "soldiers")
