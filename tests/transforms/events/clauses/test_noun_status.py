"""The status of nouns that tell an act, and of what hangs on them."""

import pytest

from tests.transforms.events.trees import statuses


def test_event_nouns_take_their_status_from_words_around_them() -> None:
    feared = """
    Fears fear NOUN NNS 7 nsubj
    of of ADP IN 4 case
    an a DET DT 4 det
    attack attack NOUN NN 1 nmod
    on on ADP IN 6 case
    Kenya Kenya PROPN NNP 4 nmod
    grew grow VERB VBD 0 root
    """
    planned = """
    Chad Chad PROPN NNP 2 nsubj
    praised praise VERB VBD 0 root
    planned planned ADJ JJ 4 amod
    talks talk NOUN NNS 2 obj
    with with ADP IN 6 case
    Kenya Kenya PROPN NNP 4 nmod
    """
    assert statuses(feared)["attack"] == "hypothetical"
    assert statuses(planned)["talk"] == "future"
    assert statuses(planned)["praise"] == "asserted"


def test_what_a_light_verb_does_not_do_its_noun_did_not_do() -> None:
    table = """
    Chad Chad PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    hold hold VERB VB 0 root
    talks talk NOUN NNS 4 obj
    with with ADP IN 7 case
    Kenya Kenya PROPN NNP 5 nmod
    """
    assert statuses(table) == {"hold": "negated", "talk": "negated"}


def content(*head: str) -> str:
    """ "Chad ... that Kenya attacked Mali", with the words that govern the content clause, numbered from 2."""
    number = len(head) + 2
    lines = ["Chad Chad PROPN NNP 2 nsubj", *head, f"that that SCONJ IN {number + 2} mark"]
    lines += [f"Kenya Kenya PROPN NNP {number + 2} nsubj", f"attacked attack VERB VBD {number - 1} acl"]
    return "\n".join([*lines, f"Mali Mali PROPN NNP {number + 2} obj"])


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (("denied deny VERB VBD 0 root", "reports report NOUN NNS 2 obj"), "denied"),
        (("rejected reject VERB VBD 0 root", "claims claim NOUN NNS 2 obj"), "denied"),
        (("saw see VERB VBD 0 root", "no no DET DT 4 det", "evidence evidence NOUN NN 2 obj"), "hypothetical"),
        (("heard hear VERB VBD 0 root", "claims claim NOUN NNS 2 obj"), "hypothetical"),
        (("regretted regret VERB VBD 0 root", "news news NOUN NN 2 obj"), "asserted"),
    ],
)
def test_a_noun_decides_about_its_content(head: tuple[str, ...], status: str) -> None:
    assert statuses(content(*head))["attack"] == status


@pytest.mark.parametrize(("noun", "status"), [("country", "asserted"), ("plan", "future"), ("effort", "hypothetical")])
def test_the_first_to_do_it_has_done_it(noun: str, status: str) -> None:
    table = f"""
    Norway Norway PROPN NNP 2 nsubj
    praised praise VERB VBD 0 root
    the the DET DT 5 det
    first first ADJ JJ 5 {"amod" if noun == "country" else "dep"}
    {noun} {noun} NOUN NN 2 obj
    to to PART TO 7 mark
    attack attack VERB VB 5 acl
    Kenya Kenya PROPN NNP 7 obj
    """
    assert statuses(table)["attack"] == status


def noun_under(verb: str, *before: str) -> str:
    """ "Chad VERB ... attack on Kenya": the noun is the verb's object."""
    number = 3 + len(before)
    lines = ["Chad Chad PROPN NNP 2 nsubj", f"{verb} 0 root"]
    lines += [line.format(number) for line in before]
    lines += [f"attack attack NOUN NN 2 {'obl' if any('case' in line for line in before) else 'obj'}"]
    return "\n".join([*lines, f"on on ADP IN {number + 2} case", f"Kenya Kenya PROPN NNP {number} nmod"])


@pytest.mark.parametrize(
    ("verb", "before", "status"),
    [
        ("expects expect VERB VBZ", ("an a DET DT {} det",), "future"),
        ("left leave VERB VBD", ("ahead ahead ADV RB {} case", "of of ADP IN {} case"), "future"),
        ("left leave VERB VBD", ("after after ADP IN {} case",), "asserted"),
        (
            "spoke speak VERB VBD",
            ("of of ADP IN {} case", "a a DET DT {} det", "feared feared ADJ JJ {} amod"),
            "hypothetical",
        ),
        ("protested protest VERB VBD", ("against against ADP IN {} case", "the the DET DT {} det"), "asserted"),
        ("voted vote VERB VBD", ("against against ADP IN {} case", "the the DET DT {} det"), "hypothetical"),
    ],
)
def test_nouns_of_acts(verb: str, before: tuple[str, ...], status: str) -> None:
    assert statuses(noun_under(verb, *before))["attack"] == status


@pytest.mark.parametrize(
    ("article", "auxiliary", "status"),
    [
        ("An a", "would would AUX MD 6 aux", "hypothetical"),
        ("An a", "may may AUX MD 6 aux", "hypothetical"),
        ("The the", "would would AUX MD 6 aux", "asserted"),
        ("An a", "soon soon ADV RB 6 advmod", "asserted"),
    ],
)
def test_an_act_that_nobody_has_pointed_to_is_as_open_as_its_verb(article: str, auxiliary: str, status: str) -> None:
    table = f"""
    {article} DET DT 2 det
    attack attack NOUN NN 6 nsubj
    on on ADP IN 4 case
    Kenya Kenya PROPN NNP 2 nmod
    {auxiliary}
    hurt hurt VERB VBD 0 root
    Chad Chad PROPN NNP 6 obj
    """
    assert statuses(table)["attack"] == status


@pytest.mark.parametrize("hangs_on", [3, 5])
def test_what_could_be_brought_about_is_no_fact_wherever_the_parse_hangs_it(hangs_on: int) -> None:
    table = f"""
    Chad Chad PROPN NNP 3 nsubj
    could could AUX MD 3 aux
    pave pave VERB VB 0 root
    the the DET DT 5 det
    way way NOUN NN 3 obj
    for for ADP IN 7 case
    talks talk NOUN NNS {hangs_on} obl
    with with ADP IN 9 case
    Kenya Kenya PROPN NNP 7 nmod
    """
    assert statuses(table)["talk"] == "hypothetical"


@pytest.mark.parametrize(
    ("carrier", "governor", "status"),
    [("series", "planned plan VERB VBD", "future"), ("series", "saw see VERB VBD", "asserted")],
)
def test_a_series_of_acts_is_what_becomes_of_the_series(carrier: str, governor: str, status: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 2 nsubj
    {governor} 0 root
    a a DET DT 4 det
    {carrier} {carrier} NOUN NN 2 obj
    of of ADP IN 6 case
    attacks attack NOUN NNS 4 nmod
    on on ADP IN 8 case
    Kenya Kenya PROPN NNP 6 nmod
    """
    assert statuses(table)["attack"] == status


def test_a_participle_behind_a_ban_is_no_part_of_it() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    banned ban VERB VBD 0 root
    flags flag NOUN NNS 2 obj
    , , PUNCT , 5 punct
    arresting arrest VERB VBG 2 advcl
    students student NOUN NNS 5 obj
    """
    assert statuses(table) == {"ban": "asserted", "arrest": "asserted"}


def test_who_was_not_at_a_meeting_does_not_undo_it() -> None:
    table = """
    Chad Chad PROPN NNP 6 nsubj
    was be AUX VBD 6 cop
    not not PART RB 6 advmod
    at at ADP IN 6 case
    the the DET DT 6 det
    meeting meeting NOUN NN 0 root
    with with ADP IN 8 case
    Kenya Kenya PROPN NNP 6 nmod
    """
    assert statuses(table) == {"meeting": "asserted"}
    assert statuses(table.replace("at at ADP IN 6 case", "still still ADV RB 6 advmod")) == {"meeting": "negated"}


def test_information_may_lead_to_what_has_not_happened() -> None:
    table = """
    Police police NOUN NNS 2 nsubj
    sought seek VERB VBD 0 root
    information information NOUN NN 2 obj
    leading lead VERB VBG 3 acl
    to to ADP IN 7 case
    the the DET DT 7 det
    arrest arrest NOUN NN 4 obl
    of of ADP IN 9 case
    rebels rebel NOUN NNS 7 nmod
    """
    assert statuses(table)["arrest"] == "hypothetical"


def test_what_one_would_gain_from_is_as_open_as_the_gain() -> None:
    table = """
    Chad Chad PROPN NNP 3 nsubj
    would would AUX MD 3 aux
    gain gain VERB VB 0 root
    from from ADP IN 6 case
    an a DET DT 6 det
    attack attack NOUN NN 3 obl
    on on ADP IN 8 case
    Kenya Kenya PROPN NNP 6 nmod
    """
    assert statuses(table)["attack"] == "hypothetical"


def test_what_a_date_is_set_for_is_to_come() -> None:
    table = """
    A a DET DT 2 det
    date date NOUN NN 4 nsubj:pass
    was be AUX VBD 4 aux:pass
    set set VERB VBN 0 root
    for for ADP IN 6 case
    talks talk NOUN NNS 4 obl
    with with ADP IN 8 case
    Kenya Kenya PROPN NNP 6 nmod
    """
    assert statuses(table)["talk"] == "future"


def test_a_partnership_to_be_built_does_not_stand() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    {verb} 0 root
    to to PART TO 4 mark
    build build VERB VB 2 xcomp
    the the DET DT 6 det
    partnership partnership NOUN NN 4 obj
    with with ADP IN 8 case
    Kenya Kenya PROPN NNP 6 nmod
    """
    assert statuses(table.format(verb="wants want VERB VBZ"))["partnership"] == "hypothetical"
    assert statuses(table.format(verb="continued continue VERB VBD"))["partnership"] == "asserted"
