"""Records of JSON Lines and Parquet files."""

import gzip
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.intake import Intake
from flows.sources.records import RECORD_TYPE, read_jsonl, read_parquet, record_id
from schemas.records import Page

NOW = datetime(2026, 4, 1, tzinfo=UTC)


def jsonl(folder: Path, content: bytes, name: str = "feed.jsonl", max_bytes: int = 100_000) -> list[Page]:
    path = folder / name
    path.write_bytes(content)
    return list(read_jsonl(path, name, Intake("feed", NOW, max_bytes)))


def parquet(folder: Path, frame: pl.DataFrame) -> list[Page]:
    path = folder / "feed.parquet"
    frame.write_parquet(path)
    return list(read_parquet(path, "feed.parquet", Intake("feed", NOW)))


def test_a_record_keeps_the_fields_that_are_used_and_no_others(tmp_path: Path) -> None:
    line = '{"text": "Ün", "id": 7, "url": "https://a.example/7", "shares": 12, "title": null, "authors": ["A. Roe"]}'
    (page,) = jsonl(tmp_path, line.encode())
    assert page.body.decode() == '{"authors":["A. Roe"],"id":7,"text":"Ün","url":"https://a.example/7"}'
    assert (page.origin, page.url, page.content_type) == ("feed.jsonl#7", "https://a.example/7", RECORD_TYPE)
    assert (page.fetched_at, page.read_error, record_id(page)) == (NOW, None, "7")


def test_a_record_without_an_id_is_named_by_its_line(tmp_path: Path) -> None:
    pages = jsonl(tmp_path, b'\xef\xbb\xbf{"text": "one"}\n\n{"html": "<p>three</p>"}\r\n')
    assert [page.origin for page in pages] == ["feed.jsonl#1", "feed.jsonl#3"]
    assert [record_id(page) for page in pages] == [None, None]


@pytest.mark.parametrize(
    ("given_text", "instant"),
    [
        ("2026-03-01T12:00:00+02:00", datetime(2026, 3, 1, 10, tzinfo=UTC)),
        ("2026-03-01T12:00:00Z", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("yesterday", NOW),
        ("9999-12-31T23:59:59-12:00", NOW),
    ],
)
def test_when_a_record_was_fetched(tmp_path: Path, given_text: str, instant: datetime) -> None:
    (page,) = jsonl(tmp_path, json.dumps({"text": "x", "fetched_at": given_text}).encode())
    assert page.fetched_at == instant


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (b'{"text": "x"', "bad JSON: line 2, column 13: Expecting ',' delimiter"),
        (b'["text"]', "bad JSON: line 2 holds no object in braces"),
        (b'{"text": "\xff"}', "bad JSON: line 2 is not UTF-8"),
        (b"[" * 60_000, "bad JSON: line 2 is nested too deeply"),
        (b'{"id": "b", "title": "only a title"}', "bad record: line 2: it has neither html nor text"),
        (b'{"id": "b", "text": ["x"]}', "bad record: line 2: text is no text in UTF-8"),
        (b'{"text": "' + b"x" * 100_000 + b'"}', "too large: line 2 is over 100000 bytes; see run.max_document_bytes"),
    ],
)
def test_a_bad_line_says_why_and_the_rest_goes_on(tmp_path: Path, line: bytes, error: str) -> None:
    first, bad, last = jsonl(tmp_path, b'{"id": "a", "text": "one"}\n' + line + b'\n{"id": "c", "text": "three"}\n')
    assert bad.read_error == error
    assert bad.origin in ("feed.jsonl#2", "feed.jsonl#b")
    assert (first.origin, last.origin) == ("feed.jsonl#a", "feed.jsonl#c")
    assert record_id(bad) is None


def test_a_gzipped_file_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": n, "text": f"text {n * 7919}"}).encode() + b"\n" for n in range(2000))
    *pages, last = jsonl(tmp_path, gzip.compress(lines)[:-3000], "feed.jsonl.gz")
    assert len(pages) > 100
    assert {page.read_error for page in pages} == {None}
    assert last.origin == "feed.jsonl.gz"
    assert last.read_error is not None
    assert last.read_error.startswith("bad gzip: ")


def test_a_file_that_only_claims_to_be_gzipped(tmp_path: Path) -> None:
    (page,) = jsonl(tmp_path, b'{"text": "x"}\n', "feed.jsonl.gz")
    assert page.read_error == "bad gzip: Not a gzipped file (b'{\"') after line 0; write the file anew"


def test_lone_surrogates_do_not_stop_the_run(tmp_path: Path) -> None:
    (page,) = jsonl(tmp_path, b'{"id": "\\ud83d", "text": "a \\ud83d\\ude00 b \\ud83d c"}')
    assert json.loads(page.body)["text"] == "a \N{GRINNING FACE} b � c"
    assert page.origin == "feed.jsonl#�"


def test_parquet_and_json_lines_make_the_same_page_of_the_same_record(tmp_path: Path) -> None:
    record = {"id": "r1", "text": "Words.", "authors": ["A. Roe", "B. Poe"], "published": "2026-03-01", "other": 1}
    (from_lines,) = jsonl(tmp_path, json.dumps(record).encode())
    (from_table,) = parquet(tmp_path, pl.DataFrame([record | {"published": date(2026, 3, 1)}]))
    assert from_table.body == from_lines.body
    assert from_table.origin == "feed.parquet#r1"


def test_parquet_rows_may_hold_bytes_and_nulls(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"html": "<p>Ü</p>".encode(), "title": None},
        {"html": b"\xff\xfe", "title": "t"},
        {"html": None, "title": "t"},
    ]
    good, binary, empty = parquet(tmp_path, pl.DataFrame(rows, schema={"html": pl.Binary, "title": pl.String}))
    assert good.body.decode() == '{"html":"<p>Ü</p>"}'
    assert binary.read_error == "bad record: row 2: html is no text in UTF-8"
    assert empty.read_error == "bad record: row 3: it has neither html nor text"
    assert good.origin == "feed.parquet#1"


def test_a_broken_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.parquet"
    path.write_bytes(b"PAR1 nothing PAR1")
    (page,) = read_parquet(path, "feed.parquet", Intake("feed", NOW))
    assert page.read_error is not None
    assert page.read_error.startswith("bad Parquet: ")


TEXT = st.text(max_size=10)
JSON = st.none() | st.booleans() | st.integers() | st.floats() | TEXT | st.lists(TEXT, max_size=2)
FIELD = st.sampled_from(["id", "url", "html", "text", "title", "authors", "published", "fetched_at", "source", "x"])


@given(records=st.lists(st.dictionaries(FIELD, JSON, max_size=5), max_size=3))
def test_every_record_is_one_page(tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]]) -> None:
    folder = tmp_path_factory.mktemp("lines")
    content = "".join(json.dumps(record) + "\n" for record in records)
    pages = jsonl(folder, content.encode())
    assert len(pages) == len(records)
    for page in pages:
        assert page.origin.encode()
        assert (page.read_error is None) == (page.content_type == RECORD_TYPE)


@pytest.mark.parametrize("reader", [read_jsonl, read_parquet])
@given(content=st.binary(max_size=300))
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, reader: Callable[..., Any], content: bytes) -> None:
    path = tmp_path_factory.mktemp("bytes") / "feed.jsonl"
    path.write_bytes(content)
    for page in reader(path, "feed.jsonl", Intake("feed", NOW)):
        assert isinstance(page, Page)
