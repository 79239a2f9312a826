from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from schemas.tables import TABLES
from tests.warehouse import small
from warehouse import catalog
from warehouse.dictionary import type_name
from warehouse.store import Store


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("warehouse")
    small.publish(Store(root), small.warehouse())
    return root


@pytest.mark.parametrize("name", TABLES)
def test_views_have_the_declared_columns_types_and_comments(root: Path, name: str) -> None:
    found = catalog.query(root, f"SELECT * FROM duckdb_columns() WHERE table_name = '{name}' ORDER BY column_index")
    view = catalog.query(root, f"SELECT comment FROM duckdb_views() WHERE view_name = '{name}'")

    table = TABLES[name]
    types = {"TIMESTAMP WITH TIME ZONE": "TIMESTAMPTZ"}
    given = zip(found["column_name"], found["data_type"], found["comment"], strict=True)
    assert [(column, types.get(kind, kind), comment) for column, kind, comment in given] == [
        (column, type_name(dtype), table.columns()[column].description)
        for column, dtype in table.to_polars_schema().items()
    ]
    assert view.item() == table.about()


def test_instants_are_shown_in_utc(root: Path) -> None:
    (row,) = catalog.query(root, "SELECT seen_at, seen_at::VARCHAR FROM rejects").rows()

    assert row == (datetime(2026, 3, 5, 6, 0, tzinfo=UTC), "2026-03-05 06:00:00+00")


def test_the_catalog_is_opened_to_read_only_and_fetches_no_extensions(root: Path) -> None:
    with catalog.connect(root) as connection:
        with pytest.raises(duckdb.InvalidInputException, match="read-only"):
            connection.execute("DROP VIEW articles")
        with pytest.raises(duckdb.Error, match="httpfs"):
            connection.execute("SELECT * FROM 'https://example.org/x.parquet'")


def test_a_statement_without_rows_gives_none(root: Path) -> None:
    assert catalog.query(root, "SET threads = 1").is_empty()


def test_a_query_before_the_first_publish_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(catalog.NoWarehouseError, match="dateline run"):
        catalog.query(tmp_path, "SELECT 1")


def test_views_for_analysts_answer(root: Path) -> None:
    assert catalog.query(root, "FROM dyads_by_month").rows() == [("2026-03", "NOR", "TCD", 1, 1, 3, 5.0)]
    assert catalog.query(root, "SELECT event_id, sentence, title FROM event_evidence").rows() == [
        ("e1", "Norway praised Chad on Monday.", "Praise for Chad")
    ]
    assert catalog.query(root, "FROM articles_by_source").rows() == [
        ("harbour", 3, 1, 1, 0, small.FEBRUARY, small.MARCH)
    ]


@pytest.mark.parametrize("view", catalog.views(), ids=lambda view: view.name)
def test_a_view_for_analysts_says_what_it_shows(root: Path, view: catalog.View) -> None:
    found = catalog.query(root, f"SELECT comment FROM duckdb_views() WHERE view_name = '{view.name}'")

    assert found.item() == view.comment
    assert view.comment.endswith(".")


def test_a_warehouse_behind_a_link_has_its_catalog_too(root: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(root)
    snapshot = Store(link).current()
    assert snapshot is not None
    with duckdb.connect(str(catalog.write(snapshot, link, tmp_path / "by-link.duckdb")), read_only=True) as connection:
        assert connection.sql("SELECT count(*) FROM articles").fetchall() == [(3,)]


def test_a_catalog_for_another_mount_names_its_files_as_they_are_there(root: Path, tmp_path: Path) -> None:
    snapshot = Store(root).current()
    assert snapshot is not None
    mount = tmp_path / "mount"

    target = catalog.write(snapshot, root, tmp_path / "there.duckdb", mount=mount)

    mount.symlink_to(root)
    with duckdb.connect(str(target), read_only=True) as connection:
        assert connection.sql("SELECT count(*) FROM articles").fetchall() == [(3,)]
        assert connection.sql("SELECT count(*) FROM pages").fetchall() == [(0,)]
        (sql,) = connection.sql("SELECT sql FROM duckdb_views() WHERE view_name = 'articles'").fetchall()[0]
        assert f"file://{mount}/snapshots/000001/articles/" in sql
    mount.unlink()
    with duckdb.connect(str(target), read_only=True) as connection, pytest.raises(duckdb.IOException):
        connection.sql("SELECT count(*) FROM articles").fetchall()
