"""Verbs: freed from the phrases into which the parse puts them."""

from tests.transforms.events.trees import edges, parsed
from transforms.events.clauses.tree import grow


def test_what_stands_before_a_title_has_no_object() -> None:
    welcomed = """
    Chad Chad PROPN NNP 2 nsubj
    welcomed welcome VERB VBD 0 root
    incoming income VERB VBG 2 xcomp
    President President PROPN NNP 5 nmod:desc
    Ruiz Ruiz PROPN NNP 3 obj
    """
    assert {("ruiz", "obj", "welcomed"), ("incoming", "amod", "ruiz")} <= set(edges(welcomed))


def test_a_finite_form_between_subject_and_object_is_a_verb() -> None:
    demand = """
    Chad Chad PROPN NNP 2 nsubj
    repeated repeat VERB VBD 0 root
    its its PRON PRP$ 4 nmod:poss
    demand demand NOUN NN 2 obj
    that that SCONJ IN 7 mark
    Mali Mali PROPN NNP 7 nsubj
    ease ease NOUN VBP 2 ccomp
    curbs curb NOUN NNS 7 obj
    """
    assert [node.pos for node in grow(parsed(demand)) if node.word == "ease"] == ["VERB"]


def test_a_day_stands_beside_a_verb() -> None:
    reduced = """
    Chad Chad PROPN NNP 0 root
    on on ADP IN 6 case
    Tuesday Tuesday PROPN NNP 6 compound
    reduced reduce VERB VBN 6 amod
    food food NOUN NN 6 compound
    supplies supply NOUN NNS 1 nmod
    """
    assert edges(reduced) == [
        ("chad", "nsubj", "reduced"),
        ("on", "case", "tuesday"),
        ("tuesday", "obl", "reduced"),
        ("reduced", "ROOT", None),
        ("food", "compound", "supplies"),
        ("supplies", "obj", "reduced"),
    ]


def test_no_part_of_a_compound_has_a_subject() -> None:
    launching = """
    Forces force NOUN NNS 4 nsubj
    have have AUX VBP 4 aux
    been be AUX VBN 4 aux
    launching launch NOUN VBG 5 compound
    airstrikes airstrike NOUN NNS 0 root
    """
    assert ("forces", "nsubj", "launching") in edges(launching)
    assert ("airstrikes", "obj", "launching") in edges(launching)
