"""Relatives: pronouns that the parse takes for something else."""

from tests.transforms.events.trees import edges

WHO = """
Rebels rebel NOUN NNS 6 nsubj
who who PRON WP 4 obl
Oslo Oslo PROPN NNP 4 nsubj
praised praise VERB VBD 1 acl:relcl
have have AUX VBP 6 aux
left leave VERB VBN 0 root
"""
WHICH = """
Chad Chad PROPN NNP 5 nsubj
, , PUNCT , 1 punct
which which PRON WDT 4 det
Ruiz Ruiz PROPN NNP 5 nsubj
visited visit VERB VBD 0 root
, , PUNCT , 7 punct
gave give VERB VBD 5 conj
thanks thank NOUN NNS 7 obj
"""

BESIDE = """
Ruiz Ruiz PROPN NNP 4 nsubj
who who PRON WP 3 nsubj
met meet VERB VBD 1 parataxis
left leave VERB VBD 0 root
"""


def test_a_bare_relative_pronoun_beside_a_subject_is_the_object() -> None:
    assert edges(WHO)[1] == ("who", "obj", "praised")


def test_a_relative_pronoun_is_no_article() -> None:
    found = edges(WHICH)
    assert found[0] == ("chad", "nsubj", "gave")
    assert found[2:5] == [("which", "obj", "visited"), ("ruiz", "nsubj", "visited"), ("visited", "acl:relcl", "chad")]
    assert found[6] == ("gave", "ROOT", None)


def test_a_clause_with_a_relative_pronoun_belongs_to_its_noun() -> None:
    assert edges(BESIDE)[2] == ("met", "acl:relcl", "ruiz")
