"""Status lists: what the rows of the word lists may say."""

import pytest

from schemas import codes
from schemas.data_files import Row
from transforms.events.clauses import words

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

SCOPES = {"phrase": {"verb", "noun", "habit"}, "time": {"", "future", "goal"}, "implicative": {"", "object", "perfect"}}


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
