"""Finer codes: what is asked, promised, refused or threatened says which code of such words is meant."""

from __future__ import annotations

import pytest

from schemas import codes
from tests.transforms.events.codebook.test_codebook import codebook, coded
from transforms.events.codebook.finer import announced, finer, finer_codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Norway has agreed to lift its sanctions on Laos.", "0354"),
        ("Norway decided to lift its sanctions on Laos.", "085"),
        ("Chad threatened to bomb Niger.", "1384"),
        ("Norway asked Chad to extradite the banker.", "0213"),
        ("Norway said that Chad must release the prisoners.", "1053"),
        ("Norway demanded that Chad withdraw its troops.", "1056"),
        ("Norway urged Chad to hold elections.", "024"),
        ("Norway urged Chad to hold talks with Niger.", "026"),
        ("Norway urged Chad to settle its dispute with Niger.", "027"),
        ("Oman demanded that Yemen accept a mediator.", "108"),
        ("Norway promised to recognise Palestine.", "032"),
        ("Norway asked Chad.", None),
    ],
)
def test_what_words_speak_of_makes_their_code_finer(text: str, code: str | None) -> None:
    assert [found for found, _, _ in coded(text)[:1]] == ([code] if code else [])


def test_a_code_never_leaves_its_type_or_what_it_said() -> None:
    rows = {row.rule_id: row for row in codebook().rows}
    promise, visit = rows["agree-promise"], rows["consult-visit"]
    assert finer(promise, [visit]).cameo_code == "036"
    assert finer(rows["agree-offer-aid-2"], [visit]).cameo_code == "033"
    assert finer(rows["agree-promise"], [rows["assault-bomb"]]).cameo_code == "030"


def test_a_finer_code_brings_no_mode_that_its_type_lacks() -> None:
    rows = {row.rule_id: row for row in codebook().rows}
    decided = finer(rows["retreat-decide-retreat"], [rows["retreat-lift-sanctions"]])
    assert (decided.cameo_code, decided.event_mode) == ("085", None)


def test_every_finer_code_is_known_and_belongs_to_what_is_said() -> None:
    types = {row["cameo_code"]: row["event_type"] for row in codes.reference_rows("cameo_codes")}
    said = {"02": "REQUEST", "03": "AGREE", "10": "REQUEST", "12": "REJECT", "13": "THREATEN"}
    for (root, told), code in finer_codes().items():
        assert told in types or told.ljust(3, "0") in types
        assert types[code] == said[root]
        assert code.startswith(root)


@pytest.mark.parametrize(
    ("rule", "by_its_actor", "event_type", "code"),
    [
        ("consult-visit", False, "AGREE", "036"),
        ("aid-give-military-aid", True, "AGREE", "0332"),
        ("protest-boycott", True, "THREATEN", "133"),
        ("coerce-extend-curfews-in", True, "THREATEN", "1323"),
        ("protest-boycott", False, "PROTEST", "143"),
        ("accuse-accuse", True, "ACCUSE", "112"),
    ],
)
def test_what_is_only_announced_is_a_promise_or_a_threat(
    rule: str, by_its_actor: bool, event_type: str, code: str
) -> None:
    row = next(row for row in codebook().rows if row.rule_id == rule)
    told = announced(row, by_its_actor=by_its_actor)
    assert (told.event_type, told.cameo_code) == (event_type, code)
