"""Robots: what a site's robots.txt allows, asked for once a day and origin."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field

from protego import Protego

from flows.fetching.addresses import Address
from flows.fetching.asker import Asker, Question
from flows.fetching.asking import What
from flows.fetching.client import Wanted
from flows.fetching.database import Database
from flows.fetching.deadline import Deadline
from flows.fetching.faults import NOT_NOW, POSTPONED, ROBOTS, STATUS, FetchError
from flows.fetching.hosts import Hosts
from flows.fetching.rules import AGENT, Site

PATH = "/robots.txt"
MAX_BYTES = 512 * 1024
KEPT_SECONDS = 24 * 3600.0
LONGEST_DELAY = 24 * 3600.0
EVERYTHING_ALLOWED = b""


@dataclass(slots=True)
class _Verdict:
    """What is known of one origin in this run: its rules, or why there are none to be had."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    rules: Protego | None = None
    fault: FetchError | None = None


class Robots:
    """The robots.txt files of a run: a missing one allows all, one that cannot be had allows nothing for now."""

    def __init__(self, database: Database, asker: Asker, hosts: Hosts) -> None:
        self._database = database
        self._asker = asker
        self._hosts = hosts
        self._verdicts: dict[str, _Verdict] = {}
        self._lock = threading.Lock()

    def check(self, address: Address, site: Site, deadline: Deadline) -> None:
        """Raise FetchError where the address may not be asked for; slow the host down where its rules say so."""
        rules = self._rules(address, site, deadline)
        if not rules.can_fetch(str(address), AGENT):
            raise FetchError(ROBOTS, f"{address.origin}{PATH} does not allow {address.shown}", is_final=True)

    def _rules(self, address: Address, site: Site, deadline: Deadline) -> Protego:
        with self._lock:
            verdict = self._verdicts.setdefault(address.origin, _Verdict())
        with verdict.lock:
            if verdict.rules is None and verdict.fault is None:
                self._find(verdict, address, site, deadline)
        if verdict.rules is None:
            assert verdict.fault is not None
            raise _again(verdict.fault)
        return verdict.rules

    def _find(self, verdict: _Verdict, address: Address, site: Site, deadline: Deadline) -> None:
        try:
            body = self._kept(address.origin)
            if body is None:
                body = self._asked(address, site, deadline)
        except FetchError as error:
            verdict.fault = error
        else:
            verdict.rules = read_rules(body)
            self._hosts.slow_down(address.lane, pause(verdict.rules))

    def _kept(self, origin: str) -> bytes | None:
        oldest = time.time() - KEPT_SECONDS
        row = self._database.row("SELECT body FROM robots WHERE origin = ? AND fetched_at > ?", (origin, oldest))
        return None if row is None else bytes(row["body"])

    def _asked(self, address: Address, site: Site, deadline: Deadline) -> bytes:
        here = Address(address.scheme, address.host, address.port, PATH)
        try:
            question = Question(site, Wanted(What.ROBOTS.types(), MAX_BYTES), {})
            body = self._asker.follow(here, question, _permit_all, deadline).reply.body
        except FetchError as error:
            if not (error.reason == STATUS and error.status is not None and 400 <= error.status < 500):
                raise _unknown(error, here) from None
            body = EVERYTHING_ALLOWED
        self._database.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?)", (address.origin, time.time(), body))
        return body


def read_rules(body: bytes) -> Protego:
    """The rules that a robots.txt holds."""
    return Protego.parse(body.decode("utf-8-sig", "replace"))


def pause(rules: Protego) -> float:
    """Seconds that the rules ask for between two requests."""
    delay = rules.crawl_delay(AGENT) or 0.0
    rate = rules.request_rate(AGENT)
    asked = max(delay, rate.seconds / rate.requests) if rate else delay
    return min(asked, LONGEST_DELAY)


def _permit_all(*_: object) -> None:
    """No robots.txt forbids that one asks for it."""


def _unknown(error: FetchError, here: Address) -> FetchError:
    """Without its rules nothing of an origin is asked for: not now where a server is in trouble, else as it failed."""
    reason = NOT_NOW if error.reason == STATUS or error.is_final else error.reason
    message = error.message if error.reason in POSTPONED else f"{here.shown} cannot be had: {error}"
    return FetchError(reason, message, is_final=False, retry_at=error.retry_at)


def _again(fault: FetchError) -> FetchError:
    return FetchError(fault.reason, fault.message, is_final=fault.is_final, retry_at=fault.retry_at)
