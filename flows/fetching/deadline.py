"""Deadlines: the time that one piece of work may take in all, with pauses that do not count."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Deadline:
    """Seconds that run from now on, except while the deadline is paused."""

    def __init__(self, seconds: float) -> None:
        self._ends_at = time.monotonic() + seconds
        self.seconds = seconds

    def remaining(self) -> float:
        """Seconds left; not above zero once it has passed."""
        return self._ends_at - time.monotonic()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """A block whose time does not count."""
        began = time.monotonic()
        try:
            yield
        finally:
            self._ends_at += time.monotonic() - began
