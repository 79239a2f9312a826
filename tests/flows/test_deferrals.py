"""Deferrals: a page that could not be read in time waits for a later run, a few times, and no page is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from flows import runs
from flows.batches import Batch
from flows.counts import Counts
from flows.runs import Run
from flows.shards import Shards
from flows.walker import DIED, OUT_OF_MEMORY, OUT_OF_TIME, Deferred
from flows.walking import tools_once, write_batch
from schemas import codes
from tests.flows.desks import Desk, run_here
from tests.flows.test_build import article
from transforms.walk import Walked, walk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk.at(tmp_path)
    desk.add("a.jsonl", article(1), article(2), article(3))
    return desk


def slow_on(*origins: str) -> object:
    """A transform in this process over which some pages take too long."""

    def transform(run: Run, batches: list[Batch]) -> Shards:
        shards = Shards(run.work_folder())
        for batch in batches:
            write_batch(batch, _fates(batch, run, origins), shards)
        return shards

    return transform


def _fates(batch: Batch, run: Run, slow: tuple[str, ...]) -> Iterator[Walked | Deferred]:
    for page in batch.pages():
        if page.origin in slow:
            yield Deferred(page, "out of time", "not done within 60 s")
        else:
            yield from walk([page], tools_once(run.settings))


def run_with(transform: object, desk: Desk, monkeypatch: pytest.MonkeyPatch, **options: bool) -> Counts:
    from tests.flows import desks

    monkeypatch.setattr(desks, "walk_here", transform)
    return run_here(desk, monkeypatch, **options).counts


def test_a_page_that_takes_too_long_is_counted_and_tried_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_with(slow_on("in/a.jsonl#2"), desk, monkeypatch, with_audit=True)
    assert first == Counts(seen=3, accepted=2, deferred=1)
    (row,) = desk.table("deferred_pages").to_dicts()
    assert (row["origin"], row["reason"], row["attempts"]) == ("in/a.jsonl#2", "out of time", 1)
    assert run_with(slow_on(), desk, monkeypatch).accepted == 1
    assert desk.table("deferred_pages").is_empty()
    assert desk.table("articles").height == 3


def test_after_three_attempts_it_rests_until_the_pipeline_changes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = slow_on("in/a.jsonl#1", "in/a.jsonl#2")
    deferred = [run_with(slow, desk, monkeypatch).deferred for _ in range(4)]
    assert deferred == [2, 2, 2, 0]
    assert desk.table("deferred_pages")["attempts"].to_list() == [3, 3]
    assert desk.table("rejects").is_empty()
    monkeypatch.setattr(runs, "pipeline_version", lambda _: "another")
    assert run_with(slow_on(), desk, monkeypatch).accepted == 3
    assert desk.table("deferred_pages").is_empty()


def test_what_is_deferred_is_neither_article_nor_reject(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    run_with(slow_on("in/a.jsonl#3"), desk, monkeypatch)
    fates = [set(desk.table(name)["page_id"]) for name in ("articles", "rejects", "superseded_pages", "deferred_pages")]
    assert sum(map(len, fates)) == 3
    assert set.union(*fates) == set(desk.store.known_page_ids())


def test_the_walker_gives_the_reasons_that_the_table_takes() -> None:
    assert {OUT_OF_TIME, OUT_OF_MEMORY, DIED} == set(codes.DEFER_REASONS)
