"""Versions: several pages may hold one article; one of them is current, the others are superseded."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from flows.shards import Shards
from schemas.tables import TABLES
from warehouse.staging import Staging

COLUMNS = (
    "article_id",
    "page_id",
    "source_id",
    "origin",
    "url",
    "fetched_at",
    "modified_at",
    "published_at",
    "published_local",
    "published_date",
    "published_month",
)


def newest(versions: pl.DataFrame) -> pl.DataFrame:
    """The current version of each article: last modified, else last published, else last fetched, else by page_id."""
    published = pl.coalesce(
        pl.col("published_at").dt.replace_time_zone(None),
        pl.col("published_local"),
        pl.col("published_date").cast(pl.Datetime("us")),
    )
    ranked = versions.with_columns(_published=published)
    ordered = ranked.sort("article_id", "modified_at", "_published", "fetched_at", "page_id", nulls_last=False)
    return ordered.unique("article_id", keep="last", maintain_order=True).drop("_published")


def superseded(versions: pl.DataFrame) -> pl.DataFrame:
    """Versions of articles as rows of superseded_pages."""
    seen_at = pl.col("fetched_at")
    rows = versions.with_columns(seen_at=seen_at, seen_month=seen_at.dt.strftime("%Y-%m"))
    return rows.select(TABLES["superseded_pages"].to_polars_schema().names())


@dataclass(frozen=True, slots=True)
class Verdict:
    """Which versions count: `fresh` pages hold new current versions, `replaced` articles of the base give way to them.

    `fresh` has page_id; `replaced` has article_id and published_month; `old` are rows of superseded_pages.
    """

    fresh: pl.DataFrame
    replaced: pl.DataFrame
    old: pl.DataFrame

    @classmethod
    def of(cls, staging: Staging, shards: Shards, outdated: pl.DataFrame) -> Verdict:
        """Compare the versions that the batches found with each other and with the base's, save the outdated ones."""
        found = shards.scan("articles").select(COLUMNS).collect()
        base = staging.scan("articles").select(COLUMNS)
        known = base.join(outdated.lazy(), on="article_id", how="anti")
        held = known.join(found.lazy(), on="article_id", how="semi").collect()
        versions = pl.concat([found, held])
        current = newest(versions)
        losers = versions.join(current, on="page_id", how="anti")
        return cls(
            fresh=found.join(current, on="page_id", how="semi").select("page_id"),
            replaced=held.join(current, on="page_id", how="anti").select("article_id", "published_month"),
            old=pl.concat([shards.scan("superseded_pages").collect(), superseded(losers)]),
        )
