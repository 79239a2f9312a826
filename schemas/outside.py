"""The tables outside the snapshots: pages, site memories and runs only grow, and a rollback leaves them alone."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from schemas import columns
from schemas.columns import Table


class Pages(Table):
    """A document as fetched or loaded, with its bytes; append-only and never changed."""

    partition = "fetched_date"

    page_id = dy.String(
        primary_key=True, description="Hash of origin and bytes: the same document loaded twice is one page."
    )
    source_id = dy.String(description="The source that found the document; see sources.")
    origin = dy.String(
        description="Where the document was found: an address, or a file's path with the record inside it."
    )
    url = columns.text("The address that the document itself or its source gives for it.")
    content_type = columns.text("Content type as declared by the server, the archive or the file's ending.")
    body = dy.Binary(description="The bytes as they came.")
    body_sha256 = dy.String(regex="^[0-9a-f]{64}$", description="SHA-256 of body, in hexadecimal.")
    fetched_at = columns.instant("When these bytes were first fetched or loaded (UTC).")
    read_error = columns.text(
        "Why the source could not read the document, as `reason: message`; such a page becomes a reject."
    )
    fetched_date = dy.String(regex=r"^\d{4}-\d{2}-\d{2}$", description="Partition: the UTC day of fetched_at.")

    @dy.rule()
    def day_is_that_of_the_fetch(cls) -> pl.Expr:
        """The partition is the day of fetched_at."""
        return pl.col("fetched_date") == pl.col("fetched_at").dt.strftime("%Y-%m-%d")


class SiteMemory(Table):
    """A line that repeats over the stories of one site, as one version of the site memory knows it; never changed."""

    partition = "memory_version"

    site = dy.String(primary_key=True, description="Host of the articles' addresses without `www.`, else their source.")
    line_hash = dy.String(primary_key=True, regex="^[0-9a-f]{16}$", description="Hash of the line's words.")
    line = dy.String(description="The line as one article has it.")
    pages_seen = dy.Int32(min=1, description="Stories of the site that have it, copies of one text counted once.")
    pages_removed = dy.Int32(min=0, description="How many of these lost it to another rule.")
    days_seen = dy.Int32(min=1, description="Different days of publication among them.")
    site_pages = dy.Int32(min=1, description="Stories of the site that were looked at.")
    share = dy.Float64(min=0, max=1, description="pages_seen of site_pages.")
    is_suspect = dy.Bool(description="Whether other rules remove it at least every second time.")
    snapshot = dy.String(description="The snapshot whose articles it was learnt from.")
    memory_version = dy.String(
        regex="^[0-9a-f]{12}$", description="Partition: hash of all lines of this version, snapshot aside."
    )

    @dy.rule()
    def counts_are_ordered(cls) -> pl.Expr:
        """No more pages than the site has, and no more removals than pages."""
        removed, seen, of = (pl.col(name) for name in ("pages_removed", "pages_seen", "site_pages"))
        return (removed <= seen) & (seen <= of)


class Runs(Table):
    """One run of a flow. For every run seen = accepted + duplicate + rejected + deferred."""

    run_id = dy.String(primary_key=True, description="Identifier of the run.")
    flow = dy.String(description="Name of the flow.")
    started_at = columns.instant("Start (UTC).")
    finished_at = columns.instant("End (UTC).")
    seen = dy.Int64(min=0, description="Documents that the run's sources offered.")
    accepted = dy.Int64(min=0, description="Documents that became the current version of an article.")
    duplicate = dy.Int64(min=0, description="Documents already stored, and versions older than the current one.")
    rejected = dy.Int64(min=0, description="Documents in rejects.")
    deferred = dy.Int64(min=0, description="Documents left for the next run.")
    article_count = dy.Int64(min=0, description="Articles in the warehouse after the run.")
    event_mention_count = dy.Int64(min=0, description="Event mentions in the warehouse after the run.")
    event_count = dy.Int64(min=0, description="Events in the warehouse after the run.")
    quote_count = dy.Int64(min=0, description="Quotes in the warehouse after the run.")
    snapshot = columns.text("Snapshot that the run published; null when nothing was new.")
    pipeline_version = dy.String(
        description="Hash of code, model, data files and overlays; then, after a plus sign, the site memory's version."
    )

    @dy.rule()
    def conserved(cls) -> pl.Expr:
        """Nothing is lost on the way."""
        return pl.col("seen") == pl.sum_horizontal("accepted", "duplicate", "rejected", "deferred")


class SourceRuns(Table):
    """What one run did with one source. Always seen = new + unchanged + deferred."""

    run_id = dy.String(primary_key=True, description="The run; see runs.")
    source_id = dy.String(primary_key=True, description="The source; see sources.")
    flow = dy.String(description="Name of the flow.")
    started_at = columns.instant("Start of the run (UTC).")
    seen = dy.Int64(min=0, description="Documents that the source offered.")
    new = dy.Int64(min=0, description="Documents that were stored for the first time, unreadable ones among them.")
    unchanged = dy.Int64(min=0, description="Documents that were known and had not changed.")
    fetched = dy.Int64(min=0, description="Documents that were fetched or loaded and could be read.")
    failed = dy.Int64(min=0, description="Documents that could not be read; each is also a reject.")
    deferred = dy.Int64(min=0, description="Documents left for a later run.")
    accepted = dy.Int64(min=0, description="Documents that the run's build made articles of.")
    rejected = dy.Int64(min=0, description="Documents that the run's build rejected.")
    oldest_date = dy.Date(nullable=True, description="The earliest day of publication among what was new.")
    newest_date = dy.Date(nullable=True, description="The latest day of publication among what was new.")
    reasons = columns.text("Why documents failed or were deferred, and how many: `reason: n`, joined by semicolons.")
    faults = columns.text("Feeds, sitemaps and the like that could not be had or read, joined by semicolons.")
    warning = columns.text("Why somebody should look at the source; null where nothing is wrong.")

    @dy.rule()
    def conserved(cls) -> pl.Expr:
        """Nothing is lost on the way."""
        return pl.col("seen") == pl.sum_horizontal("new", "unchanged", "deferred")
