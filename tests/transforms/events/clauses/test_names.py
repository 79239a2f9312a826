"""Names: what is no part of a name, and what names join."""

from tests.transforms.events.trees import parsed
from transforms.events.clauses.tree import grow

PARTIES = """
Talks talk NOUN NNS 6 nsubj
between between ADP IN 3 case
Chad Chad PROPN NNP 1 nmod
and and CCONJ CC 5 cc
Kenya Kenya PROPN NNP 1 conj
began begin VERB VBD 0 root
"""
NAME_BEFORE_DAY = """
Oslo Oslo PROPN NNP 2 nsubj
sent send VERB VBD 0 root
arms arm NOUN NNS 2 obj
to to ADP IN 7 case
Chad Chad PROPN NNP 7 compound
last last ADJ JJ 7 amod
year year NOUN NN 2 obl
"""
AID_TO = """
aid aid NOUN NN 4 nsubj
to to PART TO 3 mark
Fiji fiji VERB VB 1 acl
ended end VERB VBD 0 root
"""
TO_FLEE = """
plans plan NOUN NNS 4 nsubj
to to PART TO 3 mark
flee flee VERB VB 1 acl
ended end VERB VBD 0 root
"""
TODAY = """
Ruiz Ruiz PROPN NNP 2 compound
today today NOUN NN 3 nsubj
left leave VERB VBD 0 root
"""
TWO_NAMES = """
Oslo Oslo PROPN NNP 2 nsubj
feared fear VERB VBD 0 root
Ana Ana PROPN NNP 2 obj
Ruiz Ruiz PROPN NNP 6 nmod:poss
’s 's PART POS 4 case
visit visit NOUN NN 3 conj
"""

OBJECT_BEFORE_DAY = """
Oslo Oslo PROPN NNP 2 nsubj
attacked attack VERB VBD 0 root
Chad Chad PROPN NNP 4 compound
Tuesday Tuesday PROPN NNP 2 obl:unmarked
"""


def edges(table: str) -> list[tuple[str, str, str | None]]:
    return [(node.word, node.dep, node.head.word if node.head else None) for node in grow(parsed(table))]


def test_between_joins_two_parties() -> None:
    assert edges(PARTIES)[4] == ("kenya", "conj", "chad")


def test_a_name_is_no_part_of_the_day_behind_it() -> None:
    found = edges(NAME_BEFORE_DAY)
    assert found[3:] == [
        ("to", "case", "chad"),
        ("chad", "obl", "sent"),
        ("last", "amod", "year"),
        ("year", "obl:unmarked", "sent"),
    ]


def test_a_name_behind_to_is_no_infinitive() -> None:
    assert edges(AID_TO)[1:3] == [("to", "case", "fiji"), ("fiji", "nmod", "aid")]
    assert edges(TO_FLEE)[1:3] == [("to", "mark", "flee"), ("flee", "acl", "plans")]


def test_a_day_is_no_subject_beside_a_name() -> None:
    assert edges(TODAY)[:2] == [("ruiz", "nsubj", "left"), ("today", "obl:unmarked", "left")]


def test_an_owner_of_two_names_is_one() -> None:
    assert edges(TWO_NAMES)[2:] == [
        ("ana", "compound", "ruiz"),
        ("ruiz", "nmod:poss", "visit"),
        ("’s", "case", "ruiz"),
        ("visit", "obj", "feared"),
    ]


def test_a_name_before_the_last_day_is_the_object() -> None:
    assert edges(OBJECT_BEFORE_DAY)[2:] == [("chad", "obj", "attacked"), ("tuesday", "obl:unmarked", "attacked")]
