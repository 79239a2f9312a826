from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.data_files import DataFileError, Row, header, packaged, read_rows, tables_in

COLUMNS = ("word", "note")
CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0")).map(str.strip)


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "own.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_rows_come_in_order_without_outer_spaces_and_blank_lines(tmp_path: Path) -> None:
    file = written(tmp_path, 'word,note\n harbour , a place\n\n"quay, old",\n')

    assert read_rows(file, COLUMNS) == [
        Row("own.csv:2", {"word": "harbour", "note": "a place"}),
        Row("own.csv:4", {"word": "quay, old", "note": ""}),
    ]
    assert read_rows(file, COLUMNS)[0]["note"] == "a place"


def test_a_file_saved_by_a_spreadsheet_is_read_alike(tmp_path: Path) -> None:
    file = written(tmp_path, b"\xef\xbb\xbfword,note\r\nharbour,a place\r\n")

    assert header(file) == COLUMNS
    assert read_rows(file, COLUMNS) == [Row("own.csv:2", {"word": "harbour", "note": "a place"})]


def test_columns_beside_those_asked_for_are_passed_over_only_where_the_reader_says_so(tmp_path: Path) -> None:
    file = written(tmp_path, "note,source,word\na place,me,harbour\n")

    assert read_rows(file, COLUMNS, exact=False) == [Row("own.csv:2", {"word": "harbour", "note": "a place"})]
    with pytest.raises(DataFileError, match=r"^own\.csv:1: the header must be word,note$"):
        read_rows(file, COLUMNS)


@pytest.mark.parametrize("exact", [True, False])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", r"own\.csv:1: no column word, note; the header must be word,note"),
        ("word\nharbour\n", r"own\.csv:1: no column note; the header must be word,note"),
        ("word,note\nharbour,a place,of ships\n", r"own\.csv:2: the number of cells differs from the header's"),
        ("word,note\nquay,\nharbour\n", r"own\.csv:3: the number of cells differs from the header's"),
        ("word,note\n ,a place\n", r"own\.csv:2: word is empty; fill it in"),
        ('word,note\nquay,"old" one\n', r"own\.csv:2: .*quote cells with commas, and double the quotes in them"),
        ('word,note\nquay,"old\n', r"own\.csv:2: .*quote cells with commas"),
        (b"word,note\nquay,caf\xe9\n", r"own\.csv:2: this is not UTF-8; save the file as UTF-8"),
    ],
)
def test_a_faulty_file_is_named_with_line_and_remedy(
    tmp_path: Path, content: str | bytes, message: str, exact: bool
) -> None:
    with pytest.raises(DataFileError, match=message):
        read_rows(written(tmp_path, content), COLUMNS, exact=exact)


def test_packaged_tables_come_by_name() -> None:
    assert [file.name for file in tables_in(packaged("schemas"))] == [
        "cameo_codes.csv",
        "countries.csv",
        "event_types.csv",
    ]
    assert header(packaged("schemas", "countries.csv")) == ("country", "alpha2", "name", "capital", "adjective")


@given(st.lists(st.tuples(CELLS.filter(bool), CELLS)))
def test_whatever_is_written_is_read_again(records: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "own.csv"
        with path.open("w", encoding="utf8", newline="") as stream:
            csv.writer(stream).writerows([COLUMNS, *records])
        found = read_rows(path, COLUMNS)

    assert [(row["word"], row["note"]) for row in found] == records
    assert [row.where for row in found] == [f"own.csv:{number}" for number in range(2, len(records) + 2)]
