"""Picking: the items that wait, fetched host by host, each outcome written down before the next is asked for."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.fetching import faults
from flows.fetching.addresses import read_address
from flows.fetching.asking import What
from flows.fetching.database import Database
from flows.fetching.faults import FetchError
from flows.fetching.fetcher import Answer, Fetcher
from flows.fetching.hosts import Hosts
from flows.fetching.items import Item, Items
from flows.fetching.lanes import Lane, Lanes
from flows.fetching.rules import Rules, Site
from flows.fetching.spool import Spool
from flows.fetching.tally import CAP, LATER, Counting, Tally
from flows.sources.intake import Intake

# A host that fails so often in a row, and by its own fault, is left alone for the rest of the run.
MOST_MISSES = 3
HOST_FAULTS = frozenset(
    {faults.TIMEOUT, faults.NO_CONNECTION, faults.NO_SUCH_HOST, faults.BAD_CERTIFICATE, faults.NOT_NOW}
)
GONE = frozenset({404, 410})
REFUSING = frozenset({faults.ROBOTS, faults.REFUSED_ADDRESS})


@dataclass(frozen=True, slots=True)
class Picking:
    """The fetching of a run."""

    database: Database
    items: Items
    spool: Spool
    fetcher: Fetcher
    hosts: Hosts
    rules: Rules
    sites: Mapping[str, Site]

    def run(self) -> dict[str, Tally]:
        """Fetch what is due, within each source's cap; returns the tallies by source."""
        counts = {source_id: Counting() for source_id in self.sites}
        Lanes(self._lanes(counts)).work(lambda lane: self._next(lane, counts), self.rules.hosts_at_once)
        return {source_id: counting.tally() for source_id, counting in counts.items()}

    def _lanes(self, counts: Mapping[str, Counting]) -> list[Lane[Item]]:
        lanes: dict[str, Lane[Item]] = {}
        now = time.time()
        for site in self.sites.values():
            counting = counts[site.source_id]
            waiting = self.items.count_waiting(site.source_id, now)
            due = self.items.waiting(site.source_id, now, site.max_pages)
            counting.deferred(CAP, waiting.due - len(due))
            counting.deferred(LATER, waiting.later)
            for item in due:
                if item.address is None:
                    counting.deferred(faults.SECRET_ADDRESS)
                    continue
                name = read_address(item.address).lane
                lanes.setdefault(name, Lane(0.0, name)).jobs.append(item)
        return list(lanes.values())

    def _next(self, lane: Lane[Item], counts: Mapping[str, Counting]) -> None:
        """Fetch the lane's next item, and say when the one after it may be asked for."""
        item = lane.jobs.popleft()
        site = self.sites[item.source_id]
        try:
            answer = self._answer(item, site)
        except FetchError as error:
            self._failed(item, error, counts[item.source_id])
            lane.misses = lane.misses + 1 if error.reason in HOST_FAULTS else 0
        else:
            self._fetched(item, answer, counts[item.source_id])
            lane.misses = 0
        lane.ready_at = self.hosts.ready_at(lane.name)
        self._stop(lane, counts)

    def _answer(self, item: Item, site: Site) -> Answer:
        try:
            if self.hosts.budget.remaining() <= 0:
                raise FetchError(faults.BUDGET, "the run's time for fetching is over")
            return self.fetcher.fetch(read_address(item.address or ""), site, What.PAGE, item.known)
        except (FetchError, sqlite3.Error):
            raise
        except Exception as error:
            # One page must not stop the others; its address is in the state, its text may hold secrets.
            raise FetchError(faults.FAULT, f"{type(error).__name__}; please report it") from None

    def _fetched(self, item: Item, answer: Answer, counting: Counting) -> None:
        """Keep the page and note that it was fetched, both or neither."""
        page = None
        if not answer.is_unchanged:
            intake = Intake(item.source_id, answer.fetched_at)
            page = intake.page(answer.shown, answer.body, url=answer.shown, content_type=answer.content_type)
        with self.database.transaction():
            if page is not None:
                self.spool.add(page)
            self.items.fetched(item.id, answer.validators, page.page_id if page else None, answer.fetched_at)
        counting.fetched(item.published, is_unchanged=answer.is_unchanged)

    def _failed(self, item: Item, error: FetchError, counting: Counting) -> None:
        """Put the item off, or give it up; then a page with the reason stands for it."""
        is_last = not error.is_postponed and item.tries + 1 >= self.rules.max_tries
        if not (error.is_final or is_last):
            self.items.failed(item, error, None)
            counting.deferred(error.reason)
            return
        page = Intake(item.source_id, datetime.now(UTC)).failure(item.url, error.reason, error.message, url=item.url)
        with self.database.transaction():
            self.spool.add(page)
            self.items.failed(item, error, _status(error))
        counting.failed(error.reason)

    def _stop(self, lane: Lane[Item], counts: Mapping[str, Counting]) -> None:
        """Leave the lane's other items to the next run where its host, or the run's time, allows no more."""
        wait = lane.ready_at - time.monotonic()
        if wait > self.rules.patience or lane.misses >= MOST_MISSES:
            reason = faults.NOT_NOW
        elif self.hosts.budget.remaining() < max(wait, 0):
            reason = faults.BUDGET
        else:
            return
        while lane.jobs:
            counts[lane.jobs.popleft().source_id].deferred(reason)


def _status(error: FetchError) -> str:
    if error.status in GONE:
        return "gone"
    return "refused" if error.reason in REFUSING else "failed"
