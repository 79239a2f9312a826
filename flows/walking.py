"""Walking a batch: what a worker process does with its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, partial

from flows.batches import Batch
from flows.deferrals import deferrals
from flows.settings import Settings
from flows.shards import CHILD_TABLES, Shards
from flows.tools import load_tools
from flows.versions import newest, superseded
from flows.walker import Deferred, Limits, Walk, Walker
from schemas.records import Page
from transforms.frames import frames
from transforms.walk import Tools, Walked, walk


def walk_batch(batch: Batch, settings: Settings, shards: Shards) -> None:
    """Walk the pages of a batch in this process's walker and write what they hold as shards."""
    write_batch(batch, walker_once(settings).walk(batch.pages()), shards)


def write_batch(batch: Batch, found: Iterable[Walked | Deferred], shards: Shards) -> None:
    """Write what a batch's pages hold as shards, older versions of its articles and deferred pages apart."""
    fates = list(found)
    walked = [one for one in fates if isinstance(one, Walked)]
    tables = frames(walked)
    current = newest(tables["articles"])
    older = tables["articles"].join(current, on="page_id", how="anti")
    if older.height:
        passed_over = set(older["page_id"])
        tables = frames(one for one in walked if one.page.page_id not in passed_over)
    pages = tables["articles"].select("article_id", "page_id")
    for table, frame in tables.items():
        shards.write(table, batch.number, frame.join(pages, on="article_id") if table in CHILD_TABLES else frame)
    shards.write("superseded_pages", batch.number, superseded(older))
    shards.write("deferred_pages", batch.number, deferrals(one for one in fates if isinstance(one, Deferred)))


@cache
def walker_once(settings: Settings) -> Walker[Walked]:
    """The walker of this process, started once."""
    limits = Limits(settings.run.page_seconds, settings.run.page_memory_bytes)
    return Walker(partial(load_walk, settings), limits)


def load_walk(settings: Settings) -> Walk[Walked]:
    """The walk with the settings' tools; the walker's process calls this."""
    return partial(_walk_all, tools_once(settings))


def _walk_all(tools: Tools, pages: Sequence[Page]) -> list[Walked]:
    return list(walk(pages, tools))


@cache
def tools_once(settings: Settings) -> Tools:
    """The walk's tools, loaded once a process."""
    return load_tools(settings)
