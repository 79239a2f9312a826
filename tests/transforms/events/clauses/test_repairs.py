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
