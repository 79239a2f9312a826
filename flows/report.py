"""Reports for people: settings and runs, as tables on a terminal and as Markdown."""

from __future__ import annotations

import polars as pl
from rich.markdown import Markdown
from rich.markup import escape

from flows.markdown import outcome_markdown
from flows.runs import Outcome
from flows.settings import Settings
from flows.status import Status
from flows.tables import console, show_frame

RUN_COLUMNS = ("flow", "started_at", "finished_at", "seen", "accepted", "duplicate", "rejected", "deferred", "snapshot")


def show_outcome(outcome: Outcome) -> None:
    """Print what a run did."""
    console().print(Markdown(outcome_markdown(outcome)))


def show_status(status: Status) -> None:
    """Print what the warehouse holds, what waits, and the last runs."""
    out = console()
    published = "nothing published" if status.snapshot is None else f"snapshot {status.snapshot:06d}"
    out.print(
        f"[bold]{escape(str(status.root))}[/bold]: {published}, pipeline version {status.pipeline_version or '-'}"
    )
    out.print(f"{status.pages} pages, {status.waiting} of them wait for the next build")
    rows = pl.DataFrame(list(status.rows.items()), schema={"table": pl.String, "rows": pl.Int64}, orient="row")
    show_frame(rows)
    show_frame(status.runs.select(RUN_COLUMNS), "Last runs")


def show_settings(settings: Settings) -> None:
    """Print the effective settings as JSON with colours."""
    console().print_json(settings.model_dump_json())
