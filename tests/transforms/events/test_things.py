"""The table of things that tell whose they are."""

from pathlib import Path

import pytest

from schemas.data_files import DataFileError, Row, packaged, read_rows
from transforms.events import things
from transforms.events.things import COLUMNS, check

ROWS = tuple(read_rows(packaged("transforms.events", "things.csv"), COLUMNS))
SETS = {
    "culprit": things.culprits,
    "addressing": things.addressing,
    "maker": things.makers,
    "band": things.bands,
    "stand_in": things.stand_ins,
    "ground": things.grounds,
    "reason": things.reasons,
    "suffered": things.suffered,
    "harm": things.harm,
    "unclaimed": things.unclaimed,
    "crime": things.crimes,
    "arm": things.arms,
    "attacker": things.attackers,
    "sending": things.sending,
    "wishing": things.wishing,
    "proposal": things.proposals,
    "body": things.bodies,
    "nation": things.nations,
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['kind']}-{row['lemma']}")
def test_every_row_is_found_by_its_kind(row: Row) -> None:
    assert row["lemma"] == row["lemma"].lower().strip()
    if row["kind"] == "word":
        assert things.said_by(row["lemma"]) == set(row["verbs"].split("|"))
    else:
        assert row["lemma"] in SETS[row["kind"]]()


def test_a_noun_for_no_word_has_no_verbs() -> None:
    assert not things.said_by("table")


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("word,offer,offer,\nword,offer,offer,\n", r"own\.csv:3: word 'offer' is of no kind .* or twice"),
        ("sound,offer,offer,\n", r"own\.csv:2: sound 'offer' is of no kind"),
        ("word,offer,,\n", r"own\.csv:2: 'offer': a word needs the verbs that say it"),
        ("maker,make,write,\n", r"own\.csv:2: 'make': a word needs the verbs that say it"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, rows: str, message: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(",".join(COLUMNS) + "\n" + rows)
    with pytest.raises(DataFileError, match=message):
        check(tuple(read_rows(file, COLUMNS)))
