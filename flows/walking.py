"""Walking a batch: what a worker process does with its pages."""

from __future__ import annotations

import os
import threading
from functools import cache
from multiprocessing import parent_process
from multiprocessing.connection import wait

from flows.batches import Batch
from flows.settings import Settings
from flows.shards import CHILD_TABLES, Shards
from flows.tools import load_tools
from flows.versions import newest, superseded
from transforms.frames import frames
from transforms.walk import Tools, walk


def walk_batch(batch: Batch, settings: Settings, shards: Shards) -> None:
    """Walk the pages of a batch and write what they hold as shards."""
    walked = list(walk(batch.pages(), tools_once(settings)))
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


@cache
def tools_once(settings: Settings) -> Tools:
    """The walk's tools, loaded once a process."""
    return load_tools(settings)


def end_with_parent() -> None:
    """End this worker when its parent is gone: a killed run must leave no process behind."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
