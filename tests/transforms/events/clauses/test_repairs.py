"""Repairs: parses that no grammar allows, put right."""

from tests.transforms.events.trees import parsed
from transforms.events.clauses.tree import grow

ADJECTIVE = """
Oslo Oslo PROPN NNP 3 nsubj
voiced voice VERB VBD 3 amod
support support NOUN NN 0 root
for for ADP IN 5 case
Kenya Kenya PROPN NNP 3 nmod
. . PUNCT . 3 punct
"""
COMPOUND = """
Chad Chad PROPN NNP 2 compound
left leave VERB VBD 0 root
the the DET DT 4 det
pact pact NOUN NN 2 obj
"""
THAT = """
Oslo Oslo PROPN NNP 2 nsubj
said say VERB VBD 0 root
that that SCONJ IN 5 mark
Chad Chad PROPN NNP 5 nsubj
left leave VERB VBD 2 advcl
"""
SOUND = """
Lasting last VERB VBN 2 amod
peace peace NOUN NN 3 nsubj
came come VERB VBD 0 root
"""


def edges(table: str) -> list[tuple[str, str, str | None]]:
    return [(node.word, node.dep, node.head.word if node.head else None) for node in grow(parsed(table))]


def test_a_verb_taken_for_an_adjective_takes_subject_and_object_back() -> None:
    assert edges(ADJECTIVE) == [
        ("oslo", "nsubj", "voiced"),
        ("voiced", "ROOT", None),
        ("support", "obj", "voiced"),
        ("for", "case", "kenya"),
        ("kenya", "nmod", "support"),
        (".", "punct", "voiced"),
    ]


def test_the_noun_before_a_finite_verb_is_its_subject() -> None:
    assert edges(COMPOUND)[0] == ("chad", "nsubj", "left")


def test_that_opens_a_content_clause() -> None:
    assert edges(THAT)[4] == ("left", "ccomp", "said")


def test_a_sound_parse_stays_as_it_is() -> None:
    assert edges(SOUND) == [("lasting", "amod", "peace"), ("peace", "nsubj", "came"), ("came", "ROOT", None)]


BEHIND_AFTER = """
Prices price NOUN NNS 2 nsubj
rose rise VERB VBD 0 root
after after ADP IN 4 case
Chad Chad PROPN NNP 2 obl
shelled shell VERB VBD 2 advcl
Kenya Kenya PROPN NNP 5 obj
"""
BEHIND_CONJUNCTS = """
Soldiers soldier NOUN NNS 0 root
and and CCONJ CC 3 cc
rebels rebel NOUN NNS 1 conj
shelled shell VERB VBD 6 amod
two two NUM CD 6 nummod
villages village NOUN NNS 1 conj
"""
HAD = """
Chad Chad PROPN NNP 2 nsubj
had have VERB VBD 0 root
bombed bomb VERB VBN 5 amod
two two NUM CD 5 nummod
villages village NOUN NNS 2 obj
"""
APPOSITION = """
Chad Chad PROPN NNP 2 nsubj
denounces denounce VERB VBZ 0 root
Kenya Kenya PROPN NNP 2 appos
"""


def test_a_conjunction_before_a_finite_verb_is_no_preposition() -> None:
    assert edges(BEHIND_AFTER)[2:4] == [("after", "mark", "shelled"), ("chad", "nsubj", "shelled")]


def test_a_finite_verb_is_no_part_of_the_noun_phrase_behind_it() -> None:
    assert edges(BEHIND_CONJUNCTS) == [
        ("soldiers", "nsubj", "shelled"),
        ("and", "cc", "rebels"),
        ("rebels", "conj", "soldiers"),
        ("shelled", "ROOT", None),
        ("two", "nummod", "villages"),
        ("villages", "obj", "shelled"),
    ]


def test_a_participle_behind_have_is_the_verb() -> None:
    assert edges(HAD)[:3] == [("chad", "nsubj", "bombed"), ("had", "aux", "bombed"), ("bombed", "ROOT", None)]
    assert edges(HAD)[4] == ("villages", "obj", "bombed")


def test_a_verb_has_no_apposition() -> None:
    assert edges(APPOSITION)[2] == ("kenya", "obj", "denounces")


SEEN = """
Oslo Oslo PROPN NNP 2 nsubj
sees see VERB VBZ 0 root
Chad Chad PROPN NNP 4 compound
violating violate VERB VBG 2 ccomp
treaties treaty NOUN NNS 4 obj
"""


def test_the_noun_before_a_gerund_with_an_object_is_its_subject() -> None:
    assert edges(SEEN)[2] == ("chad", "nsubj", "violating")
