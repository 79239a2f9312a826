"""Acts in general: habits, descriptions, and what is put ahead, cancelled or left open beside its noun."""

import pytest

from tests.transforms.events.trees import statuses


def relative(*verb: str, behind: tuple[str, ...] = ()) -> str:
    """ "Officers who ... recruits left", with the relative clause's verb as the given lines; the last one heads it."""
    head = len(verb) + 2
    lines = ["Officers officer NOUN NNS 0 nsubj", f"who who PRON WP {head} nsubj"]
    lines += [line.replace(" 0 ", f" {head} ") for line in verb]
    lines.append(f"recruits recruit NOUN NNS {head} obj")
    lines += [line.replace(" 0 ", f" {head} ") for line in behind]
    root = len(lines) + 1
    lines[0] = lines[0].replace(" 0 ", f" {root} ")
    return "\n".join([*lines, "left leave VERB VBD 0 root"])


@pytest.mark.parametrize(
    ("verb", "behind", "status"),
    [
        (("train train VERB VBP 1 acl:relcl",), (), "hypothetical"),
        (("trained train VERB VBD 1 acl:relcl",), (), "asserted"),
        (("have have AUX VBP 0 aux", "trained train VERB VBN 1 acl:relcl"), (), "asserted"),
        (("are be AUX VBP 0 aux", "training train VERB VBG 1 acl:relcl"), (), "asserted"),
        (("train train VERB VBP 1 acl:relcl",), ("today today NOUN NN 0 obl:unmarked",), "asserted"),
        (("accuse accuse VERB VBP 1 acl:relcl",), (), "asserted"),
        (("say say VERB VBP 1 acl:relcl",), (), "asserted"),
    ],
)
def test_a_relative_clause_in_the_present_describes(
    verb: tuple[str, ...], behind: tuple[str, ...], status: str
) -> None:
    lemma = verb[-1].split()[1]
    assert statuses(relative(*verb, behind=behind))[lemma] == status


OFTEN = """
Chad Chad PROPN NNP 3 nsubj
often often ADV RB 3 advmod
lend lend VERB {tag} 0 root
money money NOUN NN 3 obj
"""
BALKED = """
Chad Chad PROPN NNP 2 nsubj
balked balk VERB VBD 0 root
at at SCONJ IN 4 mark
sending send VERB VBG 2 advcl
tanks tank NOUN NNS 4 obj
"""


@pytest.mark.parametrize("tag", ["VBP", "VB"])
def test_a_bare_verb_behind_its_subject_is_a_present(tag: str) -> None:
    assert statuses(OFTEN.format(tag=tag))["lend"] == "hypothetical"


def test_who_balks_at_it_does_not_do_it() -> None:
    assert statuses(BALKED)["send"] == "negated"


WHENEVER = """
whenever whenever SCONJ WRB 3 advmod
miners miner NOUN NNS 3 nsubj
strike strike VERB VBP 5 advcl
police police NOUN NNS 5 nsubj
arrest arrest VERB VBP 0 root
them they PRON PRP 5 obj
"""
WHENEVER_REPORTED = """
leaders leader NOUN NNS 2 nsubj
said say VERB VBD 0 root
whenever whenever SCONJ WRB 5 advmod
miners miner NOUN NNS 5 nsubj
strike strike VERB VBP 2 ccomp
police police NOUN NNS 7 nsubj
arrest arrest VERB VBP 2 ccomp
them they PRON PRP 7 obj
"""
EACH_YEAR = """
every every DET DT 2 det
year year NOUN NN 4 obl:unmarked
police police NOUN NNS 4 nsubj
arrest arrest VERB VBP 0 root
miners miner NOUN NNS 4 obj
"""
EACH_FRIDAY = """
police police NOUN NNS 2 nsubj
arrest arrest VERB VBP 0 root
miners miner NOUN NNS 2 obj
each each DET DT 5 det
Friday Friday PROPN NNP 3 nmod:unmarked
"""
PERFECT_PASSIVE = """
miners miner NOUN NNS 5 nsubj:pass
have have AUX VBP 5 aux
often often ADV RB 5 advmod
been be AUX VBN 5 aux:pass
arrested arrest VERB VBN 0 root
"""


@pytest.mark.parametrize("table", [WHENEVER, WHENEVER_REPORTED, EACH_YEAR, EACH_FRIDAY])
def test_what_happens_each_time_is_no_event(table: str) -> None:
    assert statuses(table)["arrest"] == "hypothetical"


def test_what_has_often_happened_has_happened() -> None:
    assert statuses(PERFECT_PASSIVE)["arrest"] == "asserted"


NEXT_WEEK = """
Ruiz Ruiz PROPN NNP 2 nsubj
visits visit VERB VBZ 0 root
Chad Chad PROPN NNP 2 obj
next next ADJ JJ 5 amod
week week NOUN NN 2 obl:unmarked
"""
ANNOUNCED = """
Ruiz Ruiz PROPN NNP 2 nsubj
announced announce VERB VBD 0 root
talks talk NOUN NNS 2 obj
with with ADP IN 5 case
Chad Chad PROPN NNP 3 nmod
next next ADJ JJ 7 amod
week week NOUN NN 2 obl:unmarked
"""


def test_what_is_put_ahead_is_to_come() -> None:
    assert statuses(NEXT_WEEK)["visit"] == "future"
    assert statuses(ANNOUNCED) == {"announce": "asserted", "talk": "future"}


CANCELLED = """
talks talk NOUN NNS 7 nsubj
with with ADP IN 3 case
Chad Chad PROPN NNP 1 nmod
that that PRON WDT 6 nsubj:pass
were be AUX VBD 6 aux:pass
cancelled cancel VERB VBN 1 acl:relcl
drew draw VERB VBD 0 root
anger anger NOUN NN 7 obj
"""
SUPPOSED = """
a a DET DT 2 det
deal deal NOUN NN 6 nsubj:pass
with with ADP IN 4 case
Chad Chad PROPN NNP 2 nmod
was be AUX VBD 6 aux:pass
supposed suppose VERB VBN 0 root
to to PART TO 9 mark
be be AUX VB 9 aux:pass
signed sign VERB VBN 6 xcomp
"""
ELUSIVE = """
peace peace NOUN NN 4 nsubj
with with ADP IN 3 case
Chad Chad PROPN NNP 1 nmod
proved prove VERB VBD 0 root
elusive elusive ADJ JJ 4 xcomp
"""
AT_THE_TALKS = """
Ruiz Ruiz PROPN NNP 3 nsubj
may may AUX MD 3 aux
speak speak VERB VB 0 root
at at ADP IN 6 case
the the DET DT 6 det
talks talk NOUN NNS 3 obl
with with ADP IN 8 case
Chad Chad PROPN NNP 6 nmod
"""
AFTER_THE_TALKS = AT_THE_TALKS.replace("at at ADP", "after after ADP")

UNFOUNDED = """
reports report NOUN NNS 6 nsubj
that that SCONJ IN 4 mark
Chad Chad PROPN NNP 4 nsubj
left leave VERB VBD 1 acl
were be AUX VBD 6 cop
unfounded unfounded ADJ JJ 0 root
"""


@pytest.mark.parametrize(
    ("table", "noun", "status"),
    [
        (CANCELLED, "talk", "negated"),
        (SUPPOSED, "deal", "hypothetical"),
        (ELUSIVE, "peace", "hypothetical"),
        (AT_THE_TALKS, "talk", "hypothetical"),
        (AFTER_THE_TALKS, "talk", "asserted"),
        (UNFOUNDED, "leave", "denied"),
    ],
)
def test_what_is_said_of_a_noun_counts(table: str, noun: str, status: str) -> None:
    assert statuses(table)[noun] == status


UNDER_ORDERS = """
Ruiz Ruiz PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
under under ADP IN 4 case
orders order NOUN NNS 0 root
to to PART TO 6 mark
leave leave VERB VB 4 xcomp
"""
CANCELLED_BELOW = """
talks talk NOUN NNS 8 nsubj
with with ADP IN 3 case
rebels rebel NOUN NNS 1 nmod
, , PUNCT , 7 punct
which which PRON WDT 7 nsubj:pass
were be AUX VBD 7 aux:pass
cancelled cancel VERB VBN 3 acl:relcl
failed fail VERB VBD 0 root
"""
CLEAR_THE_WAY = """
peace peace NOUN NN 3 nsubj
may may AUX MD 3 aux
clear clear VERB VB 0 root
the the DET DT 5 det
way way NOUN NN 3 obj
for for ADP IN 7 case
talks talk NOUN NNS 3 obl
with with ADP IN 9 case
Chad Chad PROPN NNP 7 nmod
"""


def test_an_infinitive_behind_a_state_is_open() -> None:
    assert statuses(UNDER_ORDERS)["leave"] == "hypothetical"


def test_a_clause_behind_the_phrase_speaks_of_the_act() -> None:
    assert statuses(CANCELLED_BELOW)["talk"] == "negated"


def test_the_way_is_as_open_as_what_clears_it() -> None:
    assert statuses(CLEAR_THE_WAY)["talk"] == "hypothetical"


def negated_by(*words: str) -> str:
    """ "... rebels attacked Oslo", with words of the subject before it."""
    number = len(words) + 1
    lines = [word.replace(" 0 ", f" {number} ") for word in words]
    lines += [f"rebels rebel NOUN NNS {number + 1} nsubj", "attacked attack VERB VBD 0 root"]
    return statuses("\n".join([*lines, f"Oslo Oslo PROPN NNP {number + 1} obj"]))["attack"]


def test_few_and_not_a_single_one_deny() -> None:
    assert negated_by("few few ADJ JJ 0 amod") == "negated"
    assert negated_by("a a DET DT 0 det", "few few ADJ JJ 0 amod") == "asserted"
    assert negated_by("not not PART RB 0 advmod") == "negated"
    assert negated_by("not not PART RB 0 advmod", "only only ADV RB 0 advmod") == "asserted"


@pytest.mark.parametrize(
    ("auxiliary", "behind", "status"),
    [
        ("are be AUX VBP", "", "hypothetical"),
        ("were be AUX VBD", "", "asserted"),
        ("are be AUX VBP", "in in ADP IN 5 case\nOslo Oslo PROPN NNP 3 obl", "asserted"),
        ("are be AUX VBP", "today today NOUN NN 3 obl:unmarked", "asserted"),
    ],
)
def test_a_present_passive_of_bare_plurals_is_general(auxiliary: str, behind: str, status: str) -> None:
    """Editors are fired; editors were fired; editors are fired in Oslo."""
    table = f"Editors editor NOUN NNS 3 nsubj:pass\n{auxiliary} 3 aux:pass\nfired fire VERB VBN 0 ROOT\n{behind}"
    assert statuses(table.strip())["fire"] == status


HELD = """
{first}
{noun} 6 nsubj:pass
arrested arrest VERB VBN 2 acl
will will AUX MD 6 aux
be be AUX VB 6 aux:pass
tried try VERB VBN 0 root
"""
ON_MONDAY = """
{noun} 7 nsubj:pass
arrested arrest VERB VBN 1 acl
on on ADP IN 4 case
Monday Monday PROPN NNP 2 obl
will will AUX MD 7 aux
be be AUX VB 7 aux:pass
tried try VERB VBN 0 root
"""


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (ON_MONDAY.format(noun="Miners miner NOUN NNS"), "asserted"),
        (HELD.format(first="Ten ten NUM CD 2 nummod", noun="miners miner NOUN NNS"), "asserted"),
        (HELD.format(first="Any any DET DT 2 det", noun="miners miner NOUN NNS"), "hypothetical"),
    ],
)
def test_a_day_or_a_number_tells_of_one_deed(sentence: str, status: str) -> None:
    assert statuses(sentence)["arrest"] == status
