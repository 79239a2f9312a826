"""Whom each type of event needs: the table, and what is told or left untold by it."""

from pathlib import Path

import pytest

from schemas.codes import PLOVER_TYPES
from schemas.data_files import DataFileError, read_rows
from transforms.events.sides import COLUMNS, load, sides

ROW = "{},words,public,named,named,no,yes,no,no,no,with|to,\n"


@pytest.mark.parametrize("event_type", PLOVER_TYPES)
def test_every_type_says_whom_it_needs(event_type: str) -> None:
    needs = sides(event_type)
    assert needs.event_type == event_type
    assert needs.beside, "a recipient may stand in a phrase"
    assert all(word.islower() and " " not in word for word in needs.beside)
    if needs.actor == "hidden":
        assert needs.needs_recipient, "somebody must be named"


def test_only_violence_and_arrest_are_told_without_a_doer_in_nouns() -> None:
    assert [one for one in PLOVER_TYPES if sides(one).actor == "hidden"] == ["COERCE", "ASSAULT"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (ROW.format("AGREE") * 2, r"own\.csv:3: 'AGREE' is no PLOVER type or stands twice"),
        (ROW.format("PRAISE"), r"own\.csv:2: 'PRAISE' is no PLOVER type"),
        (
            "AGREE,words,public,maybe,named,no,yes,no,no,no,with,\n",
            r"own\.csv:2: actor is 'maybe'; write named or state or passive or hidden",
        ),
        (ROW.format("AGREE"), r"no row for CONSULT, .*; add one for each"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(tmp_path: Path, rows: str, message: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(",".join(COLUMNS) + "\n" + rows)
    with pytest.raises(DataFileError, match=message):
        load(read_rows(file, COLUMNS))
