"""Complements: what stands under words that are no listed governors, and what is told of no time or in no world."""

import pytest

from tests.transforms.events.trees import parsed
from transforms.events.clauses.clauses import clauses


def status(table: str, lemma: str = "attack") -> str:
    return next(clause.status for clause in clauses(parsed(table)) if clause.lemma == lemma)


@pytest.mark.parametrize(
    ("governor", "expected"),
    [
        ("struggled struggle VERB VBD", "hypothetical"),
        ("tended tend VERB VBD", "hypothetical"),
        ("used use VERB VBD", "hypothetical"),
        ("rushed rush VERB VBD", "asserted"),
    ],
)
def test_an_infinitive_is_open_unless_its_word_makes_it_real(governor: str, expected: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 2 nsubj
    {governor} 0 root
    to to PART TO 4 mark
    attack attack VERB VB 2 xcomp
    Kenya Kenya PROPN NNP 4 obj
    """
    assert status(table) == expected


@pytest.mark.parametrize(("quality", "expected"), [("fit", "hypothetical"), ("quick", "asserted")])
def test_an_infinitive_behind_an_adjective(quality: str, expected: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 3 nsubj
    was be AUX VBD 3 cop
    {quality} {quality} ADJ JJ 0 root
    to to PART TO 5 mark
    attack attack VERB VB 3 xcomp
    Kenya Kenya PROPN NNP 5 obj
    """
    assert status(table) == expected


def test_what_something_was_used_for_was_done() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    used use VERB VBD 0 root
    tanks tank NOUN NNS 2 obj
    to to PART TO 5 mark
    attack attack VERB VB 2 xcomp
    Kenya Kenya PROPN NNP 5 obj
    """
    assert status(table) == "asserted"


@pytest.mark.parametrize(
    ("governor", "mark", "expected"),
    [
        ("thought think VERB VBD", "of of", "hypothetical"),
        ("backed back VERB VBD", "from from", "negated"),
        ("leaned lean VERB VBD", "towards towards", "hypothetical"),
        ("gained gain VERB VBD", "from from", "asserted"),
        ("answered answer VERB VBD", "by by", "asserted"),
    ],
)
def test_a_gerund_follows_its_preposition(governor: str, mark: str, expected: str) -> None:
    table = f"""
    Chad Chad PROPN NNP 2 nsubj
    {governor} 0 root
    {mark} SCONJ IN 4 mark
    attacking attack VERB VBG 2 advcl
    Kenya Kenya PROPN NNP 4 obj
    """
    assert status(table) == expected


def test_a_gerund_as_object_is_open_but_a_participle_further_behind_is_none() -> None:
    planned = """
    Chad Chad PROPN NNP 2 nsubj
    rehearsed ponder VERB VBD 0 root
    attacking attack VERB VBG 2 xcomp
    Kenya Kenya PROPN NNP 3 obj
    """
    behind = """
    Chad Chad PROPN NNP 2 nsubj
    crossed cross VERB VBD 0 root
    the the DET DT 4 det
    border border NOUN NN 2 obj
    attacking attack VERB VBG 2 xcomp
    Kenya Kenya PROPN NNP 5 obj
    """
    assert status(planned) == "hypothetical"
    assert status(behind) == "asserted"


def test_a_perfect_gerund_is_a_gerund() -> None:
    table = """
    Chad Chad PROPN NNP 3 nsubj:pass
    is be AUX VBZ 3 aux:pass
    suspected suspect VERB VBN 0 root
    of of SCONJ IN 6 mark
    having have AUX VBG 6 aux
    attacked attack VERB VBN 3 advcl
    Kenya Kenya PROPN NNP 6 obj
    """
    assert status(table) == "hypothetical"


def test_a_gerund_with_a_subject_of_its_own_is_what_the_noun_says() -> None:
    table = """
    There there PRON EX 2 expl
    was be VERB VBD 0 root
    talk talk NOUN NN 2 nsubj
    of of SCONJ IN 6 mark
    Chad Chad PROPN NNP 6 nsubj
    attacking attack VERB VBG 3 nmod
    Kenya Kenya PROPN NNP 6 obj
    """
    assert status(table) == "hypothetical"


def test_a_false_claim_is_denied_but_a_false_accusation_was_made() -> None:
    table = """
    Papers paper NOUN NNS 3 nsubj
    falsely falsely ADV RB 3 advmod
    claimed claim VERB VBD 0 root
    that that SCONJ IN 7 mark
    Chad Chad PROPN NNP 7 nsubj
    had have AUX VBD 7 aux
    attacked attack VERB VBN 3 ccomp
    Kenya Kenya PROPN NNP 7 obj
    """
    accused = """
    Chad Chad PROPN NNP 3 nsubj
    falsely falsely ADV RB 3 advmod
    accused accuse VERB VBD 0 root
    Kenya Kenya PROPN NNP 3 obj
    """
    assert status(table) == "denied"
    assert status(accused, "accuse") == "asserted"


def test_a_clause_that_hangs_on_the_verb_belongs_to_the_noun_before_it() -> None:
    table = """
    Oslo Oslo PROPN NNP 2 nsubj
    repeated repeat VERB VBD 0 root
    its its PRON PRP$ 4 nmod:poss
    demand demand NOUN NN 2 obj
    that that SCONJ IN 7 mark
    Chad Chad PROPN NNP 7 nsubj
    attack attack VERB VBP 2 ccomp
    Kenya Kenya PROPN NNP 7 obj
    """
    assert status(table) == "hypothetical"


def test_what_was_to_have_been_done_was_not() -> None:
    table = """
    Chad Chad PROPN NNP 5 nsubj
    was be AUX VBD 5 cop
    to to PART TO 5 mark
    have have AUX VB 5 aux
    attacked attack VERB VBN 0 root
    Kenya Kenya PROPN NNP 5 obj
    """
    assert status(table) == "hypothetical"


def test_what_is_waited_for_is_open_where_the_waiting_is() -> None:
    table = """
    Peru Peru PROPN NNP 2 nsubj
    {waits} 0 root
    to to PART TO 4 mark
    wait wait VERB VB 2 xcomp
    until until SCONJ IN 7 mark
    Chad Chad PROPN NNP 7 nsubj
    attacked attack VERB VBD 2 advcl
    Kenya Kenya PROPN NNP 7 obj
    """
    assert status(table.format(waits="vowed vow VERB VBD")) == "hypothetical"
    assert status(table.format(waits="continued continue VERB VBD")) == "asserted"


def test_stories_and_repeated_acts_are_told_in_the_present() -> None:
    table = """
    {first} 4 case
    {second} 4 det
    {third} 6 obl
    Chad Chad PROPN NNP 6 nsubj
    , , PUNCT , 6 punct
    {verb} 0 root
    Kenya Kenya PROPN NNP 6 obj
    """.replace("4 case", "3 case").replace("4 det", "3 det")
    story = {"first": "In in ADP IN", "second": "the the DET DT", "third": "film film NOUN NN"}
    habit = {"first": "time time NOUN NN", "second": "to to ADP IN", "third": "time time NOUN NN"}
    present, past = "attacks attack VERB VBZ", "attacked attack VERB VBD"
    assert status(table.format(**story, verb=present)) == "hypothetical"
    assert status(table.format(**story, verb=past)) == "asserted"
    assert status("From from ADP IN 2 case\n" + _moved(table.format(**habit, verb=present))) == "hypothetical"


def _moved(table: str) -> str:
    """The table with every governor one line further down."""
    moved = []
    for line in filter(str.strip, table.splitlines()):
        *front, head, dep = line.split()
        moved.append(" ".join([*front, str(int(head) + 1 if head != "0" else 0), dep]))
    return "\n".join(moved)


def test_a_fake_letter_says_what_is_not_so() -> None:
    table = """
    A a DET DT 3 det
    fake fake ADJ JJ 3 amod
    letter letter NOUN NN 4 nsubj
    said say VERB VBD 0 root
    Chad Chad PROPN NNP 7 nsubj
    had have AUX VBD 7 aux
    attacked attack VERB VBN 4 ccomp
    Kenya Kenya PROPN NNP 7 obj
    """
    assert status(table) == "denied"


def test_what_somebody_is_not_guilty_of_is_open() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    pleaded plead VERB VBD 0 root
    not not PART RB 4 advmod
    guilty guilty ADJ JJ 2 xcomp
    to to SCONJ IN 6 mark
    attacking attack VERB VBG 4 advcl
    Kenya Kenya PROPN NNP 6 obj
    """
    assert status(table) == "hypothetical"
    assert status(table.replace("not not PART RB", "quite quite ADV RB")) == "asserted"


def test_that_is_no_relative_pronoun_beside_a_subject() -> None:
    table = """
    Rumours rumour NOUN NNS 7 nsubj
    that that PRON WDT 5 nsubj
    Chad Chad PROPN NNP 5 nsubj
    had have AUX VBD 5 aux
    attacked attack VERB VBN 1 acl:relcl
    Kenya Kenya PROPN NNP 5 obj
    spread spread VERB VBD 0 root
    """
    assert status(table) == "hypothetical"


def test_being_against_an_act_is_no_act() -> None:
    table = """
    Oslo Oslo PROPN NNP 4 nsubj
    is be AUX VBZ 4 cop
    against against SCONJ IN 4 mark
    attacking attack VERB VBG 0 root
    Kenya Kenya PROPN NNP 4 obj
    """
    assert status(table) == "hypothetical"


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("Next next ADJ JJ 2 amod\nweek week NOUN NN {n} nmod:poss", "future"),
        ("Upcoming upcoming ADJ JJ 2 amod\nlong long ADJ JJ {n} amod", "future"),
    ],
)
def test_words_in_front_put_an_act_ahead(front: str, expected: str) -> None:
    table = (
        front.format(n=3)
        + """
    talks talk NOUN NNS 8 nsubj
    between between ADP IN 5 case
    Chad Chad PROPN NNP 3 nmod
    and and CCONJ CC 7 cc
    Kenya Kenya PROPN NNP 5 conj
    worry worry VERB VBP 0 root
    Peru Peru PROPN NNP 8 obj
    """
    )
    assert status(table, "talk") == expected


@pytest.mark.parametrize(("noun", "expected"), [("Chad Chad PROPN NNP", "negated"), ("time time NOUN NN", "asserted")])
def test_a_denied_cleft_denies_the_deed(noun: str, expected: str) -> None:
    table = f"""
    It it PRON PRP 4 nsubj
    was be AUX VBD 4 cop
    not not PART RB 4 advmod
    {noun} 0 root
    that that PRON WDT 6 nsubj
    attacked attack VERB VBD 4 acl:relcl
    Kenya Kenya PROPN NNP 6 obj
    """
    assert status(table) == expected


@pytest.mark.parametrize(("purpose", "expected"), [("protest", "asserted"), ("attack", "future")])
def test_what_a_crowd_gathers_for_happens_if_it_is_said(purpose: str, expected: str) -> None:
    table = f"""
    Students student NOUN NNS 2 nsubj
    filled fill VERB VBD 0 root
    streets street NOUN NNS 2 obj
    to to PART TO 5 mark
    {purpose} {purpose} VERB VB 2 advcl
    Kenya Kenya PROPN NNP 5 obj
    """
    assert status(table, purpose) == expected


def test_a_gerund_right_behind_a_governor_is_its_complement() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj
    mulled mull VERB VBD 0 root
    attacking attack VERB VBG 2 advcl
    Kenya Kenya PROPN NNP 3 obj
    """
    assert status(table) == "hypothetical"


def test_at_no_point_is_never() -> None:
    table = """
    At at ADP IN 3 case
    no no DET DT 3 det
    point point NOUN NN 6 obl
    did do AUX VBD 6 aux
    Chad Chad PROPN NNP 6 nsubj
    attack attack VERB VB 0 root
    Kenya Kenya PROPN NNP 6 obj
    """
    assert status(table) == "negated"


def test_an_announcement_may_be_reported() -> None:
    table = """
    Chad Chad PROPN NNP 3 nsubj
    to to PART TO 3 mark
    attack attack VERB VB 7 ccomp
    Kenya Kenya PROPN NNP 3 obj
    , , PUNCT , 7 punct
    officials official NOUN NNS 7 nsubj
    say say VERB VBP 0 root
    """
    assert status(table) == "future"
