"""Duplicates: copies of one text under other addresses or titles, grouped so that events count independent sources."""

from __future__ import annotations

import hashlib
import re

import polars as pl

WINDOW_DAYS = 14


def text_key(text: str) -> str:
    """Hash of a text's letters and digits: copies that differ in case, spacing or punctuation share it."""
    letters = re.sub(r"[\W_]+", "", text.casefold())
    return hashlib.sha256(letters.encode()).hexdigest()


def duplicate_groups(articles: pl.DataFrame) -> pl.DataFrame:
    """Group articles: `article_id`, `text_key`, `published_date` in; `article_id`, `duplicate_group_id` out.

    Copies belong together while each follows another within WINDOW_DAYS; a copy without a date joins the earliest. A
    group is named by its smallest article_id, whatever the order of the rows.
    """
    dated = articles.with_columns(pl.col("published_date").fill_null(pl.col("published_date").min().over("text_key")))
    gap = pl.col("published_date").diff().over("text_key") > pl.duration(days=WINDOW_DAYS)
    clustered = dated.sort("text_key", "published_date", "article_id").with_columns(
        cluster=gap.fill_null(value=False).cum_sum().over("text_key")
    )
    named = pl.col("article_id").min().over("text_key", "cluster")
    return clustered.select("article_id", duplicate_group_id=named).sort("article_id")
