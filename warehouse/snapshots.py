"""Snapshots: whole states of the warehouse, each a folder that never changes once it is published."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import polars as pl

from warehouse import parts
from warehouse.parts import Part

MANIFEST = "manifest.json"
# A pipeline version may end with a mark and the version of the site memory: that changes some sites only.
MEMORY_MARK = "+"
CATALOG = "warehouse.duckdb"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds: its files with rows and SHA-256, what made them, and what the audit said."""

    number: int
    pipeline_version: str
    schema_hash: str
    parts: tuple[Part, ...]
    audit: dict[str, Any] = field(default_factory=dict)

    def of(self, table: str) -> tuple[Part, ...]:
        """The table's files."""
        return tuple(part for part in self.parts if part.table == table)

    @property
    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        names = dict.fromkeys(part.table for part in self.parts)
        return {name: sum(part.rows for part in self.of(name)) for name in names}

    @property
    def code_version(self) -> str:
        """The pipeline version without the site memory that it may name."""
        return self.pipeline_version.partition(MEMORY_MARK)[0]

    @property
    def memory_version(self) -> str | None:
        """The version of the site memory that the articles were read with; None for none."""
        return self.pipeline_version.partition(MEMORY_MARK)[2] or None

    def to_json(self) -> str:
        """The manifest as the text of manifest.json."""
        return json.dumps(asdict(self) | {"counts": self.counts}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Manifest:
        """The manifest in the text of manifest.json."""
        values = json.loads(text)
        del values["counts"]
        return cls(**values | {"parts": tuple(Part(**part) for part in values["parts"])})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of all tables, in the folder `path`."""

    path: Path
    manifest: Manifest

    @classmethod
    def load(cls, path: Path) -> Snapshot:
        """The snapshot in a folder; raises FileNotFoundError if the folder holds no manifest."""
        return cls(path, Manifest.from_json((path / MANIFEST).read_text(encoding="utf8")))

    @property
    def number(self) -> int:
        """Number of the snapshot; later ones have higher numbers."""
        return self.manifest.number

    @property
    def catalog(self) -> Path:
        """The DuckDB file with the views over this snapshot."""
        return self.path / CATALOG

    def files(self, table: str, partition: str | None = None) -> list[Path]:
        """The table's files, or those of one partition."""
        found = self.manifest.of(table)
        return [self.path / part.path for part in found if partition is None or part.partition == partition]

    def partitions(self, table: str) -> list[str]:
        """Values of the table's partition column that have rows, in order; none for a table without partitions."""
        return sorted({part.partition for part in self.manifest.of(table) if part.partition is not None and part.rows})

    def scan(self, table: str, partition: str | None = None) -> pl.LazyFrame:
        """The table's rows, or those of one partition."""
        return parts.scan(table, self.files(table, partition))
