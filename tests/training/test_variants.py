"""Variants of trees: other words of the same kind, and the same tree."""

import random
from pathlib import Path

import numpy as np
import spacy

from training.conllu import Sentence, Word
from training.refine import mean_of, refine
from training.train import COUNTRIES, VARIANTS, VERBS
from training.treebanks import convert_treebanks
from training.variants import TAGS, Kinds, read_kinds, varied
from training.verbs import read_verbs
from transforms.events.parsing.language import MODEL

HAIL = {"base": "hail", "third": "hails", "past": "hailed", "participle": "hailed", "gerund": "hailing"}
KINDS = read_kinds(COUNTRIES, VARIANTS, [("PERSON", "Ana Silva"), ("PERSON", "Xi"), ("ORG", "Red Cross")], [HAIL])
TREE = """# text = Kenya praised envoy Tom Mboya.
1\tKenya\tKenya\tPROPN\tNNP\t_\t2\tnsubj\t_\t_
2\tpraised\tpraise\tVERB\tVBD\t_\t0\troot\t_\t_
3\tenvoy\tenvoy\tNOUN\tNN\t_\t4\tnmod:desc\t_\t_
4\tTom\tTom\tPROPN\tNNP\t_\t2\tobj\t_\t_
5\tMboya\tMboya\tPROPN\tNNP\t_\t4\tflat\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def sentence() -> Sentence:
    """ "Kenya praised envoy Tom Mboya"."""
    return Sentence(
        [
            Word("Kenya", "Kenya", "PROPN", "NNP", "", 1, "nsubj", True, ""),
            Word("praised", "praise", "VERB", "VBD", "", 1, "root", True, ""),
            Word("envoy", "envoy", "NOUN", "NN", "", 3, "nmod:desc", True, ""),
            Word("Tom", "Tom", "PROPN", "NNP", "", 1, "obj", True, ""),
            Word("Mboya", "Mboya", "PROPN", "NNP", "", 3, "flat", False, ""),
        ]
    )


def every_variant(kinds: Kinds) -> list[Sentence]:
    return [varied(sentence(), kinds, random.Random(seed)) for seed in range(200)]


def test_each_kind_has_words() -> None:
    assert all(len(KINDS.words[kind]) > 30 for kind in TAGS)
    assert KINDS.people == [("Ana", "Silva")]


def test_words_give_way_to_words_of_their_kind() -> None:
    first, verb, office, name, surname = (
        {variant.words[place].form for variant in every_variant(KINDS)} for place in range(5)
    )
    assert first <= {*KINDS.words["country"], *KINDS.words["capital"]} and len(first) > 50
    assert verb == {"praised", "hailed"}
    assert office <= set(KINDS.words["office"]) and len(office) > 20
    assert (name, surname) == ({"Tom", "Ana"}, {"Mboya", "Silva"})


def test_the_tree_stays() -> None:
    for variant in every_variant(KINDS):
        assert [(w.head, w.deprel, w.xpos) for w in variant.words] == [
            (w.head, w.deprel, w.xpos) for w in sentence().words
        ]


def test_one_step_of_refining_leaves_a_pipeline_that_reads(tmp_path: Path) -> None:
    trees = spacy.load(MODEL, exclude=["ner"])
    trees.to_disk(tmp_path / "trees")
    (tmp_path / "tree.conllu").write_text(TREE, encoding="utf-8")
    convert_treebanks([tmp_path / "tree.conllu"], tmp_path / "trees.spacy", seed=1)
    kinds = read_kinds(COUNTRIES, VARIANTS, [("PERSON", "Ana Silva")], read_verbs(VERBS))
    refine(
        tmp_path / "trees",
        tmp_path / "trees.spacy",
        [sentence()],
        kinds,
        tmp_path / "refined",
        seed=1,
        runs=((0, 1), (1, 2)),
    )
    read = spacy.load(tmp_path / "refined")("Kenya praised Turkey.")
    assert [token.dep_ for token in read] == ["nsubj", "ROOT", "obj", "punct"]
    assert [token.lemma_ for token in read] == ["Kenya", "praise", "Turkey", "."]


def test_the_mean_of_two_states_lies_between_their_weights() -> None:
    one, other = (spacy.load(MODEL, exclude=["ner"]) for _ in range(2))
    weights = [nlp.get_pipe("tagger").model.get_ref("output_layer") for nlp in (one, other)]
    before = weights[0].get_param("W").copy()
    weights[1].set_param("W", before + 2)
    assert np.allclose(
        mean_of([one, other]).get_pipe("tagger").model.get_ref("output_layer").get_param("W"), before + 1
    )
