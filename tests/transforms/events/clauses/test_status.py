"""Status: what is said to have happened, told apart from what is not."""

import pytest

from tests.transforms.events.trees import statuses


def simple(*before: str, verb: str = "meet meet VERB VB 0 root") -> str:
    """ "Chad ... meet Kenya", with further words of the verb between subject and verb."""
    number = len(before) + 2
    lines = ["Chad Chad PROPN NNP 0 nsubj", *before, verb, "Kenya Kenya PROPN NNP 0 obj"]
    return "\n".join(line if line.endswith("root") else line.replace(" 0 ", f" {number} ") for line in lines)


@pytest.mark.parametrize(
    ("before", "status"),
    [
        (("did do AUX VBD 0 aux",), "asserted"),
        (("did do AUX VBD 0 aux", "not not PART RB 0 advmod"), "negated"),
        (("will will AUX MD 0 aux",), "future"),
        (("may may AUX MD 0 aux",), "hypothetical"),
        (("would would AUX MD 0 aux",), "hypothetical"),
        (("will will AUX MD 0 aux", "never never ADV RB 0 advmod"), "negated"),
        (("allegedly allegedly ADV RB 0 advmod",), "hypothetical"),
        (("to to PART TO 0 mark",), "future"),
    ],
)
def test_words_at_the_verb(before: tuple[str, ...], status: str) -> None:
    assert statuses(simple(*before))["meet"] == status


@pytest.mark.parametrize(
    ("between", "status"),
    [
        ((), "future"),
        (("have have AUX VB 0 aux",), "hypothetical"),
    ],
)
def test_who_is_to_be_jailed_is_not_jailed_yet(between: tuple[str, ...], status: str) -> None:
    before = ("is be AUX VBZ 0 aux", "to to PART TO 0 mark", *between, "be be AUX VB 0 aux:pass")
    table = simple(*before, verb="jailed jail VERB VBN 0 root").replace("nsubj", "nsubj:pass").replace(" obj", " obl")
    assert statuses(table)["jail"] == status


@pytest.mark.parametrize(
    ("governor", "status"),
    [
        ("agreed agree VERB VBD", "future"),
        ("planned plan VERB VBD", "future"),
        ("wanted want VERB VBD", "hypothetical"),
        ("threatened threaten VERB VBD", "hypothetical"),
        ("refused refuse VERB VBD", "negated"),
        ("failed fail VERB VBD", "negated"),
        ("began begin VERB VBD", "asserted"),
        ("managed manage VERB VBD", "asserted"),
    ],
)
def test_the_governing_verb_decides_and_is_itself_asserted(governor: str, status: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 2 nsubj
    {governor} 0 root
    to to PART TO 4 mark
    attack attack VERB VB 2 xcomp
    Kenya Kenya PROPN NNP 4 obj
    """
    found = statuses(table)
    assert found["attack"] == status
    assert found[governor.split()[1]] == "asserted"


def test_a_denied_claim_is_denied_and_its_denial_asserted() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    denied deny VERB VBD 0 root
    that that SCONJ IN 6 mark
    it it PRON PRP 6 nsubj
    had have AUX VBD 6 aux
    attacked attack VERB VBN 2 ccomp
    Kenya Kenya PROPN NNP 6 obj
    """
    assert statuses(table) == {"deny": "asserted", "attack": "denied"}


def test_would_under_a_past_report_is_future() -> None:
    table = """
    Oslo Oslo PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    Chad Chad PROPN NNP 5 nsubj
    would would AUX MD 5 aux
    visit visit VERB VB 2 ccomp
    Kenya Kenya PROPN NNP 5 obj
    """
    assert statuses(table) == {"say": "asserted", "visit": "future"}


def test_a_condition_and_what_hangs_on_it_are_hypothetical() -> None:
    table = """
    If if SCONJ IN 3 mark
    Chad Chad PROPN NNP 3 nsubj
    attacks attack VERB VBZ 7 advcl
    Kenya Kenya PROPN NNP 3 obj
    Peru Peru PROPN NNP 7 nsubj
    will will AUX MD 7 aux
    respond respond VERB VB 0 root
    """
    assert statuses(table) == {"attack": "hypothetical", "respond": "hypothetical"}


def test_coordinated_infinitives_share_the_auxiliary_but_finite_verbs_do_not() -> None:
    shared = """
    Chad Chad PROPN NNP 3 nsubj
    will will AUX MD 3 aux
    meet meet VERB VB 0 root
    Kenya Kenya PROPN NNP 3 obj
    and and CCONJ CC 6 cc
    sign sign VERB VB 3 conj
    treaties treaty NOUN NNS 6 obj
    """
    apart = shared.replace("sign sign VERB VB 3", "signed sign VERB VBD 3")
    assert statuses(shared)["sign"] == "future"
    assert statuses(apart)["sign"] == "asserted"


@pytest.mark.parametrize(
    ("governor", "particle", "status"),
    [
        ("went go VERB VBD", "on on ADV RB", "asserted"),
        ("ruled rule VERB VBD", "out out ADP RP", "negated"),
        ("held hold VERB VBD", "back back ADV RB", "asserted"),
    ],
)
def test_a_particle_belongs_to_the_governing_verb(governor: str, particle: str, status: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 2 nsubj
    {governor} 0 root
    {particle} 2 advmod
    attacking attack VERB VBG 2 advcl
    Kenya Kenya PROPN NNP 4 obj
    """
    assert statuses(table)["attack"] == status


def test_an_inverted_clause_is_a_condition() -> None:
    table = """
    Had have AUX VBD 3 aux
    Chad Chad PROPN NNP 3 nsubj
    attacked attack VERB VBN 6 advcl
    Kenya Kenya PROPN NNP 3 obj
    would would AUX MD 6 aux
    follow follow VERB VB 0 root
    """
    assert statuses(table)["attack"] == "hypothetical"


def test_an_infinitive_that_is_a_headline_announces() -> None:
    table = """
    Chad Chad PROPN NNP 0 root
    to to PART TO 3 mark
    attack attack VERB VB 1 acl
    Kenya Kenya PROPN NNP 3 obj
    """
    assert statuses(table)["attack"] == "future"


@pytest.mark.parametrize(
    ("mark", "verb", "status"),
    [
        ("whenever whenever SCONJ WRB", "attacks attack VERB VBZ", "hypothetical"),
        ("until until SCONJ IN", "attacks attack VERB VBZ", "hypothetical"),
        ("when when SCONJ WRB", "attacked attack VERB VBD", "asserted"),
        ("after after SCONJ IN", "attacks attack VERB VBZ", "asserted"),
    ],
)
def test_a_clause_of_time_in_the_present_tells_what_may_come(mark: str, verb: str, status: str) -> None:
    table = f"""
    Prices price NOUN NNS 2 nsubj
    rise rise VERB VBP 0 root
    {mark} 5 mark
    Chad Chad PROPN NNP 5 nsubj
    {verb} 2 advcl
    Kenya Kenya PROPN NNP 5 obj
    """
    assert statuses(table)["attack"] == status


def clause_behind(words_before: str, verb: str, label: str = "advcl") -> str:
    """ "Norway will react WORDS Chad VERB Kenya": the words as one would tag them, hung on the verb."""
    before = words_before.split()
    number = 3 + len(before) + 2
    lines = ["Norway Norway PROPN NNP 3 nsubj", "will will AUX MD 3 aux", "react react VERB VB 0 root"]
    lines += [f"{word} {word} SCONJ IN {number} mark" for word in before]
    lines += [f"Chad Chad PROPN NNP {number} nsubj", f"{verb} 3 {label}", f"Kenya Kenya PROPN NNP {number} obj"]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "verb", "status"),
    [
        ("as long as", "attacks attack VERB VBZ", "hypothetical"),
        ("provided that", "attacks attack VERB VBZ", "hypothetical"),
        ("in case", "attacked attack VERB VBD", "hypothetical"),
        ("after", "attacks attack VERB VBZ", "hypothetical"),
        ("before", "attacks attack VERB VBZ", "hypothetical"),
        ("because", "attacks attack VERB VBZ", "asserted"),
        ("after", "attacked attack VERB VBD", "asserted"),
    ],
)
def test_words_that_open_a_clause_decide_about_it_however_it_hangs(before: str, verb: str, status: str) -> None:
    for label in ("advcl", "ccomp", "conj"):
        assert statuses(clause_behind(before, verb, label))["attack"] == status


@pytest.mark.parametrize(
    ("before", "verb", "status"),
    [
        ("instead of", "attacking attack VERB VBG", "negated"),
        ("rather than", "attack attack VERB VB", "negated"),
        ("far from", "attacking attack VERB VBG", "negated"),
        ("on the verge of", "attacking attack VERB VBG", "future"),
        ("for fear of", "attacking attack VERB VBG", "hypothetical"),
        ("after", "attacking attack VERB VBG", "asserted"),
    ],
)
def test_phrases_before_a_verb_without_a_subject(before: str, verb: str, status: str) -> None:
    number = 3 + len(before.split())
    lines = ["Chad Chad PROPN NNP 2 nsubj", "left leave VERB VBD 0 root"]
    lines += [f"{word} {word} ADP IN {number} mark" for word in before.split()]
    lines += [f"{verb} 2 advcl", f"Kenya Kenya PROPN NNP {number} obj"]
    assert statuses("\n".join(lines))["attack"] == status


@pytest.mark.parametrize(
    ("first", "second"),
    [("attacks attack VERB VBZ", "bombs bomb VERB VBZ"), ("attack attack VERB VBP", "bomb bomb VERB VBP")],
)
def test_a_verb_without_a_subject_shares_the_condition_of_the_one_before_it(first: str, second: str) -> None:
    table = f"""
    If if SCONJ IN 3 mark
    Chad Chad PROPN NNP 3 nsubj
    {first} 8 advcl
    Kenya Kenya PROPN NNP 3 obj
    or or CCONJ CC 6 cc
    {second} 3 conj
    Peru Peru PROPN NNP 8 nsubj
    responds respond VERB VBZ 0 root
    """
    assert statuses(table)["bomb"] == "hypothetical"


@pytest.mark.parametrize(
    ("auxiliary", "speech", "status"),
    [
        ("did do AUX VBD 4 aux", "say say VERB VB", "hypothetical"),
        ("did do AUX VBD 4 aux", "know know VERB VB", "asserted"),
    ],
)
def test_what_is_not_said_is_open_and_what_is_not_known_is_a_fact(auxiliary: str, speech: str, status: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 4 nsubj
    {auxiliary}
    not not PART RB 4 advmod
    {speech} 0 root
    that that SCONJ IN 7 mark
    Kenya Kenya PROPN NNP 7 nsubj
    attacked attack VERB VBD 4 ccomp
    Mali Mali PROPN NNP 7 obj
    """
    assert statuses(table)["attack"] == status


def test_two_negations_make_a_fact_where_the_verb_is_listed_so() -> None:
    table = """
    Chad Chad PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    {} 0 root
    to to PART TO 6 mark
    attack attack VERB VB 4 xcomp
    Kenya Kenya PROPN NNP 6 obj
    """
    assert statuses(table.format("hesitate hesitate VERB VB"))["attack"] == "asserted"
    assert statuses(table.format("plan plan VERB VB"))["attack"] == "hypothetical"


def test_a_bare_verb_without_a_subject_commands() -> None:
    table = """
    Attack attack VERB VB 4 ccomp
    Kenya Kenya PROPN NNP 1 obj
    Chad Chad PROPN NNP 4 nsubj
    shouted shout VERB VBD 0 root
    """
    assert statuses(table) == {"attack": "hypothetical", "shout": "asserted"}


def test_a_question_is_no_fact_and_what_is_said_of_it_is() -> None:
    table = """
    `` `` PUNCT `` 4 punct
    Did do AUX VBD 4 aux
    Chad Chad PROPN NNP 4 nsubj
    attack attack VERB VB 9 ccomp
    Kenya Kenya PROPN NNP 4 obj
    ? ? PUNCT . 4 punct
    '' '' PUNCT '' 4 punct
    Oslo Oslo PROPN NNP 9 nsubj
    asked ask VERB VBD 0 root
    """
    assert statuses(table) == {"attack": "hypothetical", "ask": "asserted"}


def test_a_habit_in_the_present_is_no_event() -> None:
    present = simple("often often ADV RB 0 advmod", verb="meets meet VERB VBZ 0 root")
    past = simple("often often ADV RB 0 advmod", verb="met meet VERB VBD 0 root")
    assert statuses(present)["meet"] == "hypothetical"
    assert statuses(past)["meet"] == "asserted"


def test_neither_of_two_subjects_did_it() -> None:
    table = """
    Neither neither CCONJ CC 2 cc:preconj
    Chad Chad PROPN NNP 5 nsubj
    nor nor CCONJ CC 4 cc
    Kenya Kenya PROPN NNP 2 conj
    attacked attack VERB VBD 0 root
    Mali Mali PROPN NNP 5 obj
    """
    assert statuses(table)["attack"] == "negated"


def test_an_infinitive_that_is_a_subject_tells_no_event() -> None:
    table = """
    To to PART TO 2 mark
    attack attack VERB VB 5 csubj
    Kenya Kenya PROPN NNP 2 obj
    would would AUX MD 5 aux
    help help VERB VB 0 root
    Chad Chad PROPN NNP 5 obj
    """
    assert statuses(table)["attack"] == "hypothetical"


def test_nor_negates_what_stands_behind_it() -> None:
    table = """
    Norway Norway PROPN NNP 2 nsubj
    left leave VERB VBD 0 root
    nor nor CCONJ CC 4 cc
    did do AUX VBD 6 aux
    Chad Chad PROPN NNP 6 nsubj
    attack attack VERB VB 2 conj
    Kenya Kenya PROPN NNP 6 obj
    """
    assert statuses(table) == {"leave": "asserted", "attack": "negated"}


@pytest.mark.parametrize(
    ("subject", "verb", "status"),
    [
        ("Chad Chad PROPN NNP", "leave leave VERB VBP", "hypothetical"),
        ("it it PRON PRP", "leave leave VERB VB", "hypothetical"),
        ("Chad Chad PROPN NNP", "leaves leave VERB VBZ", "asserted"),
        ("they they PRON PRP", "leave leave VERB VBP", "asserted"),
        ("Chad Chad PROPN NNP", "hit hit VERB VBP", "asserted"),
    ],
)
def test_the_bare_form_after_one_only_wishes(subject: str, verb: str, status: str) -> None:
    table = f"""
    Oslo Oslo PROPN NNP 2 nsubj
    insisted insist VERB VBD 0 root
    that that SCONJ IN 5 mark
    {subject} 5 nsubj
    {verb} 2 ccomp
    """
    assert statuses(table)[verb.split()[1]] == status
