"""Runs: what a flow works with, and what it has to tell at its end."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import polars as pl

from flows.counts import Counts
from flows.memories import require_memory
from flows.settings import Settings, load_settings
from flows.source_history import source_rows, warned
from flows.source_reports import SourceReport
from flows.version import pipeline_version
from schemas.outside import Runs
from warehouse.store import Store

CONFIG_VARIABLE = "DATELINE_CONFIG"
DEFAULT_CONFIG = "dateline.toml"
COUNTED = {
    "articles": "article_count",
    "event_mentions": "event_mention_count",
    "events": "event_count",
    "quotes": "quote_count",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a flow: its settings, its warehouse and its start (UTC)."""

    flow: str
    settings: Settings
    started_at: datetime
    run_id: str

    @classmethod
    def start(cls, flow: str, config: str | None) -> Run:
        """Read the configuration: the file named, else the one that DATELINE_CONFIG names, else ./dateline.toml."""
        path = Path(config or os.environ.get(CONFIG_VARIABLE) or DEFAULT_CONFIG)
        settings = load_settings(path)
        require_memory(settings)
        return cls(flow, settings, datetime.now(UTC), uuid4().hex)

    @property
    def store(self) -> Store:
        """The warehouse that the run writes to."""
        return Store(self.settings.data_root)

    @property
    def version(self) -> str:
        """The pipeline version of the run's settings."""
        return pipeline_version(self.settings)

    def work_folder(self) -> Path:
        """An empty folder for intermediate files; what killed runs left goes. Call it inside the store's lock."""
        work = self.settings.data_root / "work"
        shutil.rmtree(work, ignore_errors=True)
        folder = work / self.run_id
        folder.mkdir(parents=True)
        return folder

    def clear_work(self) -> None:
        """Remove the intermediate files."""
        shutil.rmtree(self.settings.data_root / "work", ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. `snapshot` is None when nothing was published; `reasons` counts this run's rejects.

    `warnings` say by source why somebody should look at it.
    """

    flow: str
    run_id: str
    started_at: datetime
    finished_at: datetime
    pipeline_version: str
    counts: Counts
    snapshot: int | None = None
    rows: Mapping[str, int] = field(default_factory=dict)
    sources: Mapping[str, SourceReport] = field(default_factory=dict)
    reasons: Mapping[str, int] = field(default_factory=dict)
    warnings: Mapping[str, str] = field(default_factory=dict)

    def as_mapping(self) -> dict[str, object]:
        """The outcome as JSON can hold it, the counts beside the rest."""
        sources = {name: {"seen": report.seen} | asdict(report) for name, report in self.sources.items()}
        plain = {name: value for name, value in asdict(self).items() if name != "counts"}
        return plain | {"sources": sources} | asdict(self.counts)


def finish(
    run: Run,
    counts: Counts,
    *,
    record: bool,
    snapshot: int | None = None,
    sources: Mapping[str, SourceReport] | None = None,
    reasons: Mapping[str, int] | None = None,
    silence_counts: bool = False,
) -> Outcome:
    """The outcome of a run, recorded in the table of runs unless a greater run does it.

    `silence_counts` says that the run asked its sources for all that is new.
    """
    asked = run.settings.enabled_sources() if silence_counts else ()
    reports = sources or {}
    current = run.store.current()
    outcome = Outcome(
        flow=run.flow,
        run_id=run.run_id,
        started_at=run.started_at,
        finished_at=datetime.now(UTC),
        pipeline_version=run.version,
        counts=counts,
        snapshot=snapshot,
        rows=current.manifest.counts if current else {},
        sources=reports,
        reasons=reasons or {},
        warnings=warned(reports, run.store, run.started_at, asked) if record else {},
    )
    if record:
        run.store.append_run(_row(outcome))
        if reports:
            run.store.append_source_runs(
                source_rows(outcome.run_id, outcome.flow, outcome.started_at, reports, outcome.warnings)
            )
    return outcome


def _row(outcome: Outcome) -> pl.DataFrame:
    row = {name: value for name, value in asdict(outcome).items() if name in Runs.column_names()}
    row |= asdict(outcome.counts)
    row |= {column: outcome.rows.get(table, 0) for table, column in COUNTED.items()}
    row["snapshot"] = f"{outcome.snapshot:06d}" if outcome.snapshot is not None else None
    return pl.DataFrame([row], schema=Runs.to_polars_schema())
