"""Status: what a warehouse holds, what waits, and how the last runs went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from flows.batches import waiting_pages
from flows.queries import recent_runs
from warehouse.catalog import NoWarehouseError
from warehouse.store import Store


@dataclass(frozen=True, slots=True)
class Status:
    """`waiting` counts pages that no build has read; `rows` are the tables of the published snapshot."""

    root: Path
    snapshot: int | None
    pipeline_version: str | None
    pages: int
    waiting: int
    rows: Mapping[str, int]
    runs: pl.DataFrame

    def as_mapping(self) -> dict[str, object]:
        """The status as JSON can hold it."""
        return {
            "root": str(self.root),
            "snapshot": self.snapshot,
            "pipeline_version": self.pipeline_version,
            "pages": self.pages,
            "waiting": self.waiting,
            "rows": dict(self.rows),
            "runs": self.runs.to_dicts(),
        }


def warehouse_status(root: Path) -> Status:
    """The status of the warehouse at `root`; raises NoWarehouseError where there is none."""
    if not (root / "pages").is_dir():
        raise NoWarehouseError(root)
    store = Store(root)
    current = store.current()
    return Status(
        root=root,
        snapshot=current.number if current else None,
        pipeline_version=current.manifest.pipeline_version if current else None,
        pages=store.pages().select(pl.len()).collect().item(),
        waiting=waiting_pages(store, current),
        rows=current.manifest.counts if current else {},
        runs=recent_runs(root),
    )
