"""Verbs: freed from the phrases into which the parse puts them."""

from tests.transforms.events.trees import edges, parsed
from transforms.events.clauses.clauses import clauses


def test_what_stands_before_a_title_has_no_object() -> None:
    welcomed = """
    Chad Chad PROPN NNP 2 nsubj
    welcomed welcome VERB VBD 0 root
    incoming income VERB VBG 2 xcomp
    President President PROPN NNP 5 nmod:desc
    Ruiz Ruiz PROPN NNP 3 obj
    """
    assert {("ruiz", "obj", "welcomed"), ("incoming", "amod", "ruiz")} <= set(edges(welcomed))


def test_no_part_of_a_compound_has_a_subject() -> None:
    launching = """
    Forces force NOUN NNS 4 nsubj
    have have AUX VBP 4 aux
    been be AUX VBN 4 aux
    launching launch NOUN VBG 5 compound
    airstrikes airstrike NOUN NNS 0 root
    """
    assert ("forces", "nsubj", "launching") in edges(launching)
    assert ("airstrikes", "obj", "launching") in edges(launching)


def test_an_attack_is_part_of_the_noun_for_its_victims() -> None:
    tribute = """
    Oslo Oslo PROPN NNP 2 nsubj
    honoured honour VERB VBD 0 root
    families family NOUN NNS 2 obj
    of of SCONJ IN 5 mark
    bombing bomb VERB VBG 3 acl
    victims victim NOUN NNS 5 obj
    """
    assert edges(tribute)[3:] == [
        ("of", "case", "victims"),
        ("bombing", "compound", "victims"),
        ("victims", "nmod", "families"),
    ]


PROTESTING = """
Ruiz Ruiz PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
stopped stop VERB VBN 0 root
by by SCONJ IN 5 mark
{gerund} VERB VBG 3 advcl
nurses nurse NOUN NNS 5 obj
"""
NAMED = """
Rebels rebel NOUN NNS 2 nsubj
killed kill VERB VBD 0 root
a a DET DT 4 det
woman woman NOUN NN 2 obj
{participle} VERB VBN 4 acl
Ruiz Ruiz PROPN NNP 5 xcomp
and and CCONJ CC 8 cc
wounded wound VERB VBN 5 conj
others other NOUN NNS 8 obj
"""


def test_people_may_be_protesting_without_being_protested_against() -> None:
    found = edges(PROTESTING.format(gerund="protesting protest"))
    assert found[4:] == [("protesting", "amod", "nurses"), ("nurses", "obl", "stopped")]
    assert edges(PROTESTING.format(gerund="arresting arrest"))[5] == ("nurses", "obj", "arresting")


def test_the_verb_goes_on_behind_a_name() -> None:
    assert edges(NAMED.format(participle="named name"))[7] == ("wounded", "conj", "killed")
    assert edges(NAMED.format(participle="taught teach"))[7] == ("wounded", "conj", "taught")


SENT = """
Chad Chad PROPN NNP 2 nsubj
{verb} VERB VBD 0 root
fishing fish VERB VBG 2 xcomp
boats boat NOUN NNS 3 obj
to to ADP IN 6 case
Kenya Kenya PROPN NNP 3 obl
"""


def test_a_gerund_says_what_goods_are_sent() -> None:
    assert edges(SENT.format(verb="sent send"))[2:] == [
        ("fishing", "amod", "boats"),
        ("boats", "obj", "sent"),
        ("to", "case", "kenya"),
        ("kenya", "obl", "sent"),
    ]
    assert ("fishing", "xcomp", "stopped") in edges(SENT.format(verb="stopped stop"))


def test_who_has_leave_to_do_it_does_it() -> None:
    leave = """
    Chad Chad PROPN NNP 2 nsubj
    gave give VERB VBD 0 root
    permission permission NOUN NN 2 obj
    to to ADP IN 5 case
    Kenya Kenya PROPN NNP 2 obl
    to to PART TO 7 mark
    help help VERB VB 2 advcl
    Laos Laos PROPN NNP 7 obj
    """
    assert ("help", "xcomp", "gave") in edges(leave)
    [help_] = [clause for clause in clauses(parsed(leave)) if clause.lemma == "help"]
    assert [(a.role, a.head) for a in help_.arguments] == [("subject", 4), ("object", 7)]


def test_a_second_verb_has_an_object_of_its_own() -> None:
    stopped = """
    Police police NOUN NNS 2 nsubj
    stopped stop VERB VBD 0 root
    buses bus NOUN NNS 2 obj
    and and CCONJ CC 5 cc
    held hold VERB VBN 6 amod
    dozens dozen NOUN NNS 2 obj
    """
    assert {("held", "conj", "stopped"), ("dozens", "obj", "held")} <= set(edges(stopped))


def test_who_is_given_time_to_act_acts() -> None:
    week = """
    Chad Chad PROPN NNP 2 nsubj
    gave give VERB VBD 0 root
    rebels rebel NOUN NNS 2 iobj
    a a DET DT 5 det
    week week NOUN NN 2 obl:unmarked
    to to PART TO 7 mark
    leave leave VERB VB 2 advcl
    """
    [leave] = [clause for clause in clauses(parsed(week)) if clause.lemma == "leave"]
    assert [(a.role, a.head) for a in leave.arguments] == [("subject", 2)]


def test_what_neighbours_is_no_verb() -> None:
    blamed = """
    Peru Peru PROPN NNP 2 nsubj
    blamed blame VERB VBD 0 root
    {gerund} VERB VBG 2 xcomp
    Chad Chad PROPN NNP 3 obj
    for for ADP IN 6 case
    war war NOUN NN 3 obl
    """
    found = edges(blamed.format(gerund="neighbouring neighbour"))
    assert found[2:4] == [("neighbouring", "amod", "chad"), ("chad", "obj", "blamed")]
    assert found[5] == ("war", "obl", "blamed")
    assert edges(blamed.format(gerund="leaving leave"))[3] == ("chad", "obj", "leaving")


def test_who_has_somebody_arrested_arrests_him() -> None:
    had = """
    Judges judge NOUN NNS 2 nsubj
    had have VERB VBD 0 root
    {owner} PRON PRP$ 4 nmod:poss
    {thing} NOUN NN 2 obj
    {act} VERB VBN 2 xcomp
    """
    arrested = edges(had.format(owner="his his", thing="brother brother", act="arrested arrest"))
    assert {("judges", "nsubj", "arrested"), ("brother", "obj", "arrested")} <= set(arrested)
    stolen = edges(had.format(owner="their their", thing="car car", act="stolen steal"))
    assert ("judges", "nsubj", "had") in stolen


def test_a_gerund_with_an_article_is_a_noun() -> None:
    blamed = """
    Peru Peru PROPN NNP 2 nsubj
    blamed blame VERB VBD 0 root
    Chad Chad PROPN NNP 2 obj
    for for ADP IN 6 case
    the the DET DT 6 det
    shooting shoot VERB VBG 2 advcl
    """
    assert ("shooting", "obl", "blamed") in edges(blamed)


FOLLOWING = """
Oslo Oslo PROPN NNP 2 nsubj
{governor}
for for ADP IN 4 case
calm calm NOUN NN 2 obl
following follow VERB VBG 2 xcomp
attacks attack NOUN NNS 5 obj
"""


def test_what_follows_is_no_act_of_the_caller() -> None:
    assert edges(FOLLOWING.format(governor="called call VERB VBD 0 root"))[4] == ("following", "advcl", "called")
