"""Batches: the pages that a build still has to read, in portions for its worker processes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

import polars as pl

from schemas.records import Page
from warehouse.snapshots import Snapshot
from warehouse.store import Store

READ_TABLES = ("articles", "rejects", "superseded_pages")
# A page that was deferred so often waits for the next pipeline version.
MAX_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file of pages, by its number from 0."""

    path: Path
    number: int


@dataclass(frozen=True, slots=True)
class Slice:
    """Some rows of one file of pages."""

    path: Path
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """The pages of one task; batches are numbered from 1."""

    number: int
    slices: tuple[Slice, ...]

    @property
    def size(self) -> int:
        """Number of pages."""
        return sum(len(one.rows) for one in self.slices)

    def pages(self) -> Iterator[Page]:
        """The batch's pages, one file in memory at a time."""
        for one in self.slices:
            rows = pl.read_parquet(one.path, hive_partitioning=False)[list(one.rows)]
            for row in rows.iter_rows(named=True):
                yield Page(**row)


def pending_batches(
    store: Store, base: Snapshot | None, size: int, outdated: pl.DataFrame | None = None
) -> list[Batch]:
    """Batches of at most `size` pages that the base has not read; without a base, of all pages.

    The pages that `outdated` names by page_id are read again.
    """
    rows = _pending(store, base, outdated)
    batches: list[Batch] = []
    while group := list(islice(rows, size)):
        slices = (
            Slice(path, tuple(row.number for row in found)) for path, found in groupby(group, lambda row: row.path)
        )
        batches.append(Batch(len(batches) + 1, tuple(slices)))
    return batches


def waiting_pages(store: Store, base: Snapshot | None) -> int:
    """Number of pages that the base has not read."""
    return sum(1 for _ in _pending(store, base))


def _pending(store: Store, base: Snapshot | None, outdated: pl.DataFrame | None = None) -> Iterator[Row]:
    done = _read_pages(base)
    if outdated is not None:
        done = done.join(outdated, on="page_id", how="anti")
    for path in store.page_files():
        ids = pl.read_parquet(path, columns=["page_id"], hive_partitioning=False).with_row_index("row")
        for number in ids.join(done, on="page_id", how="anti", maintain_order="left")["row"]:
            yield Row(path, number)


def _read_pages(base: Snapshot | None) -> pl.DataFrame:
    """The ids of the pages that the base has read, or was deferred over too often."""
    if base is None:
        return pl.DataFrame(schema={"page_id": pl.String})
    given_up = base.scan("deferred_pages").filter(pl.col("attempts") >= MAX_ATTEMPTS)
    done = [base.scan(table).select("page_id") for table in READ_TABLES]
    return pl.concat([*done, given_up.select("page_id")]).collect()
