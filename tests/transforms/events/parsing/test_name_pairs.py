"""Two known names that the parser took for one."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.name_pairs import part

VOCAB = spacy.blank("en").vocab
WORDS = ["The", "US", "and", "South", "Korea", "signed"]
DEPS = ["det", "compound", "cc", "conj", "nsubj", "ROOT"]


def parted(words: list[str], heads: list[int], deps: list[str]) -> list[tuple[str, str, str]]:
    doc = part(Doc(VOCAB, words=words, heads=heads, deps=deps))
    return [(token.text, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize("first", ["US", "EU", "Chad"])
def test_the_first_stands_where_both_stood(first: str) -> None:
    assert parted([WORDS[0], first, *WORDS[2:]], [4, 4, 3, 1, 5, 5], DEPS) == [
        ("The", "det", first),
        (first, "nsubj", "signed"),
        ("and", "cc", "South"),
        ("South", "compound", "Korea"),
        ("Korea", "conj", first),
        ("signed", "ROOT", "signed"),
    ]


def test_the_second_may_be_what_all_hangs_on() -> None:
    told = parted(WORDS[:-1], [4, 4, 3, 1, 4], [*DEPS[:4], "ROOT"])
    assert told[1] == ("US", "ROOT", "US")
    assert told[4] == ("Korea", "conj", "US")


@pytest.mark.parametrize(
    "words",
    [
        ["The", "Acme", "and", "South", "Korea", "signed"],
        ["The", "US", "and", "South", "Ridge", "signed"],
        ["The", "US", ",", "South", "Korea", "signed"],
    ],
)
def test_other_words_stay_where_they_are(words: list[str]) -> None:
    assert [label for _, label, _ in parted(words, [4, 4, 3, 1, 5, 5], DEPS)] == DEPS
