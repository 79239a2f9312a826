"""Ingest: documents from the sources into pages, each stored once."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import polars as pl
from prefect import flow, task
from prefect.cache_policies import NO_CACHE

from flows.counts import Counts
from flows.fetching.session import Session
from flows.fetching.tally import CAP, Tally
from flows.runs import Outcome, Run, finish
from flows.settings import Settings
from flows.source_reports import SourceReport
from flows.sources.discovery import Discovered, discover
from flows.sources.files import read_paths
from flows.sources.intake import Intake
from flows.sources.kinds import FilesSource, WarcSource, WebSource
from flows.sources.listings import Lookout
from flows.sources.warc_lists import read_archives
from flows.sources.window import Window
from flows.web import web_session
from schemas.outside import Pages
from schemas.records import Page
from warehouse.store import Store

PAGES_AT_ONCE = 500
BYTES_AT_ONCE = 64 * 1024 * 1024


@flow(name="ingest", persist_result=False, validate_parameters=False)
def ingest(
    config: str | None = None, record: bool = True, since: str | None = None, until: str | None = None
) -> Outcome:
    """Read every enabled source and store the pages that are new; pages wait for the next build.

    Sources on the web are asked only for what was published from `since` to `until`, where these days are given.
    """
    run = Run.start("ingest", config)
    window = Window.of(since, until)
    with run.store.lock():
        known = set(run.store.known_page_ids())
        reports = store(run.store, read(run), known)
        if run.settings.web_sources():
            with web_session(run.settings, run.store) as session:
                reports |= fetch(run, session, window, known)
        run.clear_work()
        return finish(run, counted(reports), record=record, sources=reports, silence_counts=window.is_open)


def counted(reports: Mapping[str, SourceReport]) -> Counts:
    """The run's counts: what is new waits for the build."""
    seen, new, waiting = (sum(getattr(one, name) for one in reports.values()) for name in ("seen", "new", "waiting"))
    return Counts(seen=seen, duplicate=seen - new - waiting, deferred=new + waiting)


def read(run: Run) -> dict[str, Path]:
    """Read the sources on disk at the same time, each into files of its own."""
    work, settings = run.work_folder(), run.settings
    folders = {source.id: work / source.id for source in settings.disk_sources()}
    futures = [
        load_source.submit(source, settings, folders[source.id], run.started_at) for source in settings.disk_sources()
    ]
    for future in futures:
        future.result()
    return folders


def fetch(run: Run, session: Session, window: Window, known: set[str]) -> dict[str, SourceReport]:
    """Ask the sources on the web what there is, fetch what is new, and store it; returns the reports by source."""
    lookout = Lookout(session, window, run.settings.root)
    found = {source.id: discover_source.submit(source, lookout) for source in run.settings.web_sources()}
    discovered = {source_id: future.result() for source_id, future in found.items()}
    tallies = fetch_pages.submit(session).result()
    reports = {source_id: web_report(discovered[source_id], tallies[source_id]) for source_id in discovered}
    for pages in session.spooled():
        store_new(run.store, pages_frame(pages), known, reports)
        session.settle(pages)
    return reports


def web_report(found: Discovered, tally: Tally) -> SourceReport:
    """What is known of a source on the web before its pages are stored."""
    deferred = Counter(tally.deferred) + Counter({CAP: found.left})
    return SourceReport(
        unchanged=found.unchanged + tally.unchanged,
        deferred=deferred,
        oldest=tally.oldest.date() if tally.oldest else None,
        newest=tally.newest.date() if tally.newest else None,
        faults=found.faults,
    )


@task(
    name="discover source",
    task_run_name="discover {source.id}",
    cache_policy=NO_CACHE,
    persist_result=False,
)
def discover_source(source: WebSource, lookout: Lookout) -> Discovered:
    """Note what a source on the web names."""
    return discover(source, lookout)


@task(name="fetch pages", cache_policy=NO_CACHE, persist_result=False)
def fetch_pages(session: Session) -> dict[str, Tally]:
    """Fetch the pages that wait, of all sources at once."""
    return session.fetch()


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
    if isinstance(source, WarcSource):
        pages = read_archives(source, intake, settings.root)
    else:
        pages = read_paths(source.paths, intake, settings.root)
    for number, group in enumerate(_groups(pages)):
        pages_frame(group).write_parquet(folder / f"{number:06d}.parquet")


def store(warehouse: Store, offered: dict[str, Path], known: set[str]) -> dict[str, SourceReport]:
    """Store what is not known yet, in the order of the sources; returns the reports by source."""
    reports = {source_id: SourceReport() for source_id in offered}
    for folder in offered.values():
        for path in sorted(folder.glob("*.parquet")):
            store_new(warehouse, pl.read_parquet(path), known, reports)
    return reports


def store_new(warehouse: Store, pages: pl.DataFrame, known: set[str], reports: dict[str, SourceReport]) -> None:
    """Append the pages with unknown ids, and report on all; the earliest fetch of a page within the frame counts."""
    first = pages.sort("fetched_at", maintain_order=True).unique("page_id", keep="first", maintain_order=True)
    fresh = first.filter(~pl.Series([page_id in known for page_id in first["page_id"]], dtype=pl.Boolean))
    if fresh.height:
        warehouse.append_pages(fresh)
        known.update(fresh["page_id"])
    stored = Counter(fresh["source_id"])
    for (source_id,), rows in pages.partition_by("source_id", as_dict=True, maintain_order=True).items():
        report = reports.get(str(source_id), SourceReport())
        reports[str(source_id)] = report.with_pages(rows["read_error"], stored[source_id])


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
