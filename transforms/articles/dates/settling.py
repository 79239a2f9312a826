"""One candidate with one of its readings: the day, the clock, the instant, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from transforms.articles.dates.candidates import UNVOUCHED, DateCandidate, Kind, earliest_year
from transforms.articles.dates.order import OrderEvidence, settle
from transforms.articles.dates.texts import DateReading

CLOCK_SKEW = timedelta(days=1)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
# Twelve hours west nobody lives: a clock that differs by so much counts the afternoon from one.
FARTHEST_WEST, FARTHEST_EAST = -10 * HOUR, 14 * HOUR
ZONE_STEPS = (0, 30, 45)


@dataclass(frozen=True, slots=True)
class Settled:
    """A reading with its day and instant (in the offset given), notes on how it was settled, or its fault."""

    candidate: DateCandidate
    kind: Kind
    reading: DateReading | None
    day: date | None = None
    clock: time | None = None
    at: datetime | None = None
    notes: tuple[str, ...] = ()
    fault: str | None = None

    @property
    def local(self) -> datetime | None:
        """The wall time as printed."""
        return datetime.combine(self.day, self.clock) if self.day and self.clock else None


def settled(
    candidate: DateCandidate, reading: DateReading | None, evidence: OrderEvidence, zone: str | None, latest: datetime
) -> Settled:
    """Settle a reading; `zone` serves where the text gives none, what lies behind `latest` is faulty."""
    found = Settled(candidate, _kind(candidate, reading), reading)
    if reading is None:
        return replace(found, fault="holds no whole date")
    chosen = settle(reading, evidence)
    if chosen.day is None:
        return replace(found, fault=chosen.why)
    clock = _true_clock(reading)
    at = _instant(chosen.day, clock, reading, zone)
    lent = "zone of the source" if at and reading.zone is None else ""
    fault = _fault(candidate.method, reading, chosen.day, at, latest)
    notes = tuple(note for note in (chosen.why, lent) if note)
    return replace(found, day=chosen.day, clock=clock, at=at, notes=notes, fault=fault)


def in_printed_offset(stamp: Settled, others: Sequence[Settled]) -> Settled:
    """A stamp in UTC told in the offset that the page's printed clock proves; the stamp itself where none does."""
    if stamp.at is None or stamp.at.utcoffset() != timedelta(0) or stamp.notes:
        return stamp
    offsets = set(_proven_offsets(stamp.at.replace(tzinfo=None), others))
    if len(offsets) != 1 or offsets == {timedelta(0)}:
        return stamp
    at = stamp.at.astimezone(timezone(offsets.pop()))
    return replace(stamp, day=at.date(), clock=at.time(), at=at, notes=("offset by the printed clock",))


def _proven_offsets(utc: datetime, others: Sequence[Settled]) -> Iterator[timedelta]:
    """Where a printed clock shows the very minute of the stamp in another zone."""
    for other in others:
        if other.local is None or other.at or other.fault or other.kind == "modified":
            continue
        offset = (other.local - utc.replace(second=0, microsecond=0)) // MINUTE * MINUTE
        exact = abs(other.local - utc - offset) < MINUTE
        if exact and FARTHEST_WEST <= offset <= FARTHEST_EAST and offset // MINUTE % 60 in ZONE_STEPS:
            yield offset


def _kind(candidate: DateCandidate, reading: DateReading | None) -> Kind:
    if candidate.kind != "unknown":
        return candidate.kind
    if reading and reading.label in ("published", "modified"):
        return "published" if reading.label == "published" else "modified"
    return "unknown"


def _true_clock(reading: DateReading) -> time | None:
    """Midnight sharp without a zone stands for no time at all."""
    return None if reading.clock == time(0) and reading.zone is None else reading.clock


def _instant(day: date, clock: time | None, reading: DateReading, zone: str | None) -> datetime | None:
    known = reading.zone or (ZoneInfo(zone) if zone else None)
    return datetime.combine(day, clock, known) if clock and known else None


def _fault(method: str, reading: DateReading, day: date, at: datetime | None, latest: datetime) -> str | None:
    if reading.label == "other":
        return "belongs to a copyright or another thing"
    if at is not None and at.astimezone(UTC).date() == date(1970, 1, 1):
        return "the zero of a computer clock"
    if day.year < earliest_year(method):
        return "older than pages are, and no markup vouches for it"
    if method == UNVOUCHED and abs((day - latest.date()).days) <= CLOCK_SKEW.days * 2:
        return "could be the page's own clock"
    if at > latest if at else day > latest.date():
        return "lies in the future"
    return None
