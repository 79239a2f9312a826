"""The window: the days of publication that a run is bound to, if any."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from flows.sources.items import Item


class WindowError(ValueError):
    """The days given bound nothing."""


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `since` to `until`, both included (UTC); None leaves a side open."""

    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, since: str | None, until: str | None) -> Window:
        """The window between two days written as 2026-03-02; raises WindowError naming what is wrong."""
        first, last = _day("since", since), _day("until", until)
        if first and last and first > last:
            raise WindowError(f"--since {first} lies after --until {last}")
        return cls(first, last)

    @property
    def is_open(self) -> bool:
        """Whether nothing is bounded."""
        return self.since is None and self.until is None

    def holds(self, item: Item) -> bool:
        """Whether the item's date lies within; one without a date does so only in an open window."""
        if self.is_open:
            return True
        return item.when is not None and not self.is_before(item.when) and not self._is_after(item.when)

    def is_before(self, instant: datetime) -> bool:
        """Whether the instant lies before the window."""
        return self.since is not None and instant < datetime.combine(self.since, time(), UTC)

    def _is_after(self, instant: datetime) -> bool:
        return self.until is not None and instant >= datetime.combine(self.until + timedelta(days=1), time(), UTC)


def _day(name: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WindowError(f"--{name} {text}: write a day as 2026-03-02") from None
