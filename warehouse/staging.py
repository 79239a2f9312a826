"""Staging: the next snapshot while it is written, and its publication by one rename."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

import polars as pl

from schemas import tables
from warehouse import audit as auditing
from warehouse import catalog, disk, parts
from warehouse.findings import AuditError, AuditResult, Failure
from warehouse.parts import Part, SchemaMismatchError
from warehouse.snapshots import CATALOG, MANIFEST, Manifest, Snapshot

Audit = Callable[[Snapshot, frozenset[str], Path], AuditResult]


@dataclass(slots=True)
class Staging:
    """The next snapshot. What is not put is taken over from `base`; without a base the snapshot starts empty.

    `base` is the current snapshot if the same pipeline version and the same declarations made it, else None: then every
    table has to be put anew. Its site memory may be another one: who puts tables sees to the sites that this changes.
    """

    root: Path
    number: int
    pipeline_version: str
    base: Snapshot | None
    _written: dict[str, list[Part]] = field(default_factory=dict)
    _replaced: dict[str, set[str | None]] = field(default_factory=dict)
    _renewed: set[str] = field(default_factory=set)

    @property
    def path(self) -> Path:
        """Folder of the snapshot: its final place, though nothing points to it before it is published."""
        return self.root / "snapshots" / f"{self.number:06d}"

    def put(self, table: str, frame: pl.DataFrame | pl.LazyFrame) -> None:
        """Replaces the whole table; a LazyFrame is collected partition by partition, so that memory stays flat."""
        self._renewed.add(table)
        self._written[table] = []
        rows = frame.lazy()
        parts.check_schema(table, rows.collect_schema())
        for partition in _partitions(table, rows):
            self.put_partition(table, partition, _rows_of(table, rows, partition))

    def put_partition(self, table: str, partition: str | None, frame: pl.DataFrame | pl.LazyFrame) -> None:
        """Replaces one partition (None in a table without partitions); a frame without rows drops it."""
        self._replaced.setdefault(table, set()).add(partition)
        written = self._written.get(table, [])
        self._written[table] = [part for part in written if part.partition != partition]
        self._write(table, partition, frame)

    def append(self, table: str, frame: pl.DataFrame | pl.LazyFrame) -> None:
        """Adds rows as new files beside those that the table has; their keys have to be new."""
        rows = frame.lazy()
        for partition in _partitions(table, rows):
            self._write(table, partition, _rows_of(table, rows, partition))

    def scan(self, table: str, partition: str | None = None) -> pl.LazyFrame:
        """The table as it stands now: what was put, and what is taken over."""
        found = [(self.path, part) for part in self._written.get(table, [])]
        if self.base is not None:
            found += [(self.base.path, part) for part in self._kept(table)]
        files = [folder / part.path for folder, part in found if partition in (None, part.partition)]
        return parts.scan(table, files)

    def publish(self, audit: Audit = auditing.audit) -> Snapshot:
        """Completes the snapshot, audits it, and makes it current by one rename.

        Raises AuditError, with the staged data moved to `staged-failed/`, if an expectation fails or the audit itself
        does; the current snapshot stays what it was.
        """
        manifest = self._complete()
        result = self._audited(Snapshot(self.path, manifest), audit)
        snapshot = Snapshot(self.path, replace(manifest, audit=result.summary()))
        catalog.write(snapshot, self.root)
        disk.sync(snapshot.catalog)
        disk.sync_folders(self.path)
        disk.write_text(self.path / MANIFEST, snapshot.manifest.to_json())
        disk.sync(self.path.parent)
        self._swap()
        return snapshot

    def _write(self, table: str, partition: str | None, frame: pl.DataFrame | pl.LazyFrame) -> None:
        rows = frame.lazy().collect()
        parts.check_schema(table, rows.schema)
        column = tables.TABLES[table].partition
        if column and not rows.filter(pl.col(column).ne_missing(partition) | (partition is None)).is_empty():
            raise SchemaMismatchError(f"{table}: not all rows belong to partition {column}={partition}")
        if rows.height:
            self._written.setdefault(table, []).append(parts.write_part(self.path, table, rows, partition))

    def _kept(self, table: str) -> list[Part]:
        """Files that are taken over from the base."""
        if self.base is None or table in self._renewed:
            return []
        replaced = self._replaced.get(table, set())
        return [part for part in self.base.manifest.of(table) if part.rows and part.partition not in replaced]

    def _complete(self) -> Manifest:
        """Links what is taken over, and gives every table without rows its typed, empty file."""
        found: list[Part] = []
        for table in tables.SNAPSHOT:
            kept = self._kept(table)
            for part in kept:
                assert self.base is not None
                disk.link_or_copy(self.base.path / part.path, self.path / part.path)
            everything = kept + self._written.get(table, []) or [parts.write_empty(self.path, table)]
            found += sorted({part.path: part for part in everything}.values(), key=lambda part: part.path)
        self._sweep({part.path for part in found})
        return Manifest(self.number, self.pipeline_version, parts.schema_hash(), tuple(found))

    def _sweep(self, wanted: set[str]) -> None:
        """Removes files that a later put replaced: readers take every file of a folder."""
        for path in self.path.rglob("*.parquet"):
            if str(path.relative_to(self.path)) not in wanted:
                path.unlink()

    def _audited(self, staged: Snapshot, audit: Audit) -> AuditResult:
        changed = frozenset(part.path for written in self._written.values() for part in written)
        try:
            result = audit(staged, changed, self.root / "docs")
        except Exception as error:
            failure = Failure("audit", "", "exception", f"{type(error).__name__}: {error}", 0, ())
            raise AuditError(AuditResult(0, 0, (failure,)), self._set_aside((failure,))) from error
        if result.failures:
            raise AuditError(result, self._set_aside(result.failures))
        return result

    def _set_aside(self, failures: tuple[Failure, ...]) -> Path:
        """Keeps the staged data for a look at what is wrong."""
        aside = self.root / "staged-failed" / f"{self.number:06d}"
        shutil.rmtree(aside, ignore_errors=True)
        aside.parent.mkdir(exist_ok=True)
        self.path.rename(aside)
        disk.write_text(aside / "failures.json", json.dumps([asdict(failure) for failure in failures], indent=1) + "\n")
        return aside

    def _swap(self) -> None:
        """The one step that readers see."""
        if not (self.root / CATALOG).is_symlink():
            disk.point(self.root / CATALOG, f"current/{CATALOG}")
        disk.point(self.root / "current", f"snapshots/{self.path.name}")


def _partitions(table: str, rows: pl.LazyFrame) -> list[str | None]:
    column = tables.TABLES[table].partition
    if column is None:
        return [None]
    return rows.select(pl.col(column).unique().sort()).collect().to_series().to_list()


def _rows_of(table: str, rows: pl.LazyFrame, partition: str | None) -> pl.LazyFrame:
    column = tables.TABLES[table].partition
    return rows if column is None else rows.filter(pl.col(column).eq_missing(pl.lit(partition)))
