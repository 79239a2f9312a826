"""Deferrals: pages that could not be walked within the limits of time and memory; a later run tries them again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import polars as pl

from flows.shards import Shards
from flows.walker import Deferred
from schemas.tables import TABLES
from transforms.frames import month_of
from warehouse.staging import Staging

TABLE = "deferred_pages"


def deferrals(found: Iterable[Deferred]) -> pl.DataFrame:
    """Rows of deferred_pages after a first attempt."""
    rows = [_row(one) for one in found]
    return pl.DataFrame(rows, schema=TABLES[TABLE].to_polars_schema())


def after(staging: Staging, shards: Shards, read: pl.DataFrame) -> pl.DataFrame:
    """All rows of deferred_pages after a run: those of the base whose pages are not `read`, and the run's own.

    `read` has page_id. The attempts of a page are added up.
    """
    rows = pl.concat([staging.scan(TABLE), shards.scan(TABLE)]).join(read.lazy(), on="page_id", how="anti")
    latest = rows.unique("page_id", keep="last", maintain_order=True).drop("attempts")
    attempts = rows.group_by("page_id").agg(pl.col("attempts").sum())
    columns = TABLES[TABLE].to_polars_schema().names()
    return latest.join(attempts, on="page_id").select(columns).sort("page_id").collect()


def _row(one: Deferred) -> dict[str, object]:
    page = one.page
    known = {name: value for name, value in asdict(page).items() if name in ("page_id", "source_id", "origin", "url")}
    seen = {"seen_at": page.fetched_at, "seen_month": month_of(page.fetched_at.date())}
    return known | seen | {"reason": one.reason, "message": one.message, "attempts": 1}
