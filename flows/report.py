"""Reports for people: documents, settings and runs, as tables on a terminal and as Markdown."""

from __future__ import annotations

import json

import polars as pl
from rich.console import Console
from rich.markdown import Markdown
from rich.markup import escape
from rich.table import Table

from flows.markdown import outcome_markdown
from flows.runs import Outcome
from flows.settings import Settings
from flows.status import Status
from flows.tables import console, plain, show_frame
from schemas.records import Article, EventMention
from transforms.walk import Walked

LONGEST_CELL = 60
RUN_COLUMNS = ("flow", "started_at", "finished_at", "seen", "accepted", "duplicate", "rejected", "deferred", "snapshot")


def show_walked(walked: Walked, *, with_trace: bool = False) -> None:
    """Print one walked document: what it is, what it tells, and which lines were cut."""
    out = console()
    out.rule(escape(walked.page.origin))
    if walked.reject is not None:
        out.print(f"[red]rejected[/red] at {walked.reject.stage}: {escape(walked.reject.message)}")
    if walked.article is not None:
        _show_article(walked.article, out)
        _show_mentions(walked.event_mentions, out)
        for quote in walked.quotes:
            out.print(f"[dim]quote[/dim] {escape(quote.speaker or 'somebody')}: {escape(_short(quote.text))}")
    for line in walked.removed_lines:
        out.print(f"[dim]cut {line.line_number:>4} {line.reason}: {escape(_short(line.text))}[/dim]")
    if with_trace:
        out.print_json(json.dumps(dict(walked.trace), default=plain))


def _show_article(article: Article, out: Console) -> None:
    words = len(article.text.split())
    when = article.published_at or article.published_local or article.published_date
    by = ", ".join(article.authors) or article.agency or "nobody named"
    out.print(f"[bold]{escape(article.title or '(no title)')}[/bold]")
    out.print(f"{when or 'undated'} by {escape(by)}, {words} words, language {article.language or 'unknown'}")


def _show_mentions(mentions: tuple[EventMention, ...], out: Console) -> None:
    if not mentions:
        return
    table = Table("date", "actor", "type", "recipient", "status", "code", "sure", "words")
    for told in mentions:
        table.add_row(
            str(told.event_date or ""),
            escape(told.actor.code or told.actor.text if told.actor else ""),
            told.event_type,
            escape(told.recipient.code or told.recipient.text if told.recipient else ""),
            told.status,
            told.cameo_code or "",
            f"{told.confidence:.2f}",
            escape(_short(told.sentence)),
        )
    out.print(table)


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


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
