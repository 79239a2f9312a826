"""A folder with a configuration and a source, and runs over it in this process: no server, no worker processes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows.batches import Batch
from flows.fetching.session import Session
from flows.memories import load_memory
from flows.runs import Outcome, Run
from flows.settings import Settings
from flows.shards import Shards
from flows.source_reports import SourceReport
from flows.sources.discovery import discover
from flows.sources.listings import Lookout
from flows.sources.window import Window
from flows.tools import load_tools
from flows.walking import write_batch
from schemas.tables import TABLES
from transforms.walk import Tools, walk
from warehouse.findings import AuditResult
from warehouse.store import Store

CONFIG = '[[sources]]\nid = "desk"\nname = "Desk"\npath = "in"\n[run]\nworkers = 1\nbatch_size = {batch_size}\n'


@dataclass(frozen=True, slots=True)
class Desk:
    """One folder: documents in `in/`, the warehouse in `data/`."""

    folder: Path

    @classmethod
    def at(cls, folder: Path, batch_size: int = 2) -> Desk:
        (folder / "in").mkdir(parents=True, exist_ok=True)
        (folder / "dateline.toml").write_text(CONFIG.format(batch_size=batch_size), encoding="utf8")
        return cls(folder)

    @property
    def config(self) -> str:
        return str(self.folder / "dateline.toml")

    @property
    def store(self) -> Store:
        return Store(self.folder / "data")

    def add(self, name: str, *records: dict[str, Any]) -> None:
        """Add a JSON Lines file."""
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (self.folder / "in" / name).write_text(lines, encoding="utf8")

    def table(self, name: str) -> pl.DataFrame:
        """A table of the published snapshot, in order of its key."""
        current = self.store.current()
        assert current is not None
        return current.scan(name).sort(TABLES[name].primary_key()).collect()


@cache
def loaded_once() -> Tools:
    """The tools without anything of a desk's own: loading them takes seconds."""
    return load_tools()


def tools_here(settings: Settings) -> Tools:
    """What flows.walking.tools_once gives for a desk without overlays."""
    facts = {source.id: source.facts() for source in settings.sources}
    return replace(loaded_once(), sources=facts, memory=load_memory(settings))


def walk_here(run: Run, batches: list[Batch]) -> Shards:
    """What flows.build.transform does, without processes."""
    shards = Shards(run.work_folder())
    tools = tools_here(run.settings)
    for batch in batches:
        write_batch(batch, walk(batch.pages(), tools), shards)
    return shards


def read_here(run: Run) -> dict[str, Path]:
    """What flows.ingest.read does, without threads."""
    from flows.ingest import load_source

    work = run.work_folder()
    folders = {source.id: work / source.id for source in run.settings.disk_sources()}
    for source in run.settings.disk_sources():
        load_source.fn(source, run.settings, folders[source.id], run.started_at)
    return folders


def fetch_here(run: Run, session: Session, window: Window, known: set[str]) -> dict[str, SourceReport]:
    """What flows.ingest.fetch does, without Prefect."""
    from flows import ingest

    lookout = Lookout(session, window, run.settings.root)
    discovered = {source.id: discover(source, lookout) for source in run.settings.web_sources()}
    tallies = session.fetch()
    reports = {name: ingest.web_report(found, tallies[name]) for name, found in discovered.items()}
    for pages in session.spooled():
        ingest.store_new(run.store, ingest.pages_frame(pages), known, reports)
        session.settle(pages)
    return reports


def pass_all(*_: object) -> AuditResult:
    """An audit that finds nothing; the real one has tests of its own."""
    return AuditResult(0, 0, ())


def run_here(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    *,
    with_audit: bool = False,
    since: str | None = None,
    until: str | None = None,
) -> Outcome:
    """What the daily flow does, in this process and, unless asked for, without the audit."""
    from flows import build, ingest
    from flows.daily import both

    if not with_audit:
        monkeypatch.setattr(build, "audit", pass_all)
    monkeypatch.setattr(build, "transform", walk_here)
    monkeypatch.setattr(ingest, "read", read_here)
    monkeypatch.setattr(ingest, "fetch", fetch_here)
    return both(desk.config, ingest.ingest.fn, build.build.fn, since, until)
