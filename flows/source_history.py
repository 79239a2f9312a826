"""Source history: what earlier runs did with each source, and what this run's reports mean beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

import polars as pl

from flows.settings import Settings
from flows.source_reports import Past, SourceReport, is_fruitless, is_quiet
from flows.sources.kinds import AnySource, Source
from schemas.outside import SourceRuns
from warehouse.store import Store

LOADING_FLOWS = ("daily", "ingest")


def warned(
    reports: Mapping[str, SourceReport], store: Store, now: datetime, asked: Iterable[AnySource]
) -> dict[str, str]:
    """Why somebody should look at a source, by source. Only `asked` sources can be quiet."""
    found = {
        source_id: f"none of its {report.rejected} documents became an article; see `dateline rejects`"
        for source_id, report in reports.items()
        if is_fruitless(report)
    }
    for source in asked:
        report = reports.get(source.id, SourceReport())
        past = history(store, source.id)
        if is_quiet(now, report.new, past, source.quiet_after_days):
            last = max(one.at for one in past if one.new)
            found.setdefault(source.id, f"nothing new since {last:%Y-%m-%d}, longer than is usual for it")
    return dict(sorted(found.items()))


def history(store: Store, source_id: str) -> list[Past]:
    """The earlier runs of a source that looked for new documents."""
    rows = store.source_runs().filter(pl.col("source_id") == source_id, pl.col("flow").is_in(LOADING_FLOWS))
    return [Past(at, new) for at, new in rows.select("started_at", "new").collect().iter_rows()]


def source_rows(
    run_id: str, flow: str, started_at: datetime, reports: Mapping[str, SourceReport], warnings: Mapping[str, str]
) -> pl.DataFrame:
    """The reports as rows of source_runs."""
    common = {"run_id": run_id, "flow": flow, "started_at": started_at}
    rows = [
        common | {"source_id": source_id, "warning": warnings.get(source_id)} | _row(report)
        for source_id, report in reports.items()
    ]
    return pl.DataFrame(rows, schema=SourceRuns.to_polars_schema())


def _row(report: SourceReport) -> dict[str, object]:
    reasons = [f"{name}: {count}" for name, count in [*report.failed.items(), *report.deferred.items()]]
    return {
        "seen": report.seen,
        "new": report.new,
        "unchanged": report.unchanged,
        "fetched": report.fetched,
        "failed": sum(report.failed.values()),
        "deferred": report.waiting,
        "accepted": report.accepted,
        "rejected": report.rejected,
        "oldest_date": report.oldest,
        "newest_date": report.newest,
        "reasons": "; ".join(reasons) or None,
        "faults": "; ".join(report.faults) or None,
    }


def listed(settings: Settings) -> list[dict[str, object]]:
    """The configured sources, each with what its last run did."""
    runs = Store(settings.data_root).source_runs().sort("started_at").group_by("source_id").last().collect()
    last = {row["source_id"]: row for row in runs.iter_rows(named=True)}
    return [_listed(source, last.get(source.id, {})) for source in settings.sources]


def _listed(source: Source, last: Mapping[str, object]) -> dict[str, object]:
    known = {name: last.get(name) for name in ("started_at", "seen", "new", "failed", "deferred", "warning")}
    return {"id": source.id, "kind": source.kind, "enabled": source.enabled, "name": source.name} | known
