"""Tables of articles: their texts, authors, removed lines, and what copies are recognised by."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from schemas import codes, columns
from schemas.columns import Table


class Articles(Table):
    """The current version of one article."""

    partition = "published_month"

    article_id = dy.String(
        primary_key=True,
        description="Hash of the canonical address, else of source and text: a corrected article keeps it.",
    )
    page_id = dy.String(description="The page that this version was read from.")
    source_id = columns.refers("sources", "The publisher's source.")
    origin = dy.String(description="Where the page was found.")
    url = columns.text("Canonical address of the article.")
    fetched_at = columns.instant("When the page was first fetched or loaded (UTC).")
    title = columns.text("Headline without the site's name.")
    standfirst = columns.text("The summary printed between headline and body; not part of text.")
    subheads = dy.List(dy.String(), description="Subheads in reading order; each is also a line of text.")
    byline = columns.text("The byline as printed.")
    authors = dy.List(dy.String(), description="Names of the people who wrote the article, in the byline's order.")
    agency = columns.text("News agency, desk or publisher credited instead of or beside people.")
    dateline_place = columns.text("Place in the dateline, as printed.")
    published_date = dy.Date(
        nullable=True, description="The day of publication as printed; null where nothing tells it."
    )
    published_local = dy.Datetime(
        time_unit="us", nullable=True, description="Wall time of publication as printed, without its zone."
    )
    published_at = columns.instant(
        "The instant of publication (UTC); null where no zone or offset is known.", nullable=True
    )
    published_precision = columns.one_of(codes.PUBLISHED_PRECISIONS, "How fine the publication time is.", nullable=True)
    published_method = columns.text("Which evidence gave the publication time.")
    modified_at = columns.instant("The instant of the last update that the page states (UTC).", nullable=True)
    language = columns.text("ISO 639-1 code of the text's language, of ISO 639-3 where it has none.")
    section = columns.text("Section of the publication, as the page names it.")
    keywords = dy.List(dy.String(), description="The page's own keywords.")
    flags = dy.List(
        columns.one_of(codes.ARTICLE_FLAGS, "A flag."),
        description=f"What to know before the text is used: {', '.join(codes.ARTICLE_FLAGS)}.",
    )
    text = dy.String(
        min_length=1,
        description="The body's lines joined by newlines; all offsets in other tables count its characters.",
    )
    duplicate_group_id = columns.refers(
        "articles", "The smallest article_id among the copies and near-copies of one text."
    )
    published_month = dy.String(
        regex=columns.MONTH, description="Partition: the month of published_date, or `undated`."
    )

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of the day of publication."""
        return pl.col("published_month") == columns.month_of("published_date")

    @dy.rule()
    def precision_tells_what_is_known(cls) -> pl.Expr:
        """A day, a wall time and an instant stand exactly where the precision says so."""
        precision = pl.col("published_precision").fill_null("none")
        return pl.all_horizontal(
            pl.col("published_date").is_not_null() == (precision != "none"),
            pl.col("published_local").is_not_null() == precision.is_in(["minute", "instant"]),
            pl.col("published_at").is_not_null() == (precision == "instant"),
        )

    @dy.rule()
    def wall_time_lies_on_the_day(cls) -> pl.Expr:
        """The printed time belongs to the printed day."""
        return pl.col("published_local").is_null() | (pl.col("published_local").dt.date() == pl.col("published_date"))


class ArticleAuthors(Table):
    """One name of one article's byline: the flat twin of articles.authors."""

    partition = "published_month"

    article_id = columns.refers("articles", "The article.", primary_key=True)
    position = dy.Int32(primary_key=True, min=1, description="Place of the name in the byline, from 1.")
    author = dy.String(min_length=1, description="The author's name.")
    published_month = dy.String(regex=columns.MONTH, description="Partition: the article's month, or `undated`.")


class RemovedLines(Table):
    """A line of a page, or a piece of one, that is no article text, with the reason for its removal."""

    partition = "published_month"

    article_id = columns.refers("articles", "The article.", primary_key=True)
    position = dy.Int32(primary_key=True, min=1, description="Place among what was removed from the article, from 1.")
    line_number = dy.Int32(
        min=1, description="Number of the line among the page's text lines, from 1; pieces of one line share it."
    )
    text = dy.String(description="The line or piece as it stood on the page.")
    reason = dy.String(min_length=1, description="Why it was removed.")
    published_month = dy.String(regex=columns.MONTH, description="Partition: the article's month, or `undated`.")


class TextSignatures(Table):
    """What copies of one article's text are recognised by: groups are found without reading texts again."""

    partition = "published_month"

    article_id = columns.refers("articles", "The article.", primary_key=True)
    language = columns.text(
        "ISO 639-1 code of the text's language, of ISO 639-3 where it has none: near-copies are of one language."
    )
    text_hash = dy.String(regex="^[0-9a-f]{64}$", description="Hash of the text's letters and digits.")
    shingle_count = dy.Int32(min=1, description="Different runs of five words in the text.")
    minhash = dy.Binary(description="126 little-endian 16-bit numbers: near-copies agree in many of them.")
    published_date = dy.Date(nullable=True, description="The article's day of publication.")
    published_month = dy.String(regex=columns.MONTH, description="Partition: the article's month, or `undated`.")

    @dy.rule()
    def month_is_that_of_the_date(cls) -> pl.Expr:
        """The partition is the month of the day of publication."""
        return pl.col("published_month") == columns.month_of("published_date")
