from __future__ import annotations

from dataclasses import fields
from datetime import UTC, date, datetime
from typing import Any

import polars as pl
import pytest

from schemas import columns, records
from schemas.columns import UNDATED, Table
from schemas.tables import OUTSIDE, SNAPSHOT, TABLES

ALL = pytest.mark.parametrize("name", TABLES)


@ALL
def test_a_table_and_its_columns_say_what_they_mean(name: str) -> None:
    table = TABLES[name]

    assert table.about().endswith(".")
    for column, declared in table.columns().items():
        assert declared.description, column
        assert declared.description.endswith("."), column


@ALL
def test_a_table_has_a_key_that_is_never_null(name: str) -> None:
    table = TABLES[name]

    assert table.primary_key()
    assert all(not table.columns()[column].nullable for column in table.primary_key())


@ALL
def test_a_partition_is_text_and_comes_last(name: str) -> None:
    table = TABLES[name]
    schema = table.to_polars_schema()

    assert set(schema) == set(table.columns())
    if table.partition is not None:
        assert schema.names()[-1] == table.partition
        assert schema[table.partition] == pl.String
        assert not table.columns()[table.partition].nullable


@ALL
def test_suffixes_tell_the_type(name: str) -> None:
    instant, wall_time = pl.Datetime("us", "UTC"), pl.Datetime("us")
    table = TABLES[name]
    types = {"_at": instant, "_local": wall_time, "_count": None, "_id": pl.String, "_month": pl.String}
    for column, dtype in table.to_polars_schema().items():
        for suffix, expected in types.items():
            if column.endswith(suffix):
                assert expected is None or dtype == expected, column
        if column.endswith("_date") and column != table.partition:
            assert dtype == pl.Date, column
        if isinstance(dtype, pl.Datetime):
            assert column.endswith(("_at", "_local")), column


@ALL
def test_references_lead_to_tables_with_one_key(name: str) -> None:
    for column, declared in TABLES[name].columns().items():
        target = (declared.metadata or {}).get("references")
        assert target is None or len(TABLES[target].primary_key()) == 1, column


@ALL
def test_spans_and_counts_name_columns_that_exist(name: str) -> None:
    table = TABLES[name]
    for declared in table.columns().values():
        said = declared.metadata or {}
        assert set(said.get("span", ())) <= set(table.columns())
        counted, _, values = said.get("counts", "").partition(".")
        if counted:
            assert {*table.primary_key(), *filter(None, [values])} <= set(TABLES[counted].columns())


def test_every_table_is_inside_the_snapshots_or_outside() -> None:
    assert {*OUTSIDE, *SNAPSHOT} == set(TABLES)
    assert set(OUTSIDE).isdisjoint(SNAPSHOT)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (records.Page, "pages"),
        (records.Reject, "rejects"),
        (records.Article, "articles"),
        (records.Quote, "quotes"),
        (records.RemovedLine, "removed_lines"),
    ],
)
def test_the_fields_of_a_record_are_columns_of_its_table(record: Any, name: str) -> None:
    assert {field.name for field in fields(record)} <= set(TABLES[name].columns())


def kept(table: str, rule: str, **values: Any) -> bool:
    """Whether one row with these values keeps a rule; what is left out is null."""
    declared: type[Table] = TABLES[table]
    row = pl.DataFrame([values], schema=declared.to_polars_schema())
    result: bool = row.select(declared.rules()[rule]).item()
    return result


DAY, NEXT = date(2026, 3, 4), date(2026, 3, 5)
NOON = datetime(2026, 3, 4, 12, 0)


@pytest.mark.parametrize(
    ("day", "month", "expected"),
    [
        (DAY, "2026-03", True),
        (DAY, "2026-04", False),
        (None, UNDATED, True),
        (None, "2026-03", False),
        (DAY, UNDATED, False),
    ],
)
def test_the_month_is_that_of_the_date(day: date | None, month: str, expected: bool) -> None:
    assert kept("articles", "month_is_that_of_the_date", published_date=day, published_month=month) is expected
    assert kept("event_mentions", "month_is_that_of_the_date", published_date=day, published_month=month) is expected
    assert kept("events", "month_is_that_of_the_date", event_date=day, event_month=month) is expected


@pytest.mark.parametrize(
    ("precision", "known", "expected"),
    [
        (None, "", True),
        ("day", "date", True),
        ("minute", "date local", True),
        ("instant", "date local at", True),
        ("minute", "date", False),
        ("day", "date local", False),
        ("minute", "date local at", False),
        ("instant", "date local", False),
        (None, "date", False),
        ("day", "", False),
    ],
)
def test_the_precision_tells_what_is_known(precision: str | None, known: str, expected: bool) -> None:
    times = {"date": DAY, "local": NOON, "at": NOON.replace(tzinfo=UTC)}
    values = {f"published_{name}": times[name] for name in known.split()}

    assert kept("articles", "precision_tells_what_is_known", published_precision=precision, **values) is expected


def test_a_wall_time_lies_on_its_day() -> None:
    rule = "wall_time_lies_on_the_day"

    assert kept("articles", rule, published_date=DAY, published_local=NOON)
    assert kept("articles", rule, published_date=DAY)
    assert not kept("articles", rule, published_date=NEXT, published_local=NOON)


@pytest.mark.parametrize(
    ("first", "last", "precision", "method", "expected"),
    [
        (None, None, None, None, True),
        (DAY, DAY, "day", "clause", True),
        (DAY, DAY, "day", "article", True),
        (DAY, NEXT, "week", "sentence", True),
        (NEXT, DAY, "week", "clause", False),
        (DAY, None, "day", "clause", False),
        (None, None, "day", None, False),
        (DAY, DAY, None, "clause", False),
        (DAY, DAY, "day", None, False),
        (None, None, None, "article", False),
    ],
)
def test_event_dates_go_together(
    first: date | None, last: date | None, precision: str | None, method: str | None, expected: bool
) -> None:
    days = {"event_date": first, "event_date_end": last}
    values = days | {"event_date_precision": precision, "event_date_method": method}

    assert kept("events", "event_dates_go_together", **values) is expected
    assert kept("event_mentions", "event_dates_go_together", **values) is expected


def test_a_predicate_lies_in_its_sentence() -> None:
    sentence = {"sentence_start": 10, "sentence_end": 20}

    assert kept("event_mentions", "predicate_lies_in_sentence", **sentence, predicate_start=10, predicate_end=20)
    assert not kept("event_mentions", "predicate_lies_in_sentence", **sentence, predicate_start=9, predicate_end=12)
    assert not kept("event_mentions", "predicate_lies_in_sentence", **sentence, predicate_start=18, predicate_end=21)
    assert not kept("event_mentions", "predicate_lies_in_sentence", **sentence, predicate_start=12, predicate_end=12)


def test_an_event_has_no_more_sources_than_articles_and_no_more_articles_than_mentions() -> None:
    def ordered(sources: int, articles: int, mentions: int) -> bool:
        counts = {"independent_source_count": sources, "article_count": articles, "mention_count": mentions}
        return kept("events", "counts_are_ordered", **counts)

    assert ordered(1, 2, 3)
    assert ordered(2, 2, 2)
    assert not ordered(3, 2, 3)
    assert not ordered(1, 3, 2)


def test_flat_columns_leave_out_lists_and_bytes() -> None:
    assert set(TABLES["articles"].columns()) - set(TABLES["articles"].flat_columns()) == {
        "subheads",
        "flags",
        "authors",
        "keywords",
    }
    assert "body" not in TABLES["pages"].flat_columns()


def test_all_or_none() -> None:
    frame = pl.DataFrame({"a": [None, 1, None, 2], "b": [None, None, 1, 2]})

    assert frame.select(columns.all_or_none("a", "b")).to_series().to_list() == [True, False, False, True]
