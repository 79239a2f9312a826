"""Retry-After: when a server wants to be asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST = timedelta(days=30)


def retry_at(value: str | None, now: datetime) -> datetime | None:
    """The time that a Retry-After header names, in seconds or as a date; None where it names none.

    Never before `now` (UTC) and never more than thirty days later.
    """
    text = (value or "").strip()
    if text.isdecimal() and text.isascii():
        return now + min(timedelta(seconds=int(text[:9])), LONGEST)
    try:
        named = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    instant = named.replace(tzinfo=UTC) if named.tzinfo is None else _utc(named, now)
    return min(max(instant, now), now + LONGEST)


def _utc(named: datetime, now: datetime) -> datetime:
    try:
        return named.astimezone(UTC)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC) if named.year > now.year else now
