"""Every table of the warehouse by name, each declared once in a neighbouring file.

A declaration names columns, types, keys, rules and what each column means. The polars schema, the Parquet metadata,
the DuckDB views with their comments, the audit's expectations and the data dictionary are all derived from it; nothing
restates a column.
"""

from __future__ import annotations

from schemas.articles import ArticleAuthors, Articles, RemovedLines, TextSignatures
from schemas.columns import Table
from schemas.events import EventMentions, Events, Quotes
from schemas.left_out import DeferredPages, Rejects, SupersededPages
from schemas.outside import Pages, Runs, SiteMemory, SourceRuns
from schemas.references import Actors, CameoCodes, Countries, EventTypes, Sources

TABLES: dict[str, type[Table]] = {
    "pages": Pages,
    "articles": Articles,
    "article_authors": ArticleAuthors,
    "removed_lines": RemovedLines,
    "text_signatures": TextSignatures,
    "event_mentions": EventMentions,
    "events": Events,
    "quotes": Quotes,
    "rejects": Rejects,
    "deferred_pages": DeferredPages,
    "superseded_pages": SupersededPages,
    "site_memory": SiteMemory,
    "runs": Runs,
    "source_runs": SourceRuns,
    "sources": Sources,
    "event_types": EventTypes,
    "cameo_codes": CameoCodes,
    "actors": Actors,
    "countries": Countries,
}

# Pages, site memories and runs only grow and lie outside the snapshots.
OUTSIDE = ("pages", "site_memory", "runs", "source_runs")
SNAPSHOT = tuple(name for name in TABLES if name not in OUTSIDE)
