"""Repairs: parses that no grammar allows, put right."""

from tests.transforms.events.trees import edges

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


def test_the_noun_before_a_finite_verb_is_its_subject() -> None:
    fled = """
    Police police NOUN NN 2 compound
    guards guard NOUN NNS 3 compound
    fled flee VERB VBD 0 root
    """
    assert edges(fled)[:2] == [("police", "compound", "guards"), ("guards", "nsubj", "fled")]


def test_a_participle_behind_a_preposition_qualifies_its_noun() -> None:
    returned = """
    Ruiz Ruiz PROPN NNP 2 nsubj
    returned return VERB VBD 0 root
    to to ADP IN 4 mark
    occupied occupy VERB VBN 2 advcl
    Oslo Oslo PROPN NNP 4 obj
    """
    assert edges(returned)[2:] == [("to", "case", "oslo"), ("occupied", "amod", "oslo"), ("oslo", "obl", "returned")]


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


def test_a_conjunction_before_a_finite_verb_is_no_preposition() -> None:
    assert edges(BEHIND_AFTER)[2:4] == [("after", "mark", "shelled"), ("chad", "nsubj", "shelled")]


def test_a_day_before_the_subject_is_no_part_of_its_name() -> None:
    table = """
    On on ADP IN 4 case
    Tuesday tuesday PROPN NNP 3 compound
    President President PROPN NNP 4 compound
    Boluarte Boluarte PROPN NNP 5 obl
    visited visit VERB VBD 0 root
    Chile Chile PROPN NNP 5 obj
    """
    assert edges(table)[:4] == [
        ("on", "case", "tuesday"),
        ("tuesday", "obl", "visited"),
        ("president", "compound", "boluarte"),
        ("boluarte", "nsubj", "visited"),
    ]


def test_a_day_stays_in_a_phrase_that_is_no_subject() -> None:
    table = """
    Chile Chile PROPN NNP 2 nsubj
    visited visit VERB VBD 0 root
    the the DET DT 5 det
    Tuesday tuesday PROPN NNP 5 compound
    Market Market PROPN NNP 2 obj
    """
    assert edges(table)[3] == ("tuesday", "compound", "market")


def test_a_conjunction_at_the_subject_opens_the_clause() -> None:
    table = """
    Chile Chile PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    before before ADP IN 4 case
    Chad Chad PROPN NNP 5 nsubj
    attacked attack VERB VBD 2 ccomp
    Kenya Kenya PROPN NNP 5 obj
    """
    assert edges(table)[2:5] == [
        ("before", "mark", "attacked"),
        ("chad", "nsubj", "attacked"),
        ("attacked", "advcl", "left"),
    ]


def test_who_stands_before_a_participle_with_an_agent_suffers_it() -> None:
    table = """
    Villages village NOUN NNS 2 nsubj
    shelled shell VERB VBN 0 root
    by by ADP IN 4 case
    rebels rebel NOUN NNS 2 obl:agent
    """
    assert edges(table)[0] == ("villages", "nsubj:pass", "shelled")


def test_a_name_behind_a_gerund_is_its_object() -> None:
    table = """
    Chile Chile PROPN NNP 2 nsubj
    admitted admit VERB VBD 0 root
    attacking attack VERB VBG 4 amod
    Kenya Kenya PROPN NNP 2 obj
    """
    assert edges(table)[2:] == [("attacking", "xcomp", "admitted"), ("kenya", "obj", "attacking")]
    assert edges(table.replace("PROPN NNP 2 obj", "NOUN NNS 2 obj"))[2][1] == "amod"


def test_a_cleft_is_a_relative_clause() -> None:
    table = """
    It it PRON PRP 3 expl
    was be AUX VBD 3 cop
    Chad Chad PROPN NNP 0 root
    that that PRON WDT 5 nsubj
    attacked attack VERB VBD 3 advcl:relcl
    Kenya Kenya PROPN NNP 5 obj
    """
    assert edges(table)[4] == ("attacked", "acl:relcl", "chad")


def test_a_finite_verb_right_behind_a_conjunction_and_a_noun_is_a_clause_whatever_it_hangs_on() -> None:
    table = """
    Norway Norway PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    the the DET DT 4 det
    talks talk NOUN NNS 2 obj
    before before ADP IN 6 case
    Chad Chad PROPN NNP 4 nmod
    attacked attack VERB VBD 2 conj
    Kenya Kenya PROPN NNP 7 obj
    """
    assert edges(table)[4:7] == [
        ("before", "mark", "attacked"),
        ("chad", "nsubj", "attacked"),
        ("attacked", "advcl", "left"),
    ]


def test_a_headline_with_by_tells_what_was_suffered() -> None:
    headline = (
        "Kenya Kenya PROPN NNP 2 nsubj\nbombed bomb VERB VBD 0 root\nby by ADP IN 4 case\nChad Chad PROPN NNP 2 obl"
    )
    assert edges(headline)[0] == ("kenya", "nsubj:pass", "bombed")
    assert edges(headline + "\n. . PUNCT . 2 punct")[0] == ("kenya", "nsubj", "bombed")


NOUN_WITH_OBJECT = """
Xi Xi PROPN NNP 2 compound
meets meet NOUN NNS 0 root
Ruiz Ruiz PROPN NNP 2 obj
in in ADP IN 5 case
Oslo Oslo PROPN NNP 2 nmod
"""


def test_a_noun_with_an_object_is_a_verb() -> None:
    assert edges(NOUN_WITH_OBJECT) == [
        ("xi", "nsubj", "meets"),
        ("meets", "ROOT", None),
        ("ruiz", "obj", "meets"),
        ("in", "case", "oslo"),
        ("oslo", "obl", "meets"),
    ]


BEATEN = """
Oslo Oslo PROPN NNP 2 nsubj
says say VERB VBZ 0 root
people people NOUN NNS 6 nsubj:pass
can can AUX MD 6 aux
be be AUX VB 6 aux:pass
beaten beat VERB VBN 2 ccomp
, , PUNCT , 8 punct
robbed rob VERB VBN 2 conj
"""


def test_a_bare_participle_goes_with_another() -> None:
    assert edges(BEATEN)[7] == ("robbed", "conj", "beaten")


def test_a_bare_form_joined_to_a_noun_is_one() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    sent send VERB VBD 0 root
    food food NOUN NN 2 obj
    and and CCONJ CC 5 cc
    support support VERB VB 2 conj
    to to ADP IN 7 case
    Kenya Kenya PROPN NNP 5 obl
    """
    assert edges(table)[4] == ("support", "conj", "food")
