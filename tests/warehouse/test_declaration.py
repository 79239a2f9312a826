"""One declaration, five consequences: nothing else names a column."""

from __future__ import annotations

from pathlib import Path

import dataframely as dy
import polars as pl
import pyarrow.parquet as pq
import pytest

from schemas import events, expectations, tables
from tests.warehouse import small
from warehouse import catalog, dictionary, parts
from warehouse.store import Store


class WiderQuotes(events.Quotes):
    """Who said what, and how."""

    mood = dy.String(regex="^[a-z]+$", description="How the words were said.")


def test_a_new_column_is_in_schema_parquet_view_audit_and_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrow = parts.schema_hash()
    monkeypatch.setitem(tables.TABLES, "quotes", WiderQuotes)
    frame = small.rows("quotes", small.QUOTE | {"mood": "calm"})

    snapshot = small.publish(Store(tmp_path), {"quotes": frame})

    # The polars schema, with the partition still at the end.
    assert snapshot.scan("quotes").collect_schema().names()[-2:] == ["mood", "published_month"]
    # The Parquet file.
    field = pq.read_schema(snapshot.files("quotes")[0]).field("mood")
    assert (field.metadata, field.nullable) == ({b"description": b"How the words were said."}, False)
    # The view and its comment.
    comment = "SELECT comment FROM duckdb_columns() WHERE table_name = 'quotes' AND column_name = 'mood'"
    assert catalog.query(tmp_path, comment).item() == "How the words were said."
    assert catalog.query(tmp_path, "SELECT mood FROM quotes").item() == "calm"
    # The audit.
    kinds = [one.type for one in expectations.suite("quotes") if one.column == "mood"]
    assert kinds == ["ExpectColumnValuesToNotBeNull", "ExpectColumnValuesToMatchRegex"]
    # The dictionary.
    assert "| mood | VARCHAR |  | How the words were said. |" in dictionary.markdown()
    # And files of the two declarations never stand side by side.
    assert parts.schema_hash() != narrow
    assert isinstance(frame.schema["mood"], pl.String)
