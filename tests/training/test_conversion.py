"""Corpora become training documents: words, trees, names."""

import random
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from spacy.vocab import Vocab

from training.assemble import known_verbs, known_words
from training.augment import augment, every_word, typographic
from training.conllu import Sentence, Word, read_sentences
from training.evaluate import Score, gold_nodes, score, text_of
from training.names import (
    LABELS,
    Name,
    NamedSentence,
    defence_names,
    guess_spaces,
    gum_names,
    read_label_map,
    read_tagged,
    to_doc,
    without_unmarked,
)
from training.swaps import Pools, behind_dateline, swapped, tabled_names
from training.treebanks import group_sentences, sentences_to_doc, without_final_mark

TREES = """# newdoc id = one
# newpar
# text = Don't go.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tgo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t_\tSpaceAfter=No
3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
# text = Ada left
1\tAda\tAda\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-nnnnn-cf1-1-sgl)
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_

"""
LABEL_FILE = Path(__file__).parents[2] / "training" / "names.csv"


@pytest.fixture
def trees(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "trees.conllu"
    path.write_text(TREES, encoding="utf-8")
    return list(read_sentences(path))


def test_multiword_tokens_are_joined_and_empty_nodes_dropped(trees: list[Sentence]) -> None:
    assert [text_of(sentence.words) for sentence in trees] == ["Don't go. ", "Ada left "]
    assert [word.head for word in trees[0].words] == [2, 2, 2, 2]
    assert (trees[0].starts_document, trees[1].starts_document, trees[1].starts_paragraph) == (True, False, True)


def test_paragraphs_become_lines_of_one_document(trees: list[Sentence]) -> None:
    doc = sentences_to_doc(Vocab(), trees)
    assert doc.text == "Don't go.\nAda left "
    assert [sent.text for sent in doc.sents] == ["Don't go.\n", "Ada left"]
    assert [token.head.text for token in doc] == ["go", "go", "go", "go", ".", "left", "left"]
    assert doc[6].lemma_ == "leave"


def test_groups_keep_every_sentence_in_order(trees: list[Sentence]) -> None:
    many = trees * 40
    groups = list(group_sentences(many, random.Random(1)))
    assert [s.words[0].form for group in groups for s in group] == ["Do", "Ada"] * 40
    assert not any(sentence.starts_document for group in groups for sentence in group[1:])


def test_headlines_lose_a_mark_on_which_nothing_hangs(trees: list[Sentence]) -> None:
    assert [word.form for word in without_final_mark(trees[0]).words] == ["Do", "n't", "go"]
    assert without_final_mark(trees[1]) is trees[1]


def test_known_verbs_are_the_lemmas_of_verbs(trees: list[Sentence]) -> None:
    assert known_verbs(trees) == {"go", "leave"}


def test_known_words_stand_more_than_once(trees: list[Sentence]) -> None:
    assert known_words(trees) == set()
    assert known_words(trees * 2) == {"do", "go", "ada", "left"}


def test_scores_compare_by_place(trees: list[Sentence]) -> None:
    gold = list(gold_nodes(trees))
    assert [(node.start, node.end) for node in gold] == [(0, 2), (2, 5), (6, 8), (8, 9), (10, 13), (14, 18)]
    assert score(lambda node: node.lemma, gold, gold[:3]) == Score(right=3, found=3, wanted=6)
    assert Score(right=3, found=3, wanted=6).f == pytest.approx(2 / 3)


def test_every_row_of_the_label_map_is_sound() -> None:
    for corpus in ("crossner", "re3d", "uner", "wikigold", "gum"):
        assert set(read_label_map(LABEL_FILE, corpus).values()) <= {*LABELS, ""}
    with pytest.raises(ValueError, match="no rows"):
        read_label_map(LABEL_FILE, "nowhere")


def test_tagged_lines_become_names(tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("Ada\tB-person\nLund\tI-person\nmet\tO\nOslo\tB-location\nBergen\tB-location\n\n", encoding="utf-8")
    (sentence,) = read_tagged(path, {"person": "PERSON", "location": "LOC"})
    assert sentence.names == [Name(0, 2, "PERSON"), Name(3, 4, "LOC"), Name(4, 5, "LOC")]


def test_spaces_are_guessed_around_marks() -> None:
    tokens = ["He", "said", '"', "no", '"', "(", "twice", ")", ",", "Ada", "'s", "al", "-", "Amin", "."]
    text = "".join(t + " " * s for t, s in zip(tokens, guess_spaces(tokens), strict=True))
    assert text.strip() == 'He said "no" (twice), Ada\'s al-Amin.'


def test_defence_phrases_shrink_to_proper_names() -> None:
    tokens = [
        "The",
        "Prime",
        "Minister",
        "Ada",
        "Lund",
        "of",
        "Norway",
        "met",
        "Iraqi",
        "troops",
        "near",
        "Basra",
        ",",
        "Iraq",
    ]
    names = [Name(0, 5, "PERSON"), Name(6, 7, "ORG"), Name(8, 10, "ORG"), Name(11, 14, "LOC")]
    sentence = defence_names(
        NamedSentence(tokens, [True] * len(tokens), names), frozenset({"minister"}), {"Norway": "LOC"}
    )
    assert sentence.names == [
        Name(3, 5, "PERSON"),
        Name(6, 7, "LOC"),
        Name(8, 9, None),
        Name(11, 12, "LOC"),
        Name(13, 14, "LOC"),
    ]


def test_only_mentions_headed_by_a_proper_noun_are_names(trees: list[Sentence]) -> None:
    assert gum_names(trees[1], {"person": "PERSON"}).names == [Name(0, 1, "PERSON")]
    pronoun = Sentence([Word("She", "she", "PRON", "PRP", "", 0, "root", True, "(1-person-new)")])
    assert gum_names(pronoun, {"person": "PERSON"}).names == []


def test_unmarked_capitals_train_nothing() -> None:
    sentence = without_unmarked(NamedSentence(["The", "Norwegian", "ship"], [True] * 3, []))
    doc = to_doc(spacy.blank("en"), sentence)
    assert [token.ent_iob for token in doc] == [2, 0, 2]


def test_swapped_names_keep_their_labels_and_the_rest_of_the_sentence() -> None:
    pools = Pools(
        [("Chad",), ("Sri", "Lanka")], [("Chadian",)], {("PERSON", 1): [("Ada",)], ("LOC", 1): [("Oslo",)]}, {}
    )
    sentence = NamedSentence(
        ["Bo", "left", "Chad", "."], [True, True, False, False], [Name(0, 1, "PERSON"), Name(2, 3, "LOC")]
    )
    for seed in range(20):
        copy = swapped(sentence, pools, random.Random(seed))
        named = [" ".join(copy.tokens[name.start : name.end]) for name in copy.names]
        assert named[0] in {"Bo", "Ada"}
        assert named[1] in {"Chad", "Sri Lanka"}
        assert len(copy.tokens) == len(copy.spaces)
        assert (copy.tokens[1], copy.tokens[-1]) == ("left", ".")


def test_names_of_the_tables_are_put_in_too() -> None:
    pools = Pools([], [], {("LOC", 1): [("Oslo",)]}, {("LOC", 1): [("Daloa",)]})
    sentence = NamedSentence(["in", "Bergen"], [True, False], [Name(1, 2, "LOC")])
    found = {swapped(sentence, pools, random.Random(seed)).tokens[1] for seed in range(40)}
    assert found == {"Bergen", "Oslo", "Daloa"}


def test_the_tables_hold_names_of_three_kinds() -> None:
    names = set(tabled_names())
    assert {("LOC", "Daloa"), ("ORG", "African Union"), ("PERSON", "Paul Biya")} <= names
    assert {label for label, _ in names} == {"LOC", "ORG", "PERSON"}


def test_dateline_stands_before_the_sentence() -> None:
    pools = Pools([], [], {("LOC", 1): [("Oslo",)], ("ORG", 1): [("NTB",)]}, {})
    copy = behind_dateline(NamedSentence(["Bo", "left"], [True, True], [Name(0, 1, "PERSON")]), pools, random.Random(3))
    labels = {" ".join(copy.tokens[n.start : n.end]): n.label for n in copy.names}
    assert labels.pop("Bo") == "PERSON"
    assert set(labels) <= {"OSLO", "Oslo", "NTB"}
    assert copy.tokens[-2:] == ["Bo", "left"]


def test_variants_keep_the_annotation(trees: list[Sentence]) -> None:
    nlp = spacy.blank("en")
    doc = sentences_to_doc(nlp.vocab, trees)
    example = Example(nlp.make_doc(doc.text), doc)
    (upper,) = augment(nlp, example, random.Random(1), [(every_word(str.upper), 1.0)])
    assert upper.reference.text == doc.text.upper()
    assert [token.head.i for token in upper.reference] == [token.head.i for token in doc]
    (same,) = augment(nlp, example, random.Random(1), [(every_word(str.upper), 0.0)])
    assert same is example


def test_typography_turns_quotes_in_pairs() -> None:
    words = typographic(['"', "Do", "n't", '"', "--", "she"], random.Random(1))
    assert words[:4] == ["“", "Do", "n’t", "”"]
    assert words[4] in {"-", "--", "–", "—"}
