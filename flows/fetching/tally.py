"""The tally: what became of a source's items in a run."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

CAP = "cap"
LATER = "later"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a source's waiting items, each in one of them; `failed` are given up, `deferred` wait on, by reason.

    `oldest` and `newest` bound the fetched items' times of publication where the source tells them (UTC).
    """

    fetched: int = 0
    unchanged: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)
    deferred: Mapping[str, int] = field(default_factory=dict)
    oldest: datetime | None = None
    newest: datetime | None = None


class Counting:
    """Counts while threads work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._fetched = 0
        self._unchanged = 0
        self._failed: Counter[str] = Counter()
        self._deferred: Counter[str] = Counter()
        self._oldest: datetime | None = None
        self._newest: datetime | None = None

    def fetched(self, published: datetime | None, *, is_unchanged: bool) -> None:
        """One item's document came, or the news that it has not changed."""
        with self._lock:
            self._unchanged += is_unchanged
            self._fetched += not is_unchanged
            if published is not None and not is_unchanged:
                self._oldest = min(self._oldest or published, published)
                self._newest = max(self._newest or published, published)

    def failed(self, reason: str) -> None:
        """One item was given up."""
        with self._lock:
            self._failed[reason] += 1

    def deferred(self, reason: str, count: int = 1) -> None:
        """Items wait for a later run."""
        with self._lock:
            self._deferred[reason] += count

    def tally(self) -> Tally:
        """The counts as they stand."""
        with self._lock:
            failed, deferred = (dict(sorted((+one).items())) for one in (self._failed, self._deferred))
            return Tally(self._fetched, self._unchanged, failed, deferred, self._oldest, self._newest)
