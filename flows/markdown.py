"""Markdown: the report of a run as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flows.runs import Outcome
from flows.source_reports import SourceReport

COUNTS = ("seen", "accepted", "duplicate", "rejected", "deferred")
SOURCE_COLUMNS = (
    *("source", "seen", "new", "unchanged", "fetched", "failed", "deferred"),
    *("accepted", "rejected", "oldest", "newest"),
)


def outcome_markdown(outcome: Outcome) -> str:
    """What a run did: documents by fate and by source with what went wrong, rejects by reason, rows held."""
    seconds = (outcome.finished_at - outcome.started_at).total_seconds()
    published = "nothing new, nothing published" if outcome.snapshot is None else f"snapshot {outcome.snapshot:06d}"
    head = f"# {outcome.flow}: {published}\n\nStarted {outcome.started_at:%Y-%m-%d %H:%M:%S} UTC, took {seconds:.0f} s."
    parts = [head, _table(COUNTS, [[getattr(outcome.counts, name) for name in COUNTS]])]
    parts += _section("Sources to look at", ("source", "why"), outcome.warnings.items())
    parts += _section("Documents by source", SOURCE_COLUMNS, map(_source_row, outcome.sources.items()))
    parts += _section("Failed and deferred", ("source", "fate", "reason", "documents"), _reasons(outcome))
    parts += _section("Feeds, sitemaps and lists that could not be read", ("source", "fault"), _faults(outcome))
    parts += _section("Rejects by reason", ("reason", "documents"), outcome.reasons.items())
    parts += _section("Rows in the warehouse", ("table", "rows"), outcome.rows.items())
    return "\n\n".join([*parts, f"Pipeline version {outcome.pipeline_version}."]) + "\n"


def _source_row(named: tuple[str, SourceReport]) -> list[object]:
    name, report = named
    failed = sum(report.failed.values())
    counts = [report.seen, report.new, report.unchanged, report.fetched, failed, report.waiting]
    return [name, *counts, report.accepted, report.rejected, report.oldest or "", report.newest or ""]


def _reasons(outcome: Outcome) -> Iterator[Sequence[object]]:
    for name, report in outcome.sources.items():
        yield from ((name, "failed", reason, count) for reason, count in report.failed.items())
        yield from ((name, "deferred", reason, count) for reason, count in report.deferred.items())


def _faults(outcome: Outcome) -> Iterator[Sequence[object]]:
    return ((name, fault) for name, report in outcome.sources.items() for fault in report.faults)


def _section(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    held = list(rows)
    return [f"## {title}", _table(columns, held)] if held else []


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)
