"""Learning: which lines repeat over the stories of a site, from the lines that articles kept and lost."""

from __future__ import annotations

import polars as pl

from transforms.articles.memory.memory import MOST, line_hash, site_of
from transforms.articles.memory.removal import REASON, is_protected

# Of a site with many articles the newest tell enough, and lines that it no longer prints are forgotten.
STORIES_OF_SITE = 500
LEAST_STORIES = 20
LEAST_PAGES = 8
LEAST_DAYS = 3
LEAST_SHARE = 0.05
DIGITS = 4
# Where stories consist of repeated lines, the site is an index or a live blog, and the lines are its text.
INDEX_SHARE = 0.3
# These say that a line repeats on its own page, or that a memory knew it: neither is evidence about the site.
NO_EVIDENCE = (REASON, "line printed before", "the headline repeated")

FOUND = {
    "site": pl.String,
    "line_hash": pl.String,
    "line": pl.String,
    "pages_seen": pl.Int32,
    "pages_removed": pl.Int32,
    "days_seen": pl.Int32,
    "site_pages": pl.Int32,
    "share": pl.Float64,
    "is_suspect": pl.Boolean,
}
SEEN = {
    "article_id": pl.String,
    "line_hash": pl.String,
    "line": pl.String,
    "words": pl.Int64,
    "is_text": pl.Boolean,
    "is_removed": pl.Boolean,
}


def stories(articles: pl.DataFrame) -> pl.DataFrame:
    """The articles to learn from as `article_id`, `site`, `day`: of each site the newest stories, each told once.

    `articles` has article_id, url, source_id, published_date, fetched_at and duplicate_group_id: of a group, be it one
    text under many addresses, the article with the smallest id counts. Sites with few stories are left out.
    """
    sites = pl.Series("site", map(site_of, articles["url"], articles["source_id"]), dtype=pl.String)
    day = pl.coalesce("published_date", pl.col("fetched_at").dt.date())
    told = articles.with_columns(sites, day=day).sort("article_id").unique(["site", "duplicate_group_id"], keep="first")
    newest = told.sort("day", "article_id", descending=[True, False]).filter(
        pl.int_range(pl.len()).over("site") < STORIES_OF_SITE
    )
    enough = newest.filter(pl.len().over("site") >= LEAST_STORIES)
    return enough.select("article_id", "site", "day").sort("article_id")


def seen_lines(lines: pl.DataFrame) -> pl.DataFrame:
    """The lines of some stories, each once an article, with the columns of SEEN.

    `lines` has article_id, text and reason, which is null for a line of the article's text. Credits, dates and lines
    without words are left out.
    """
    hashes = pl.Series("line_hash", map(line_hash, lines["text"]), dtype=pl.String)
    free = pl.Series([not is_protected(text) for text in lines["text"]], dtype=pl.Boolean)
    known = lines.with_columns(hashes).filter(free & (pl.col("line_hash") != ""))
    evidence = pl.col("reason").is_not_null() & ~pl.col("reason").is_in(NO_EVIDENCE)
    once = known.group_by("article_id", "line_hash").agg(
        line=pl.col("text").min(),
        words=pl.col("text").str.count_matches(r"\S+").max().cast(pl.Int64),
        is_text=(pl.col("reason").is_null() | (pl.col("reason") == REASON)).any(),
        is_removed=evidence.any(),
    )
    return once.select(*SEEN)


def learn(told: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """The lines to remember, with the columns of FOUND and sorted; `told` are stories, `seen` their seen_lines.

    A line is remembered when at least LEAST_PAGES stories from LEAST_DAYS days have it, and when most of the site's
    stories do, or when other rules mostly remove it. Of an index-like site nothing is remembered.
    """
    dated = seen.join(told, on="article_id").join(told.group_by("site").agg(site_pages=pl.len()), on="site")
    counted = dated.group_by("site", "line_hash").agg(
        line=pl.col("line").min(),
        pages_seen=pl.len(),
        pages_removed=pl.col("is_removed").sum(),
        days_seen=pl.col("day").n_unique(),
        site_pages=pl.col("site_pages").first(),
    )
    rated = counted.with_columns(
        # Rounded: the last digits of a quotient differ with the number of rows that polars divides at once.
        share=(pl.col("pages_seen") / pl.col("site_pages")).round(DIGITS),
        is_suspect=pl.col("pages_removed") * 2 >= pl.col("pages_seen"),
    )
    repeated = rated.filter(
        (pl.col("pages_seen") >= LEAST_PAGES)
        & (pl.col("days_seen") >= LEAST_DAYS)
        & (pl.col("share") >= LEAST_SHARE)
        & (pl.col("is_suspect") | (pl.col("share") >= MOST))
    )
    kept = repeated.join(_index_like(dated, repeated), on="site", how="anti")
    return kept.select(pl.col(name).cast(dtype) for name, dtype in FOUND.items()).sort("site", "line_hash")


def _index_like(dated: pl.DataFrame, repeated: pl.DataFrame) -> pl.DataFrame:
    """The sites whose stories would lose much of their text."""
    text = dated.filter("is_text").join(
        repeated.select("site", "line_hash", again=pl.lit(value=True)), on=["site", "line_hash"], how="left"
    )
    words = pl.col("words")
    lost = text.group_by("site", "article_id").agg(share=words.filter(pl.col("again")).sum() / words.sum())
    typical = lost.group_by("site").agg(pl.col("share").median())
    return typical.filter(pl.col("share") > INDEX_SHARE).select("site")
