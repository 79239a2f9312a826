"""Items: addresses of articles as feeds, sitemaps, pages and lists name them, with what these say of each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

LONGEST_ADDRESS = 2_000
LONGEST_TITLE = 300
_TAG = re.compile(r"<[^<>]{0,200}>")


class UnreadableError(ValueError):
    """A feed, sitemap, page or list cannot be read: `reason` in a few words, `message` for a person."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(f"{reason}: {message}")
        self.reason = reason
        self.message = message


@dataclass(frozen=True, slots=True)
class Item:
    """One address, absolute and without fragment. The dates are UTC and the publisher's word, not the article's."""

    url: str
    title: str | None = None
    published: datetime | None = None
    modified: datetime | None = None

    @property
    def when(self) -> datetime | None:
        """What bounds and orders items: the publication, else the last change."""
        return self.published or self.modified


def article_address(href: str | None, base: str) -> str | None:
    """The absolute http or https address behind a link; None where it is none."""
    if not href or len(href) > LONGEST_ADDRESS:
        return None
    try:
        joined = urldefrag(urljoin(base, href.strip())).url
        parts = urlsplit(joined)
        named = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return joined if named and joined.isprintable() and " " not in joined and len(joined) <= LONGEST_ADDRESS else None


def plain_title(text: str | None) -> str | None:
    """A title without markup and in one line; None where nothing is left."""
    held = unescape(_TAG.sub(" ", (text or "")[: 4 * LONGEST_TITLE]))
    return " ".join(held.split())[:LONGEST_TITLE] or None


def instant(text: str | None) -> datetime | None:
    """An ISO 8601 date or time as an instant; without a zone it is taken for UTC. None where the text is none."""
    given = (text or "").strip()[:40]
    try:
        if len(given) == len("2026-03-02"):
            return datetime.combine(date.fromisoformat(given), time(), UTC)
        read = datetime.fromisoformat(given)
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
