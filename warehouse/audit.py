"""Audit: the staged files read back and held against what the declarations expect, before anybody can read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from schemas import expectations, tables
from warehouse import catalog
from warehouse.findings import AuditResult, Batch
from warehouse.snapshots import Snapshot

BATCH_ROWS = 50_000
BREACHES = 10_000
MEMORY = "1GB"
SPILL = ".spill"


def audit(staged: Snapshot, changed: frozenset[str], docs: Path) -> AuditResult:
    """Audits the changed files row by row and the whole snapshot for what holds between rows; writes Data Docs.

    `changed` are paths relative to the snapshot's folder; `docs` is rebuilt. Great Expectations is imported here.
    """
    from warehouse import validator

    with duckdb.connect(config={"memory_limit": MEMORY, **catalog.NO_NETWORK}) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        # Spilled rows lie outside the staged folder, which is published as it stands.
        connection.execute(f"SET temp_directory = '{staged.path.parent / SPILL}'")
        for name in tables.SNAPSHOT:
            select = catalog.select(tables.TABLES[name], *map(str, staged.files(name)))
            connection.execute(f"CREATE VIEW {name} AS {select}")
        return validator.validate(_batches(connection, staged, changed), docs, staged.path.name)


def _batches(connection: duckdb.DuckDBPyConnection, staged: Snapshot, changed: frozenset[str]) -> Iterator[Batch]:
    yield _stored_types(staged, changed)
    for name in tables.SNAPSHOT:
        paths = [staged.path / part.path for part in staged.manifest.of(name) if part.path in changed]
        if paths:
            yield from _rows(connection, name, paths)
    yield _breaches(connection)


def _stored_types(staged: Snapshot, changed: frozenset[str]) -> Batch:
    """One row for each column of each new file; files without rows are always new."""
    rows = []
    for part in staged.manifest.parts:
        if part.path in changed or part.rows == 0:
            declared = tables.TABLES[part.table].to_polars_schema()
            stored = pl.read_parquet_schema(staged.path / part.path)
            names = [name for name in {**declared, **stored} if name != tables.TABLES[part.table].partition]
            rows += [(part.path, name, str(declared.get(name)), str(stored.get(name))) for name in names]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(("file", "column", "declared", "stored"), pl.String), orient="row")
    return Batch("files", frame, ("file", "column"), (expectations.stored_types(),))


def _rows(connection: duckdb.DuckDBPyConnection, name: str, paths: list[Path]) -> Iterator[Batch]:
    """The rows of the changed files, with the columns that are computed for rules and checks."""
    table = tables.TABLES[name]
    suite = expectations.suite(name)
    reader = connection.sql(_select(name, paths)).to_arrow_reader(BATCH_ROWS)
    for rows in reader:
        frame = pl.DataFrame(rows)
        rules = frame.select(**table.rules())
        checks = [check.name for check in expectations.checks(name)]
        yield Batch(
            name, frame.drop(checks).hstack(rules).hstack(frame.select(checks)), tuple(table.primary_key()), suite
        )


def _select(name: str, paths: list[Path]) -> str:
    """SQL for the flat columns and the checks; only articles of the same partitions are read beside them."""
    table = tables.TABLES[name]
    columns = ", ".join(f"row.{column}" for column in table.flat_columns())
    changed = catalog.select(table, *map(str, paths))
    checks = expectations.checks(name)
    if not checks:
        return f"SELECT {columns} FROM ({changed}) AS row"
    computed = ", ".join(f"{check.sql} AS {check.name}" for check in checks)
    months = ", ".join(f"'{month}'" for month in sorted({path.parent.name.partition("=")[2] for path in paths}))
    articles = f"SELECT article_id, text FROM articles WHERE published_month IN ({months})"
    return f"SELECT {columns}, {computed} FROM ({changed}) AS row LEFT JOIN ({articles}) AS article USING (article_id)"


def _breaches(connection: duckdb.DuckDBPyConnection) -> Batch:
    """One row for each row that breaks a relation, up to a limit."""
    relations = expectations.relations()
    found = [
        connection.sql(f"SELECT '{one.name}' AS relation, key FROM ({one.sql}) ORDER BY key LIMIT {BREACHES}").pl()
        for one in relations
    ]
    return Batch("relations", pl.concat(found), ("key",), tuple(expectations.kept(one) for one in relations))
