"""The wire: sockets to pinned addresses, whose every step is bounded by what is left of time and bytes."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore2

from flows.fetching.deadline import Deadline
from flows.fetching.faults import NO_CONNECTION, TIMEOUT, TOO_LARGE, FetchError

HEAD_END = b"\r\n\r\n"
INFORMATIONAL = b"HTTP/1.1 1"


@dataclass(slots=True)
class Allowance:
    """What one exchange may take: time, bytes from the wire, and the IP addresses that it may go to."""

    deadline: Deadline
    max_bytes: int
    pins: tuple[str, ...]
    received: int = 0
    is_answered: bool = False
    body_at: int | None = None
    _head: bytearray = field(default_factory=bytearray)

    def seconds(self) -> float:
        """Seconds left; raises FetchError when none are."""
        left = self.deadline.remaining()
        if left <= 0:
            raise FetchError(TIMEOUT, f"it took longer than {self.deadline.seconds:g} seconds")
        return left

    def count(self, data: bytes) -> bytes:
        """Take note of bytes that came; raises FetchError when they are too many."""
        self.received += len(data)
        self.is_answered = True
        if self.received > self.max_bytes:
            raise FetchError(TOO_LARGE, f"more than {self.max_bytes} bytes came over the wire")
        if self.body_at is None:
            self._look_for_body(data)
        return data

    def surplus(self, declared: int) -> int:
        """Bytes that came beyond a body of the declared length."""
        return 0 if self.body_at is None else self.received - self.body_at - declared

    def _look_for_body(self, data: bytes) -> None:
        self._head += data
        while (end := self._head.find(HEAD_END)) >= 0 and self.body_at is None:
            if not self._head.startswith(INFORMATIONAL):
                self.body_at = self.received - len(self._head) + end + len(HEAD_END)
            del self._head[: end + len(HEAD_END)]


class PinnedBackend(httpcore2.NetworkBackend):
    """Connects to the IP addresses of the present allowance, whatever the host's name leads to by now."""

    def __init__(self) -> None:
        self._sockets = httpcore2.SyncBackend()
        self.allowance: Allowance | None = None

    def allowed(self) -> Allowance:
        """The present allowance; nothing happens on the wire without one."""
        if self.allowance is None:
            raise RuntimeError("the wire is used outside an exchange")
        return self.allowance

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - the pinned addresses count
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the allowance counts
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """A stream to the first pinned address that answers, each given its share of the time."""
        allowance = self.allowed()
        last: Exception = FetchError(NO_CONNECTION, "the host has no address")
        for left, pin in zip(range(len(allowance.pins), 0, -1), allowance.pins, strict=True):
            try:
                share = allowance.seconds() / left
                stream = self._sockets.connect_tcp(pin, port, share, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                last = error
            else:
                return BoundedStream(stream, self)
        raise last


class BoundedStream(httpcore2.NetworkStream):
    """A stream that gives no step more time than its exchange has left, and counts what comes."""

    def __init__(self, stream: httpcore2.NetworkStream, backend: PinnedBackend) -> None:
        self._stream = stream
        self._backend = backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Bytes as they come; b"" at the end."""
        allowance = self._backend.allowed()
        return allowance.count(self._stream.read(max_bytes, allowance.seconds()))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send all of the bytes."""
        allowance = self._backend.allowed()
        allowance.is_answered = False
        self._stream.write(buffer, allowance.seconds())

    def close(self) -> None:
        """Close the socket."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """The stream under TLS; the certificate is checked for the host's name, not for the pinned address."""
        seconds = self._backend.allowed().seconds()
        return BoundedStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._backend)

    def get_extra_info(self, info: str) -> Any:
        """What httpcore2 asks of a stream."""
        return self._stream.get_extra_info(info)
