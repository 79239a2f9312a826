"""Relatives: pronouns that the parse takes for something else."""

import pytest

from tests.transforms.events.trees import edges

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


def test_a_relative_pronoun_is_no_article() -> None:
    found = edges(WHICH)
    assert found[0] == ("chad", "nsubj", "gave")
    assert found[2:5] == [("which", "obj", "visited"), ("ruiz", "nsubj", "visited"), ("visited", "acl:relcl", "chad")]
    assert found[6] == ("gave", "ROOT", None)


VOCATIVE = """
Ruiz Ruiz PROPN NNP 4 vocative
, , PUNCT , 4 punct
who who PRON WP 4 nsubj
met meet VERB VBD 0 root
Chad Chad PROPN NNP 4 obj
, , PUNCT , 7 punct
sued sue VERB VBD 4 advcl
Oslo Oslo PROPN NNP 7 obj
"""
MAIN_CLAUSE = """
Chad Chad PROPN NNP 6 nsubj
, , PUNCT , 1 punct
which which PRON WDT 4 det
President President PROPN NNP 5 nmod:desc
Ruiz Ruiz PROPN NNP 1 appos
warned warn VERB VBD 0 root
of of ADP IN 8 case
war war NOUN NN 6 obl
, , PUNCT , 10 punct
gave give VERB VBD 6 conj
thanks thank NOUN NNS 10 obj
"""


def test_the_verb_behind_a_relative_clause_is_the_main_one() -> None:
    found = edges(VOCATIVE)
    assert (found[0], found[3], found[6]) == (
        ("ruiz", "nsubj", "sued"),
        ("met", "acl:relcl", "ruiz"),
        ("sued", "ROOT", None),
    )


def test_what_follows_which_is_no_apposition() -> None:
    found = edges(MAIN_CLAUSE)
    assert (found[0], found[2], found[4]) == (
        ("chad", "nsubj", "gave"),
        ("which", "obj", "warned"),
        ("ruiz", "nsubj", "warned"),
    )
    assert (found[5], found[9]) == (("warned", "acl:relcl", "chad"), ("gave", "ROOT", None))


def test_a_second_verb_with_a_subject_of_its_own_is_left() -> None:
    table = VOCATIVE.replace("sued sue VERB VBD 4 advcl", "Oslo Oslo PROPN NNP 8 nsubj").replace(
        "Oslo Oslo PROPN NNP 7 obj", "sued sue VERB VBD 4 parataxis"
    )
    assert edges(table)[0] == ("ruiz", "vocative", "met")


TWO_SUBJECTS = """
Judges judge NOUN NNS 5 nsubj
who who PRON WP 3 nsubj
jailed jail VERB VBD 1 acl:relcl
Ruiz Ruiz PROPN NNP 5 nsubj
resigned resign VERB VBD 0 root
"""


def test_of_two_subjects_the_one_behind_a_relative_clause_is_its_object() -> None:
    found = edges(TWO_SUBJECTS)
    assert found[0] == ("judges", "nsubj", "resigned")
    assert found[3] == ("ruiz", "obj", "jailed")


PLAN = """
Plans plan NOUN NNS 5 nsubj
to to PART TO 3 mark
sell sell VERB VB 1 acl
mills mill NOUN NNS 5 nsubj
fell fall VERB VBD 0 root
"""


def test_of_two_subjects_the_one_behind_an_infinitive_is_its_object() -> None:
    found = edges(PLAN)
    assert found[0] == ("plans", "nsubj", "fell")
    assert found[3] == ("mills", "obj", "sell")


FLOUR = """
flour flour NOUN NN 0 root
that that SCONJ IN 4 {label}
Chad Chad PROPN NNP 4 nsubj
sent send VERB VBD 1 acl
"""


def test_that_is_the_object_of_a_relative_clause() -> None:
    assert edges(FLOUR.format(label="obj"))[3] == ("sent", "acl:relcl", "flour")
    assert edges(FLOUR.format(label="mark"))[3] == ("sent", "acl", "flour")


def test_a_participle_behind_a_noun_is_no_subject() -> None:
    accused = """
    The the DET DT 2 det
    chief chief NOUN NN 3 nsubj:pass
    accused accuse VERB VBN 6 nsubj:pass
    of of ADP IN 5 case
    fraud fraud NOUN NN 3 obl
    jailed jail VERB VBN 0 root
    """
    assert {("chief", "nsubj:pass", "jailed"), ("accused", "acl", "chief")} <= set(edges(accused))


LAW = """
drafted draft VERB {main} 0 root
laws law NOUN NNS 1 obj
that that PRON WDT 4 nsubj
ban ban VERB VBP 2 acl:relcl
guns gun NOUN NNS 4 obj
and and CCONJ CC 7 cc
fine fine VERB VBP 1 conj
shops shop NOUN NNS 7 obj
"""


def test_a_second_verb_goes_with_the_one_of_its_own_form() -> None:
    assert edges(LAW.format(main="VBD"))[6] == ("fine", "conj", "ban")
    assert edges(LAW.format(main="VBP"))[6] == ("fine", "conj", "drafted")


AMONG = """
A a DET DT 2 det
child child NOUN NN 7 nsubj
was be AUX VBD 6 cop
among among ADP IN 6 case
ten ten NUM CD 6 nummod
people people NOUN NNS 7 nsubj
killed kill VERB {tag} 0 root
"""


@pytest.mark.parametrize("tag", ["VBN", "VBD"])
def test_among_those_killed_nobody_kills(tag: str) -> None:
    found = edges(AMONG.format(tag=tag))
    assert (found[1], found[5], found[6]) == (
        ("child", "nsubj", "people"),
        ("people", "ROOT", None),
        ("killed", "acl", "people"),
    )


@pytest.mark.parametrize(
    ("place", "head"),
    [("Lima Lima PROPN NNP", "raid"), ("area area NOUN NN", "raid"), ("attack attack NOUN NN", "attack")],
)
def test_no_area_kills(place: str, head: str) -> None:
    found = edges(f"""
    Troops troop NOUN NNS 2 nsubj
    launched launch VERB VBD 0 root
    a a DET DT 4 det
    raid raid NOUN NN 2 obj
    in in ADP IN 6 case
    {place} 2 obl
    that that PRON WDT 8 nsubj
    killed kill VERB VBD 6 acl:relcl
    ten ten NUM CD 8 obj
    """)
    assert found[7] == ("killed", "acl:relcl", head)
