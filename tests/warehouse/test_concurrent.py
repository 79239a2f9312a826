"""Readers beside a writer that publishes again and again see whole states only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import polars as pl
import pytest

from tests.warehouse import small
from warehouse import catalog
from warehouse.store import Store

PUBLISHES = 8


@contextmanager
def publishing(store: Store) -> Iterator[Event]:
    """Publishes more and more articles, each with one mention, beside the block; sets the event at the end."""
    finished = Event()

    def publish_all() -> None:
        try:
            for count in range(2, PUBLISHES + 2):
                small.publish(store, small.articles(count))
        finally:
            finished.set()

    writer = Thread(target=publish_all)
    writer.start()
    try:
        yield finished
    finally:
        writer.join()


def by_catalog(root: Path) -> tuple[int, int]:
    counts = (
        "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM event_mentions JOIN articles USING (article_id))"
    )
    articles, mentions = catalog.query(root, counts).row(0)
    return articles, mentions


def by_resolved_files(root: Path) -> tuple[int, int]:
    current = (root / "current").resolve()
    articles, mentions = (
        pl.scan_parquet(f"{current}/{table}/**/*.parquet", hive_partitioning=True).select("article_id").collect()
        for table in ("articles", "event_mentions")
    )
    return articles.height, mentions.join(articles, on="article_id", how="semi").height


@pytest.mark.parametrize("read", [by_catalog, by_resolved_files])
def test_a_reader_never_sees_half_a_publish(tmp_path: Path, read: Callable[[Path], tuple[int, int]]) -> None:
    store = Store(tmp_path)
    small.publish(store, small.articles(1))
    seen = []
    with publishing(store) as finished:
        while not finished.is_set():
            seen.append(read(tmp_path))
    seen.append(read(tmp_path))

    assert all(articles == mentions for articles, mentions in seen)
    assert [articles for articles, _ in seen] == sorted(articles for articles, _ in seen)
    assert seen[-1] == (PUBLISHES + 1, PUBLISHES + 1)
    assert len(store.snapshots()) == PUBLISHES + 1


def test_an_open_connection_keeps_reading_its_own_state(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.articles(1))
    with catalog.connect(tmp_path) as connection:
        small.publish(store, small.articles(5))

        assert connection.sql("SELECT count(*) FROM articles").fetchall() == [(1,)]
        assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 5
