"""The codebook's rows, each with its own example, and the engine that chooses among them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc

from schemas import codes
from schemas.data_files import DataFileError, packaged, tables_in
from transforms.events.clauses.clauses import clauses
from transforms.events.codebook.codebook import Codebook, Match
from transforms.events.codebook.rows import COLUMNS, Row
from transforms.events.codebook.vocabularies import load_vocabularies
from transforms.events.parsing.language import load_language

CODES = Path(__file__).parents[5] / "shared" / "codes"
EXAMPLE_LENGTH = 80


@cache
def codebook() -> Codebook:
    return Codebook.load()


def events(doc: Doc, book: Codebook) -> list[Match]:
    """Matches of a text's clauses, less those that another match uses up."""
    found = [clause for sentence in doc.sents for clause in clauses(sentence)]
    by_predicate = {clause.predicate: clause for clause in found}
    matched = [(clause, book.match(clause, doc, by_predicate)) for clause in found]
    used = {token for _clause, match in matched if match for token in match.absorbed}
    return [match for clause, match in matched if match and clause.predicate not in used]


def coded(text: str, book: Codebook | None = None) -> list[tuple[str, list[str], list[str]]]:
    """(cameo code, actor candidates, recipient candidates) of each event in a text."""
    doc = load_language()(text)
    return [
        (match.row.cameo_code, [doc[i].text for i in match.actors], [doc[i].text for i in match.recipients])
        for match in events(doc, book or codebook())
    ]


def overlay(folder: Path, *rows: dict[str, str], name: str = "own.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


OWN = {
    "rule_id": "own-attack",
    "predicate": "attack",
    "pos": "verb",
    "actor": "subject",
    "recipient": "object",
    "event_type": "ACCUSE",
    "cameo_code": "111",
    "example": "The senator attacked the minister.",
}


def test_every_example_codes_to_its_own_row() -> None:
    rows = [row for row in codebook().rows if row.tells]
    docs = load_language().pipe([row.example for row in rows])
    fired = [[match.row.rule_id for match in events(doc, codebook())] for doc in docs]
    wrong = [
        f"{row.rule_id}: {row.example!r} gives {rules}"
        for row, rules in zip(rows, fired, strict=True)
        if row.rule_id not in rules
    ]
    assert not wrong, "\n".join(wrong)


def test_the_example_of_another_sense_tells_nothing() -> None:
    rows = [row for row in codebook().rows if not row.tells]
    assert rows
    docs = load_language().pipe([row.example for row in rows])
    told = [
        f"{row.rule_id}: {match.row.rule_id}"
        for row, doc in zip(rows, docs, strict=True)
        for match in events(doc, codebook())
    ]
    assert told == []


def test_the_codebook_is_wide() -> None:
    rows = [row for row in codebook().rows if row.tells]
    assert len(rows) >= 350
    assert len({predicate for row in rows for predicate in row.predicates}) >= 250
    assert {row.event_type for row in rows} == set(codes.PLOVER_TYPES)


@pytest.mark.parametrize("row", codebook().rows, ids=lambda row: row.rule_id)
def test_every_row_is_well_formed(row: Row) -> None:
    assert re.fullmatch(r"[a-z0-9-]+", row.rule_id)
    assert row.where.startswith((row.event_type.lower() or "other_senses") + ".csv:")
    assert row.example.endswith(".") and len(row.example) <= EXAMPLE_LENGTH
    assert row.actor or not row.tells
    assert all(predicate == predicate.lower() and len(predicate.split()) <= 2 for predicate in row.predicates)


def test_no_example_stands_twice() -> None:
    repeated = [text for text, count in Counter(row.example for row in codebook().rows).items() if count > 1]
    assert not repeated


def test_every_vocabulary_is_used() -> None:
    text = "".join(file.read_text(encoding="utf8") for file in tables_in(packaged("transforms.events", "codebook")))
    named = set(re.findall(r"@(\w+)", text))
    by_code = {
        "quantity_nouns",
        "time_nouns",
        "mishaps",
        "violence",
        "fiction",
        "works",
        "sportspeople",
        "contests",
        "pitch",
        "making",
    }
    assert named | by_code == set(load_vocabularies())


def test_types_follow_the_published_mapping() -> None:
    path = CODES / "cameo.csv"
    if not path.exists():
        pytest.skip("the mapping of CAMEO to PLOVER is not beside the repository")
    with path.open(encoding="utf8", newline="") as stream:
        mapping = {row["cameo_code"]: row["plover_type"] for row in csv.DictReader(stream)}
    wrong = [
        row.rule_id
        for row in codebook().rows
        if row.tells and row.event_type != ("REQUEST" if row.cameo_code.startswith("02") else mapping[row.cameo_code])
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey accused Greece.", [("112", ["Turkey"], ["Greece"])]),
        ("Greece was accused by Turkey.", [("112", ["Turkey"], ["Greece"])]),
        ("The miners have called off a strike against the company.", [("082", ["miners"], ["company"])]),
        ("The army launched a series of airstrikes on the town.", [("195", ["army"], ["town"])]),
        ("The pope visited Cuba.", [("042", ["pope"], ["Cuba"])]),
        ("Kenya called off peace talks with the rebels.", [("164", ["Kenya"], ["rebels"])]),
        ("Turkish demands were rejected by Greece.", [("120", ["Greece"], ["Turkish", "demands"])]),
        ("Nurses threatened to hold a strike unless Peru gave way.", [("133", ["Nurses"], ["Peru"])]),
        ("The senator called the general a liar.", [("111", ["senator"], ["general"])]),
    ],
)
def test_who_does_what_to_whom(text: str, expected: list[tuple[str, list[str], list[str]]]) -> None:
    assert coded(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister said that the harvest was good.",
        "The striker attacked the goal.",
        "The champion beat his opponent in the final.",
        "Analysts said the price hit a target.",
        "The company launched a phone.",
        "She met the deadline.",
        "The film won a prize.",
        "They fought the fire for two days.",
    ],
)
def test_other_senses_tell_nothing(text: str) -> None:
    assert coded(text) == []


def test_what_is_promised_or_demanded_is_no_event_of_its_own() -> None:
    assert [code for code, _, _ in coded("Norway has agreed to provide food aid to Malawi.")] == ["0333"]
    assert [code for code, _, _ in coded("Hamas vowed to attack Israel.")] == ["138"]
    assert coded("Ankara called for talks with Athens.")[0][0] == "026"


def test_the_closer_row_wins() -> None:
    general, closer = "Norway sent aid to Malawi.", "Norway sent rockets to Malawi."
    assert coded(general)[0][0] == "070"
    assert coded("Bulgaria delivered ammunition to Ukraine.")[0][0] == "072"
    assert coded(closer) != coded(general)


def test_a_users_row_outranks_the_packaged_ones(tmp_path: Path) -> None:
    book = Codebook.load([overlay(tmp_path, OWN)])
    assert coded("Rebels attacked the Chadian army.", book) == [("111", ["Rebels"], ["army"])]


def test_a_users_words_widen_a_vocabulary(tmp_path: Path) -> None:
    words = tmp_path / "words.csv"
    words.write_text("name,lemma\nhumanitarian_aid,turnip\n", encoding="utf8")
    assert coded("Kuwait sent turnips to Gaza.") == []
    assert [code for code, _, _ in coded("Kuwait sent turnips to Gaza.", Codebook.load([words]))] == ["073"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"event_type": "BRAWL"}, r"own.csv:2: event_type is 'BRAWL'; use one of AGREE"),
        ({"cameo_code": "9999"}, r"own.csv:2: cameo_code '9999' is unknown"),
        ({"cameo_code": "19"}, r"own.csv:2: cameo_code 19 belongs to ASSAULT, but event_type is ACCUSE"),
        ({"event_mode": "drone"}, r"own.csv:2: ACCUSE has no mode 'drone'"),
        ({"object": "@nonsense"}, r"own.csv:2: column object names the vocabulary @nonsense, which no file defines"),
        ({"pos": "adverb"}, r"own.csv:2: pos is 'adverb'; use one of verb"),
        ({"predicate": ""}, r"own.csv:2: column predicate is empty; fill it in"),
        ({"cameo_code": ""}, r"own.csv:2: column cameo_code is empty; fill it in"),
        ({"recipient": "object..of"}, r"own.csv:2: recipient has the slot 'object..of'"),
        ({"status": "maybe"}, r"own.csv:2: status is 'maybe'"),
        ({"rule_id": "assault-attack"}, r"own.csv:2: rule_id assault-attack is already used at assault.csv:\d+"),
    ],
)
def test_a_bad_cell_names_file_line_and_remedy(tmp_path: Path, change: dict[str, str], message: str) -> None:
    with pytest.raises(DataFileError, match=message):
        Codebook.load([overlay(tmp_path, OWN | change)])


def test_two_rows_of_one_pattern_name_both(tmp_path: Path) -> None:
    path = overlay(tmp_path, OWN, OWN | {"rule_id": "own-other"})
    with pytest.raises(
        DataFileError, match=r"own.csv:3: row own-other and row own-attack \(own.csv:2\) claim the same"
    ):
        Codebook.load([path])


def test_a_file_without_its_columns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_text("rule_id,predicate\nx,attack\n", encoding="utf8")
    with pytest.raises(DataFileError, match=r"short.csv:1: no column pos"):
        Codebook.load([path])


def test_a_record_of_the_wrong_width_is_named(tmp_path: Path) -> None:
    path = overlay(tmp_path, OWN)
    path.write_text(path.read_text(encoding="utf8") + "x,y\n", encoding="utf8")
    with pytest.raises(DataFileError, match=r"own.csv:3: the number of cells differs"):
        Codebook.load([path])


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Customs released a ship owned by Greenpeace.", "Greenpeace"),
        ("The minister rejected a plan submitted by Oman.", "Oman"),
    ],
)
def test_who_made_or_owns_a_thing_is_found(text: str, recipient: str) -> None:
    assert recipient in coded(text)[0][2]


def test_days_of_talks_are_talks() -> None:
    assert coded("Portugal opened two days of talks with Angola.") == [("046", ["Portugal"], ["Angola"])]


def test_what_a_thing_is_done_for_meets_a_condition() -> None:
    assert coded("France sent observers to Libya.")[0][0] == "074"
    assert coded("France sent observers to Libya to investigate the raid.")[0][0] == "090"
