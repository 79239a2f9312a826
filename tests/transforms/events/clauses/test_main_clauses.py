"""Main clauses: which of two clauses depends on the other."""

import pytest

from tests.transforms.events.trees import edges

WHEN_FIRST = """
When when SCONJ WRB 3 advmod
Ruiz Ruiz PROPN NNP 3 nsubj
sued sue VERB VBD 0 root
Chad Chad PROPN NNP 3 obj
, , PUNCT , 7 punct
Oslo Oslo PROPN NNP 7 nsubj
left leave VERB VBD 3 ccomp
"""
AFTER = """
Oslo Oslo PROPN NNP 2 nsubj
left leave VERB VBD 5 ccomp
after after SCONJ IN 5 mark
Ruiz Ruiz PROPN NNP 5 nsubj
sued sue VERB VBD 0 root
Chad Chad PROPN NNP 5 obj
"""
HAVING = """
Having have AUX VBG 2 aux
met meet VERB VBN 0 root
Chad Chad PROPN NNP 2 obj
, , PUNCT , 6 punct
Oslo Oslo PROPN NNP 6 nsubj
left leave VERB VBD 2 conj
"""


def test_the_clause_with_when_depends() -> None:
    found = edges(WHEN_FIRST)
    assert (found[2], found[6]) == (("sued", "advcl", "left"), ("left", "ROOT", None))


def test_the_clause_behind_after_depends() -> None:
    found = edges(AFTER)
    assert (found[1], found[4]) == (("left", "ROOT", None), ("sued", "advcl", "left"))


def test_the_clause_with_having_depends() -> None:
    found = edges(HAVING)
    assert (found[1], found[5]) == (("met", "advcl", "left"), ("left", "ROOT", None))


def test_speech_rules_what_is_said() -> None:
    said = AFTER.replace("after after SCONJ IN 5 mark", "that that SCONJ IN 5 mark")
    assert edges(said)[4] == ("sued", "ROOT", None)


INSERTED_REPORT = """
Troops troop NOUN NNS 2 nsubj
fired fire VERB VBD 5 ccomp
, , PUNCT , 2 punct
witnesses witness NOUN NNS 5 nsubj
said say VERB VBD 0 root
, , PUNCT , 7 punct
{participle} 5 advcl
two two NUM CD 7 obj
"""


def test_what_came_of_a_deed_belongs_to_what_is_reported() -> None:
    assert edges(INSERTED_REPORT.format(participle="killing kill VERB VBG"))[6] == ("killing", "advcl", "fired")


def test_what_is_said_besides_stays_with_the_speaker() -> None:
    assert edges(INSERTED_REPORT.format(participle="naming name VERB VBG"))[6] == ("naming", "advcl", "said")


CROSSED = """
Malian malian ADJ JJ 2 amod
soldiers soldier NOUN NNS 0 root
{verb} VERB VBN 2 acl
{preposition} ADP IN 5 case
Chad Chad PROPN NNP 3 obl
"""


def test_who_moves_somewhere_is_not_moved() -> None:
    found = edges(CROSSED.format(verb="crossed cross", preposition="into into"))
    assert (found[1], found[2]) == (("soldiers", "nsubj", "crossed"), ("crossed", "ROOT", None))


@pytest.mark.parametrize(("verb", "preposition"), [("killed kill", "in in"), ("marched march", "by by")])
def test_who_suffers_something_stays_described(verb: str, preposition: str) -> None:
    assert edges(CROSSED.format(verb=verb, preposition=preposition))[1] == ("soldiers", "ROOT", None)


BEHIND_NOUN = """
Troops troop NOUN NNS 2 nsubj
stormed storm VERB VBD 0 root
posts post NOUN NNS 2 obj
{comma} , PUNCT , 5 punct
{participle} 3 acl
two two NUM CD 5 obj
"""


def test_what_came_of_a_deed_behind_a_comma_is_its_doers() -> None:
    told = edges(BEHIND_NOUN.format(comma=",", participle="killing kill VERB VBG"))
    assert told[4] == ("killing", "advcl", "stormed")


@pytest.mark.parametrize(("comma", "participle"), [("also", "killing kill"), (",", "holding hold")])
def test_what_describes_a_noun_stays_with_it(comma: str, participle: str) -> None:
    told = edges(BEHIND_NOUN.format(comma=comma, participle=f"{participle} VERB VBG"))
    assert told[4][1:] == ("acl", "posts")


LEFT = """
Allies ally NOUN NNS 2 nsubj
left leave VERB VBD 0 root
the the DET DT 4 det
{noun} NOUN NN 2 obj
accusing accuse VERB VBG {head} {label}
Ruiz Ruiz PROPN NNP 5 obj
"""


@pytest.mark.parametrize(("head", "label"), [(4, "acl"), (2, "xcomp")])
def test_who_leaves_accuses(head: int, label: str) -> None:
    assert edges(LEFT.format(noun="bloc bloc", head=head, label=label))[4] == ("accusing", "advcl", "left")


def test_a_report_accuses_for_itself() -> None:
    assert edges(LEFT.format(noun="report report", head=4, label="acl"))[4] == ("accusing", "acl", "report")


ASKED = """
Oslo Oslo PROPN NNP 2 nsubj
asked ask VERB VBD 0 root
Chad Chad PROPN NNP 2 obj
to to PART TO 5 mark
free free VERB VB 2 xcomp
captives captive NOUN NNS 5 obj
, , PUNCT , 8 punct
{second} 2 conj
bans ban NOUN NNS 8 obj
"""


def test_a_bare_form_goes_on_with_the_infinitive() -> None:
    assert edges(ASKED.format(second="lift lift VERB VB"))[7] == ("lift", "conj", "free")


def test_a_finite_form_goes_on_with_the_main_verb() -> None:
    assert edges(ASKED.format(second="lifted lift VERB VBD"))[7] == ("lifted", "conj", "asked")


BEHIND_DASHES = """
Oslo Oslo PROPN NNP 2 nsubj
condemned condemn VERB VBD 0 root
raids raid NOUN NNS 2 obj
that that PRON WDT 5 nsubj
killed kill VERB VBD 3 acl:relcl
two two NUM CD 5 obj
{dash} — PUNCT : 8 punct
nurses nurse NOUN NNS 6 appos
{dash} — PUNCT : 11 punct
and and CCONJ CC 11 cc
hurt hurt VERB VBD 2 conj
ten ten NUM CD 11 obj
"""


def test_behind_an_insertion_the_clause_before_it_goes_on() -> None:
    assert edges(BEHIND_DASHES.format(dash="—"))[10] == ("hurt", "conj", "killed")


def test_without_dashes_the_verb_stays() -> None:
    assert edges(BEHIND_DASHES.format(dash=","))[10] == ("hurt", "conj", "condemned")


@pytest.mark.parametrize(
    ("mark", "found"), [("", ("killing", "dep", "told")), ("for for SCONJ IN 6 mark", ("killing", "advcl", "told"))]
)
def test_who_tells_of_a_raid_did_not_kill(mark: str, found: tuple[str, str, str]) -> None:
    comma = ", , PUNCT , 6 punct"
    table = f"""
    Envoys envoy NOUN NNS 2 nsubj
    told tell VERB VBD 0 root
    Chad Chad PROPN NNP 2 iobj
    Monday Monday PROPN NNP 2 obl:tmod
    {mark or comma}
    killing kill VERB VBG 2 advcl
    two two NUM CD 6 obj
    """
    assert edges(table)[5] == found


def test_a_gerund_goes_on_with_a_gerund() -> None:
    found = edges("""
    Peru Peru PROPN NNP 2 nsubj
    accused accuse VERB VBD 0 root
    Chad Chad PROPN NNP 2 obj
    of of SCONJ IN 5 mark
    crossing cross VERB VBG 2 advcl
    borders border NOUN NNS 5 obj
    and and CCONJ CC 8 cc
    killing kill VERB VBG 2 conj
    troops troop NOUN NNS 8 obj
    """)
    assert found[7] == ("killing", "conj", "crossing")
