"""Lanes: the items of each host in a line, worked off by a few threads, each host when it is ready."""

from __future__ import annotations

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Job = TypeVar("Job")


@dataclass(order=True, slots=True)
class Lane(Generic[Job]):
    """The jobs of one host; `ready_at` is by the monotonic clock."""

    ready_at: float
    name: str
    jobs: deque[Job] = field(default_factory=deque, compare=False)
    misses: int = field(default=0, compare=False)


class Lanes(Generic[Job]):
    """Lanes that are free, the one that is ready first in front."""

    def __init__(self, lanes: Iterable[Lane[Job]]) -> None:
        self._free = [lane for lane in lanes if lane.jobs]
        heapq.heapify(self._free)
        self._busy = 0
        self._is_stopped = False
        self._changed = threading.Condition()

    def work(self, do: Callable[[Lane[Job]], None], workers: int) -> None:
        """Let `do` take jobs from lanes, one lane in one thread at a time, until no lane has jobs left.

        The first exception of `do`, or an interrupt, ends the work after the jobs under way, and is raised.
        """
        workers = max(1, min(workers, len(self._free)))
        with ThreadPoolExecutor(max_workers=workers, thread_name_prefix="fetch") as pool:
            futures = [pool.submit(self._work, do) for _ in range(workers)]
            try:
                for future in as_completed(futures):
                    future.result()
            finally:
                self._stop()

    def _work(self, do: Callable[[Lane[Job]], None]) -> None:
        while (lane := self._taken()) is not None:
            try:
                do(lane)
            finally:
                self._give_back(lane)

    def _taken(self) -> Lane[Job] | None:
        """The next lane, as soon as it is ready; None when nothing is left to do."""
        with self._changed:
            while self._free or self._busy:
                wait = self._free[0].ready_at - time.monotonic() if self._free else None
                if wait is not None and wait <= 0:
                    self._busy += 1
                    return heapq.heappop(self._free)
                self._changed.wait(wait)
            return None

    def _give_back(self, lane: Lane[Job]) -> None:
        with self._changed:
            self._busy -= 1
            if lane.jobs and not self._is_stopped:
                heapq.heappush(self._free, lane)
            self._changed.notify_all()

    def _stop(self) -> None:
        with self._changed:
            self._is_stopped = True
            self._free.clear()
            self._changed.notify_all()
