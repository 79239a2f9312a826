"""Status: what is said to have happened, told apart from what is not."""

import pytest

from schemas import codes
from schemas.data_files import Row
from tests.transforms.events.trees import parsed
from transforms.events.clauses import words
from transforms.events.clauses.clauses import clauses

SCOPED = ("governor", "phrase")
PLAIN = (
    "negator",
    "auxiliary",
    "marker",
    "time",
    "adverb",
    "habit",
    "ahead",
    "adjective",
    "ordinal",
    "carrier",
    "preposition",
    "untruth",
    "story",
    "gerund",
    "purpose",
    "never",
)
INHERITING = ("phrase", "carrier", "preposition", "implicative")
SCOPES = {"phrase": {"verb", "noun", "habit"}, "time": {"", "future", "goal"}, "implicative": {"", "object"}}


def statuses(table: str) -> dict[str, str]:
    return {clause.lemma: clause.status for clause in clauses(parsed(table))}


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


@pytest.mark.parametrize("row", words.rows("status"), ids=lambda row: f"{row['kind']}-{row['word']}")
def test_every_row_of_the_status_list_is_usable(row: Row) -> None:
    assert row["kind"] in (*SCOPED, *PLAIN, *SCOPES)
    assert row["status"] in codes.STATUSES or (row["status"] == "inherited" and row["kind"] in INHERITING)
    assert row["word"] == row["word"].strip().lower() != ""
    if row["kind"] in SCOPES:
        assert set(row["scope"].split("|")) <= SCOPES[row["kind"]]
    else:
        assert bool(row["scope"]) == (row["kind"] == "governor")


def test_no_word_is_listed_twice_for_one_use() -> None:
    uses = [(row["kind"], row["word"]) for row in words.rows("status")]
    assert len(uses) == len(set(uses))


@pytest.mark.parametrize("name", ["speech", "verbs"])
def test_word_lists_hold_lower_case_lemmas_once(name: str) -> None:
    keys = [(row.cells.get("property"), row["lemma"]) for row in words.rows(name)]
    assert all(lemma and lemma == lemma.lower() for _, lemma in keys)
    assert len(keys) == len(set(keys))


def test_announced_acts_become_agreements_of_the_code_list() -> None:
    types = {row["cameo_code"]: row["event_type"] for row in codes.reference_rows("cameo_codes")}
    for row in words.rows("announced"):
        assert types[row["cameo_code"]] in ("CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "CONCEDE")
        assert types[row["announced_code"]] == "AGREE"


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
