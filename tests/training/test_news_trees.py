"""Our own trees can be trained on: whole sentences, one root, known relations, tags that go with them."""

from pathlib import Path

import pytest

from schemas.data_files import read_rows
from training.conllu import Sentence, read_sentences
from training.evaluate import TREE_TESTS, text_of
from training.train import NEWS_TREES, WIRE_TREES

NEWS = NEWS_TREES.parent
TRAIN, WIRE, TEST = NEWS_TREES, WIRE_TREES, TREE_TESTS["own news trees"]
RELATIONS = {row["relation"] for row in read_rows(NEWS / "relations.csv", ("relation", "stands_for"))}
UPOS_OF = {
    "det": {"DET"},
    "aux": {"AUX"},
    "cop": {"AUX"},
    "punct": {"PUNCT"},
    "nummod": {"NUM"},
    "cc:preconj": {"CCONJ"},
}
LEAVES = {"PUNCT", "AUX"}
FINITE = {"VBD", "VBZ", "VBP"}


def texts(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]


def sentences(path: Path) -> list[tuple[str, Sentence]]:
    return list(zip(texts(path), read_sentences(path), strict=True))


@pytest.fixture(params=[TRAIN, WIRE, TEST], ids=["train", "wire", "test"], scope="module")
def trees(request: pytest.FixtureRequest) -> list[tuple[str, Sentence]]:
    return sentences(request.param)


def test_there_are_enough_and_none_twice() -> None:
    train, wire, test = texts(TRAIN), texts(WIRE), texts(TEST)
    assert len(train) >= 300
    assert len(wire) >= 600
    assert len(test) >= 60
    assert len({*train, *wire, *test}) == len(train) + len(wire) + len(test)


def test_words_make_up_the_text(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        assert text_of(sentence.words).rstrip() == text


def test_every_word_hangs_on_the_one_root(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        roots = [place for place, word in enumerate(sentence.words) if word.head == place]
        assert [sentence.words[place].deprel for place in roots] == ["root"], text
        for place in range(len(sentence.words)):
            seen = set()
            while place not in seen:
                seen.add(place)
                place = sentence.words[place].head
            assert place == roots[0], text


def test_no_arcs_cross(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        arcs = [sorted((place, word.head)) for place, word in enumerate(sentence.words)]
        assert not any(a < c < b < d for a, b in arcs for c, d in arcs), text


def test_relations_are_those_of_the_list(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        assert {word.deprel for word in sentence.words} <= RELATIONS, text


def test_parts_of_speech_go_with_relations(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        for word in sentence.words:
            assert word.upos in UPOS_OF.get(word.deprel, {word.upos}), (text, word)
            assert sentence.words[word.head].upos not in LEAVES, (text, word)
            assert (word.xpos == "IN" and word.deprel == "mark") <= (word.upos == "SCONJ"), (text, word)


def test_verbs_with_an_auxiliary_are_not_finite(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        helped = {word.head for word in sentence.words if word.deprel.startswith("aux")}
        assert not any(sentence.words[place].xpos in FINITE for place in helped), text


def test_a_passive_has_a_passive_subject(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        passive = {word.head for word in sentence.words if word.deprel == "aux:pass"}
        assert not any(word.deprel in {"nsubj", "csubj"} and word.head in passive for word in sentence.words), text


def test_verb_forms_with_an_ending_are_no_lemmas(trees: list[tuple[str, Sentence]]) -> None:
    for text, sentence in trees:
        for word in sentence.words:
            assert word.lemma, text
            if word.xpos.startswith("VB") and word.form.endswith(("ed", "ing")):
                assert word.lemma != word.form.lower(), (text, word)
