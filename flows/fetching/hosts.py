"""Hosts: one request at a time to each, never sooner than its delay allows, also across runs."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from flows.fetching.client import KEEP_SECONDS, Line
from flows.fetching.database import Database
from flows.fetching.deadline import Deadline
from flows.fetching.faults import BUDGET, NOT_NOW, FetchError

MOST_OPEN = 200
LONG_AGO = float("-inf")


@dataclass(slots=True)
class Host:
    """A host as a run knows it; times are those of the monotonic clock."""

    line: Line
    answered_at: float = LONG_AGO
    not_before: float = LONG_AGO
    delay: float = 0.0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def ready_at(self) -> float:
        """When the host may be asked next."""
        return max(self.answered_at + self.delay, self.not_before)


class Hosts:
    """The hosts of a run. Threads that want the same one wait for each other."""

    def __init__(self, database: Database, tls: ssl.SSLContext, budget: Deadline, patience: float) -> None:
        self._database = database
        self._tls = tls
        self.budget = budget
        self._patience = patience
        self._hosts: dict[str, Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, lane: str, delay: float, deadline: Deadline) -> Iterator[Line]:
        """The host's line, once it is free and rested; the waiting does not count for the deadline.

        Raises FetchError where the wait would be longer than the run's patience or budget.
        """
        host = self._host(lane)
        with deadline.paused():
            if not host.lock.acquire(timeout=max(self.budget.remaining(), 0)):
                raise FetchError(BUDGET, "the run's time for fetching is over")
        try:
            host.delay = max(host.delay, delay)
            with deadline.paused():
                self._rest(host)
            with self._noted(lane, host):
                yield host.line
        finally:
            if host.delay > KEEP_SECONDS or len(self._hosts) > MOST_OPEN:
                host.line.close()
            host.lock.release()

    def ready_at(self, lane: str) -> float:
        """When the host may be asked next, by the monotonic clock."""
        return self._host(lane).ready_at()

    def slow_down(self, lane: str, delay: float) -> None:
        """Leave at least this many seconds between requests from now on."""
        host = self._host(lane)
        host.delay = max(host.delay, delay)

    def put_off(self, lane: str, until: datetime) -> None:
        """Ask the host no more before this time, in this run and in later ones."""
        host = self._host(lane)
        host.not_before = max(host.not_before, _monotonic(until.timestamp()))
        self._database.execute(
            "INSERT INTO hosts (lane, answered_at, not_before) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (lane) DO UPDATE SET not_before = max(not_before, ?3)",
            (lane, time.time(), until.timestamp()),
        )

    def close(self) -> None:
        """Close all connections."""
        for host in self._hosts.values():
            host.line.close()

    def _host(self, lane: str) -> Host:
        with self._lock:
            if lane not in self._hosts:
                self._hosts[lane] = self._remembered(lane)
            return self._hosts[lane]

    def _remembered(self, lane: str) -> Host:
        """What earlier runs left; a request that a kill cut short may have been sent until this moment."""
        row = self._database.row("SELECT answered_at, not_before FROM hosts WHERE lane = ?", (lane,))
        if row is None:
            return Host(Line(self._tls))
        now = time.time()
        answered_at = now if row["answered_at"] is None else min(row["answered_at"], now)
        return Host(Line(self._tls), _monotonic(answered_at), _monotonic(row["not_before"]))

    def _rest(self, host: Host) -> None:
        wait = host.ready_at() - time.monotonic()
        if wait > self._patience:
            until = datetime.fromtimestamp(time.time() + wait, UTC)
            message = f"the host is to be left alone until {until:%Y-%m-%d %H:%M} UTC"
            raise FetchError(NOT_NOW, message, retry_at=until)
        if max(wait, 0) > self.budget.remaining():
            raise FetchError(BUDGET, "the run's time for fetching is over")
        if wait > 0:
            time.sleep(wait)

    @contextmanager
    def _noted(self, lane: str, host: Host) -> Iterator[None]:
        """Write down when the host was asked; without an answer's time a later run takes it for just now."""
        if host.delay:
            self._database.execute(
                "INSERT INTO hosts (lane) VALUES (?) ON CONFLICT (lane) DO UPDATE SET answered_at = NULL", (lane,)
            )
        try:
            yield
        finally:
            host.answered_at = time.monotonic()
            if host.delay:
                self._database.execute("UPDATE hosts SET answered_at = ? WHERE lane = ?", (time.time(), lane))


def _monotonic(epoch: float) -> float:
    """The monotonic clock's time of a moment in seconds of the epoch."""
    return time.monotonic() + epoch - time.time()
