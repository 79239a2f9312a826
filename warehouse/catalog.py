"""Catalog: the DuckDB file whose views are the tables, with what each table and column means as comments."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import duckdb
import polars as pl

from schemas import tables
from schemas.columns import Table
from warehouse.mounts import MountedElsewhere
from warehouse.snapshots import CATALOG, Snapshot

# Drivers of BI tools lag behind DuckDB: this is the oldest storage that can hold the comments.
STORAGE = "v1.4.0"
NO_NETWORK: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}


class NoWarehouseError(FileNotFoundError):
    """Nothing has been published under this root yet."""

    def __init__(self, root: Path) -> None:
        super().__init__(f"no warehouse at {root}: run `dateline run` first")


class QueryError(ValueError):
    """A statement that DuckDB cannot run, in DuckDB's words."""


@dataclass(frozen=True, slots=True)
class View:
    """A view for analysts from `sql/<name>.sql`; the file's leading comment lines say what it shows."""

    name: str
    comment: str
    select: str


def connect(root: Path, *, read_only: bool = True) -> duckdb.DuckDBPyConnection:
    """Opens the current catalog with the session in UTC; raises NoWarehouseError before the first publish."""
    link = root / CATALOG
    if not link.exists():
        raise NoWarehouseError(root)
    # Resolved: a later publish must not change what this connection reads.
    connection = duckdb.connect(str(link.resolve()), read_only=read_only, config=NO_NETWORK)
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def query(root: Path, sql: str) -> pl.DataFrame:
    """Rows of one SQL statement over the current snapshot; no rows for a statement that gives none.

    Raises QueryError for a faulty statement.
    """
    with connect(root) as connection:
        try:
            found = connection.sql(sql)
            rows: pl.DataFrame = pl.DataFrame() if found is None else found.pl()
        except duckdb.Error as error:
            raise QueryError(str(error)) from error
        return rows


def write(snapshot: Snapshot, root: Path, target: Path | None = None, mount: Path | None = None) -> Path:
    """Writes the catalog of a snapshot of the warehouse at `root`, by default into the snapshot's folder.

    Returns its path. Paths in the views are absolute, and begin with `mount` where the readers see the root there.
    """
    target = target or snapshot.catalog
    target.unlink(missing_ok=True)
    with ExitStack() as stack:
        connection = stack.enter_context(duckdb.connect(config=NO_NETWORK))
        if mount is not None:
            elsewhere = stack.enter_context(closing(MountedElsewhere(root, mount)))
            connection.register_filesystem(elsewhere)
        connection.execute(f"ATTACH {_text(str(target))} AS catalog (STORAGE_VERSION '{STORAGE}')")
        connection.execute("BEGIN; USE catalog")
        for statement in statements(snapshot, root, mount):
            connection.execute(statement)
        connection.execute("COMMIT; USE memory; DETACH catalog")
    return target


def statements(snapshot: Snapshot, root: Path, mount: Path | None = None) -> Iterator[str]:
    """The SQL that makes the catalog: a view and its comments for each table, then the views for analysts."""
    within = snapshot.path.resolve().relative_to(root.resolve()).as_posix()
    for name, table in tables.TABLES.items():
        inside = name if name in tables.OUTSIDE else f"{within}/{name}"
        base = f"file://{mount}" if mount else str(root.absolute())
        yield f"CREATE VIEW {name} AS {select(table, f'{base}/{inside}/**/*.parquet')}"
        yield f"COMMENT ON VIEW {name} IS {_text(table.about())}"
        for column, declared in table.columns().items():
            yield f"COMMENT ON COLUMN {name}.{column} IS {_text(declared.description or '')}"
    for view in views():
        yield f"CREATE VIEW {view.name} AS {view.select}"
        yield f"COMMENT ON VIEW {view.name} IS {_text(view.comment)}"


def select(table: type[Table], *globs: str) -> str:
    """A SELECT of the table's columns over its files; the partition column is text, whatever it looks like."""
    columns = ", ".join(f'"{column}"' for column in table.to_polars_schema())
    hive = f"hive_partitioning = true, hive_types = {{'{table.partition}': VARCHAR}}"
    options = hive if table.partition else "hive_partitioning = false"
    return f"SELECT {columns} FROM read_parquet([{', '.join(map(_text, globs))}], {options})"


def views() -> list[View]:
    """The views of `sql/`, in order of their names."""
    sources = sorted(files("warehouse").joinpath("sql").iterdir(), key=lambda source: source.name)
    return [_view(source.name.removesuffix(".sql"), source.read_text(encoding="utf8")) for source in sources]


def _view(name: str, text: str) -> View:
    lines = text.splitlines()
    comment = [line.removeprefix("-- ") for line in lines if line.startswith("--")]
    select = [line for line in lines if not line.startswith("--")]
    return View(name, " ".join(comment), "\n".join(select).strip().removesuffix(";"))


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
