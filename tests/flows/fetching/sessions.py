"""Sessions for tests: no delay, few tries, and the loopback address allowed."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import polars as pl

from flows.fetching.guard import Resolve
from flows.fetching.items import Found
from flows.fetching.rules import Rules, Site
from flows.fetching.session import Session, open_session
from schemas.outside import Pages
from schemas.records import Page
from warehouse.store import Store

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
SHORT = 0.3
NO_ROOTS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # to load the system's certificates takes 60 ms


def rules(**changed: object) -> Rules:
    """Rules that lose no time."""
    given = {"contact": "desk@dateline.example", "deadline": 10.0, "budget": 3600.0, "delay": 0.0, "attempts": 2}
    return Rules(**(given | changed))  # type: ignore[arg-type]


def site(source_id: str = "desk", *addresses: str, **changed: object) -> Site:
    """A site that may use the loopback address."""
    given = {"addresses": addresses, "allow_hosts": LOOPBACK}
    return Site(source_id, **(given | changed))  # type: ignore[arg-type]


@contextmanager
def session(
    folder: Path,
    sites: Sequence[Site] = (),
    *,
    resolve: Resolve | None = None,
    tls: ssl.SSLContext = NO_ROOTS,
    **changed: object,
) -> Iterator[Session]:
    """A session over a warehouse in the folder."""
    with open_session(Store(folder), rules(**changed), sites or [site()], resolve=resolve, tls=tls) as opened:
        yield opened


def record(opened: Session, urls: Iterable[str], source_id: str = "desk") -> None:
    """Let a source list these addresses."""
    opened.record(source_id, [Found(url) for url in urls])


def _frame(pages: Iterable[Page]) -> pl.DataFrame:
    rows = [asdict(page) | {"fetched_date": page.fetched_at.date().isoformat()} for page in pages]
    return pl.DataFrame(rows, schema=Pages.to_polars_schema())


def store_pages(opened: Session, folder: Path) -> list[Page]:
    """What ingest does with spooled pages: first store, then settle."""
    store, stored = Store(folder), []
    known = set(store.known_page_ids())
    for pages in opened.spooled():
        fresh = [page for page in pages if page.page_id not in known]
        if fresh:
            store.append_pages(_frame(fresh))
        opened.settle(pages)
        stored += fresh
    return stored
