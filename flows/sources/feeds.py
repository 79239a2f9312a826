"""Feeds: the items of RSS (0.9 to 2.0, RDF among them) and Atom, as feedparser reads them, in bounded time.

feedparser takes the time of a long article for every item, keeps all of them, and would expand what a DTD declares. So
a feed gets here without its DTD and a hundred items at a time, and nobody pays for items that nobody takes.
"""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from flows.sources.documents import document_text, without_prolog
from flows.sources.items import Item, UnreadableError, article_address, plain_title

ITEMS_AT_ONCE = 100
MOST_ITEMS = 20_000
MOST_TAGS = 30_000
MOST_REFERENCES = 200_000
MOST_EMPTY = 10
LONGEST_HEAD = 64 * 1024
_SEARCHED = 16_384
_ROOT = re.compile(r"<((?:[A-Za-z][\w.-]*:)?(rss|rdf|feed))(?=[\s>])[^>]*>", re.IGNORECASE)
_BLANK = re.compile(r"\s{64,}")
# What stands in CDATA or a comment is text: its tags are none.
_ITEM = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|(?P<item><(?:[A-Za-z][\w.-]*:)?(?:item|entry)(?=[\s>/]))",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's text from its root on, with its address as the base of its links and the places of its items."""

    text: str
    address: str
    starts: tuple[int, ...]
    root: str
    head: str

    @property
    def size(self) -> int:
        """The number of items that the feed holds, usable or not."""
        return len(self.starts)

    def title(self) -> str | None:
        """The feed's own title."""
        return plain_title(_parsed(self._portion(0, 0), self.address)["feed"].get("title"))

    def items(self) -> Iterator[Item]:
        """The items in their order, each portion parsed when it is asked for; those without an address are left out.

        Raises UnreadableError where a portion holds more markup than any feed.
        """
        empty = 0
        for first in range(0, min(self.size, MOST_ITEMS), ITEMS_AT_ONCE):
            entries = _parsed(self._portion(first, first + ITEMS_AT_ONCE), self.address)["entries"]
            items = [item for entry in entries if (item := _item(entry, self.address)) is not None]
            yield from items
            empty = 0 if items else empty + 1
            if empty == MOST_EMPTY:
                return

    def _portion(self, first: int, last: int) -> str:
        """A whole feed of its own with some of the items."""
        if first == 0 and last >= self.size:
            return self.text
        bounds = (*self.starts, len(self.text))
        held = self.text[bounds[first] : bounds[min(last, self.size)]]
        inner, close = ("<channel>", "</channel>") if self.root.lower() == "rss" else ("", "")
        head = self.head + inner if first or bounds[0] > LONGEST_HEAD else self.text[: bounds[0]]
        return head + held + (f"{close}</{self.root}>" if last < self.size else "")


def read_feed(body: bytes, content_type: str | None, address: str) -> Feed:
    """The feed in these bytes; raises UnreadableError where there is none, or one that must not be read."""
    text = without_prolog(document_text(body, content_type))
    root = _ROOT.search(text[:_SEARCHED])
    if root is None:
        raise UnreadableError("no feed", "the document is neither RSS nor Atom; `dateline sources add` finds feeds")
    text = text[root.start() :]
    starts = tuple(found.start() for found in _ITEM.finditer(text) if found["item"])
    return Feed(text, address, starts, root.group(1), root.group(0))


def _parsed(portion: str, address: str) -> Any:
    """What feedparser finds, strict where the feed is well-formed and loose where it is not."""
    import feedparser

    if portion.count("<") > MOST_TAGS or portion.count("&") > MOST_REFERENCES:
        raise UnreadableError("too many elements", f"{ITEMS_AT_ONCE} items hold more than {MOST_TAGS} tags")
    known = {"content-type": "application/xml; charset=utf-8", "content-location": address}
    stream = BytesIO(_BLANK.sub("\n", portion).encode(errors="replace"))
    try:
        return feedparser.parse(stream, response_headers=known, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # feedparser lets out what broken numbers, dates and base64 raise
        raise UnreadableError("broken feed", f"{type(error).__name__} in one of its items") from None


def _item(entry: Any, base: str) -> Item | None:
    url = article_address(_text(entry, "link"), base)
    if url is None:
        return None
    return Item(url, plain_title(_text(entry, "title")), _instant(entry, "published"), _instant(entry, "updated"))


def _text(entry: Any, name: str) -> str | None:
    value = entry.get(name)
    return value if isinstance(value, str) else None


def _instant(entry: Any, name: str) -> datetime | None:
    """feedparser's UTC time; not asked for where it is missing, as feedparser would warn and give another date."""
    key = f"{name}_parsed"
    if key not in entry:
        return None
    try:
        return datetime.fromtimestamp(timegm(entry[key]), UTC)
    except (ValueError, TypeError, OverflowError, OSError):
        return None
