"""The audit finds planted defects in the staged files, says where they are, and lets nothing of them be seen."""

from __future__ import annotations

import json
import pickle
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from schemas.expectations import Expectation
from tests.warehouse import small
from warehouse import audit as auditing
from warehouse import catalog
from warehouse.findings import AuditError, AuditResult, Batch, Failure
from warehouse.snapshots import Snapshot
from warehouse.store import Store


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object) -> None:
        raise AssertionError(f"the audit opened a connection: {arguments}")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@dataclass(frozen=True, slots=True)
class Defect:
    """A value that does not belong, in one row, and where the audit has to find it."""

    table: str
    row: int
    change: dict[str, Any]
    column: str
    expectation: str
    sample: str


IN_SET = "ExpectColumnValuesToBeInSet"
BROKEN = "ExpectColumnValuesToNotBeInSet"
DEFECTS = [
    Defect("removed_lines", 0, {"reason": ""}, "reason", "ExpectColumnValueLengthsToBeBetween", "a2 1"),
    Defect("event_mentions", 0, {"status": "maybe"}, "status", IN_SET, "m1"),
    Defect("event_mentions", 1, {"confidence": 1.5}, "confidence", "ExpectColumnValuesToBeBetween", "m2"),
    Defect("event_mentions", 0, {"goldstein": -10.5}, "goldstein", "ExpectColumnValuesToBeBetween", "m1"),
    Defect("event_mentions", 2, {"is_historical": True}, "undated_articles_tell_no_history", IN_SET, "m3"),
    Defect("event_mentions", 1, {"event_date_end": None}, "event_dates_go_together", IN_SET, "m2"),
    Defect("event_mentions", 0, {"actor_text": "Sweden"}, "actor_text_stands_in_the_article", IN_SET, "m1"),
    Defect("event_mentions", 1, {"recipient_start": None}, "recipient_text_stands_in_the_article", IN_SET, "m2"),
    Defect("event_mentions", 2, {"sentence_end": 900}, "sentence_stands_in_the_article", IN_SET, "m3"),
    Defect("event_mentions", 1, {"cameo_code": "99"}, "cameo_code", BROKEN, "m2"),
    Defect("event_mentions", 2, {"source_id": "nobody"}, "source_id", BROKEN, "m3"),
    Defect("events", 0, {"mention_count": 5}, "mention_count", BROKEN, "e1"),
    Defect("events", 0, {"best_event_mention_id": "m8"}, "best_event_mention_id", BROKEN, "e1"),
    Defect("quotes", 0, {"article_id": "a8"}, "article_id", BROKEN, "q1"),
    Defect("articles", 0, {"published_precision": "minute"}, "precision_tells_what_is_known", IN_SET, "a1"),
    Defect("articles", 1, {"published_date": small.FEBRUARY}, "month_is_that_of_the_date", IN_SET, "a2"),
    Defect("cameo_codes", 1, {"cameo_code": "5x"}, "cameo_code", "ExpectColumnValuesToMatchRegex", "5x"),
    Defect("article_authors", 0, {"article_id": "a2"}, "article_id", BROKEN, "a2 1"),
    Defect("article_authors", 1, {"author": "Bo"}, "article_id, position", BROKEN, "a2 1"),
]


def planted() -> dict[str, pl.DataFrame]:
    frames = small.warehouse()
    for defect in DEFECTS:
        rows = frames[defect.table].to_dicts()
        rows[defect.row] |= defect.change
        frames[defect.table] = small.rows(defect.table, *rows)
    return frames


def stage_spoilt(store: Store, spoil: Callable[[Path], None]) -> None:
    """Publishes the names of authors in files that were changed after they had been written."""
    with store.lock():
        staging = store.stage("v1")
        for name, frame in small.warehouse().items():
            staging.put(name, frame)
        for path in staging.path.glob("article_authors/**/*.parquet"):
            spoil(path)
        staging.publish()


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Snapshot, AuditError]]:
    """A sound warehouse on which a publish with all defects was tried."""
    store = Store(tmp_path_factory.mktemp("warehouse"))
    sound = small.publish(store, small.warehouse())
    with pytest.raises(AuditError) as caught:
        small.publish(store, planted(), audit=auditing.audit)
    yield store, sound, caught.value


def test_every_planted_defect_is_found_and_no_other(failed: tuple[Store, Snapshot, AuditError]) -> None:
    found = {(one.table, one.column, one.expectation, one.sample[0]) for one in failed[2].result.failures}

    assert found == {(one.table, one.column, one.expectation, one.sample) for one in DEFECTS}


def test_the_message_names_table_column_expectation_count_and_rows(failed: tuple[Store, Snapshot, AuditError]) -> None:
    message = str(failed[2])

    assert "events.mention_count: mention_count is the number of event_mentions that name the row" in message
    assert "does not hold (1 rows, such as e1) [ExpectColumnValuesToNotBeInSet]" in message
    assert "event_mentions.status: status is one of asserted, negated, denied, future, hypothetical: does" in message
    assert str(failed[2].staged) in message


def test_a_failed_audit_keeps_the_staged_data_and_the_published_state(
    failed: tuple[Store, Snapshot, AuditError],
) -> None:
    store, sound, error = failed

    assert store.current() == sound
    assert [snapshot.number for snapshot in store.snapshots()] == [1]
    assert catalog.query(store.root, "SELECT DISTINCT status FROM event_mentions").rows() == [("asserted",)]
    assert error.staged == store.root / "staged-failed" / "000002"
    kept = pl.read_parquet(error.staged / "event_mentions", hive_partitioning=True)
    assert sorted(kept["status"]) == ["asserted", "asserted", "maybe"]
    written = json.loads((error.staged / "failures.json").read_text())
    assert len(written) == len(error.result.failures)


def test_the_error_can_be_sent_to_another_process(failed: tuple[Store, Snapshot, AuditError]) -> None:
    sent = pickle.loads(pickle.dumps(failed[2]))

    assert (str(sent), sent.result, sent.staged) == (str(failed[2]), failed[2].result, failed[2].staged)


def test_an_expectation_that_breaks_down_fails_the_audit(tmp_path: Path) -> None:
    from warehouse import validator

    expected = Expectation("quotes", "mood", "ExpectColumnValuesToNotBeNull", {"column": "mood"}, "mood is known.")
    batch = Batch("quotes", small.rows("quotes", small.QUOTE), ("quote_id",), (expected,))

    (failure,) = validator.validate([batch], tmp_path / "docs", "000001").failures

    assert (failure.column, failure.count) == ("mood", 0)
    assert 'The column "mood" in BatchData does not exist' in str(failure)


def test_data_docs_show_the_failures(failed: tuple[Store, Snapshot, AuditError]) -> None:
    docs = failed[0].root / "docs"
    pages = [path.read_text() for path in (docs / "validations").rglob("*.html")]

    assert (docs / "index.html").exists()
    assert any("confidence is at least 0 and at most 1." in page for page in pages)


def test_files_that_were_spoilt_after_writing_are_found(tmp_path: Path) -> None:
    def spoil(path: Path) -> None:
        rows = pl.read_parquet(path)
        rows.with_columns(pl.col("position").cast(pl.Int64), author=pl.lit(None, pl.String)).write_parquet(path)

    with pytest.raises(AuditError) as caught:
        stage_spoilt(Store(tmp_path), spoil)

    first, second = caught.value.result.failures
    assert (first.table, first.expectation, first.count) == ("files", "ExpectColumnPairValuesToBeEqual", 3)
    assert first.sample[0].endswith(".parquet position")
    assert second == Failure(
        "article_authors",
        "author",
        "ExpectColumnValuesToNotBeNull",
        "author is always known.",
        3,
        ("a1 1", "a2 1", "a3 1"),
    )


def test_a_file_that_cannot_be_read_fails_the_audit(tmp_path: Path) -> None:
    with pytest.raises(AuditError, match=r"audit: .*Error"):
        stage_spoilt(Store(tmp_path), lambda path: path.write_bytes(b"PAR1 no more"))
    assert Store(tmp_path).current() is None


def test_only_changed_files_are_read_row_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(auditing, "BATCH_ROWS", 1)
    store = Store(tmp_path)
    small.publish(store, small.warehouse())
    with store.lock():
        staging = store.stage("v1")
        march = [small.article(2, small.MARCH), small.article(4, small.MARCH)]
        staging.put_partition("articles", "2026-03", small.rows("articles", *march))
        snapshot = staging.publish()

    # Two articles in batches of one, and the 25 stored columns of their file beside those of the empty tables.
    empty = sum(len(snapshot.scan(name).collect_schema()) - partitioned for name, partitioned in EMPTY.items())
    assert snapshot.manifest.audit["rows"] == 2 + 25 + empty
    assert snapshot.manifest.audit["failures"] == 0
    assert capsys.readouterr() == ("", "")


EMPTY = {"text_signatures": 1, "deferred_pages": 1, "superseded_pages": 1, "actors": 0, "countries": 0}


def test_an_empty_warehouse_passes(tmp_path: Path) -> None:
    result = small.publish(Store(tmp_path), {}, audit=auditing.audit).manifest.audit

    assert result["failures"] == 0
    assert isinstance(AuditResult(**result | {"failures": ()}), AuditResult)
