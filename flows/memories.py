"""Memories: versions of the site memory beside the snapshots, and what of a snapshot another version makes outdated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

import polars as pl

from flows.settings import ConfigurationError, Settings
from schemas.outside import SiteMemory as SiteMemoryTable
from schemas.tables import TABLES
from transforms.articles.memory.learning import FOUND, SEEN, learn, seen_lines, stories
from transforms.articles.memory.memory import SiteMemory, site_of
from warehouse.snapshots import Snapshot
from warehouse.staging import Staging
from warehouse.store import Store

ABOUT_STORIES = ("article_id", "url", "source_id", "published_date", "fetched_at", "duplicate_group_id")
USED = ("site", "line_hash", "share", "is_suspect")


def load_memory(settings: Settings) -> SiteMemory:
    """The adopted version; empty where none is. Raises ConfigurationError where it is not among those stored."""
    return SiteMemory.of_rows(_lines(Store(settings.data_root), settings.memory).iter_rows(named=True))


def require_memory(settings: Settings) -> None:
    """Raise ConfigurationError if the adopted version is not stored."""
    if settings.memory and settings.memory not in Store(settings.data_root).memory_versions():
        raise ConfigurationError(
            f"memory: {settings.data_root} holds no version {settings.memory} of the site memory; "
            "name one that `dateline memory list` shows, or remove the key"
        )


def remembered(snapshot: Snapshot) -> pl.DataFrame:
    """What the articles of a snapshot teach, as rows of site_memory; texts are read a month at a time."""
    told = stories(snapshot.scan("articles").select(ABOUT_STORIES).collect())
    seen = [_seen(snapshot, month, told) for month in snapshot.partitions("articles")]
    found = learn(told, pl.concat([pl.DataFrame(schema=SEEN), *seen]))
    known = {"snapshot": pl.lit(f"{snapshot.number:06d}"), "memory_version": pl.lit(version_of(found))}
    return found.with_columns(**known).select(SiteMemoryTable.to_polars_schema().names())


def version_of(found: pl.DataFrame) -> str:
    """12 hexadecimal digits for the lines of a memory: learning the same again gives the same version."""
    rows = json.dumps(found.select(*FOUND).rows(), ensure_ascii=False)
    return hashlib.sha256(rows.encode("utf8", "surrogatepass")).hexdigest()[:12]


def _seen(snapshot: Snapshot, month: str, told: pl.DataFrame) -> pl.DataFrame:
    """The lines of one month's stories, those that stayed and those that went."""
    mine = told.lazy().select("article_id")
    text = snapshot.scan("articles", month).select("article_id", pl.col("text").str.split("\n"))
    kept = text.explode("text").filter(pl.col("text") != "").with_columns(reason=pl.lit(None, pl.String))
    removed = snapshot.scan("removed_lines", month).select("article_id", "text", "reason")
    return seen_lines(pl.concat([kept, removed]).join(mine, on="article_id", how="semi").collect())


@dataclass(frozen=True, slots=True)
class Outdated:
    """What the base read with another memory of its site: `articles` and `older` pages, rows of superseded_pages."""

    articles: pl.DataFrame
    older: pl.DataFrame

    @property
    def pages(self) -> pl.DataFrame:
        """The pages to read again, as page_id."""
        return pl.concat([self.articles.select("page_id"), self.older.select("page_id")])

    @classmethod
    def of(cls, staging: Staging, sites: Iterable[str]) -> Outdated:
        """The rows of the base that stand on these sites."""
        changed = set(sites)
        articles = _on_sites(staging, "articles", ("article_id", "page_id", "published_month"), changed)
        older = _on_sites(staging, "superseded_pages", ("page_id", "seen_month"), changed)
        return cls(articles, older)


def outdated(staging: Staging, settings: Settings) -> tuple[Staging, Outdated]:
    """The staging with what another site memory makes outdated; without its base where the old memory is gone."""
    store, base = Store(settings.data_root), staging.base
    before = base.manifest.memory_version if base else settings.memory
    if before == settings.memory:
        return staging, Outdated.of(staging, ())
    if before and before not in store.memory_versions():
        staging = replace(staging, base=None)
        return staging, Outdated.of(staging, ())
    return staging, Outdated.of(staging, changed_sites(store, before, settings.memory))


def changed_sites(store: Store, before: str | None, after: str | None) -> set[str]:
    """The sites of which two versions know different lines."""
    old, new = (_lines(store, version).select(USED) for version in (before, after))
    differing = [old.join(new, on=USED, how="anti"), new.join(old, on=USED, how="anti")]
    return set(pl.concat(differing)["site"])


def _lines(store: Store, version: str | None) -> pl.DataFrame:
    if version is None:
        return pl.DataFrame(schema=TABLES["site_memory"].to_polars_schema())
    return store.memories().filter(pl.col("memory_version") == version).collect()


def _on_sites(staging: Staging, table: str, columns: Iterable[str], sites: set[str]) -> pl.DataFrame:
    wanted = list(columns)
    if not sites:
        return staging.scan(table).select(wanted).head(0).collect()
    rows = staging.scan(table).select(*wanted, "url", "source_id").collect()
    mine = [site_of(url, source_id) in sites for url, source_id in zip(rows["url"], rows["source_id"], strict=True)]
    return rows.filter(pl.Series(mine, dtype=pl.Boolean)).select(wanted)
