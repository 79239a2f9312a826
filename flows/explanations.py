"""Explanations: all that one published event rests on, from its sentence to the texts that tell it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from flows.settings import Settings
from flows.tools import load_tools
from schemas.records import Actor, EventMention, Page
from transforms.walk import Tools, walk
from warehouse.catalog import NoWarehouseError
from warehouse.snapshots import Snapshot
from warehouse.store import Store

MARKS = (("actor", "[", "]"), ("predicate", "*", "*"), ("recipient", "<", ">"))
TELLERS = ("event_mention_id", "article_id", "source_id", "title", "published_date", "url", "duplicate_group_id")
UNKNOWN = "not found by today's rules"


class NoEventError(ValueError):
    """There is no event with this id in the published snapshot."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One event with its best mention, how its actors were resolved, its rule, and all mentions with their articles.

    `resolved` gives for "actor" and "recipient" the method by which the coder finds the same mention again.
    """

    event: dict[str, Any]
    mention: dict[str, Any]
    marked: str
    rule: dict[str, Any] | None
    resolved: dict[str, str | None]
    tellers: list[dict[str, Any]]

    def as_mapping(self) -> dict[str, Any]:
        """Keys event, mention, sentence (with the words marked), rule, resolved and tellers."""
        return {
            "event": self.event,
            "mention": self.mention,
            "sentence": self.marked,
            "rule": self.rule,
            "resolved": self.resolved,
            "tellers": self.tellers,
        }


def explain(settings: Settings, event_id: str) -> Explanation:
    """What a published event rests on; raises NoWarehouseError or NoEventError."""
    store = Store(settings.data_root)
    snapshot = store.current()
    if snapshot is None:
        raise NoWarehouseError(settings.data_root)
    event = _one(snapshot.scan("events").filter(pl.col("event_id") == event_id))
    if event is None:
        raise NoEventError(f"no event {event_id} in snapshot {snapshot.number}; `dateline sql` lists events")
    mentions = snapshot.scan("event_mentions").filter(pl.col("event_id") == event_id)
    best = _one(mentions.filter(pl.col("event_mention_id") == event["best_event_mention_id"]))
    assert best is not None, "the audit checks that the best mention is there"
    tools = load_tools(settings)
    found = _found_again(store, snapshot, best, tools)
    return Explanation(
        event=event,
        mention=best,
        marked=marked(best),
        rule=_rule(best["rule"], tools),
        resolved={
            "actor": _method(found.actor if found else None),
            "recipient": _method(found.recipient if found else None),
        },
        tellers=_tellers(snapshot, mentions),
    )


def marked(mention: dict[str, Any]) -> str:
    """The sentence with [the actor], *the predicate* and <the recipient> marked."""
    marks: list[tuple[int, str]] = []
    for part, opening, closing in MARKS:
        start, end = mention[f"{part}_start"], mention[f"{part}_end"]
        if start is not None and mention["sentence_start"] <= start and end <= mention["sentence_end"]:
            marks += [(start - mention["sentence_start"], opening), (end - mention["sentence_start"], closing)]
    text: str = mention["sentence"]
    for position, sign in sorted(marks, key=lambda mark: (mark[0], mark[1] in "[<"), reverse=True):
        text = text[:position] + sign + text[position:]
    return text


def _one(rows: pl.LazyFrame) -> dict[str, Any] | None:
    found = rows.collect()
    return None if found.is_empty() else found.row(0, named=True)


def _found_again(store: Store, snapshot: Snapshot, mention: dict[str, Any], tools: Tools) -> EventMention | None:
    """The same mention as the coder finds it now: the warehouse keeps what was resolved, not how."""
    article = _one(snapshot.scan("articles").filter(pl.col("article_id") == mention["article_id"]))
    rows = store.pages().filter(pl.col("page_id") == (article or {}).get("page_id"))
    page = _one(rows.select(list(Page.__dataclass_fields__)))
    if page is None:
        return None
    told = (each for walked in walk([Page(**page)], tools) for each in walked.event_mentions)
    return next((each for each in told if each.event_mention_id == mention["event_mention_id"]), None)


def _method(actor: Actor | None) -> str | None:
    return None if actor is None else actor.method


def _rule(rule_id: str, tools: Tools) -> dict[str, Any] | None:
    """The codebook row that fired; None where today's codebook has none of that name."""
    row = next((row for row in tools.codebook.rows if row.rule_id == rule_id), None)
    return None if row is None else {"rule_id": row.rule_id, "where": row.where, "example": row.example}


def _tellers(snapshot: Snapshot, mentions: pl.LazyFrame) -> list[dict[str, Any]]:
    """Every mention with its article, the earliest first; texts of one duplicate group are no independent sources."""
    articles = snapshot.scan("articles").select("article_id", "title", "url", "duplicate_group_id")
    rows = mentions.join(articles, on="article_id", how="left").select(TELLERS)
    return rows.sort("published_date", "article_id", "event_mention_id", nulls_last=True).collect().to_dicts()


def as_text(found: Explanation) -> str:
    """The explanation for a terminal."""
    event, mention = found.event, found.mention
    rule = found.rule
    lines = [
        found.marked,
        "",
        f"type       {_join(event['event_type'], event['event_mode'], event['context'])}, CAMEO {event['cameo_code']}",
        f"status     {event['status']}{', historical' if event['is_historical'] else ''}",
        f"rule       {mention['rule']}" + (f" ({rule['where']}): {rule['example']}" if rule else f": {UNKNOWN}"),
        _actor_line("actor", found),
        _actor_line("recipient", found),
        f"date       {_period(event)}, from {_dated_by(mention)}",
        f"place      {_join(event['place_name'], event['place_country'])}, by {mention['place_method'] or 'nothing'}",
        f"said by    {mention['attribution'] or '-'}",
        f"confidence {mention['confidence']}",
        f"told by    {event['article_count']} articles, {event['independent_source_count']} independent texts",
        *(f"  {_teller(row)}" for row in found.tellers),
    ]
    return "\n".join(lines) + "\n"


def _actor_line(role: str, found: Explanation) -> str:
    mention = found.mention
    if mention[f"{role}_text"] is None:
        return f"{role:<11}-"
    method = found.resolved[role] or UNKNOWN
    known = _join(mention[f"{role}_name"], mention[f"{role}_code"] or "no code")
    return f"{role:<11}{_quoted(mention[f'{role}_text'])} is {known}, by {method}"


def _period(event: dict[str, Any]) -> str:
    first, last = event["event_date"], event["event_date_end"]
    if first is None:
        return "unknown"
    return f"{first}" + ("" if last == first else f" to {last}") + f" ({event['event_date_precision']})"


def _dated_by(mention: dict[str, Any]) -> str:
    by_publication = mention["event_date_method"] == "article"
    return "the day of publication" if by_publication else _quoted(mention["event_date_text"])


def _teller(row: dict[str, Any]) -> str:
    return _join(row["published_date"] or "undated", row["source_id"], row["title"], row["url"])


def _quoted(text: str | None) -> str:
    return "nothing" if text is None else f"“{text}”"


def _join(*parts: object) -> str:
    return " ".join(str(part) for part in parts if part) or "-"
