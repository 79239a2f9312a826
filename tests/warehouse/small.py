"""A small warehouse by hand: two dated articles, an undated one, and what they tell."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import Any

import polars as pl

from schemas.tables import SNAPSHOT, TABLES
from warehouse.findings import AuditResult
from warehouse.snapshots import Snapshot
from warehouse.staging import Audit
from warehouse.store import Store

SEEN = datetime(2026, 3, 5, 6, 0, tzinfo=UTC)
TEXT = "Norway praised Chad on Monday.\nThe café in Oslo 😀 stayed open, said Ada Berg."


def rows(table: str, *found: dict[str, Any]) -> pl.DataFrame:
    """Rows of a table; what is left out is null."""
    return pl.DataFrame(list(found), schema=TABLES[table].to_polars_schema())


def article(number: int, day: date | None, **other: Any) -> dict[str, Any]:
    return {
        "article_id": f"a{number}",
        "page_id": f"p{number}",
        "source_id": "harbour",
        "origin": f"in/{number}.txt",
        "fetched_at": SEEN,
        "title": "Praise for Chad",
        "subheads": [],
        "authors": ["Ada Berg"],
        "keywords": [],
        "flags": [],
        "published_date": day,
        "published_precision": "day" if day else None,
        "text": TEXT,
        "duplicate_group_id": "a1",
        "published_month": f"{day:%Y-%m}" if day else "undated",
    } | other


def mention(number: int, day: date | None, **other: Any) -> dict[str, Any]:
    return {
        "event_mention_id": f"m{number}",
        "event_id": "e1",
        "article_id": f"a{number}",
        "source_id": "harbour",
        "sentence": "Norway praised Chad on Monday.",
        "sentence_start": 0,
        "sentence_end": 30,
        "predicate_text": "praised",
        "predicate_start": 7,
        "predicate_end": 14,
        "actor_text": "Norway",
        "actor_start": 0,
        "actor_end": 6,
        "actor_country": "NOR",
        "recipient_text": "Chad",
        "recipient_start": 15,
        "recipient_end": 19,
        "recipient_country": "TCD",
        "event_type": "SUPPORT",
        "cameo_code": "051",
        "quad_class": 1,
        "goldstein": 3.4,
        "plover_quad": 1,
        "plover_score": 5.0,
        "status": "asserted",
        "is_historical": False if day else None,
        "event_date": date(2026, 3, 2),
        "event_date_end": date(2026, 3, 2),
        "event_date_precision": "day",
        "event_date_text": "on Monday",
        "event_date_method": "clause",
        "confidence": 0.75,
        "rule": "praise-1",
        "published_date": day,
        "published_month": f"{day:%Y-%m}" if day else "undated",
    } | other


EVENT = {
    "event_id": "e1",
    "event_date": date(2026, 3, 2),
    "event_date_end": date(2026, 3, 2),
    "event_date_precision": "day",
    "event_date_method": "clause",
    "actor_name": "Norway",
    "actor_country": "NOR",
    "recipient_name": "Chad",
    "recipient_country": "TCD",
    "event_type": "SUPPORT",
    "cameo_code": "051",
    "quad_class": 1,
    "goldstein": 3.4,
    "plover_quad": 1,
    "plover_score": 5.0,
    "status": "asserted",
    "is_historical": False,
    "mention_count": 3,
    "article_count": 3,
    "independent_source_count": 1,
    "best_event_mention_id": "m1",
    "confidence": 0.75,
    "event_month": "2026-03",
}
QUOTE = {
    "quote_id": "q1",
    "article_id": "a1",
    "source_id": "harbour",
    "speaker": "Ada Berg",
    "text": "The café in Oslo 😀 stayed open",
    "char_start": 31,
    "char_end": 61,
    "published_month": "2026-02",
}
REJECT = {
    "page_id": "p9",
    "source_id": "harbour",
    "origin": "in/9.txt",
    "stage": "article",
    "reason": "empty",
    "message": "no line of the page is article text",
    "seen_at": SEEN,
    "seen_month": "2026-03",
}
FEBRUARY, MARCH = date(2026, 2, 27), date(2026, 3, 4)
DAYS = {1: FEBRUARY, 2: MARCH, 3: None}


def warehouse() -> dict[str, pl.DataFrame]:
    """Frames of all tables; superseded_pages stays empty."""
    months = {number: f"{day:%Y-%m}" if day else "undated" for number, day in DAYS.items()}
    authors = [
        {"article_id": f"a{number}", "position": 1, "author": "Ada Berg", "published_month": month}
        for number, month in months.items()
    ]
    line = {"article_id": "a2", "position": 1, "line_number": 3, "text": "Share", "reason": "share bar"}
    code = {"cameo_code": "051", "label": "Praise", "quad_class": 1, "goldstein": 3.4, "event_type": "SUPPORT"}
    kind = {"event_type": "SUPPORT", "event_mode": "", "label": "Back", "plover_score": 5.0, "plover_quad": 1}
    found = {
        "articles": rows("articles", *(article(number, day) for number, day in DAYS.items())),
        "article_authors": rows("article_authors", *authors),
        "removed_lines": rows("removed_lines", line | {"published_month": "2026-03"}),
        "event_mentions": rows("event_mentions", *(mention(number, day) for number, day in DAYS.items())),
        "events": rows("events", EVENT),
        "quotes": rows("quotes", QUOTE),
        "rejects": rows("rejects", REJECT),
        "sources": rows("sources", {"source_id": "harbour", "name": "Harbour News", "kind": "files"}),
        "event_types": rows("event_types", kind),
        "cameo_codes": rows("cameo_codes", code, code | {"cameo_code": "05", "label": "Back"}),
    }
    return {name: found.get(name, rows(name)) for name in SNAPSHOT}


def unaudited(*_: object) -> AuditResult:
    """An audit that lets everything pass: for tests of what is around it."""
    return AuditResult(0, 0, ())


def publish(store: Store, frames: dict[str, pl.DataFrame], version: str = "v1", audit: Audit = unaudited) -> Snapshot:
    """Publishes the given tables on top of what the store holds."""
    with store.lock():
        staging = store.stage(version)
        for name, frame in frames.items():
            staging.put(name, frame)
        return staging.publish(audit)


def articles(count: int) -> dict[str, pl.DataFrame]:
    """As many articles as wanted, each with one mention, over three partitions."""
    days = {number: (FEBRUARY, MARCH, None)[number % 3] for number in range(count)}
    return {
        "articles": rows("articles", *(article(number, day) for number, day in days.items())),
        "event_mentions": rows("event_mentions", *(mention(number, day) for number, day in days.items())),
    }


def is_whole(snapshot: Snapshot) -> bool:
    """Whether every file that the manifest names is there with its bytes, and no other."""
    found = {str(path.relative_to(snapshot.path)): path for path in snapshot.path.rglob("*.parquet")}
    named = {part.path: part.sha256 for part in snapshot.manifest.parts}
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in found.items()} == named
