"""Titles and names: one noun phrase, whatever the parse makes of a strange name."""

from tests.transforms.events.trees import edges

AS_SUBJECT = """
Foreign foreign ADJ JJ 2 amod
Minister minister NOUN NN 3 nsubj
Oyelaran oyelaran PROPN NNP 0 root
Bello Bello PROPN NNP 3 obj
has have AUX VBZ 6 aux
sued sue VERB VBN 3 parataxis
Chad Chad PROPN NNP 6 obj
"""
PREPOSITION = """
Chad Chad PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
sued sue VERB VBN 0 root
by by ADP IN 5 case
President President PROPN NNP 6 nmod:desc
Ruiz Ruiz PROPN NNP 3 xcomp
"""
ADJECTIVE = """
Troops troop NOUN NNS 2 nsubj
loyal loyal ADJ JJ 0 root
to to ADP IN 4 case
General general NOUN NN 5 nmod:desc
Ruiz Ruiz PROPN NNP 6 nsubj
left leave VERB VBD 2 advcl
Oslo Oslo PROPN NNP 6 obj
"""
HYPHEN = """
Chad Chad PROPN NNP 2 nsubj
met meet VERB VBD 0 root
Ana Ana PROPN NNP 2 obj
el el PROPN NNP 3 flat
- - PUNCT HYPH 2 punct
Ruiz Ruiz PROPN NNP 2 obl:unmarked
"""
OWNER = """
Ana Ana PROPN NNP 6 nsubj
Ruiz Ruiz PROPN NNP 3 nmod:poss
visit visit NOUN NN 1 obj
to to ADP IN 5 case
Chad Chad PROPN NNP 3 nmod
drew draw VERB VBD 0 root
protests protest NOUN NNS 6 obj
"""
BEHIND_TITLE = """
Oslo Oslo PROPN NNP 2 nsubj
left leave VERB VBD 0 root
talks talk NOUN NNS 2 obj
with with ADP IN 6 case
Defence Defence PROPN NNP 6 compound
Minister Minister PROPN NNP 3 nmod
Ruiz Ruiz PROPN NNP 2 conj
"""
LOOSE_VERB = """
NATO NATO PROPN NNP 0 root
, , PUNCT , 6 punct
so so ADV RB 4 advmod
far far ADV RB 6 advmod
has have AUX VBZ 6 aux
helped help VERB VBN 1 parataxis
Chad Chad PROPN NNP 6 obj
"""


def test_a_title_is_no_subject_of_its_name() -> None:
    found = edges(AS_SUBJECT)
    assert found[1:4] == [
        ("minister", "nmod:desc", "oyelaran"),
        ("oyelaran", "nsubj", "sued"),
        ("bello", "flat", "oyelaran"),
    ]
    assert found[5] == ("sued", "ROOT", None)


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


def test_a_phrase_behind_an_adjective_is_no_subject() -> None:
    found = edges(ADJECTIVE)
    assert ("ruiz", "obl", "loyal") in found
    assert ("troops", "nsubj", "left") in found


def test_a_hyphen_joins_names() -> None:
    assert edges(HYPHEN)[5] == ("ruiz", "flat", "ana")


def test_a_name_owns_what_seems_its_object() -> None:
    assert edges(OWNER)[:3] == [("ana", "nmod:poss", "visit"), ("ruiz", "flat", "ana"), ("visit", "nsubj", "drew")]


def test_a_name_right_behind_a_title_belongs_to_it() -> None:
    assert edges(BEHIND_TITLE)[6] == ("ruiz", "flat", "minister")


def test_a_finite_verb_hangs_on_no_name() -> None:
    found = edges(LOOSE_VERB)
    assert (found[0], found[5]) == (("nato", "nsubj", "helped"), ("helped", "ROOT", None))


def test_a_bare_participle_may_qualify_a_name() -> None:
    table = """
    Ruiz Ruiz PROPN NNP 0 root
    , , PUNCT , 3 punct
    jailed jail VERB VBN 1 conj
    in in ADP IN 5 case
    May May PROPN NNP 3 obl
    """
    assert edges(table)[2] == ("jailed", "conj", "ruiz")


def test_what_is_tagged_as_a_name_is_no_verb() -> None:
    table = """
    Oyelaran oyelaran VERB NNP 3 nsubj
    Bello Bello PROPN NNP 1 obj
    left leave VERB VBD 0 root
    """
    assert edges(table)[1] == ("bello", "flat", "oyelaran")


def test_a_name_beyond_a_comma_is_anothers() -> None:
    table = """
    Oslo Oslo PROPN NNP 4 nsubj
    , , PUNCT , 1 punct
    Lima Lima PROPN NNP 1 flat
    meet meet VERB VBP 0 root
    """
    assert edges(table)[2] == ("lima", "conj", "oslo")


def test_a_second_person_is_no_part_of_the_first() -> None:
    table = """
    Ruiz Ruiz PROPN NNP 5 nsubj
    and and CCONJ CC 3 cc
    President President PROPN NNP 4 nmod:desc
    Diaz Diaz PROPN NNP 1 flat
    met meet VERB VBD 0 root
    """
    assert edges(table)[3] == ("diaz", "conj", "ruiz")


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
