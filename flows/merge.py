"""Merge: what the batches found and what the warehouse holds become the next snapshot, a partition at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from flows.batches import READ_TABLES
from flows.counts import Counts
from flows.deferrals import after
from flows.memories import Outdated
from flows.shards import Shards
from flows.versions import Verdict
from schemas.tables import TABLES
from transforms.articles.duplicates.groups import NEEDED, duplicate_groups
from transforms.events.fold import fold
from warehouse.staging import Staging

UNREAD = pl.lit("").alias("sentence")  # folding holds all mentions at once and reads no sentence
PLAIN_TABLES = ("article_authors", "removed_lines", "text_signatures", "quotes")


def merge(staging: Staging, shards: Shards, seen: int, outdated: Outdated) -> Counts:
    """Put the tables of articles, events and rejects into staging; returns what became of the `seen` pages.

    What is outdated gives way to what the batches found. Raises NotConservedError if a page was lost on the way.
    """
    verdict = Verdict.of(staging, shards, outdated.articles)
    gone = pl.concat([verdict.replaced, outdated.articles.select(verdict.replaced.columns)])
    merging = Merge(staging, shards, verdict, gone)
    groups = duplicate_groups(merging.signatures())
    dated = merging.rows("text_signatures").select("article_id", "published_date").collect()
    grouped = dated.join(groups, on="article_id")
    folded = fold(merging.rows("event_mentions").with_columns(UNREAD).collect(), grouped)
    merging.put("articles", groups)
    merging.put("event_mentions", folded.mentions.select("event_mention_id", "event_id"))
    for table in PLAIN_TABLES:
        merging.put(table)
    put_changed(staging, "events", folded.events)
    rejects = shards.scan("rejects").collect()
    add(staging, "rejects", rejects)
    deferred = shards.scan("deferred_pages").collect()
    put_changed(staging, "deferred_pages", after(staging, shards, _read(shards)))
    drop(staging, "superseded_pages", outdated.older)
    add(staging, "superseded_pages", verdict.old)
    older = verdict.old.height - verdict.replaced.height
    return Counts(seen, verdict.fresh.height, older, rejects.height, deferred.height)


@dataclass(frozen=True, slots=True)
class Merge:
    """The tables of one merge: rows of the base that stay, and rows of the batches whose versions are current.

    `gone` has article_id and published_month of the base's articles that do not stay.
    """

    staging: Staging
    shards: Shards
    verdict: Verdict
    gone: pl.DataFrame

    def rows(self, table: str, month: str | None = None) -> pl.LazyFrame:
        """The rows that the next snapshot holds of a table, or of one partition of it."""
        columns = TABLES[table].to_polars_schema().names()
        kept = self.staging.scan(table, month).join(self.gone.lazy(), on="article_id", how="anti")
        found = self.shards.scan(table, month).join(self.verdict.fresh.lazy(), on="page_id", how="semi")
        return pl.concat([kept.select(columns), found.select(columns)])

    def months(self, table: str) -> list[str]:
        """All partitions of a table, before or after the merge."""
        base = self.staging.base
        return sorted({*(base.partitions(table) if base else ()), *self.shards.partitions(table)})

    def put(self, table: str, assigned: pl.DataFrame | None = None) -> None:
        """Put the partitions that change; `assigned` gives the values of one more column by the table's key."""
        touched = self.shards.partitions(table) | set(self.gone["published_month"])
        for month in self.months(table):
            rows = self.rows(table, month)
            if assigned is not None and (month in touched or _differ(rows, assigned)):
                self.staging.put_partition(table, month, assign(rows.collect(), assigned))
            elif assigned is None and month in touched:
                self.staging.put_partition(table, month, rows)

    def signatures(self) -> Iterator[pl.DataFrame]:
        """The signatures of all articles, a month at a time, oldest first."""
        for month in self.months("text_signatures"):
            yield self.rows("text_signatures", month).select(NEEDED).collect()


def _differ(rows: pl.LazyFrame, assigned: pl.DataFrame) -> bool:
    """Whether any row's value is not the assigned one; only the two columns are read."""
    key, value = assigned.columns
    held = rows.select(key, value).collect()
    return held.join(assigned, on=[key, value], how="anti").height > 0


def assign(rows: pl.DataFrame, assigned: pl.DataFrame) -> pl.DataFrame:
    """Rows with one column's values taken from `assigned`, by the other column that both have."""
    key, value = assigned.columns
    return rows.drop(value).join(assigned, on=key, how="left", maintain_order="left").select(rows.columns)


def drop(staging: Staging, table: str, rows: pl.DataFrame) -> None:
    """Take rows out of a table; `rows` has the key and the partition."""
    for month in _partitions(table, rows):
        kept = staging.scan(table, month).join(rows.lazy(), on=TABLES[table].primary_key(), how="anti")
        staging.put_partition(table, month, kept)


def add(staging: Staging, table: str, rows: pl.DataFrame) -> None:
    """Add rows to a table of which the base's rows all stay."""
    for month in _partitions(table, rows):
        column = TABLES[table].partition
        mine = rows.filter(pl.col(column).eq_missing(month)) if column else rows
        staging.put_partition(table, month, pl.concat([staging.scan(table, month).collect(), mine]))


def put_changed(staging: Staging, table: str, rows: pl.DataFrame) -> bool:
    """Replace a table, leaving alone the partitions whose rows are those of the base; returns whether any differed."""
    key, column = TABLES[table].primary_key(), TABLES[table].partition
    base = staging.base
    partitions = {*_partitions(table, rows), *(base.partitions(table) if base and column else ())}
    changed = False
    for partition in sorted(partitions, key=str):
        mine = (rows.filter(pl.col(column) == partition) if column else rows).sort(key)
        held = staging.scan(table, partition).sort(key).collect()
        if base is None or not mine.equals(held):
            staging.put_partition(table, partition, mine)
            changed = True
    return changed


def _read(shards: Shards) -> pl.DataFrame:
    """The pages that the batches read, as page_id."""
    return pl.concat(shards.scan(table).select("page_id") for table in READ_TABLES).collect()


def _partitions(table: str, rows: pl.DataFrame) -> list[str | None]:
    column = TABLES[table].partition
    return rows[column].unique().sort().to_list() if column else [None]
