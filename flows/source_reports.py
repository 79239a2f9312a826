"""Source reports: what a run did with each source, and which sources somebody should look at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

ENOUGH_REJECTS = 3
ENOUGH_GAPS = 3
SHORTEST_SILENCE = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class SourceReport:
    """Documents of one source in one run; always seen = new + unchanged + deferred.

    `fetched` documents could be read and `failed` ones could not, by reason; both count what came in this run, known
    or not. `accepted` and `rejected` are known after a build. `faults` are feeds and the like that could not be had.
    """

    new: int = 0
    unchanged: int = 0
    fetched: int = 0
    failed: Mapping[str, int] = field(default_factory=dict)
    deferred: Mapping[str, int] = field(default_factory=dict)
    accepted: int = 0
    rejected: int = 0
    oldest: date | None = None
    newest: date | None = None
    faults: tuple[str, ...] = ()

    @property
    def seen(self) -> int:
        """All documents that the source offered."""
        return self.new + self.unchanged + self.waiting

    @property
    def waiting(self) -> int:
        """Documents left for a later run."""
        return sum(self.deferred.values())

    def with_pages(self, read_errors: Iterable[str | None], stored: int) -> SourceReport:
        """The report with the pages that came, `stored` of them for the first time."""
        reasons = Counter((error or "").partition(":")[0] for error in read_errors)
        fetched = reasons.pop("", 0)
        return replace(
            self,
            new=self.new + stored,
            unchanged=self.unchanged + fetched + reasons.total() - stored,
            fetched=self.fetched + fetched,
            failed=dict(sorted((Counter(self.failed) + reasons).items())),
        )

    def then(self, built: SourceReport) -> SourceReport:
        """The report of a load with what a build made of the documents; the articles' own dates outrank hints."""
        return replace(
            self,
            accepted=built.accepted,
            rejected=built.rejected,
            oldest=built.oldest or self.oldest,
            newest=built.newest or self.newest,
        )


@dataclass(frozen=True, slots=True)
class Past:
    """One earlier run of a source: when, and how many documents were new."""

    at: datetime
    new: int


def is_quiet(now: datetime, new: int, history: Iterable[Past], days: float | None) -> bool:
    """Whether a source has given nothing new for longer than is usual for it.

    Usual is twice the longest time between two runs with something new, and never less than two days; a source of
    which fewer such runs are known is not judged. `days` outranks its history, and 0 says that it is never quiet.
    """
    if new or days == 0:
        return False
    fruitful = sorted(past.at for past in history if past.new)
    if not fruitful:
        return False
    silence = now - fruitful[-1]
    if days is not None:
        return silence > timedelta(days=days)
    gaps = [later - earlier for earlier, later in pairwise(fruitful)]
    return len(gaps) >= ENOUGH_GAPS and silence > max(2 * max(gaps), SHORTEST_SILENCE)


def is_fruitless(report: SourceReport) -> bool:
    """Whether a source gives documents, but no article."""
    return report.rejected >= ENOUGH_REJECTS and not report.accepted
