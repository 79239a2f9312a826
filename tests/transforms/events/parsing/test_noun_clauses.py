"""Clauses that describe a noun, which the parser took for clauses of their own."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.noun_clauses import hang

VOCAB = spacy.blank("en").vocab
AMBUSH = ["Two", "died", "in", "an", "ambush", "carried", "out", "by", "rebels"]
AMBUSH_HEADS = [1, 1, 4, 4, 1, 1, 5, 8, 5]
AMBUSH_DEPS = ["nsubj", "ROOT", "case", "det", "obl", "advcl", "compound:prt", "case", "obl:agent"]
WANTED = ["Ruiz", "wanted", "by", "Chad", "left"]
WANTED_DEPS = ["nsubj", "ROOT", "case", "obl:agent", "conj"]


def hung(words: list[str], heads: list[int], deps: list[str], tags: list[str]) -> list[tuple[str, str, str, str]]:
    pos = ["NOUN" if tag.startswith("NN") else "X" for tag in tags]
    doc = hang(Doc(VOCAB, words=words, heads=heads, deps=deps, tags=tags, pos=pos))
    return [(token.text, token.tag_, token.dep_, token.head.text) for token in doc]


@pytest.mark.parametrize("tag", ["VBD", "VBN"])
def test_the_participle_goes_with_the_noun_before_it(tag: str) -> None:
    tags = ["CD", "VBD", "IN", "DT", "NN", tag, "RP", "IN", "NNS"]
    assert hung(AMBUSH, AMBUSH_HEADS, AMBUSH_DEPS, tags)[5] == ("carried", "VBN", "acl", "ambush")


def test_a_place_behind_the_noun_is_passed_over() -> None:
    words = [*AMBUSH[:5], "near", "camp", *AMBUSH[5:]]
    heads = [1, 1, 4, 4, 1, 6, 4, 1, 7, 10, 7]
    deps = [*AMBUSH_DEPS[:5], "case", "nmod", *AMBUSH_DEPS[5:]]
    tags = ["CD", "VBD", "IN", "DT", "NN", "IN", "NN", "VBD", "RP", "IN", "NNS"]
    assert hung(words, heads, deps, tags)[7] == ("carried", "VBN", "acl", "ambush")


@pytest.mark.parametrize("label", ["nsubj", "aux", "mark", "cc"])
def test_a_clause_of_its_own_stays(label: str) -> None:
    words = [*AMBUSH[:5], "who", *AMBUSH[5:]]
    heads = [1, 1, 4, 4, 1, 6, 1, 6, 9, 6]
    deps = [*AMBUSH_DEPS[:5], label, *AMBUSH_DEPS[5:]]
    tags = ["CD", "VBD", "IN", "DT", "NN", "WP", "VBD", "RP", "IN", "NNS"]
    assert hung(words, heads, deps, tags)[6] == ("carried", "VBD", "advcl", "died")


@pytest.mark.parametrize("label", ["conj", "xcomp"])
def test_the_subject_of_a_described_noun_is_the_second_verbs(label: str) -> None:
    deps = [*WANTED_DEPS[:4], label]
    assert hung(WANTED, [1, 1, 3, 1, 1], deps, ["NN", "VBD", "IN", "NN", "VBD"]) == [
        ("Ruiz", "NN", "nsubj", "left"),
        ("wanted", "VBN", "acl", "Ruiz"),
        ("by", "IN", "case", "Chad"),
        ("Chad", "NN", "obl:agent", "wanted"),
        ("left", "VBD", "ROOT", "left"),
    ]


def test_what_and_joins_has_a_first_verb() -> None:
    words = [*WANTED[:4], "and", "left"]
    told = hung(words, [1, 1, 3, 1, 5, 1], [*WANTED_DEPS[:4], "cc", "conj"], ["NN", "VBD", "IN", "NN", "CC", "VBD"])
    assert told[0] == ("Ruiz", "NN", "nsubj", "wanted")


def test_an_object_makes_a_verb() -> None:
    words = [*WANTED, "peace"]
    told = hung(words, [1, 1, 3, 1, 1, 1], [*WANTED_DEPS, "obj"], ["NN", "VBD", "IN", "NN", "VBD", "NN"])
    assert told[1] == ("wanted", "VBD", "ROOT", "wanted")


@pytest.mark.parametrize(
    ("heads", "first", "second"),
    [([3, 2, 3, 4, 4], "advcl", "ROOT"), ([3, 2, 3, 3, 3], "ROOT", "conj")],
)
def test_of_two_subjects_around_whose_the_first_is_the_later_verbs(heads: list[int], first: str, second: str) -> None:
    words = ["Chad", "whose", "navy", "fired", "refused"]
    told = hung(words, heads, ["nsubj", "nmod:poss", "nsubj", first, second], ["NNP", "WP$", "NN", "VBD", "VBD"])
    assert [(word, dep, head) for word, _, dep, head in told] == [
        ("Chad", "nsubj", "refused"),
        ("whose", "nmod:poss", "navy"),
        ("navy", "nsubj", "fired"),
        ("fired", "acl:relcl", "Chad"),
        ("refused", "ROOT", "refused"),
    ]


DEMANDING = ["Nurses", "demanding", "jobs", "marched", "home"]
DEMANDING_TAGS = ["NNS", "VBG", "NNS", "VBD", "RB"]


def test_a_gerund_before_a_past_tense_describes_its_noun() -> None:
    deps = ["nsubj", "ROOT", "obj", "xcomp", "advmod"]
    assert hung(DEMANDING, [1, 1, 1, 1, 3], deps, DEMANDING_TAGS)[:4] == [
        ("Nurses", "NNS", "nsubj", "marched"),
        ("demanding", "VBG", "acl", "Nurses"),
        ("jobs", "NNS", "obj", "demanding"),
        ("marched", "VBD", "ROOT", "marched"),
    ]


@pytest.mark.parametrize("label", ["aux", "cc"])
def test_a_gerund_of_a_whole_clause_stays(label: str) -> None:
    words = ["Nurses", "are", *DEMANDING[1:]]
    deps = ["nsubj", label, "ROOT", "obj", "conj", "advmod"]
    assert hung(words, [2, 2, 2, 2, 2, 4], deps, ["NNS", "VBP", *DEMANDING_TAGS[1:]])[0] == (
        "Nurses",
        "NNS",
        "nsubj",
        "demanding",
    )


SUSPECTED = ["Gunmen", "suspected", "to", "be", "rebels", "attacked", "Oslo"]


def test_what_somebody_is_taken_for_is_no_sentence() -> None:
    told = hung(
        SUSPECTED,
        [1, 1, 4, 4, 1, 1, 5],
        ["nsubj", "ROOT", "mark", "cop", "xcomp", "conj", "obj"],
        ["NNS", "VBD", "TO", "VB", "NNS", "VBD", "NNP"],
    )
    assert told[:2] == [("Gunmen", "NNS", "nsubj", "attacked"), ("suspected", "VBN", "acl", "Gunmen")]
    assert told[5] == ("attacked", "VBD", "ROOT", "attacked")


def test_who_suspects_somebody_of_something_does_so() -> None:
    told = hung(
        ["Gunmen", "suspected", "a", "trap", "and", "fled"],
        [1, 1, 3, 1, 5, 1],
        ["nsubj", "ROOT", "det", "obj", "cc", "conj"],
        ["NNS", "VBD", "DT", "NN", "CC", "VBD"],
    )
    assert told[1] == ("suspected", "VBD", "ROOT", "suspected")


def test_behind_a_word_of_time_a_noun_without_agent_does_it() -> None:
    words = ["Two", "died", "after", "men", "attacked", "at", "dawn", "."]
    deps = ["nsubj", "ROOT", "case", "obl", "acl", "case", "obl", "punct"]
    told = hung(words, [1, 1, 3, 1, 3, 6, 4, 1], deps, ["CD", "VBD", "IN", "NNS", "VBN", "IN", "NN", "."])
    assert told[3:5] == [("men", "NNS", "nsubj", "attacked"), ("attacked", "VBD", "advcl", "died")]


def test_behind_a_word_of_time_an_agent_leaves_the_noun_hit() -> None:
    words = ["Two", "died", "after", "men", "attacked", "by", "gangs", "."]
    deps = ["nsubj", "ROOT", "case", "obl", "acl", "case", "obl:agent", "punct"]
    told = hung(words, [1, 1, 3, 1, 3, 6, 4, 1], deps, ["CD", "VBD", "IN", "NNS", "VBN", "IN", "NNS", "."])
    assert told[4] == ("attacked", "VBN", "acl", "men")


def test_who_fights_agrees_and_not_the_fighting() -> None:
    words, deps = ["Rebels", "fighting", "there", "agreed"], ["nsubj", "nsubj", "advmod", "ROOT"]
    told = hung(words, [1, 3, 1, 3], deps, ["NNS", "VBG", "RB", "VBD"])
    assert told[:2] == [("Rebels", "NNS", "nsubj", "agreed"), ("fighting", "VBG", "acl", "Rebels")]
