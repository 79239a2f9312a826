"""Pairs: near-copies among articles that were published within two weeks of each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl
from numpy.typing import NDArray

from transforms.articles.duplicates.signatures import VALUES

WINDOW_DAYS = 14
LEAST_SHARED = 0.4
# In a shorter text a few stock phrases are much of it: only the same text is a copy there.
LEAST_SHINGLES = 40
BAND_VALUES = 3
# Of many texts that agree in a band each is held against this many that follow it by date.
NEIGHBOURS = 50
PAIRS_AT_ONCE = 20_000

Numbers = NDArray[np.int64]


def near_pairs(articles: pl.DataFrame) -> pl.DataFrame:
    """Near-copies as `article_id`, `copy_id`; `articles` has columns of text_signatures.

    Texts in one language that share LEAST_SHARED of their shingles are near-copies; texts without a date are not
    compared. Work and memory grow with the number of articles, not with its square.
    """
    rows = _comparable(articles)
    ids = rows.get_column("article_id")
    values = np.frombuffer(b"".join(rows["minhash"]), dtype="<u2").reshape(rows.height, VALUES)
    days = rows["published_date"].to_physical().to_numpy().astype(np.int64)
    languages = rows["language"].fill_null("").rank("dense").to_numpy().astype(np.uint64)
    found = [_verified(values, days, left, right) for left, right in _candidates(values, languages)]
    left, right = (np.concatenate([pair[side] for pair in found] or [np.empty(0, np.int64)]) for side in (0, 1))
    return pl.DataFrame({"article_id": ids.gather(left), "copy_id": ids.gather(right)}).unique().sort(pl.all())


def _comparable(articles: pl.DataFrame) -> pl.DataFrame:
    """One article for each text and day, by date: other copies of the same text join it by their text alone."""
    long_enough = pl.col("shingle_count") >= LEAST_SHINGLES
    rows = articles.filter(pl.col("published_date").is_not_null() & long_enough).sort("published_date", "article_id")
    return rows.unique(["text_hash", "published_date"], keep="first", maintain_order=True)


def _candidates(values: NDArray[np.uint16], languages: NDArray[np.uint64]) -> Iterator[tuple[Numbers, Numbers]]:
    """Rows that agree in all values of a band: likely where texts share much, unlikely where they share little."""
    wide = values.astype(np.uint64)
    for start in range(0, VALUES, BAND_VALUES):
        keys = languages
        for column in range(start, start + BAND_VALUES):
            keys = (keys << np.uint64(16)) | wide[:, column]
        yield from _neighbours(keys)


def _neighbours(keys: NDArray[np.uint64]) -> Iterator[tuple[Numbers, Numbers]]:
    """Pairs of rows with one key, each row with at most NEIGHBOURS that follow it."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    for distance in range(1, min(NEIGHBOURS, len(keys) - 1) + 1):
        same = ordered[distance:] == ordered[:-distance]
        if not same.any():
            return
        yield order[:-distance][same], order[distance:][same]


def _verified(values: NDArray[np.uint16], days: Numbers, left: Numbers, right: Numbers) -> tuple[Numbers, Numbers]:
    """The pairs that are close in time and do share enough."""
    close = days[right] - days[left] <= WINDOW_DAYS
    left, right = left[close], right[close]
    shared = [
        (values[left[at : at + PAIRS_AT_ONCE]] == values[right[at : at + PAIRS_AT_ONCE]]).mean(axis=1)
        for at in range(0, len(left), PAIRS_AT_ONCE)
    ]
    enough = np.concatenate([*shared, np.empty(0)]) >= LEAST_SHARED
    return left[enough], right[enough]
