"""Article view: one walked document for a person, with what was taken from where and what was passed over."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from flows.findings_view import show_findings
from flows.tables import console, plain
from schemas.records import Article, EventMention, RemovedLine
from transforms.walk import Walked

LONGEST_CELL = 60
LABEL_WIDTH = 11
CHOSEN, PASSED_OVER = "✓", ""
Trace = Mapping[str, Any]


def show_walked(walked: Walked, *, with_trace: bool = False) -> None:
    """Print one document: its parts with their origin, text, removed lines and events; or why there is no article."""
    out = console()
    out.rule(escape(walked.page.origin))
    if walked.reject is not None:
        reject = walked.reject
        out.print(f"[red]rejected[/red] at {reject.stage}, {reject.reason}: {escape(reject.message)}")
    # The trace has plain values only; its records are read as JSON has them.
    trace: Trace = json.loads(json.dumps(dict(walked.trace), default=plain))
    if walked.article is not None:
        _show_parts(walked.article, trace, out)
        _show_candidates(trace, out)
        _show_text(walked.article, out)
    _show_removed(walked.removed_lines, out)
    show_findings(walked.time_expressions, walked.places, out)
    _show_mentions(walked.event_mentions, out)
    for quote in walked.quotes:
        out.print(f"[dim]quote[/dim] {escape(quote.speaker or 'somebody')}: {escape(_short(quote.text))}")
    if with_trace:
        out.print_json(json.dumps(trace))


def _show_parts(article: Article, trace: Trace, out: Console) -> None:
    date, byline = trace["date"], trace["byline"]
    agreed = next((one["candidate"]["method"] for one in byline["considered"] if one["won"]), None)
    _part(out, "title", article.title, trace["title"]["method"], style="bold")
    _part(out, "standfirst", article.standfirst, trace["standfirst"]["method"])
    _part(out, "byline", article.byline)
    _part(out, "authors", ", ".join(article.authors), agreed)
    _part(out, "agency", article.agency)
    _part(out, "place", article.dateline_place)
    _part(out, "published", _published(article) or f"unknown: {date['unresolved']}", article.published_method)
    _part(out, "updated", f"{article.modified_at:%Y-%m-%d %H:%M} UTC" if article.modified_at else None)
    _part(out, "language", article.language)
    _part(out, "section", article.section)
    _part(out, "keywords", ", ".join(article.keywords))
    _part(out, "address", article.url)
    _part(out, "flags", ", ".join(article.flags), style="yellow")
    _part(out, "body", f"{len(article.text.split())} words in {trace['body']['lines']} lines", _why_body(trace["body"]))


def _part(out: Console, label: str, value: str | None, method: str | None = None, *, style: str = "") -> None:
    """One part of the article and where it was taken from; nothing where the article has none."""
    if value:
        told = Text(f"{label:>{LABEL_WIDTH}}  ", style="dim") + Text(value, style=style)
        out.print(told + Text(f"  ({method})", style="dim") if method else told, soft_wrap=True)


def _published(article: Article) -> str | None:
    """The day or the time as printed, with its offset where that is known."""
    local, at = article.published_local, article.published_at
    if local is None:
        return str(article.published_date) if article.published_date else None
    return f"{local:%Y-%m-%d %H:%M}" + (f", {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else ", zone unknown")


def _why_body(body: Trace) -> str:
    """Which reader found the body, and how sure that is."""
    found = [str(body["extractor"])]
    shares = (("coverage", "of the page's prose"), ("agreement", "agreed by two readers"), ("told", "also in JSON-LD"))
    found += [f"{body[name]:.0%} {words}" for name, words in shares if body.get(name) is not None]
    found += [f"{body[name]} lines {words}" for name, words in (("added", "added"), ("cut", "cut")) if body.get(name)]
    return ", ".join(found)


def _show_candidates(trace: Trace, out: Console) -> None:
    """Tables of what was considered for date, title and byline, the winners marked."""
    dates = ((one, f"{one['reading'] or ''}") for one in trace["date"]["considered"])
    titles = ((one, one["reading"]) for one in trace["title"]["considered"])
    credits = ((one, _credit(one["credits"])) for one in trace["byline"]["considered"])
    for name, found in (("date", dates), ("title", titles), ("byline", credits)):
        rows = list(found)
        if rows:
            out.print(_candidates(name, rows))


def _credit(named: Trace) -> str:
    return ", ".join([*named["persons"], *named["organisations"], *filter(None, [named["place"]])])


def _candidates(name: str, considered: Iterable[tuple[Trace, str]]) -> Table:
    table = Table("", name, "read as", "from", "why", box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for one, reading in considered:
        candidate = one["candidate"]
        mark = CHOSEN if one["won"] else PASSED_OVER
        cells = (mark, _short(candidate["text"]), _short(reading), candidate["method"], one["why"])
        table.add_row(*map(escape, cells), style="" if one["won"] else "dim")
    return table


def _show_text(article: Article, out: Console) -> None:
    subheads = set(article.subheads)
    out.print()
    for line in article.text.split("\n"):
        shown = Text(f"## {line}", style="bold") if line in subheads else Text(line)
        out.print(Padding(shown, (0, 0, 0, 2)))
    out.print()


def _show_removed(removed: Sequence[RemovedLine], out: Console) -> None:
    for line in removed:
        out.print(f"[dim]cut {line.line_number:>4} {escape(line.reason)}: {escape(_short(line.text))}[/dim]")


def _show_mentions(mentions: Sequence[EventMention], out: Console) -> None:
    if not mentions:
        return
    table = Table(
        "date", "actor", "type", "recipient", "status", "code", "sure", "words", box=SIMPLE_HEAD, show_edge=False
    )
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


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
