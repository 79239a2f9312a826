"""Walker: a process that walks pages within limits of time and memory, and what becomes of a page that breaks them.

Deterministic limits refuse a page; these defer it, for a busy machine must not decide what the warehouse holds.
"""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from signal import SIGXCPU
from typing import Generic, TypeVar

from flows.parents import end_with_parent
from schemas.records import Page

OUT_OF_TIME, OUT_OF_MEMORY, DIED = "out of time", "out of memory", "process died"
GROUP_PAGES = 50
GROUP_BYTES = 32 * 1024 * 1024
READY = "ready"

Found = TypeVar("Found")
Walk = Callable[[Sequence[Page]], list[Found]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one group of pages may take: seconds on the clock, and bytes of memory with the model's own."""

    seconds: float
    memory_bytes: int


@dataclass(frozen=True, slots=True)
class Deferred:
    """A page that could not be walked now; `reason` is one of codes.DEFER_REASONS."""

    page: Page
    reason: str
    message: str


@dataclass(frozen=True, slots=True)
class Failure:
    """How the process ended, or had to be ended, over a group of pages."""

    reason: str
    message: str


class Walker(Generic[Found]):
    """Walks pages in a process of its own, which is started when first needed and again whenever it ended.

    `load` runs once in that process and gives the walk; both it and the pages must be picklable. An error in `load` is
    raised here.
    """

    def __init__(self, load: Callable[[], Walk[Found]], limits: Limits) -> None:
        self._load = load
        self._limits = limits
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def walk(self, pages: Iterable[Page]) -> Iterator[Found | Deferred]:
        """Every page in its order, walked or deferred. A group over which the process ends is walked page by page."""
        for group in groups(pages):
            yield from self._walk_group(group)

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._connection is not None:
            self._connection.close()
        self._process = self._connection = None

    def _walk_group(self, group: Sequence[Page]) -> Iterator[Found | Deferred]:
        found = self._ask(group)
        if isinstance(found, list):
            yield from found
        elif len(group) == 1:
            yield Deferred(group[0], found.reason, found.message)
        else:
            for page in group:
                yield from self._walk_group([page])

    def _ask(self, group: Sequence[Page]) -> list[Found] | Failure:
        connection = self._sent(group)
        if not connection.poll(self._limits.seconds):
            self.close()
            return Failure(OUT_OF_TIME, f"not done within {self._limits.seconds:g} s")
        try:
            answer = connection.recv()
        except (EOFError, OSError):
            return self._death()
        if isinstance(answer, Failure):
            self.close()
        found: list[Found] | Failure = answer
        return found

    def _sent(self, group: Sequence[Page]) -> Connection:
        """The connection, with the group on its way; a process that was killed while it waited is started again."""
        with suppress(OSError):
            connection = self._connected()
            connection.send(group)
            return connection
        self.close()
        connection = self._connected()
        connection.send(group)
        return connection

    def _connected(self) -> Connection:
        if self._connection is None:
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs, self._load, self._limits), daemon=True)
            self._process.start()
            theirs.close()
            self._wait_until_ready(self._connection)
        return self._connection

    def _wait_until_ready(self, connection: Connection) -> None:
        try:
            answer = connection.recv()
        except EOFError:
            failure = self._death()
            raise RuntimeError(f"the process that walks pages did not start: {failure.message}") from None
        if isinstance(answer, Exception):
            self.close()
            raise answer

    def _death(self) -> Failure:
        assert self._process is not None
        self._process.join()
        code = self._process.exitcode
        self.close()
        if code == -SIGXCPU:
            return Failure(OUT_OF_TIME, f"not done within {self._limits.seconds:g} s of computing")
        return Failure(DIED, f"the process that walked it ended with code {code}")


def groups(pages: Iterable[Page]) -> Iterator[list[Page]]:
    """The pages in their order, in groups bounded in number and in bytes."""
    group: list[Page] = []
    size = 0
    for page in pages:
        if group and (len(group) == GROUP_PAGES or size + len(page.body) > GROUP_BYTES):
            yield group
            group, size = [], 0
        group.append(page)
        size += len(page.body)
    if group:
        yield group


def serve(connection: Connection, load: Callable[[], Walk[Found]], limits: Limits) -> None:
    """Walk the groups that come, until the other side is gone."""
    end_with_parent()
    try:
        walk = load()
    except Exception as error:
        connection.send(error)
        return
    connection.send(READY)
    _limit(resource.RLIMIT_DATA, limits.memory_bytes)
    with suppress(EOFError, BrokenPipeError):
        while True:
            pages = connection.recv()
            # A hang in C code lets no thread notice that the parent is gone; the kernel does.
            _limit(resource.RLIMIT_CPU, int(_seconds_used() + 2 * limits.seconds) + 1)
            connection.send(_answer(walk, pages))


def _answer(walk: Walk[Found], pages: Sequence[Page]) -> list[Found] | Failure:
    try:
        return walk(pages)
    except MemoryError:
        return Failure(OUT_OF_MEMORY, "needs more memory than run.page_memory_bytes allows")


def _limit(what: int, value: int) -> None:
    """Set the soft limit, as far as the machine's hard one allows."""
    hard = resource.getrlimit(what)[1]
    resource.setrlimit(what, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _seconds_used() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
