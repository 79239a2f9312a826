"""Names: what is no part of a name, and what names join."""

from tests.transforms.events.trees import edges

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


def test_a_name_whose_title_has_a_preposition_stands_beside_no_noun() -> None:
    talks = """
    Held hold VERB VBD 0 root
    talks talk NOUN NNS 1 obj
    with with ADP IN 4 case
    President President PROPN NNP 5 nmod:desc
    Ruiz Ruiz PROPN NNP 2 appos
    """
    assert {("ruiz", "nmod", "talks"), ("with", "case", "ruiz")} <= set(edges(talks))


def test_a_day_has_no_company() -> None:
    strikes = """
    Made make VERB VBD 0 root
    strikes strike NOUN NNS 1 obj
    Friday Friday PROPN NNP 2 nmod:unmarked
    against against ADP IN 5 case
    Chad Chad PROPN NNP 3 nmod
    """
    assert ("chad", "nmod", "strikes") in edges(strikes)
    assert ("chad", "nmod", "friday") in edges(strikes.replace("against against", "of of"))


def test_a_first_name_between_title_and_name_is_no_verb() -> None:
    sued = """
    Minister minister NOUN NN 2 nsubj
    Ana ana VERB VBD 0 root
    Ruiz Ruiz PROPN NNP 2 obj
    sued sue VERB VBD 2 advcl
    Chad Chad PROPN NNP 4 obj
    """
    assert ("ruiz", "nsubj", "sued") in edges(sued)
    assert ("ana", "compound", "ruiz") in edges(sued)
    assert ("chad", "obj", "sued") in edges(sued)
