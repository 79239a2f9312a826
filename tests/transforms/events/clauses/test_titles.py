"""Titles and names: one noun phrase, whatever the parse makes of a strange name."""

from tests.transforms.events.trees import edges

PREPOSITION = """
Chad Chad PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
sued sue VERB VBN 0 root
by by ADP IN 5 case
President President PROPN NNP 6 nmod:desc
Ruiz Ruiz PROPN NNP 3 xcomp
"""


def test_a_copula_makes_a_sentence_of_title_and_name() -> None:
    table = """
    Minister minister NOUN NN 3 nsubj
    is be AUX VBZ 3 cop
    Ruiz Ruiz PROPN NNP 0 root
    """
    assert edges(table)[0] == ("minister", "nsubj", "ruiz")


def test_the_preposition_of_a_title_is_that_of_the_name() -> None:
    assert edges(PREPOSITION)[3:] == [
        ("by", "case", "ruiz"),
        ("president", "nmod:desc", "ruiz"),
        ("ruiz", "obl", "sued"),
    ]


def test_a_bare_participle_may_qualify_a_name() -> None:
    table = """
    Ruiz Ruiz PROPN NNP 0 root
    , , PUNCT , 3 punct
    jailed jail VERB VBN 1 conj
    in in ADP IN 5 case
    May May PROPN NNP 3 obl
    """
    assert edges(table)[2] == ("jailed", "conj", "ruiz")


def test_a_phrase_between_subject_and_verb_belongs_to_the_subject() -> None:
    table = """
    arrests arrest NOUN NNS 5 nsubj
    by by ADP IN 3 case
    President President PROPN NNP 4 nmod:desc
    Ruiz Ruiz PROPN NNP 5 nsubj
    shocked shock VERB VBD 0 root
    Oslo Oslo PROPN NNP 5 obj
    """
    assert edges(table)[3] == ("ruiz", "nmod", "arrests")


def test_a_name_whose_title_has_a_preposition_stands_beside_no_noun() -> None:
    talks = """
    Held hold VERB VBD 0 root
    talks talk NOUN NNS 1 obj
    with with ADP IN 4 case
    President President PROPN NNP 5 nmod:desc
    Ruiz Ruiz PROPN NNP 2 appos
    """
    assert {("ruiz", "nmod", "talks"), ("with", "case", "ruiz")} <= set(edges(talks))
