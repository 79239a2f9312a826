"""Objects: one for each verb, beside a receiver or a quality."""

from tests.transforms.events.trees import parsed
from transforms.events.clauses.tree import grow

GUILTY = """
Jurors juror NOUN NNS 2 nsubj
found find VERB VBD 0 root
the the DET DT 5 det
regime regime NOUN NN 5 compound
guilty guilty NOUN NN 2 obj
"""
STAFF = """
Buses bus NOUN NNS 2 nsubj
carried carry VERB VBD 0 root
government government NOUN NN 2 obj
staff staff NOUN NN 2 obj
"""
LOAN = """
Oslo Oslo PROPN NNP 3 nsubj
will will AUX MD 3 aux
grant grant VERB VB 0 root
Chad Chad PROPN NNP 3 obj
a a DET DT 6 det
loan loan NOUN NN 3 obj
"""

GERUND = """
Chad Chad PROPN NNP 2 nsubj
admitted admit VERB VBD 0 root
bombing bomb VERB VBG 2 obj
Oslo Oslo PROPN NNP 3 obj
"""
LOOKS_LIKE_ADJECTIVE = """
Rebels rebel NOUN NNS 2 nsubj
denounced denounced ADJ JJ 0 root
Chad Chad PROPN NNP 2 obj
"""
HAVING = """
Having have AUX VBG 6 aux
expelled expel VERB VBN 3 amod
Chad Chad PROPN NNP 1 obj
, , PUNCT , 1 punct
Oslo Oslo PROPN NNP 6 nsubj
left leave VERB VBD 0 root
"""

PARTICLE = """
Oslo Oslo PROPN NNP 2 nsubj
handed hand VERB VBD 0 root
rebels rebel NOUN NNS 2 obj
over over ADP RP 3 advmod
to to ADP IN 6 case
Chad Chad PROPN NNP 3 nmod
"""
HEADLINE = """
Chad Chad PROPN NNP 3 nmod:poss
hold hold NOUN NN 3 compound
talks talk NOUN NNS 0 root
"""


def edges(table: str) -> list[tuple[str, str, str | None]]:
    return [(node.word, node.dep, node.head.word if node.head else None) for node in grow(parsed(table))]


def test_what_is_said_of_an_object_is_not_the_object() -> None:
    assert edges(GUILTY)[2:] == [("the", "det", "regime"), ("regime", "obj", "found"), ("guilty", "xcomp", "found")]


def test_of_two_objects_one_is_a_part_or_a_receiver() -> None:
    assert edges(STAFF)[2] == ("government", "compound", "staff")
    assert edges(LOAN)[3] == ("chad", "iobj", "grant")


def test_what_has_an_object_is_a_verb_and_no_object() -> None:
    assert edges(GERUND)[2] == ("bombing", "xcomp", "admitted")
    assert [node.pos for node in grow(parsed(LOOKS_LIKE_ADJECTIVE))] == ["NOUN", "VERB", "PROPN"]
    assert edges(HAVING)[:3] == [
        ("having", "aux", "expelled"),
        ("expelled", "advcl", "left"),
        ("chad", "obj", "expelled"),
    ]


def test_a_particle_behind_the_object_is_the_verb_s() -> None:
    assert edges(PARTICLE)[3:] == [
        ("over", "compound:prt", "handed"),
        ("to", "case", "chad"),
        ("chad", "obl", "handed"),
    ]


def test_a_headline_has_a_verb() -> None:
    assert edges(HEADLINE) == [("chad", "nsubj", "hold"), ("hold", "ROOT", None), ("talks", "obj", "hold")]
