"""Frames: what the walk found, as rows of the warehouse's tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Any

import polars as pl

from schemas import codes
from schemas.records import Actor, Article, EventMention, Place
from schemas.tables import TABLES
from transforms.articles.duplicates.signatures import signature
from transforms.walk import Walked

UNDATED = "undated"
WALKED_TABLES = (
    "articles",
    "article_authors",
    "removed_lines",
    "text_signatures",
    "event_mentions",
    "quotes",
    "rejects",
)


@dataclass(frozen=True, slots=True)
class EventCodes:
    """GDELT's and PLOVER's values of one event type, mode and CAMEO code."""

    quad_class: int | None
    goldstein: float | None
    plover_quad: int
    plover_score: float


def month_of(day: date | None) -> str:
    """Name of the Hive partition of a day: `2026-03`, or `undated`."""
    return day.strftime("%Y-%m") if day else UNDATED


def frames(walked: Iterable[Walked]) -> dict[str, pl.DataFrame]:
    """One frame a table of WALKED_TABLES, with the table's schema; empty tables are typed.

    `event_id` and `duplicate_group_id` still hold the row's own id: folding and grouping see more than one batch.
    """
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in WALKED_TABLES}
    for one in walked:
        if one.reject is not None:
            rows["rejects"].append(asdict(one.reject) | {"seen_month": month_of(one.reject.seen_at.date())})
        if one.article is not None:
            _add_article(rows, one, one.article)
    return {name: pl.DataFrame(found, schema=TABLES[name].to_polars_schema()) for name, found in rows.items()}


def _add_article(rows: dict[str, list[dict[str, Any]]], one: Walked, article: Article) -> None:
    key = {"article_id": article.article_id, "published_month": month_of(article.published_date)}
    rows["articles"].append(asdict(article) | key | {"duplicate_group_id": article.article_id})
    authors = enumerate(article.authors, start=1)
    rows["article_authors"].extend({"position": position, "author": name} | key for position, name in authors)
    removed = enumerate(one.removed_lines, start=1)
    rows["removed_lines"].extend({"position": position} | asdict(line) | key for position, line in removed)
    known = {"language": article.language, "published_date": article.published_date}
    rows["text_signatures"].append(asdict(signature(article.text)) | known | key)
    rows["quotes"].extend(asdict(quote) | key for quote in one.quotes)
    rows["event_mentions"].extend(mention_row(told, article) | key for told in one.event_mentions)


def mention_row(told: EventMention, article: Article) -> dict[str, Any]:
    """A mention as a row of its table, without the columns that stay empty."""
    row = {name: value for name, value in asdict(told).items() if name not in ("actor", "recipient", "place")}
    values = asdict(event_codes(told.event_type, told.event_mode or "", told.cameo_code or ""))
    return (
        row
        | values
        | _actor_columns("actor", told.actor)
        | _actor_columns("recipient", told.recipient)
        | _place_columns(told.place)
        | {"event_id": told.event_mention_id, "published_date": article.published_date}
    )


def _actor_columns(role: str, actor: Actor | None) -> dict[str, Any]:
    if actor is None:
        return {}
    columns = asdict(actor) | {"sectors": ";".join(actor.sectors) or None}
    del columns["kind"], columns["method"]
    return {f"{role}_{name}": value for name, value in columns.items()}


def _place_columns(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    columns = asdict(place)
    del columns["start"], columns["end"]
    return {name if name == "place_id" else f"place_{name}": value for name, value in columns.items()}


@cache
def _plover_values() -> Mapping[tuple[str, str], dict[str, str]]:
    return {(row["event_type"], row["event_mode"]): row for row in codes.reference_rows("event_types")}


@cache
def _cameo_values() -> Mapping[str, dict[str, str]]:
    return {row["cameo_code"]: row for row in codes.reference_rows("cameo_codes")}


@cache
def event_codes(event_type: str, event_mode: str, cameo_code: str) -> EventCodes:
    """Values of a coded event; a mode without a score of its own takes its type's."""
    plover = _plover_values().get((event_type, event_mode)) or _plover_values()[event_type, ""]
    cameo = _cameo_values().get(cameo_code, {})
    return EventCodes(
        quad_class=int(cameo["quad_class"]) if cameo.get("quad_class") else None,
        goldstein=float(cameo["goldstein"]) if cameo.get("goldstein") else None,
        plover_quad=int(plover["plover_quad"]),
        plover_score=float(plover["plover_score"]),
    )
