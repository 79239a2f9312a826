"""Ingest: documents from the sources into pages, each stored once."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import polars as pl
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.counts import Counts
from flows.runs import Outcome, Run, finish
from flows.settings import Settings
from flows.sources.files import read_paths
from flows.sources.intake import Intake
from flows.sources.kinds import FilesSource, WarcSource
from schemas.outside import Pages
from schemas.records import Page
from warehouse.store import Store

PAGES_AT_ONCE = 500
BYTES_AT_ONCE = 64 * 1024 * 1024


@flow(name="ingest", persist_result=False, validate_parameters=False)
def ingest(config: str | None = None, record: bool = True) -> Outcome:
    """Read every enabled source and store the pages that are new; pages wait for the next build."""
    run = Run.start("ingest", config)
    with run.store.lock():
        offered = read(run)
        seen, new = store(run, offered)
        run.clear_work()
        counts = Counts(seen=sum(seen.values()), duplicate=sum(seen.values()) - new, deferred=new)
        return finish(run, counts, record=record, sources=seen)


def read(run: Run) -> dict[str, Path]:
    """Read the sources at the same time, each into files of its own."""
    work, settings = run.work_folder(), run.settings
    folders = {source.id: work / source.id for source in settings.disk_sources()}
    futures = [
        load_source.submit(source, settings, folders[source.id], run.started_at) for source in settings.disk_sources()
    ]
    for future in futures:
        future.result()
    return folders


@task(
    name="load source",
    task_run_name="load source {source.id}",
    retries=2,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def load_source(source: FilesSource | WarcSource, settings: Settings, folder: Path, now: datetime) -> None:
    """Write the pages that a source offers into the folder; a second try starts afresh."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    intake = Intake(source.id, now, settings.run.max_document_bytes)
    for number, group in enumerate(_groups(read_paths(source.paths, intake, settings.root))):
        pages_frame(group).write_parquet(folder / f"{number:06d}.parquet")


def store(run: Run, offered: dict[str, Path]) -> tuple[dict[str, int], int]:
    """Store what is not known yet, in the order of the sources; returns pages seen by source, and new pages."""
    known = set(run.store.known_page_ids())
    seen = dict.fromkeys(offered, 0)
    new = 0
    for source_id, folder in offered.items():
        for path in sorted(folder.glob("*.parquet")):
            pages = pl.read_parquet(path)
            seen[source_id] += pages.height
            new += _store_new(run.store, pages, known)
    return seen, new


def _store_new(warehouse: Store, pages: pl.DataFrame, known: set[str]) -> int:
    """Append the pages with unknown ids; the earliest fetch of a page within the frame counts."""
    first = pages.sort("fetched_at", maintain_order=True).unique("page_id", keep="first", maintain_order=True)
    fresh = first.filter(~pl.Series([page_id in known for page_id in first["page_id"]], dtype=pl.Boolean))
    if fresh.height:
        warehouse.append_pages(fresh)
        known.update(fresh["page_id"])
    return fresh.height


def pages_frame(pages: Iterable[Page]) -> pl.DataFrame:
    """Pages as rows of their table."""
    rows = [asdict(page) | {"fetched_date": page.fetched_at.date().isoformat()} for page in pages]
    return pl.DataFrame(rows, schema=Pages.to_polars_schema())


def _groups(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """Groups that fit into memory, by number and by bytes."""
    group: list[Page] = []
    size = 0
    for page in pages:
        group.append(page)
        size += len(page.body)
        if len(group) == PAGES_AT_ONCE or size >= BYTES_AT_ONCE:
            yield group
            group, size = [], 0
    if group:
        yield group
