"""Names that the parser never saw: stand-ins while trees are read, and nothing of them afterwards."""

import pytest
import spacy
from spacy.tokens import Doc

from transforms.events.parsing.language import load_language, parse
from transforms.events.parsing.unknown_names import STAND_INS, StandIns, own_norms

WORDS = ["the", "minister", "left", "new"]
VERBS = ["visit"]


def tagged(words: list[str], pos: list[str]) -> Doc:
    return Doc(spacy.blank("en").vocab, words=words, pos=pos, sent_starts=[True] + [False] * (len(words) - 1))


def norms(words: list[str]) -> list[str]:
    return [token.norm_ for token in StandIns(WORDS, VERBS)(Doc(spacy.blank("en").vocab, words=words))]


@pytest.mark.parametrize(
    ("word", "norm"),
    [
        ("Oluwaseun", STAND_INS["PERSON"]),
        ("McTavish", STAND_INS["PERSON"]),
        ("Burundi", STAND_INS["LOC"]),
        ("Burundian", STAND_INS["MISC"]),
        # Known words, forms of known verbs, capitals and small letters stay.
        ("Minister", "minister"),
        ("Visits", "visits"),
        ("NATO", "nato"),
        ("oluwaseun", "oluwaseun"),
        ("F16", "f16"),
        # An irregular verb that no tree holds.
        ("upheld", "held"),
        ("left", "left"),
    ],
)
def test_only_unknown_names_take_the_norm_of_another(word: str, norm: str) -> None:
    assert norms(["the", word]) == ["the", norm]


@pytest.mark.parametrize(
    ("words", "norm"),
    [
        (["Bulldozers", "left"], "bulldozers"),
        (["Ruins", "of", "the"], "ruins"),
        (["Oyelaran", "left"], STAND_INS["PERSON"]),
        (["Reyes", "Montero", "left"], STAND_INS["PERSON"]),
    ],
)
def test_a_common_kind_of_word_may_open_a_sentence(words: list[str], norm: str) -> None:
    assert norms(words)[0] == norm


def test_without_a_list_of_words_no_name_is_unknown() -> None:
    doc = StandIns([], VERBS)(Doc(spacy.blank("en").vocab, words=["Oluwaseun"]))
    assert doc[0].norm_ == "oluwaseun"


def test_the_own_norms_come_back() -> None:
    doc = own_norms(StandIns(WORDS, VERBS)(tagged(["Oluwaseun", "left", "Burundi"], ["PROPN", "VERB", "PROPN"])))
    assert [token.norm_ for token in doc] == ["oluwaseun", "left", "burundi"]


@pytest.mark.parametrize(
    ("words", "pos", "right"),
    [
        (["Later", "Adeyemi", "left"], "NOUN", "PROPN"),
        (["Later", "Adeyemi", "then", "left"], "VERB", "PROPN"),
        (["Later", "Adeyemi", "then", "left"], "ADJ", "ADJ"),
        # In a headline every word has a capital.
        (["Minister", "Wowzers", "New"], "VERB", "VERB"),
    ],
)
def test_a_name_within_a_sentence_is_no_common_word(words: list[str], pos: str, right: str) -> None:
    doc = tagged(words, ["ADV", pos, *["VERB"] * (len(words) - 2)])
    assert own_norms(StandIns([*WORDS, "later"], VERBS)(doc))[1].pos_ == right


def test_a_parsed_text_keeps_its_words_and_norms() -> None:
    doc = parse(load_language(), "Minister Oluwaseun Adeyemi sued Burundi.")
    assert doc.text == "Minister Oluwaseun Adeyemi sued Burundi."
    assert [token.norm_ for token in doc] == ["minister", "oluwaseun", "adeyemi", "sued", "burundi", "."]


@pytest.mark.parametrize(
    "name", ["Oluwaseun Adeyemi", "Tadesse Gebreyohannes", "Vytenis Kazlauskas", "Bounthavy Keola"]
)
def test_a_strange_name_is_the_subject(name: str) -> None:
    doc = parse(load_language(), f"Foreign Minister {name} thanked Burundi on Monday.")
    verb = next(token for token in doc if token.text == "thanked")
    subjects = [child.text for child in verb.children if child.dep_ == "nsubj"]
    assert len(subjects) == 1
    assert subjects[0] in name.split()


@pytest.mark.parametrize("verb", ["upheld", "overrode", "beset"])
def test_a_strange_irregular_verb_is_a_verb(verb: str) -> None:
    doc = parse(load_language(), f"The court {verb} the verdict against the minister.")
    assert (doc[2].text, doc[2].tag_, doc[2].norm_, doc[2].dep_) == (verb, "VBD", verb, "ROOT")
