"""Groups: articles that copy one text, named so that neither order nor portions of arrival make a difference."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from transforms.articles.duplicates.pairs import WINDOW_DAYS, near_pairs

NEEDED = ("article_id", "language", "text_hash", "shingle_count", "minhash", "published_date")
LIGHT = ("article_id", "text_hash", "published_date")
WINDOW = pl.duration(days=WINDOW_DAYS)


def duplicate_groups(portions: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Group all articles: portions of NEEDED columns in; `article_id`, `duplicate_group_id` out, sorted.

    A portion holds no day earlier than the one before, so that only the last two weeks stay in memory. Copies of the
    same text belong together while each follows another within WINDOW_DAYS; a copy without a date joins the earliest.
    Near-copies belong together within WINDOW_DAYS of each other. A group is all that is linked, over however many
    links, and is named by its smallest article_id.
    """
    texts: list[pl.DataFrame] = []
    links: list[pl.DataFrame] = []
    recent: pl.DataFrame | None = None
    for portion in portions:
        texts.append(portion.select(LIGHT))
        dated = portion.select(NEEDED).drop_nulls("published_date")
        window = dated if recent is None else pl.concat([recent, dated])
        links.append(near_pairs(window))
        recent = window.filter(pl.col("published_date") >= pl.col("published_date").max() - WINDOW)
    if not texts:
        return pl.DataFrame(schema={"article_id": pl.String, "duplicate_group_id": pl.String})
    known = pl.concat(texts)
    return _named(known["article_id"], pl.concat([_same_text(known), *links]))


def _same_text(articles: pl.DataFrame) -> pl.DataFrame:
    """Each copy of a text with the one before it, where no more than the window lies between."""
    earliest = pl.col("published_date").min().over("text_hash")
    ordered = articles.with_columns(pl.col("published_date").fill_null(earliest)).sort(
        "text_hash", "published_date", "article_id"
    )
    gap = pl.col("published_date").diff().over("text_hash").fill_null(pl.duration())
    linked = ordered.with_columns(copy_id=pl.col("article_id").shift().over("text_hash"), gap=gap)
    return linked.filter(pl.col("copy_id").is_not_null() & (pl.col("gap") <= WINDOW)).select("article_id", "copy_id")


def _named(ids: pl.Series, links: pl.DataFrame) -> pl.DataFrame:
    """Every article with the smallest id that it is linked with."""
    above: dict[str, str] = {}

    def smallest(one: str) -> str:
        path = []
        while one in above:
            path.append(one)
            one = above[one]
        above.update(dict.fromkeys(path, one))
        return one

    for left, right in links.iter_rows():
        first, second = sorted((smallest(left), smallest(right)))
        if first != second:
            above[second] = first
    names = [smallest(one) for one in ids]
    return pl.DataFrame({"article_id": ids, "duplicate_group_id": pl.Series(names, dtype=pl.String)}).sort("article_id")
