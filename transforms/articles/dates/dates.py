"""Publication dates: every date that a page offers, what it reads as, and which one is the article's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from transforms.articles.dates.order import OrderEvidence, gather, settle
from transforms.articles.dates.texts import FIRST_YEAR, DateReading, Order, read_dates
from transforms.articles.dates.words import fold, weekdays, words_of
from transforms.articles.wordlists import rows

Kind = Literal["published", "modified", "unknown"]
CLOCK_SKEW = timedelta(days=1)
MAX_LINE = 90
UNVOUCHED = "only date below the headline"


@dataclass(frozen=True, slots=True)
class DateCandidate:
    """A date as the page gives it, where it stood (`method`: data/date_methods.csv), and what it claims to be."""

    text: str
    method: str
    kind: Kind = "unknown"


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate with its reading and why it won or lost."""

    candidate: DateCandidate
    reading: str | None
    won: bool
    why: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When the article was published, as far as the page proves it.

    `published_date` is the printed day, `published_local` the wall time in the offset given, `published_at` the UTC
    instant (only with a known zone), `precision` day, minute or instant. `method` names the winner and, where it had
    to be decided, what settled its order of day and month or lent its zone. `unresolved` says why there is no date.
    """

    published_date: date | None
    published_local: datetime | None
    published_at: datetime | None
    precision: str | None
    method: str | None
    modified_at: datetime | None
    considered: tuple[Considered, ...]
    unresolved: str | None = None


@dataclass(frozen=True, slots=True)
class _Settled:
    candidate: DateCandidate
    kind: Kind
    reading: DateReading | None
    day: date | None
    clock: time | None
    at: datetime | None
    notes: tuple[str, ...]
    fault: str | None

    @property
    def local(self) -> datetime | None:
        return datetime.combine(self.day, self.clock) if self.day and self.clock else None


def publication(
    candidates: Sequence[DateCandidate],
    page_dates: Sequence[str],
    body_text: str,
    zone: str | None,
    date_order: Order | None,
    fetched_at: datetime,
    language: str | None = None,
) -> Dating:
    """Arbitrate over `candidates`.

    `page_dates` are other date texts of the page: evidence for the order of day and month, never the answer. `zone` is
    the source's IANA zone, used where none is given, `date_order` its setting, `language` a tag such as en-GB.
    """
    latest = fetched_at + CLOCK_SKEW
    read = [(c, r) for c in dict.fromkeys(candidates) for r in (read_dates(c.text, language) or (None,))]
    others = [r for text in page_dates for r in read_dates(text, language)]
    own = [r for _, r in read if r]
    evidence = gather(own, others, body_text, date_order, language, latest.date())
    settled = [_settle(c, r, evidence, zone, latest) for c, r in read]
    published = _best(settled, ("published", "unknown"))
    modified = _update(settled, published)
    considered = tuple(_considered(s, published, modified) for s in settled)
    if published is None:
        return Dating(None, None, None, None, None, modified.at if modified else None, considered, _unresolved(settled))
    return _dating(published, modified, considered)


def is_date_line(line: str) -> bool:
    """Whether `line` holds dates, times or an age ("3 hours ago") with their labels, and nothing else. Cheap."""
    text = line.strip()
    if not 4 <= len(text) <= MAX_LINE or not any(map(str.isdigit, text)):
        return False
    dates = read_dates(text)
    rest = text
    for reading in reversed(dates):
        rest = f"{rest[: reading.start]} {rest[reading.end :]}"
    if not dates and not _is_age(text) and not re.search(r"\d[:.h]\d\d", text):
        return False
    return not _strange_words(rest)


def _settle(
    candidate: DateCandidate, reading: DateReading | None, evidence: OrderEvidence, zone: str | None, latest: datetime
) -> _Settled:
    kind = _kind(candidate, reading)
    if reading is None:
        return _Settled(candidate, kind, None, None, None, None, (), "holds no whole date")
    day, why = (found := settle(reading, evidence)).day, found.why
    if day is None:
        return _Settled(candidate, kind, reading, None, None, None, (), why)
    clock = _true_clock(reading)
    at, note = _instant(day, clock, reading, zone)
    fault = _fault(candidate.method, reading, day, at, latest)
    return _Settled(candidate, kind, reading, day, clock, at, tuple(n for n in (why, note) if n), fault)


def _kind(candidate: DateCandidate, reading: DateReading | None) -> Kind:
    if candidate.kind != "unknown":
        return candidate.kind
    if reading and reading.label in ("published", "modified"):
        return "published" if reading.label == "published" else "modified"
    return "unknown"


def _true_clock(reading: DateReading) -> time | None:
    """Midnight sharp without a zone stands for no time at all."""
    return None if reading.clock == time(0) and reading.zone is None else reading.clock


def _instant(day: date, clock: time | None, reading: DateReading, zone: str | None) -> tuple[datetime | None, str]:
    if clock is None:
        return None, ""
    if reading.zone is not None:
        return datetime.combine(day, clock, reading.zone).astimezone(UTC), ""
    if zone is None:
        return None, ""
    return datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC), "zone of the source"


def _fault(method: str, reading: DateReading, day: date, at: datetime | None, latest: datetime) -> str | None:
    if reading.label == "other":
        return "belongs to a copyright or another thing"
    if at is not None and at.year == 1970 and at.month == 1 and at.day == 1:
        return "the zero of a computer clock"
    known = _methods().get(method)
    if known and day.year < known.earliest_year:
        return "older than pages are, and no markup vouches for it"
    if method == UNVOUCHED and abs((day - latest.date()).days) <= CLOCK_SKEW.days * 2:
        return "could be the page's own clock"
    if at > latest if at else day > latest.date():
        return "lies in the future"
    return None


def _best(settled: Sequence[_Settled], kinds: tuple[Kind, ...]) -> _Settled | None:
    usable = [s for s in settled if s.day and not s.fault and s.kind in kinds]
    if not usable:
        return None
    first = min(usable, key=lambda s: _rank(s.candidate.method))
    return min((s for s in usable if s.day == first.day), key=lambda s: (_roughness(s), _rank(s.candidate.method)))


def _roughness(settled: _Settled) -> int:
    return 0 if settled.at else 1 if settled.clock else 2


def _update(settled: Sequence[_Settled], published: _Settled | None) -> _Settled | None:
    best = _best([s for s in settled if s.at], ("modified",))
    if best and best.at and published and published.at and best.at < published.at:
        return None
    return best


def _dating(published: _Settled, modified: _Settled | None, considered: tuple[Considered, ...]) -> Dating:
    return Dating(
        published_date=published.day,
        published_local=published.local,
        published_at=published.at,
        precision="instant" if published.at else "minute" if published.clock else "day",
        method=", ".join((published.candidate.method, *published.notes)),
        modified_at=modified.at if modified else None,
        considered=considered,
    )


def _considered(settled: _Settled, published: _Settled | None, modified: _Settled | None) -> Considered:
    shown = str(settled.local or settled.day) if settled.day else None
    if settled is published:
        return Considered(settled.candidate, shown, True, "; ".join(("first in rank", *settled.notes)))
    if settled is modified:
        return Considered(settled.candidate, shown, True, "taken as the update")
    if settled.fault:
        return Considered(settled.candidate, shown, False, settled.fault)
    if settled.kind == "modified":
        return Considered(settled.candidate, shown, False, "tells of an update")
    same = published is not None and settled.day == published.day
    return Considered(settled.candidate, shown, False, "agrees, says no more" if same else "lower rank")


def _unresolved(settled: Sequence[_Settled]) -> str:
    faults = list(dict.fromkeys(s.fault for s in settled if s.fault and s.reading))
    return "; ".join(faults) if faults else "the page gives no date of publication"


@dataclass(frozen=True, slots=True)
class _Method:
    rank: int
    earliest_year: int


@cache
def _methods() -> dict[str, _Method]:
    found = rows("date_methods", "method", "rank", "kind", "earliest_year", "note")
    return {row["method"]: _Method(int(row["rank"]), int(row["earliest_year"] or FIRST_YEAR)) for row in found}


def _rank(method: str) -> int:
    known = _methods().get(method)
    return known.rank if known else len(_methods())


def _is_age(text: str) -> bool:
    words = {fold(w) for w in re.findall(r"[^\W\d_]+", text)}
    return bool(words & words_of("ago")) and bool(words & words_of("unit"))


def _strange_words(rest: str) -> bool:
    folded = fold(rest)
    for phrase in _phrases():
        if " " in phrase:
            folded = folded.replace(phrase, " ")
    known = _known_words()
    return any(w not in known for w in re.findall(r"[^\W\d_]+", folded)) or len(re.findall(r"\d+", folded)) > 4


@cache
def _phrases() -> tuple[str, ...]:
    phrases = {fold(row["word"]) for row in rows("date_words", "word", "role", "note")}
    return tuple(sorted(phrases, key=len, reverse=True))


@cache
def _known_words() -> frozenset[str]:
    zones = (row["abbreviation"] for row in rows("zones", "abbreviation", "zone", "name"))
    singles = {w for phrase in _phrases() for w in re.findall(r"[^\W\d_]+", phrase)}
    return frozenset({*singles, *weekdays(), *(fold(z) for z in zones), "pm"})
