from __future__ import annotations

import errno
import os
from pathlib import Path

import polars as pl
import pytest

from schemas.tables import SNAPSHOT
from tests.warehouse import small
from warehouse.parts import SchemaMismatchError
from warehouse.snapshots import Snapshot
from warehouse.store import Store


def ids(snapshot: Snapshot, table: str = "articles") -> list[str]:
    return snapshot.scan(table).collect()["article_id"].sort().to_list()


def rows(*numbers: int, day: str = "2026-03") -> pl.DataFrame:
    date = {"2026-03": small.MARCH, "2026-02": small.FEBRUARY, "undated": None}[day]
    return small.rows("articles", *(small.article(number, date) for number in numbers))


def test_a_snapshot_holds_every_table_and_says_so_in_its_manifest(tmp_path: Path) -> None:
    snapshot = small.publish(Store(tmp_path), small.warehouse())

    expected = {name: frame.height for name, frame in small.warehouse().items()}
    assert snapshot.manifest.counts == expected
    assert list(expected) == list(SNAPSHOT)
    assert small.is_whole(snapshot)
    assert Store(tmp_path).current() == snapshot
    assert snapshot.partitions("articles") == ["2026-02", "2026-03", "undated"]
    assert snapshot.partitions("superseded_pages") == []
    assert snapshot.partitions("sources") == []


def test_what_is_not_put_is_linked_from_the_snapshot_before(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = small.publish(store, small.warehouse())
    with store.lock():
        staging = store.stage("v1")
        staging.put_partition("articles", "2026-03", rows(2, 4))
        second = staging.publish(small.unaudited)

    assert ids(second) == ["a1", "a2", "a3", "a4"]
    assert ids(first) == ["a1", "a2", "a3"]
    for month, shared in {"2026-02": True, "undated": True, "2026-03": False}.items():
        (before,), (after,) = first.files("articles", month), second.files("articles", month)
        assert before.samefile(after) is shared


def test_files_are_copied_where_they_cannot_be_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    store = Store(tmp_path)
    first = small.publish(store, small.warehouse())
    monkeypatch.setattr(os, "link", refuse)
    second = small.publish(store, {"quotes": small.warehouse()["quotes"]})

    assert small.is_whole(second)
    assert not first.files("articles")[0].samefile(second.files("articles")[0])


def test_a_whole_table_leaves_no_old_partition_behind(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())

    assert ids(small.publish(store, {"articles": rows(9, day="undated")})) == ["a9"]


def test_a_partition_without_rows_goes(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())
    with store.lock():
        staging = store.stage("v1")
        staging.put_partition("articles", "undated", rows(day="undated"))
        snapshot = staging.publish(small.unaudited)

    assert ids(snapshot) == ["a1", "a2"]
    assert snapshot.partitions("articles") == ["2026-02", "2026-03"]


def test_appended_rows_stand_in_files_of_their_own(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = small.publish(store, small.warehouse())
    with store.lock():
        staging = store.stage("v1")
        staging.append("articles", pl.concat([rows(7), rows(8, day="2026-02")]).lazy())
        snapshot = staging.publish(small.unaudited)

    assert ids(snapshot) == ["a1", "a2", "a3", "a7", "a8"]
    assert len(snapshot.files("articles", "2026-03")) == 2
    assert any(first.files("articles", "2026-03")[0].samefile(path) for path in snapshot.files("articles", "2026-03"))


def test_what_is_put_twice_counts_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.lock():
        staging = store.stage("v1")
        staging.put("articles", rows(1, 2))
        staging.put_partition("articles", "2026-03", staging.scan("articles").filter(pl.col("article_id") != "a1"))
        assert staging.scan("articles").collect()["article_id"].to_list() == ["a2"]
        snapshot = staging.publish(small.unaudited)

    assert ids(snapshot) == ["a2"]
    assert small.is_whole(snapshot)


def test_a_staging_can_be_read_before_it_is_published(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())
    with store.lock():
        staging = store.stage("v1")
        staging.put_partition("articles", "2026-03", rows(5))

        assert staging.scan("articles").collect()["article_id"].sort().to_list() == ["a1", "a3", "a5"]
        assert staging.scan("articles", "2026-03").collect()["article_id"].to_list() == ["a5"]


@pytest.mark.parametrize("version", ["v2", "v1"])
def test_another_pipeline_or_schema_starts_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())
    if version == "v1":
        monkeypatch.setattr("warehouse.parts.schema_hash", lambda: "another")
    with store.lock():
        staging = store.stage(version)
        assert staging.base is None
        staging.put("articles", rows(1))
        snapshot = staging.publish(small.unaudited)

    assert snapshot.manifest.counts["articles"] == 1
    assert snapshot.manifest.counts["quotes"] == 0


@pytest.mark.parametrize("partition", ["2026-02", None])
def test_rows_of_another_partition_are_refused(tmp_path: Path, partition: str | None) -> None:
    store = Store(tmp_path)
    with store.lock(), pytest.raises(SchemaMismatchError, match="partition"):
        store.stage("v1").put_partition("articles", partition, rows(1))


def test_a_frame_without_rows_still_has_to_fit(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with store.lock(), pytest.raises(SchemaMismatchError, match="title is missing"):
        store.stage("v1").put("articles", rows().drop("title"))


def test_the_same_rows_give_the_same_files(tmp_path: Path) -> None:
    turned = {name: frame.reverse() for name, frame in small.warehouse().items()}

    one = small.publish(Store(tmp_path / "one"), small.warehouse())
    other = small.publish(Store(tmp_path / "other"), turned)

    assert one.manifest == other.manifest


def test_an_audit_that_breaks_down_publishes_nothing(tmp_path: Path) -> None:
    from warehouse.findings import AuditError, AuditResult

    def break_down(*_: object) -> AuditResult:
        raise ZeroDivisionError("by nought")

    store = Store(tmp_path)
    first = small.publish(store, small.articles(3))
    with pytest.raises(AuditError, match="audit: ZeroDivisionError: by nought") as caught:
        small.publish(store, small.articles(4), audit=break_down)

    assert store.current() == first
    assert len(list(caught.value.staged.glob("articles/**/*.parquet"))) == 3
    assert small.publish(store, small.articles(5)).number == 2
