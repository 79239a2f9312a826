"""Shards: what the batches of one build found, as small files by table and partition."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from schemas.tables import TABLES

CHILD_TABLES = ("article_authors", "removed_lines", "text_signatures", "event_mentions", "quotes")


@dataclass(frozen=True, slots=True)
class Shards:
    """The files below `folder`.

    Rows of CHILD_TABLES carry their `page_id`, which tells the versions of one article apart.
    """

    folder: Path

    def write(self, table: str, batch: int, frame: pl.DataFrame) -> None:
        """Write a batch's rows; writing them again replaces them."""
        partition = TABLES[table].partition
        assert partition is not None
        for (value,), rows in frame.partition_by(partition, as_dict=True).items():
            folder = self.folder / table / str(value)
            folder.mkdir(parents=True, exist_ok=True)
            rows.write_parquet(folder / f"{batch:06d}.parquet")

    def partitions(self, table: str) -> set[str]:
        """Partitions of the table that have rows."""
        return {path.name for path in (self.folder / table).glob("*")}

    def scan(self, table: str, partition: str | None = None) -> pl.LazyFrame:
        """The rows of a table, or of one partition."""
        files = sorted((self.folder / table).glob(f"{partition or '*'}/*.parquet"))
        if files:
            return pl.scan_parquet(files, glob=False, hive_partitioning=False)
        schema = TABLES[table].to_polars_schema()
        if table in CHILD_TABLES:
            schema["page_id"] = pl.String()
        return pl.LazyFrame(schema=schema)
