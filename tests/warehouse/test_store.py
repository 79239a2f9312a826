from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from dataframely.exc import ValidationError

from tests.warehouse import small
from warehouse import catalog
from warehouse.lock import WarehouseBusyError
from warehouse.store import Store


def page(number: int, day: str = "2026-03-05") -> dict[str, object]:
    return {
        "page_id": f"p{number}",
        "source_id": "harbour",
        "origin": f"in/{number}.txt",
        "body": b"some words",
        "body_sha256": "0" * 64,
        "fetched_at": datetime.fromisoformat(f"{day}T06:00:00").replace(tzinfo=UTC),
        "fetched_date": day,
    }


def run(**counts: int) -> pl.DataFrame:
    totals = dict.fromkeys(("article_count", "event_mention_count", "event_count", "quote_count"), 0)
    totals |= dict.fromkeys(("seen", "accepted", "duplicate", "rejected", "deferred"), 0)
    times = {"started_at": small.SEEN, "finished_at": small.SEEN}
    named = {"run_id": "r1", "flow": "build", "pipeline_version": "v1"}
    return small.rows("runs", named | times | totals | counts)


def test_pages_are_kept_by_the_day_of_their_fetch(tmp_path: Path) -> None:
    store = Store(tmp_path)

    written = store.append_pages(small.rows("pages", page(2), page(1), page(3, "2026-03-06")))
    store.append_pages(small.rows("pages", page(4)))

    assert [path.parent.name for path in written] == ["fetched_date=2026-03-05", "fetched_date=2026-03-06"]
    assert sorted(store.known_page_ids()) == ["p1", "p2", "p3", "p4"]
    assert store.pages().filter(page_id="p3").select("fetched_date", "body").collect().row(0) == (
        "2026-03-06",
        b"some words",
    )
    assert len(store.page_files()) == 3


def test_a_new_warehouse_knows_no_pages_and_has_no_snapshot(tmp_path: Path) -> None:
    store = Store(tmp_path / "new")

    assert store.known_page_ids().to_list() == []
    assert store.current() is None
    assert store.snapshots() == []


def test_pages_that_break_their_declaration_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError):
        Store(tmp_path).append_pages(small.rows("pages", page(1), page(1)))
    assert Store(tmp_path).page_files() == []


def test_pages_are_written_in_row_groups_of_500(tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    (path,) = Store(tmp_path).append_pages(small.rows("pages", *(page(number) for number in range(1200))))

    metadata = pq.ParquetFile(path).metadata
    assert [metadata.row_group(number).num_rows for number in range(metadata.num_row_groups)] == [500, 500, 200]


def test_a_run_is_recorded_only_if_its_counts_add_up(tmp_path: Path) -> None:
    store = Store(tmp_path)

    store.append_run(run(seen=3, accepted=1, duplicate=1, rejected=1))
    with pytest.raises(ValidationError):
        store.append_run(run(seen=3, accepted=1))

    assert store.runs().select("seen").collect().to_series().to_list() == [3]


def test_pages_and_runs_that_come_after_a_publish_are_in_the_catalog(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.warehouse())
    store.append_pages(small.rows("pages", page(1)))
    store.append_run(run())

    assert catalog.query(tmp_path, "SELECT page_id, fetched_date FROM pages").rows() == [("p1", "2026-03-05")]
    assert catalog.query(tmp_path, "SELECT run_id FROM runs").rows() == [("r1",)]


HOLD = """
import sys
from pathlib import Path
from warehouse import lock
with lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_one_process_writes_at_a_time_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(WarehouseBusyError, match="another process writes"), Store(tmp_path).lock():
            pass
        other.kill()
        other.wait()
        with Store(tmp_path).lock(), Store(tmp_path).lock():
            pass


def test_staging_needs_the_lock(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="lock"):
        Store(tmp_path).stage("v1")


def test_rollback_goes_back_and_forth_and_leaves_pages_alone(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.articles(3))
    small.publish(store, small.articles(6))
    store.append_pages(small.rows("pages", page(1)))

    assert store.rollback(1).number == 1
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 3
    assert store.known_page_ids().to_list() == ["p1"]
    assert store.rollback(2).number == 2
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 6
    with pytest.raises(KeyError):
        store.rollback(7)


def test_a_publish_after_a_rollback_builds_on_the_older_state(tmp_path: Path) -> None:
    store = Store(tmp_path)
    small.publish(store, small.articles(3))
    small.publish(store, small.articles(6))
    store.rollback(1)

    snapshot = small.publish(store, {"sources": small.warehouse()["sources"]})

    assert snapshot.number == 3
    assert snapshot.manifest.counts["articles"] == 3


def test_vacuum_keeps_the_newest_and_the_current_and_never_touches_pages(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.append_pages(small.rows("pages", page(1)))
    for count in (1, 2, 3, 4):
        small.publish(store, small.articles(count))
    store.rollback(1)

    assert store.vacuum(keep=2) == [2]
    assert [snapshot.number for snapshot in store.snapshots()] == [1, 3, 4]
    assert all(small.is_whole(snapshot) for snapshot in store.snapshots())
    assert store.known_page_ids().to_list() == ["p1"]
    assert store.vacuum(keep=0) == [3, 4]
    assert catalog.query(tmp_path, "SELECT count(*) FROM articles").item() == 1
