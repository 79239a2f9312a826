"""Markdown: the report of a run as text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from flows.runs import Outcome

COUNTS = ("seen", "accepted", "duplicate", "rejected", "deferred")


def outcome_markdown(outcome: Outcome) -> str:
    """What a run did: documents by fate and by source, rejects by reason, rows in the warehouse."""
    seconds = (outcome.finished_at - outcome.started_at).total_seconds()
    published = "nothing new, nothing published" if outcome.snapshot is None else f"snapshot {outcome.snapshot:06d}"
    head = f"# {outcome.flow}: {published}\n\nStarted {outcome.started_at:%Y-%m-%d %H:%M:%S} UTC, took {seconds:.0f} s."
    parts = [head, _table(COUNTS, [[getattr(outcome.counts, name) for name in COUNTS]])]
    parts += _section("Documents by source", ("source", "documents"), outcome.sources)
    parts += _section("Rejects by reason", ("reason", "documents"), outcome.reasons)
    parts += _section("Rows in the warehouse", ("table", "rows"), outcome.rows)
    return "\n\n".join([*parts, f"Pipeline version {outcome.pipeline_version}."]) + "\n"


def _section(title: str, columns: Sequence[str], counted: Mapping[str, int]) -> list[str]:
    return [f"## {title}", _table(columns, counted.items())] if counted else []


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)
