"""A server on the loopback address that answers as told, byte by byte, and keeps a log of what it was asked."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from array import array
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from fcntl import ioctl
from termios import TIOCOUTQ

HEAD_END = b"\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Hit:
    """One request: when it came (monotonic), what for, with which headers (names in lower case)."""

    at: float
    path: str
    headers: Mapping[str, str]


@dataclass(slots=True)
class Talk:
    """One connection, as an answer sees it."""

    connection: socket.socket
    hit: Hit
    stopped: threading.Event

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def arrive(self, data: bytes) -> None:
        """Send, and come back when the other side has all of it to read, or is gone."""
        self.connection.sendall(data)
        unread = array("i", [1])
        while unread[0] and not self.is_left():
            ioctl(self.connection, TIOCOUTQ, unread)

    def is_left(self) -> bool:
        """Whether the other side has closed the connection."""
        try:
            return self.connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT) == b""
        except BlockingIOError:
            return self.stopped.is_set()
        except OSError:
            return True

    def drip(self, data: bytes, pause: float) -> None:
        """Send for as long as somebody takes it, a byte at a time, over and over."""
        while not self.stopped.wait(pause):
            for byte in data:
                self.connection.sendall(bytes([byte]))
                if self.stopped.wait(pause):
                    return

    def flood(self, data: bytes) -> None:
        """Send over and over, as fast as it is taken."""
        while not self.stopped.is_set():
            self.connection.sendall(data)

    def reset(self) -> None:
        """Break the connection off with a reset."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        raise ConnectionResetError


Answer = Callable[[Talk], None] | bytes


def response(
    body: bytes = b"", status: str = "200 OK", content_type: str | None = "text/html", **headers: str
) -> bytes:
    """A plain response; header names with underscores for dashes."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"Content-Type: {content_type}"] if content_type else []
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("latin-1") + HEAD_END + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return response(status=status, content_type=None, Location=location)


NOT_FOUND = response(b"no such page", "404 Not Found")


@dataclass(slots=True)
class Server:
    """Answers by path; what has no answer of its own gets `otherwise`. Change them while it runs."""

    listener: socket.socket
    tls: ssl.SSLContext | None = None
    answers: dict[str, Answer] = field(default_factory=dict)
    otherwise: Answer = NOT_FOUND
    hits: list[Hit] = field(default_factory=list)
    connections: int = 0
    most_at_once: int = 0
    _open: set[socket.socket] = field(default_factory=set)
    _threads: list[threading.Thread] = field(default_factory=list)
    _stopped: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{'https' if self.tls else 'http'}://{host}:{self.port}{path}"

    def paths(self, *, with_robots: bool = False) -> list[str]:
        """What was asked for, in order."""
        return [hit.path for hit in self.hits if with_robots or hit.path != "/robots.txt"]

    def accept(self) -> None:
        while not self._stopped.is_set():
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def close(self) -> None:
        self._stopped.set()
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        with self._lock:
            for connection in self._open:
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)

    def _serve(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)
            self.connections += 1
            self.most_at_once = max(self.most_at_once, len(self._open))
        try:
            with suppress(OSError):
                if self.tls is None:
                    self._converse(connection)
                else:
                    with self.tls.wrap_socket(connection, server_side=True) as secured:
                        self._converse(secured)
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _converse(self, connection: socket.socket) -> None:
        rest = b""
        while not self._stopped.is_set():
            while HEAD_END not in rest:
                data = connection.recv(65536)
                if not data:
                    return
                rest += data
            head, _, rest = rest.partition(HEAD_END)
            hit = _hit(head)
            self.hits.append(hit)
            answer = self.answers.get(hit.path, self.otherwise)
            if isinstance(answer, bytes):
                connection.sendall(answer)
            else:
                answer(Talk(connection, hit, self._stopped))


def _hit(head: bytes) -> Hit:
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Hit(time.monotonic(), first.split(" ")[1], {name.lower(): value for name, value in headers.items()})


@contextmanager
def serving(
    answers: Mapping[str, Answer] | None = None, *, tls: ssl.SSLContext | None = None, address: str = "127.0.0.1"
) -> Iterator[Server]:
    """A server for the length of the block."""
    listener = socket.create_server((address, 0), backlog=128)
    server = Server(listener, tls, {"/robots.txt": NOT_FOUND} | dict(answers or {}))
    thread = threading.Thread(target=server.accept, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join(5)
