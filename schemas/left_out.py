"""Tables of pages that gave no current article: rejected, deferred, superseded."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from schemas import codes, columns
from schemas.columns import Table


class Rejects(Table):
    """A document that did not become an article, and why."""

    partition = "seen_month"

    page_id = dy.String(primary_key=True, description="The page.")
    source_id = columns.refers("sources", "The source that found it.")
    origin = dy.String(description="Where it was found.")
    url = columns.text("Its address, where known.")
    stage = columns.one_of(codes.REJECT_STAGES, "Where on the walk it fell.")
    reason = dy.String(min_length=1, description="Short reason, for counting.")
    message = dy.String(description="What is wrong and what to do, for a person.")
    seen_at = columns.instant("When the page was first fetched or loaded (UTC).")
    seen_month = dy.String(regex=r"^\d{4}-\d{2}$", description="Partition: the month of seen_at.")

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of seen_at."""
        return pl.col("seen_month") == columns.month_of("seen_at")


class DeferredPages(Table):
    """A page that could not be read within the limits of time and memory; later runs try it again, a few times."""

    partition = "seen_month"

    page_id = dy.String(primary_key=True, description="The page.")
    source_id = columns.refers("sources", "The source that found it.")
    origin = dy.String(description="Where it was found.")
    url = columns.text("Its address, where known.")
    reason = columns.one_of(codes.DEFER_REASONS, "Which limit the last attempt met.")
    message = dy.String(description="What happened, for a person.")
    attempts = dy.Int32(min=1, description="Attempts of this pipeline version so far; after the third it rests.")
    seen_at = columns.instant("When the page was first fetched or loaded (UTC).")
    seen_month = dy.String(regex=r"^\d{4}-\d{2}$", description="Partition: the month of seen_at.")

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of seen_at."""
        return pl.col("seen_month") == columns.month_of("seen_at")


class SupersededPages(Table):
    """A page that holds a version of an article which is not the current one; its bytes stay in pages."""

    partition = "seen_month"

    page_id = dy.String(primary_key=True, description="The page.")
    article_id = columns.refers("articles", "The article, whose current version was read from another page.")
    source_id = columns.refers("sources", "The source that found it.")
    origin = dy.String(description="Where it was found.")
    url = columns.text("Canonical address of the article, as this page gives it.")
    seen_at = columns.instant("When the page was first fetched or loaded (UTC).")
    seen_month = dy.String(regex=r"^\d{4}-\d{2}$", description="Partition: the month of seen_at.")

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of seen_at."""
        return pl.col("seen_month") == columns.month_of("seen_at")
