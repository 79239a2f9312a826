"""Publication dates: every date that a page offers, what it reads as, and which one is the article's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from transforms.articles.dates.candidates import DateCandidate as DateCandidate
from transforms.articles.dates.candidates import Kind as Kind
from transforms.articles.dates.candidates import rank
from transforms.articles.dates.lines import is_date_line as is_date_line
from transforms.articles.dates.order import gather
from transforms.articles.dates.settling import CLOCK_SKEW, Settled, in_printed_offset, settled
from transforms.articles.dates.texts import Order, read_dates

# Days that time zones may lie between an address and its article's time stamp.
ZONES_APART = timedelta(days=1)
ONLY_AN_UPDATE = "no other date than an update's"
OLDER_ADDRESS = "its address is older than the time stamp"
BEFORE_UPDATE = "printed before its update, which the time stamp tells"


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate with what it tells of (`kind`: by markup, else by its label), its reading, and why it won or lost.

    `reading` is the wall time or the day in ISO form; None where the text holds no whole date or cannot be settled.
    """

    candidate: DateCandidate
    kind: Kind
    reading: str | None
    won: bool
    why: str


@dataclass(frozen=True, slots=True)
class Dating:
    """When the article was published, as far as the page proves it.

    `published_date` is the printed day, `published_local` the wall time, `published_at` the instant in the offset given
    (only with a known zone), `precision` day, minute or instant. Where a page gives an update's date alone, that is the
    day on which its text was published: `published_date` holds it, to the day, and `method` says so. `method` names the
    winner and, where it had to be decided, what settled its order of day and month or lent its zone. `unresolved` says
    why there is no date.
    """

    published_date: date | None
    published_local: datetime | None
    published_at: datetime | None
    precision: str | None
    method: str | None
    modified_at: datetime | None
    considered: tuple[Considered, ...]
    unresolved: str | None = None


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
    found = [settled(c, r, evidence, zone, latest) for c, r in read]
    published = _published(found)
    modified = _update(found, published)
    alone = None if published else _only_update(found)
    considered = tuple(_considered(s, published, modified, alone) for s in found)
    updated_at = modified.at if modified else None
    if published:
        return _dating(in_printed_offset(published, found), updated_at, considered)
    if alone:
        method = ", ".join((alone.candidate.method, *alone.notes, ONLY_AN_UPDATE))
        return Dating(alone.day, None, None, "day", method, updated_at, considered)
    return Dating(None, None, None, None, None, updated_at, considered, _unresolved(found))


def _published(found: Sequence[Settled]) -> Settled | None:
    """The most trusted date of publication, or an older one that shows it to be an update's."""
    best = _best(found, ("published", "unknown"))
    if best is None or best.day is None or rank(best.candidate.method) >= rank("url"):
        return best
    address = _best([s for s in found if s.candidate.method == "url"], ("published",))
    if address and address.day and best.day - address.day > ZONES_APART:  # addresses are given once
        return replace(address, notes=(*address.notes, OLDER_ADDRESS))
    printed = _best([s for s in found if s.candidate.method == "printed beside an update"], ("unknown",))
    if printed and printed.day and printed.day < best.day and _is_only_stamp(best, found):
        return replace(printed, notes=(*printed.notes, BEFORE_UPDATE))
    return best


def _is_only_stamp(best: Settled, found: Sequence[Settled]) -> bool:
    """Whether markup tells no update apart from this stamp, and no printed clock shows it to be one in another zone."""
    apart = any(s.kind == "modified" and s.at and s.at != best.at for s in found)
    return not apart and in_printed_offset(best, found) is best


def _best(found: Sequence[Settled], kinds: tuple[Kind, ...]) -> Settled | None:
    usable = [s for s in found if s.day and not s.fault and s.kind in kinds]
    if not usable:
        return None
    first = min(usable, key=lambda s: rank(s.candidate.method))
    return min((s for s in usable if s.day == first.day), key=lambda s: (_roughness(s), rank(s.candidate.method)))


def _roughness(one: Settled) -> int:
    return 0 if one.at else 1 if one.clock else 2


def _update(found: Sequence[Settled], published: Settled | None) -> Settled | None:
    best = _best([s for s in found if s.at], ("modified",))
    if best and best.at and published and published.at and best.at < published.at:
        return None
    return best


def _only_update(found: Sequence[Settled]) -> Settled | None:
    """The update's date of a page that gives no other; none where one stands there that cannot be read."""
    unread = any(s.reading and s.day is None and s.kind != "modified" for s in found)
    return None if unread else _best(found, ("modified",))


def _dating(published: Settled, updated_at: datetime | None, considered: tuple[Considered, ...]) -> Dating:
    return Dating(
        published_date=published.day,
        published_local=published.local,
        published_at=published.at,
        precision="instant" if published.at else "minute" if published.clock else "day",
        method=", ".join((published.candidate.method, *published.notes)),
        modified_at=updated_at,
        considered=considered,
    )


def _considered(one: Settled, published: Settled | None, modified: Settled | None, alone: Settled | None) -> Considered:
    shown = str(one.local or one.day) if one.day else None
    won = one is modified or one is alone or _is_same(one, published)
    return Considered(one.candidate, one.kind, shown, won, _why(one, published, modified, alone))


def _why(one: Settled, published: Settled | None, modified: Settled | None, alone: Settled | None) -> str:
    if published and _is_same(one, published):
        return "; ".join(published.notes if published.notes else ("first in rank",))
    if one is alone:
        return ONLY_AN_UPDATE
    if one is modified:
        return "taken as the update"
    if one.fault:
        return one.fault
    if one.kind == "modified":
        return "tells of an update"
    return "agrees, says no more" if published is not None and one.day == published.day else "lower rank"


def _is_same(one: Settled, published: Settled | None) -> bool:
    return published is not None and one.candidate is published.candidate and one.reading is published.reading


def _unresolved(found: Sequence[Settled]) -> str:
    faults = list(dict.fromkeys(s.fault for s in found if s.fault and s.reading))
    return "; ".join(faults) if faults else "the page gives no date of publication"
