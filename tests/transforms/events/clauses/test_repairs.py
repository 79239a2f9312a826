"""Repairs: parses that no grammar allows, put right."""

from tests.transforms.events.trees import edges

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


def test_the_subject_before_an_inserted_speaker_belongs_to_what_is_said() -> None:
    table = """
    Chad Chad PROPN NNP 4 nsubj
    , , PUNCT , 4 punct
    Oslo Oslo PROPN NNP 4 nsubj
    said say VERB VBD 0 root
    , , PUNCT , 4 punct
    attacked attack VERB VBD 4 ccomp
    Kenya Kenya PROPN NNP 6 obj
    """
    assert edges(table)[0] == ("chad", "nsubj", "attacked")
    assert edges(table)[2] == ("oslo", "nsubj", "said")


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


def test_a_finite_verb_behind_and_is_a_second_verb() -> None:
    table = """
    Chile Chile PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    talks talk NOUN NNS 2 obj
    and and CCONJ CC 6 cc
    denounced denounce ADJ VBD 6 amod
    Chad Chad PROPN NNP 3 conj
    """
    assert edges(table)[3:] == [
        ("and", "cc", "denounced"),
        ("denounced", "conj", "left"),
        ("chad", "obj", "denounced"),
    ]


NOUN_WITH_OBJECT = """
Xi Xi PROPN NNP 2 compound
meets meet NOUN NNS 0 root
Ruiz Ruiz PROPN NNP 2 obj
in in ADP IN 5 case
Oslo Oslo PROPN NNP 2 nmod
"""
CHARGE = """
jurors juror NOUN NNS 2 nsubj
met meet VERB VBD 0 root
before before SCONJ IN 4 mark
convicting convict VERB VBG 2 advcl
Ruiz Ruiz PROPN NNP 4 obj
of of SCONJ IN 7 mark
taking take VERB VBG 2 advcl
bribes bribe NOUN NNS 7 obj
"""


def test_a_noun_with_an_object_is_a_verb() -> None:
    assert edges(NOUN_WITH_OBJECT) == [
        ("xi", "nsubj", "meets"),
        ("meets", "ROOT", None),
        ("ruiz", "obj", "meets"),
        ("in", "case", "oslo"),
        ("oslo", "obl", "meets"),
    ]


def test_what_somebody_is_convicted_of_hangs_on_that_verb() -> None:
    assert edges(CHARGE)[6] == ("taking", "advcl", "convicting")


REFUSE = """
States state NOUN NNS 0 root
refuse refuse NOUN NN 1 nmod
to to PART TO 4 mark
lift lift VERB VB 2 acl
bans ban NOUN NNS 4 obj
"""
CALLED = """
Drivers driver NOUN NNS 0 root
ended end VERB VBN 1 acl
a a DET DT 4 det
strike strike NOUN NN 2 obj
"""


def test_a_sentence_has_a_main_verb() -> None:
    assert edges(REFUSE)[:2] == [("states", "nsubj", "refuse"), ("refuse", "ROOT", None)]
    assert edges(CALLED)[:2] == [("drivers", "nsubj", "ended"), ("ended", "ROOT", None)]


SECOND_VERB = """
Oslo Oslo PROPN NNP 2 nsubj
left leave VERB VBD 0 root
talks talk NOUN NNS 2 obj
and and CCONJ CC 6 cc
accused accuse VERB VBN 6 amod
Chad Chad PROPN NNP 3 conj
"""
DEPORTED = """
Oslo Oslo PROPN NNP 2 nsubj
left leave VERB VBD 0 root
talks talk NOUN NNS 2 obj
and and CCONJ CC 5 cc
deported deport VERB VBN 6 amod
rebels rebel NOUN NNS 2 obj
"""
OCCUPIED = SECOND_VERB.replace("talks talk NOUN NNS", "Kenya Kenya PROPN NNP")


def test_a_participle_between_and_and_a_name_is_a_second_verb() -> None:
    assert edges(SECOND_VERB)[4:] == [("accused", "conj", "left"), ("chad", "obj", "accused")]
    assert edges(DEPORTED)[4:] == [("deported", "conj", "left"), ("rebels", "obj", "deported")]
    assert edges(OCCUPIED)[4:] == [("accused", "amod", "chad"), ("chad", "conj", "kenya")]


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
