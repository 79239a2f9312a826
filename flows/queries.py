"""Queries: what the command line reads from a published warehouse."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from warehouse import catalog
from warehouse.store import Store

RECENT_RUNS = 5
NEWEST_REJECTS = """
SELECT source_id, stage, reason, origin, message, seen_at
FROM rejects
ORDER BY seen_at DESC, origin
LIMIT {limit}
"""
REJECTS_BY_REASON = """
SELECT source_id, stage, reason, count(*) AS documents, min(origin) AS example
FROM rejects
GROUP BY ALL
ORDER BY documents DESC, source_id, stage, reason
"""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the warehouse answers, with its SQL."""

    title: str
    sql: str


DEMO_QUESTIONS = (
    Question(
        "Who did what to whom on which day, and how many independent texts tell it?",
        """
SELECT event_date, actor_name AS actor, event_type, recipient_name AS recipient, status, article_count AS articles,
       independent_source_count AS texts, place_name AS place
FROM events
WHERE actor_code IS NOT NULL AND recipient_code IS NOT NULL AND event_date_precision = 'day'
ORDER BY texts DESC, articles DESC, event_date DESC, confidence DESC, event_id
LIMIT 10
""",
    ),
    Question(
        "What is told but did not happen, or has not yet?",
        """
SELECT status, coalesce(actor_name, actor_text) AS actor, predicate_text AS words,
       coalesce(recipient_name, recipient_text) AS recipient, event_type, event_date_text AS phrase
FROM event_mentions
WHERE status IN ('negated', 'denied', 'future', 'hypothetical')
ORDER BY status, confidence DESC, event_mention_id
LIMIT 10
""",
    ),
    Question(
        "What became of each source's documents, and whose copies are they?",
        """
SELECT s.name AS source, count(DISTINCT a.article_id) AS articles,
       count(DISTINCT a.article_id) FILTER (a.duplicate_group_id <> a.article_id) AS copies,
       count(DISTINCT a.article_id) FILTER (a.published_date IS NULL) AS undated,
       (SELECT count(*) FROM rejects AS r WHERE r.source_id = s.source_id) AS rejects
FROM sources AS s
LEFT JOIN articles AS a USING (source_id)
GROUP BY s.source_id, s.name
ORDER BY articles DESC, source
""",
    ),
)


def rejects(root: Path, limit: int, reason: str | None, source: str | None) -> pl.DataFrame:
    """The newest rejects, of one reason or source if given."""
    rows = catalog.query(root, NEWEST_REJECTS.format(limit=2**40))
    for column, wanted in (("reason", reason), ("source_id", source)):
        if wanted is not None:
            rows = rows.filter(pl.col(column) == wanted)
    return rows.head(limit)


def rejects_by_reason(root: Path) -> pl.DataFrame:
    """How many documents fell where and why."""
    return catalog.query(root, REJECTS_BY_REASON)


def recent_runs(root: Path) -> pl.DataFrame:
    """The last runs, newest first."""
    return Store(root).runs().sort("started_at", descending=True).head(RECENT_RUNS).collect()


def memory_versions(root: Path, adopted: str | None) -> pl.DataFrame:
    """The stored versions of the site memory, the latest last, and whether each is the adopted one."""
    counted = Store(root).memories().group_by("memory_version", "snapshot")
    found = counted.agg(sites=pl.col("site").n_unique(), lines=pl.len(), adopted=pl.col("memory_version").first())
    return found.with_columns(pl.col("adopted").eq_missing(adopted)).sort("snapshot", "memory_version").collect()


def memory_lines(root: Path, version: str, site: str | None) -> pl.DataFrame:
    """The lines of one version, or of one of its sites, those of most pages first."""
    lines = Store(root).memories().filter(pl.col("memory_version") == version)
    mine = lines if site is None else lines.filter(pl.col("site") == site)
    columns = ("site", "line", "pages_seen", "site_pages", "share", "days_seen", "is_suspect")
    return mine.sort("site", "pages_seen", "line", descending=[False, True, False]).select(columns).collect()
