"""Part files: one frame as one Parquet file, the same bytes for the same rows."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import polars as pl
import pyarrow as pa

from schemas import tables
from schemas.columns import UNDATED, Table

PAGE_ROW_GROUP = 500


class SchemaMismatchError(ValueError):
    """A frame does not have the columns or types that its table declares."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a table. `path` is relative to the folder that holds the table's folder; `bytes` is its size."""

    path: str
    rows: int
    bytes: int
    sha256: str

    @property
    def table(self) -> str:
        """Name of the table, from the path."""
        return Path(self.path).parts[0]

    @property
    def partition(self) -> str | None:
        """Value of the partition column, from the path; None for a table without partitions."""
        _, equals, value = Path(self.path).parent.name.partition("=")
        return value if equals else None


def schema_hash() -> str:
    """Hash over the names, types and nullability of all columns: files of two schemas never stand side by side."""
    declared = {name: str(arrow_schema(name).remove_metadata()) for name in tables.TABLES}
    return hashlib.sha256(json.dumps(declared, sort_keys=True).encode()).hexdigest()[:16]


def arrow_schema(name: str) -> pa.Schema:
    """The schema as stored: without the partition column, with what the table and each column mean as metadata."""
    return _arrow_schema(tables.TABLES[name], name)


@cache
def _arrow_schema(table: type[Table], name: str) -> pa.Schema:
    columns = table.columns()
    fields = [
        pa.field(field.name, field.type, columns[field.name].nullable, {"description": _meaning(table, field.name)})
        for field in pl.DataFrame(schema=table.to_polars_schema()).to_arrow().schema
        if field.name != table.partition
    ]
    return pa.schema(fields, metadata={"table": name, "description": table.about()})


def _meaning(table: type[Table], column: str) -> str:
    return table.columns()[column].description or ""


def partition_folder(name: str, partition: str | None) -> Path:
    """Folder of a partition, relative to the snapshot: `articles/published_month=2026-03`."""
    column = tables.TABLES[name].partition
    return Path(name) / f"{column}={partition}" if column else Path(name)


def write_part(root: Path, name: str, frame: pl.DataFrame, partition: str | None = None) -> Part:
    """Writes the rows of one partition to `root`, sorted by key, and syncs them to disk.

    Raises SchemaMismatchError if the frame's columns or types are not those of the table.
    """
    table = tables.TABLES[name]
    check_schema(name, frame.schema)
    columns = [column for column in table.to_polars_schema() if column != table.partition]
    stored = frame.select(columns).sort(table.primary_key()).rechunk()
    folder = root / partition_folder(name, partition)
    folder.mkdir(parents=True, exist_ok=True)
    writing = folder / f".writing-{os.getpid()}"
    row_group = PAGE_ROW_GROUP if name == "pages" else None
    stored.write_parquet(writing, row_group_size=row_group, arrow_schema=arrow_schema(name))
    with writing.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        os.fsync(file.fileno())
    path = folder / f"part-{digest[:16]}.parquet"
    writing.replace(path)
    return Part(str(path.relative_to(root)), stored.height, path.stat().st_size, digest)


def write_empty(root: Path, name: str) -> Part:
    """Writes the typed file without rows that an empty table has, so that every reader finds its columns."""
    partition = UNDATED if tables.TABLES[name].partition else None
    return write_part(root, name, pl.DataFrame(schema=tables.TABLES[name].to_polars_schema()), partition)


def check_schema(name: str, found: pl.Schema) -> None:
    """Raises SchemaMismatchError, naming the columns, if some are missing, unknown or of another type than declared."""
    expected = tables.TABLES[name].to_polars_schema()
    faults = [f"{column} is missing" for column in expected if column not in found]
    faults += [f"{column} is unknown" for column in found if column not in expected]
    shared = [column for column in expected if column in found]
    faults += [
        f"{column} is {found[column]}, not {expected[column]}" for column in shared if found[column] != expected[column]
    ]
    if faults:
        raise SchemaMismatchError(f"{name} does not fit its declaration: {'; '.join(faults)}")


def scan(name: str, files: list[Path]) -> pl.LazyFrame:
    """The rows of a table's files, the partition column among them, as text from the folder's name."""
    schema = tables.TABLES[name].to_polars_schema()
    if not files:
        return pl.LazyFrame(schema=schema)
    column = tables.TABLES[name].partition
    if column is None:
        return _scan_files(files)
    # Not as Hive partitions: polars would also take a folder above the warehouse that is named like one.
    by_folder = [list(group) for _, group in groupby(sorted(files), key=lambda file: file.parent)]
    values = [group[0].parent.name.partition("=")[2] for group in by_folder]
    found = zip(by_folder, values, strict=True)
    return pl.concat([_scan_files(group).with_columns(pl.lit(value).alias(column)) for group, value in found])


def _scan_files(files: list[Path]) -> pl.LazyFrame:
    return pl.scan_parquet(files, glob=False, hive_partitioning=False)
