"""The asker: an address asked for until its answer stands, over redirects and, where a try failed by chance, again."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import stamina

from flows.fetching.addresses import Address, read_address
from flows.fetching.client import Reply, Wanted
from flows.fetching.credentials import Credentials
from flows.fetching.deadline import Deadline
from flows.fetching.decoding import ACCEPTED
from flows.fetching.faults import NOT_NOW, REDIRECTS, STATUS, FetchError
from flows.fetching.guard import Guard
from flows.fetching.hosts import Hosts
from flows.fetching.retry_after import retry_at
from flows.fetching.rules import Rules, Site
from flows.fetching.wire import Allowance

REDIRECTING = frozenset({301, 302, 303, 307, 308})
LATER = frozenset({429, 503})
TRANSIENT = frozenset({408, 425, 500, 502, 503, 504})
FINAL = frozenset({410, 451})
TOO_MANY = 429
PUT_OFF = timedelta(minutes=15)
FIRST_WAIT, LONGEST_WAIT = 0.05, 1.0
LEAST_TIME = 0.1
ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

logging.getLogger("stamina").setLevel(logging.ERROR)  # a try that failed and was mended is no news

Permit = Callable[[Address, Deadline], None]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, on behalf of which source, and the headers that make the request conditional."""

    site: Site
    wanted: Wanted
    conditions: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reached:
    """The last address of a way and what it answered: status 200 or 304."""

    address: Address
    reply: Reply


class Asker:
    """Asks for addresses under the rules of a run."""

    def __init__(self, rules: Rules, guard: Guard, hosts: Hosts) -> None:
        self._rules = rules
        self._guard = guard
        self._hosts = hosts
        self._credentials: dict[str, Credentials] = {}

    def follow(self, address: Address, question: Question, permit: Permit, deadline: Deadline) -> Reached:
        """The answer at the end of the redirects; `permit` is asked before each hop. Raises FetchError."""
        for _ in range(self._rules.max_redirects + 1):
            self._guard.pins(address, question.site.allow_hosts, deadline.remaining())
            permit(address, deadline)
            reply = self._asked(address, question, deadline)
            if reply.status not in REDIRECTING:
                return Reached(address, reply)
            address = read_address(reply.headers["location"], address)
        raise FetchError(REDIRECTS, f"more than {self._rules.max_redirects} redirects, the last to {address.shown}")

    def _asked(self, address: Address, question: Question, deadline: Deadline) -> Reply:
        def again(error: Exception) -> bool:
            return isinstance(error, FetchError) and error.is_transient and deadline.remaining() > LEAST_TIME

        for attempt in stamina.retry_context(
            again,
            attempts=self._rules.attempts,
            timeout=None,
            wait_initial=FIRST_WAIT,
            wait_max=LONGEST_WAIT,
            wait_jitter=FIRST_WAIT,
        ):
            with attempt:
                return self._asked_once(address, question, deadline)
        raise AssertionError("the last try returns or raises")

    def _asked_once(self, address: Address, question: Question, deadline: Deadline) -> Reply:
        site = question.site
        with self._hosts.turn(address.lane, max(self._rules.delay, site.delay), deadline) as line:
            pins = self._guard.pins(address, site.allow_hosts, deadline.remaining())
            allowance = Allowance(deadline, self._rules.max_wire_bytes, pins)
            reply = line.ask(address, self._headers(address, site) | question.conditions, allowance, question.wanted)
        self._check_status(address, reply, is_conditional=bool(question.conditions))
        return reply

    def _headers(self, address: Address, site: Site) -> dict[str, str]:
        if site.source_id not in self._credentials:
            self._credentials[site.source_id] = Credentials(site)
        common = {"User-Agent": self._rules.user_agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED}
        return common | self._credentials[site.source_id].headers(address)

    def _check_status(self, address: Address, reply: Reply, *, is_conditional: bool) -> None:
        """Raise for what is neither a document nor a redirect; put the host off where it asks for that."""
        status = reply.status
        is_redirect = status in REDIRECTING and bool(reply.headers.get("location"))
        if status == 200 or is_redirect or (status == 304 and is_conditional):
            return
        if status in LATER:
            self._put_off(address, reply)
        message = f"the server answered {status}"
        raise FetchError(
            STATUS, message, is_final=status in FINAL, is_transient=status in TRANSIENT or status >= 520, status=status
        )

    def _put_off(self, address: Address, reply: Reply) -> None:
        """Raise where the server said when it wants to be asked again, or that it is asked too much."""
        now = datetime.now(UTC)
        until = retry_at(reply.headers.get("retry-after"), now)
        if until is None and reply.status == TOO_MANY:
            until = now + PUT_OFF
        if until is not None:
            self._hosts.put_off(address.lane, until)
            message = f"the server answered {reply.status} and asks to wait until {until:%Y-%m-%d %H:%M:%S} UTC"
            raise FetchError(NOT_NOW, message, is_transient=True, retry_at=until, status=reply.status)
