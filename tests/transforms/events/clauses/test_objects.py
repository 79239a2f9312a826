"""Objects: one for each verb, beside a receiver or a quality."""

import pytest

from tests.transforms.events.trees import edges

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


def test_what_is_said_of_an_object_is_not_the_object() -> None:
    assert edges(GUILTY)[2:] == [("the", "det", "regime"), ("regime", "obj", "found"), ("guilty", "xcomp", "found")]


def test_of_two_objects_one_is_a_part_or_a_receiver() -> None:
    assert edges(STAFF)[2] == ("government", "compound", "staff")
    assert edges(LOAN)[3] == ("chad", "iobj", "grant")


def test_a_quantity_before_a_number_governs_no_noun() -> None:
    over = """
    Chad Chad PROPN NNP 2 nsubj
    freed free VERB VBD 0 root
    over over ADV IN 5 case
    150 150 NUM CD 5 nummod
    prisoners prisoner NOUN NNS 2 obl
    """
    assert ("prisoners", "obj", "freed") in edges(over)
    up_to = """
    Rebels rebel NOUN NNS 2 nsubj
    kidnapped kidnap VERB VBD 0 root
    up up ADP RP 2 compound:prt
    to to ADP IN 6 case
    16 16 NUM CD 6 nummod
    advisers adviser NOUN NNS 2 obl
    """
    assert {("advisers", "obj", "kidnapped"), ("up", "advmod", "16")} <= set(edges(up_to))
    assert ("prisoners", "obj", "freed") in edges(over.replace("over over ADV", "over over ADP"))
    topic = over.replace("over over ADV", "over over ADP").replace("freed free", "argued argue")
    assert ("prisoners", "obl", "argued") in edges(topic)


def test_what_stands_behind_a_verb_without_a_preposition_is_its_object() -> None:
    arrested = """
    Police police NOUN NNS 2 nsubj
    arrested arrest VERB VBD 0 root
    on on ADP IN 4 case
    Monday Monday PROPN NNP 2 obl
    the the DET DT 6 det
    captain captain NOUN NN 2 obl
    """
    assert ("captain", "obj", "arrested") in edges(arrested)
    assert ("week", "obl", "arrested") in edges(arrested.replace("captain captain", "week week"))


def test_a_particle_right_behind_the_verb_is_no_part_of_the_noun() -> None:
    rolled = """
    Chad Chad PROPN NNP 2 nsubj
    rolled roll VERB VBD 0 root
    back back NOUN NN 4 compound
    tariffs tariff NOUN NNS 2 obj
    """
    assert ("back", "compound:prt", "rolled") in edges(rolled)


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            # "Granted visas to 18 rebels": the preposition belongs to what is counted.
            """
            Chad Chad PROPN NNP 2 nsubj
            granted grant VERB VBD 0 root
            visas visa NOUN NNS 2 obj
            to to ADP IN 5 case
            18 18 NUM CD 6 nummod
            rebels rebel NOUN NNS 2 obl
            """,
            ("to", "case", "rebels"),
        ),
        (
            """
            Chad Chad PROPN NNP 2 nsubj
            set set VERB VBD 0 root
            free free ADJ JJ 2 xcomp
            two two NUM CD 5 nummod
            rebels rebel NOUN NNS 3 obj
            """,
            ("rebels", "obj", "set"),
        ),
        (
            """
            Protests protest NOUN NNS 2 nsubj
            followed follow VERB VBD 0 root
            officials official NOUN NNS 2 obj
            ’ ’ PART POS 3 case
            visit visit NOUN NN 2 obj
            """,
            ("officials", "nmod:poss", "visit"),
        ),
        (
            """
            Chad Chad PROPN NNP 2 nsubj
            launched launch VERB VBD 0 root
            a a DET DT 4 det
            raid raid NOUN NN 2 xcomp
            """,
            ("raid", "obj", "launched"),
        ),
        (
            """
            Chad Chad PROPN NNP 2 nsubj
            slams slam VERB VBZ 0 root
            Oslo Oslo PROPN NNP 2 xcomp
            """,
            ("oslo", "obj", "slams"),
        ),
        (
            """
            Ruiz Ruiz PROPN NNP 3 nsubj:pass
            was be AUX VBD 3 aux:pass
            accused accuse VERB VBN 0 root
            Wednesday Wednesday PROPN NNP 3 obj
            """,
            ("wednesday", "obl:unmarked", "accused"),
        ),
        (
            """
            Troops troop NOUN NNS 2 nsubj
            left leave VERB VBD 0 root
            and and CCONJ CC 6 cc
            Chadian chadian ADJ JJ 6 obl:unmarked
            - - PUNCT HYPH 4 punct
            occupied occupy VERB VBN 2 conj
            Oslo Oslo PROPN NNP 6 obj
            """,
            ("occupied", "amod", "oslo"),
        ),
    ],
)
def test_objects_are_told_by_their_words(table: str, expected: tuple[str, str, str]) -> None:
    assert expected in edges(table)


def test_a_name_with_of_stays_whole() -> None:
    table = """
    Oslo Oslo PROPN NNP 2 nsubj
    warned warn VERB VBD 0 root
    Bank Bank PROPN NNP 2 obj
    of of ADP IN 5 case
    Chad Chad PROPN NNP 3 nmod
    """
    assert ("chad", "nmod", "bank") in edges(table)


GIVEN = """
Qatar Qatar PROPN NNP 2 nsubj
gave give VERB VBD 0 root
Chad Chad PROPN NNP 5 compound
two two NUM CD 5 nummod
ships ship NOUN NNS 2 obj
"""


def test_a_name_before_the_number_of_what_is_given_gets_it() -> None:
    assert edges(GIVEN)[2] == ("chad", "iobj", "gave")


ENTRY = """
Oslo Oslo PROPN NNP 2 nsubj
{verb} VERB VBD 0 root
Chad Chad PROPN NNP 4 compound
entry entry NOUN NN 2 obj
"""


@pytest.mark.parametrize(("verb", "label"), [("refused refuse", "iobj"), ("held hold", "compound")])
def test_a_name_right_before_what_is_given_receives_it(verb: str, label: str) -> None:
    assert edges(ENTRY.format(verb=verb))[2][1] == label


BLANKETS = """
Oslo Oslo PROPN NNP 2 nsubj
gave give VERB VBD 0 root
tents tent NOUN NNS 2 obj
and and CCONJ CC 5 cc
blankets blanket NOUN NNS 2 conj
to to ADP IN 7 case
Chad Chad PROPN NNP 5 nmod
"""


def test_a_noun_is_joined_to_the_object_not_to_the_verb() -> None:
    assert edges(BLANKETS)[4] == ("blankets", "conj", "tents")
    left = BLANKETS.replace("blankets blanket NOUN NNS 2 conj", "left leave VERB VBD 2 conj")
    assert edges(left)[4] == ("left", "conj", "gave")


def test_what_a_means_is_used_against_is_the_target() -> None:
    raids = """
    Chad Chad PROPN NNP 2 nsubj
    flew fly VERB VBD 0 root
    raids raid NOUN NNS 2 obj
    using use VERB VBG 3 acl
    drones drone NOUN NNS 4 obj
    against against ADP IN 7 case
    Kenya Kenya PROPN NNP 5 nmod
    """
    assert ("kenya", "obl", "flew") in edges(raids)


def test_what_stands_behind_a_particle_is_the_verbs() -> None:
    fell = """
    Rebels rebel NOUN NNS 2 nsubj
    fell fall VERB VBD 0 root
    back back ADV RB 2 advmod
    from from ADP IN 5 case
    Lima Lima PROPN NNP 3 obl
    """
    assert ("lima", "obl", "fell") in edges(fell)


def test_home_is_where_somebody_is_sent() -> None:
    sent = """
    Chad Chad PROPN NNP 2 nsubj
    sent send VERB VBD 0 root
    the the DET DT 5 det
    envoy envoy NOUN NN 5 compound
    home home NOUN NN 2 obj
    """
    assert edges(sent)[2:] == [("the", "det", "envoy"), ("envoy", "obj", "sent"), ("home", "compound:prt", "sent")]


def test_a_chain_of_hyphens_stands_before_its_noun() -> None:
    curfew = """
    Chad Chad PROPN NNP 2 nsubj
    imposed impose VERB VBD 0 root
    a a DET DT 8 det
    dusk dusk NOUN NN 2 obj
    - - PUNCT HYPH 6 punct
    to to ADP IN 8 case
    dawn dawn NOUN NN 8 compound
    curfew curfew NOUN NN 2 obj
    """
    assert {("dusk", "compound", "curfew"), ("curfew", "obj", "imposed")} <= set(edges(curfew))


def test_what_somebody_is_called_is_said_of_him() -> None:
    called = """
    Ruiz Ruiz PROPN NNP 2 nsubj
    called call VERB VBD 0 root
    the the DET DT 4 det
    envoy envoy NOUN NN 2 obj
    a a DET DT 6 det
    liar liar NOUN NN 2 obj
    """
    assert {("envoy", "obj", "called"), ("liar", "xcomp", "called")} <= set(edges(called))


def test_what_an_object_is_found_is_no_part_of_it() -> None:
    found = """
    Judges judge NOUN NNS 2 nsubj
    found find VERB VBD 0 root
    Ruiz Ruiz PROPN NNP 2 iobj
    guilty guilty ADJ JJ 3 amod
    """
    assert {("ruiz", "obj", "found"), ("guilty", "xcomp", "found")} <= set(edges(found))


def test_a_noun_right_before_another_is_the_first_part_of_its_phrase() -> None:
    fled = """
    Farmers farmer NOUN NNS 2 nsubj
    fled flee VERB VBD 0 root
    under under ADP IN 4 case
    drone drone NOUN NN 2 obl
    fire fire NOUN NN 2 obj
    """
    assert edges(fled)[2:] == [("under", "case", "fire"), ("drone", "compound", "fire"), ("fire", "obl", "fled")]


def test_a_name_behind_to_and_a_hyphen_receives() -> None:
    sends = """
    Kenya Kenya PROPN NNP 2 nsubj
    sends send VERB VBZ 0 root
    tents tent NOUN NNS 2 iobj
    to to PART TO 5 mark
    storm storm NOUN NN 6 compound
    Chad Chad PROPN NNP 2 obj
    """
    assert {("tents", "obj", "sends"), ("to", "case", "chad"), ("chad", "obl", "sends")} <= set(edges(sends))


def test_many_of_a_good_stand_before_what_is_signed() -> None:
    signed = """
    Peru Peru PROPN NNP 2 nsubj
    signed sign VERB VBD 0 root
    a a DET DT 5 det
    minerals mineral NOUN NNS 2 obj
    deal deal NOUN NN 2 obj
    """
    assert ("minerals", "compound", "deal") in edges(signed)


@pytest.mark.parametrize(("goal", "expected"), [("court", "obl"), ("exile", "obl"), ("dance", "xcomp")])
def test_a_place_behind_to_is_no_infinitive(goal: str, expected: str) -> None:
    table = f"""
    Oslo Oslo PROPN NNP 2 nsubj
    took take VERB VBD 0 root
    Chad Chad PROPN NNP 2 obj
    to to PART TO 5 mark
    {goal} {goal} VERB VB 2 xcomp
    """
    assert edges(table)[4] == (goal, expected, "took")


def test_what_stands_before_a_number_is_no_part_of_the_noun() -> None:
    freed = """
    Chad Chad PROPN NNP 2 nsubj
    set set VERB VBD 0 root
    free free ADJ JJ 5 amod
    ten ten NUM CD 5 nummod
    men man NOUN NNS 2 obj
    """
    assert ("free", "xcomp", "set") in edges(freed)


def test_what_somebody_is_called_is_no_second_object() -> None:
    branded = """
    Chad Chad PROPN NNP 2 nsubj
    {verb} VERB VBD 0 root
    the the DET DT 4 det
    speaker speaker NOUN NN 2 obj
    a a DET DT 6 det
    traitor traitor NOUN NN 2 obj
    """
    assert ("traitor", "xcomp", "branded") in edges(branded.format(verb="branded brand"))
    assert ("traitor", "obj", "met") in edges(branded.format(verb="met meet"))


def test_no_word_inside_a_phrase_has_its_preposition() -> None:
    sends = """
    UK UK PROPN NNP 2 nsubj
    sends send VERB VBZ 0 root
    tents tent NOUN NNS 2 iobj
    to to PART TO 6 mark
    quake quake NOUN NN 6 compound
    hit hit ADJ VBN 7 amod
    Chad Chad PROPN NNP 2 obj
    """
    assert {("to", "case", "chad"), ("chad", "obl", "sends")} <= set(edges(sends.replace("6 mark", "5 mark")))
    killed = """
    men man NOUN NNS 3 nsubj:pass
    were be AUX VBD 3 aux:pass
    killed kill VERB VBN 0 root
    in in ADP IN 6 case
    an a DET DT 6 det
    ambush ambush NOUN NN 3 obl
    by by ADP IN 8 case
    Army Army PROPN NNP 9 compound
    rebels rebel NOUN NNS 3 conj
    """
    assert {("by", "case", "rebels"), ("rebels", "nmod", "ambush")} <= set(edges(killed))
