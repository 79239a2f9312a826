"""The guard: which IP addresses a connection may go to. A host is looked up once, checked, and pinned for the run."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from ipaddress import ip_address
from queue import Empty, Queue

from flows.fetching.addresses import Address, literal, refusal
from flows.fetching.faults import NO_SUCH_HOST, REFUSED_ADDRESS, TIMEOUT, FetchError

MOST_PINS = 6
Resolve = Callable[[str, float], tuple[str, ...]]


class Guard:
    """Looks hosts up and pins them, so that a name cannot lead elsewhere after the check."""

    def __init__(self, resolve: Resolve | None = None) -> None:
        self._resolve = resolve or look_up
        self._found: dict[str, tuple[str, ...]] = {}

    def pins(self, address: Address, allow_hosts: frozenset[str], seconds: float) -> tuple[str, ...]:
        """The IP addresses to connect to; raises FetchError where one is refused and the host is not allowed."""
        found = self._looked_up(address.host, seconds)
        if address.host not in allow_hosts:
            for one in found:
                why = refusal(ip_address(one))
                if why is not None:
                    raise FetchError(REFUSED_ADDRESS, f"{address.host} leads into a network that is {why}")
        return found

    def _looked_up(self, host: str, seconds: float) -> tuple[str, ...]:
        if literal(host) is not None:
            return (host,)
        if host not in self._found:
            found = tuple(one.partition("%")[0] for one in self._resolve(host, seconds))[:MOST_PINS]
            self._found.setdefault(host, found)
        return self._found[host]


def look_up(host: str, seconds: float) -> tuple[str, ...]:
    """The IP addresses of a name by the system's resolver, which knows no time limit of its own."""
    answers: Queue[tuple[str, ...] | OSError] = Queue()
    threading.Thread(target=_ask, args=(host, answers), daemon=True).start()
    try:
        answer = answers.get(timeout=max(seconds, 0))
    except Empty:
        raise FetchError(TIMEOUT, f"the name {host} was not found within the deadline") from None
    if isinstance(answer, OSError):
        is_transient = isinstance(answer, socket.gaierror) and answer.errno == socket.EAI_AGAIN
        raise FetchError(NO_SUCH_HOST, f"the name {host} has no address", is_transient=is_transient)
    return answer


def _ask(host: str, answers: Queue[tuple[str, ...] | OSError]) -> None:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        answers.put(tuple(dict.fromkeys(str(one[4][0]) for one in found)))
    except (OSError, UnicodeError) as error:
        answers.put(error if isinstance(error, OSError) else OSError())
