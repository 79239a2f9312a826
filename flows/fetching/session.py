"""The session: one run's dealings with the network, from asking for feeds to pages that wait to be stored."""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import httpcore2
import polars as pl

from flows.fetching.addresses import read_address
from flows.fetching.asker import Asker
from flows.fetching.asking import What
from flows.fetching.database import Database
from flows.fetching.deadline import Deadline
from flows.fetching.decoding import GZIP_MAGIC, decoded
from flows.fetching.documents import Documents
from flows.fetching.fetcher import NOTHING_KNOWN, Answer, Fetcher
from flows.fetching.guard import Guard, Resolve
from flows.fetching.hosts import Hosts
from flows.fetching.items import Found, Item, Items, Recorded
from flows.fetching.picking import Picking
from flows.fetching.robots import Robots
from flows.fetching.rules import Rules, Site
from flows.fetching.spool import Spool
from flows.fetching.tally import Tally
from schemas.records import Page
from warehouse.store import Store

FILE = "fetch.sqlite"
WITH_VALIDATORS = frozenset({What.FEED, What.SITEMAP, What.LIST})


class Session:
    """What discovery and ingest ask of the network and of the fetch state."""

    def __init__(self, database: Database, rules: Rules, sites: Sequence[Site], guard: Guard, hosts: Hosts) -> None:
        self._database = database
        self._rules = rules
        self._sites = {site.source_id: site for site in sites}
        self._items = Items(database)
        self._documents = Documents(database)
        self._spool = Spool(database)
        self._hosts = hosts
        asker = Asker(rules, guard, hosts)
        self._fetcher = Fetcher(rules, asker, Robots(database, asker, hosts))

    def reconcile(self, store: Store) -> None:
        """Bring the fetch state up to what the store holds, whatever a killed run or a lost file left."""
        known = set(store.known_page_ids())
        self._spool.settle(page_id for page_id in self._spool.page_ids() if page_id in known)
        if self._items.is_empty():
            self._rebuild(store)

    def get(self, address: str, source_id: str, what: What = What.FEED) -> Answer:
        """A feed, a list or the like, or that it is unchanged since `record` took note of it; raises FetchError.

        A gzipped sitemap is unpacked. Threads may call it at the same time.
        """
        asked = read_address(address)
        known = self._documents.known(asked.shown) if what in WITH_VALIDATORS else NOTHING_KNOWN
        answer = self._fetcher.fetch(asked, self._sites[source_id], what, known)
        if what is What.SITEMAP and answer.body.startswith(GZIP_MAGIC):
            return replace(answer, body=decoded([answer.body], "gzip", self._rules.max_body_bytes))
        return answer

    def record(self, source_id: str, found: Iterable[Found], answer: Answer | None = None) -> Recorded:
        """Take note of what a document lists, and of the document's validators, both or neither.

        Leave `answer` out where not all of the list was taken: else the rest would hide behind "unchanged".
        `found` may be long and lazy, but must not call the session.
        """
        with self._database.transaction():
            recorded = self._items.record(source_id, found)
            if answer is not None:
                self._documents.remember(answer.asked, answer.validators)
        return recorded

    def is_known(self, url: str) -> bool:
        """Whether a list had this address before."""
        return self._items.is_known(url)

    def waiting(self, source_id: str) -> list[Item]:
        """The items of a source that the next fetch would take, were there no cap."""
        return self._items.waiting(source_id, time.time())

    def fetch(self) -> dict[str, Tally]:
        """Fetch the items that wait; their pages go to the spool. Returns the tallies by source."""
        return Picking(
            self._database, self._items, self._spool, self._fetcher, self._hosts, self._rules, self._sites
        ).run()

    def spooled(self) -> Iterator[list[Page]]:
        """Pages that wait to be stored, those of killed runs too, in groups that fit into memory."""
        return self._spool.groups()

    def settle(self, pages: Iterable[Page]) -> None:
        """Forget pages that are stored for good."""
        self._spool.settle(page.page_id for page in pages)

    def _rebuild(self, store: Store) -> None:
        """Take note of the pages that the sources' sites gave before the fetch state was lost."""
        columns = ("page_id", "source_id", "url", "body_sha256", "fetched_at", "read_error")
        of_sites = pl.col("source_id").is_in(list(self._sites)) & pl.col("url").is_not_null()
        pages = store.pages().filter(of_sites).select(columns).sort("fetched_at", descending=True).collect()
        with self._database.transaction():
            for row in pages.iter_rows(named=True):
                self._items.restore(row)


@contextmanager
def open_session(
    store: Store,
    rules: Rules,
    sites: Sequence[Site],
    *,
    resolve: Resolve | None = None,
    tls: ssl.SSLContext | None = None,
) -> Iterator[Session]:
    """A session over the fetch state beside the warehouse; open it inside the store's lock.

    `resolve` and `tls` stand in for the system's resolver and its certificates.
    """
    with Database(store.root / FILE) as database:
        budget = Deadline(rules.budget)
        hosts = Hosts(database, tls or httpcore2.default_ssl_context(), budget, rules.patience)
        session = Session(database, rules, sites, Guard(resolve), hosts)
        try:
            session.reconcile(store)
            yield session
        finally:
            hosts.close()
