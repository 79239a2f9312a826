"""DuckDB, polars, pyarrow and pandas give the same answer, on globs and through the catalog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from schemas.tables import SNAPSHOT, TABLES
from tests.warehouse import small
from warehouse import catalog
from warehouse.store import Store

Reader = Callable[[Path, str], pl.DataFrame]


def by_catalog(root: Path, table: str) -> pl.DataFrame:
    return catalog.query(root, f"FROM {table}")


def by_duckdb(root: Path, table: str) -> pl.DataFrame:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        return connection.sql(f"FROM '{root}/current/{table}/**/*.parquet'").pl()


def by_polars(root: Path, table: str) -> pl.DataFrame:
    partitioned = TABLES[table].partition is not None
    return pl.read_parquet(f"{root}/current/{table}/**/*.parquet", hive_partitioning=partitioned)


def by_pyarrow(root: Path, table: str) -> pl.DataFrame:
    return pl.DataFrame(pq.read_table(root / "current" / table))


def by_dataset(root: Path, table: str) -> pl.DataFrame:
    return pl.DataFrame(pyarrow.dataset.dataset(root / "current" / table, partitioning="hive").to_table())


def by_pandas(root: Path, table: str) -> pl.DataFrame:
    return pl.from_pandas(pd.read_parquet(root / "current" / table, dtype_backend="pyarrow"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("warehouse")
    small.publish(Store(root), small.warehouse())
    return root


@pytest.mark.parametrize("table", SNAPSHOT)
@pytest.mark.parametrize("read", [by_catalog, by_duckdb, by_polars, by_pyarrow, by_dataset, by_pandas])
def test_every_reader_gives_the_rows_that_were_put(root: Path, read: Reader, table: str) -> None:
    expected = small.warehouse()[table].sort(TABLES[table].primary_key())

    found = read(root, table)

    assert found.columns == expected.columns
    # pyarrow and pandas give the partition as a category.
    text = found.with_columns(pl.col(TABLES[table].partition or []).cast(pl.String))
    assert text.sort(TABLES[table].primary_key()).cast(dict(expected.schema)).equals(expected)


@pytest.mark.parametrize("read", [by_catalog, by_duckdb, by_polars])
def test_a_partition_is_text_even_if_no_row_is_undated(tmp_path: Path, read: Reader) -> None:
    small.publish(Store(tmp_path), {"articles": small.rows("articles", small.article(1, small.MARCH))})

    assert read(tmp_path, "articles")["published_month"].to_list() == ["2026-03"]
    assert read(tmp_path, "articles").schema["published_month"] == pl.String
