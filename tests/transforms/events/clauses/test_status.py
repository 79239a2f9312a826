"""Status: what is said to have happened, told apart from what is not."""

import pytest

from schemas import codes
from schemas.data_files import Row
from tests.transforms.events.trees import parsed
from transforms.events.clauses import words
from transforms.events.clauses.clauses import clauses

KINDS = ("negator", "auxiliary", "marker", "time", "adverb", "adjective", "preposition", "governor")


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
    assert row["kind"] in KINDS
    assert row["status"] in codes.STATUSES
    assert row["word"] == row["word"].strip().lower() != ""
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
