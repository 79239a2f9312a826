"""Days: no part of a name, and without company of their own."""

from tests.transforms.events.trees import edges

OBJECT_BEFORE_DAY = """
Oslo Oslo PROPN NNP 2 nsubj
attacked attack VERB VBD 0 root
Chad Chad PROPN NNP 4 compound
Tuesday Tuesday PROPN NNP 2 obl:unmarked
"""


def test_a_name_before_the_last_day_is_the_object() -> None:
    assert edges(OBJECT_BEFORE_DAY)[2:] == [("chad", "obj", "attacked"), ("tuesday", "obl:unmarked", "attacked")]


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


def test_the_noun_that_a_day_has_swallowed_is_the_subject() -> None:
    union = """
    The the DET DT 2 det
    union union NOUN NN 3 compound
    yesterday yesterday NOUN NN 4 nsubj
    threatened threaten VERB VBD 0 root
    Chad Chad PROPN NNP 4 obj
    """
    assert ("union", "nsubj", "threatened") in edges(union)
    assert ("yesterday", "obl:unmarked", "threatened") in edges(union)
