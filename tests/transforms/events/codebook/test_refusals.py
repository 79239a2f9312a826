"""What the codebook makes of unwillingness, of noun phrases, and of amounts and names."""

from __future__ import annotations

import pytest

from schemas import codes
from tests.transforms.events.codebook.test_codebook import codebook, coded
from transforms.events.clauses.clauses import clauses
from transforms.events.codebook.refusals import refused_codes
from transforms.events.parsing.language import load_language


def told(text: str) -> list[tuple[str, str | None]]:
    """(CAMEO code, status that the row forces) of each match in a text."""
    doc = load_language()(text)
    found = [clause for sentence in doc.sents for clause in clauses(sentence)]
    by_predicate = {clause.predicate: clause for clause in found}
    matches = (codebook().match(clause, doc, by_predicate) for clause in found)
    return [(match.row.cameo_code, match.row.status) for match in matches if match]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chad will not release the prisoners.", "1243"),
        ("Norway would not meet the Chadian envoy.", "125"),
        ("Chad will not lift its embargo on Niger.", "1244"),
    ],
)
def test_who_will_not_do_a_kindness_refuses_it(text: str, code: str) -> None:
    assert (code, "asserted") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not release the prisoners.",
        "Chad could not release the prisoners.",
        "Chad will release the prisoners.",
        "Chad will not attack Niger.",
    ],
)
def test_other_denials_refuse_nothing(text: str) -> None:
    assert "asserted" not in [status for _, status in told(text)]


def test_every_refusal_is_a_rejection_of_the_code_list() -> None:
    types = {row["cameo_code"]: row["event_type"] for row in codes.reference_rows("cameo_codes")}
    assert {types[code] for code in refused_codes().values()} == {"REJECT"}


def test_a_noun_with_its_modifier_has_a_code_of_its_own() -> None:
    assert ("195", ["Israel", "drone"], ["Damascus"]) in coded(
        "The report describes Israel's drone strikes on Damascus."
    )


def test_an_amount_is_what_it_counts() -> None:
    assert ("073", ["Kuwait"], ["Malawi"]) in coded("Kuwait sent 20 tonnes of medicine to Malawi.")
