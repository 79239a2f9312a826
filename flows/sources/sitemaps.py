"""Sitemaps: the addresses of news sitemaps, plain sitemaps and indexes of sitemaps, read by a defused parser."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from flows.sources.documents import document_text, unpacked, without_prolog
from flows.sources.items import Item, UnreadableError, article_address, instant, plain_title

MOST_ADDRESSES = 50_000
DEEPEST = 16
LONGEST_VALUE = 4_000
PIECE = 64 * 1024
ENOUGH_TO_COMPARE = 20
# Where the values stand, from the root on, prefixes left out: image:loc and its like lie a level deeper than loc.
_FIELDS = {
    ("urlset", "url", "loc"): "url",
    ("urlset", "url", "lastmod"): "modified",
    ("urlset", "url", "news", "title"): "title",
    ("urlset", "url", "news", "publication_date"): "published",
    ("sitemapindex", "sitemap", "loc"): "url",
    ("sitemapindex", "sitemap", "lastmod"): "modified",
}


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap names, newest first: articles, or other sitemaps.

    `fault` says where reading broke off; what stood before is here.
    """

    items: tuple[Item, ...] = ()
    sitemaps: tuple[Item, ...] = ()
    fault: str | None = None


def read_sitemap(body: bytes, content_type: str | None, address: str) -> Sitemap:
    """The sitemap in these bytes, gzipped or not; raises UnreadableError where it is none or must not be read."""
    held = unpacked(body)
    found = _parsed(held, address)
    if found.is_broken:
        text = without_prolog(document_text(held, content_type))
        found = _parsed(text.encode(errors="replace"), address)
    if found.root not in ("urlset", "sitemapindex"):
        raise UnreadableError("no sitemap", "the document is neither a sitemap nor an index of sitemaps")
    kept = tuple(sorted(_with_own_dates(found.items), key=_newest_first))
    return Sitemap((), kept, found.fault) if found.root == "sitemapindex" else Sitemap(kept, (), found.fault)


class _Stop(Exception):  # noqa: N818 - it ends the reading, nothing more
    """The document has given as much as is taken from one."""


class _Handler(ContentHandler):
    """Collects the items; `fault` says why not all of them."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.items: list[Item] = []
        self.root: str | None = None
        self.fault: str | None = None
        self.is_broken = False
        self._place: list[str] = []
        self._values: dict[str, str] = {}
        self._text: list[str] = []
        self._size = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: ARG002, N802 - the parser calls it so
        local = name.rpartition(":")[2].lower()
        self.root = self.root or local
        self._place.append(local)
        if len(self._place) > DEEPEST:
            raise _Stop(f"elements lie deeper than {DEEPEST} levels")
        if len(self._place) == 2:
            self._values = {}
        self._text, self._size = [], 0

    def characters(self, content: str) -> None:
        if self._size < LONGEST_VALUE:
            self._text.append(content[:LONGEST_VALUE])
            self._size += len(content)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - as above
        field = _FIELDS.get(tuple(self._place))
        if field is not None:
            self._values.setdefault(field, "".join(self._text).strip())
        self._place.pop()
        if len(self._place) == 1:
            self._finish()

    def _finish(self) -> None:
        url = article_address(self._values.get("url"), self.address)
        if url is None:
            return
        if len(self.items) == MOST_ADDRESSES:
            raise _Stop(f"it names more than {MOST_ADDRESSES} addresses")
        values = self._values
        published, modified = instant(values.get("published")), instant(values.get("modified"))
        self.items.append(Item(url, plain_title(values.get("title")), published, modified))


def _parsed(held: bytes, address: str) -> _Handler:
    handler = _Handler(address)
    parser = DefusedExpatParser(forbid_entities=True, forbid_external=True)
    parser.setContentHandler(handler)
    try:
        for start in range(0, len(held), PIECE):
            parser.feed(held[start : start + PIECE])
        parser.close()
    except DefusedXmlException:
        raise UnreadableError("entities declared", "a DTD that declares entities is not read") from None
    except _Stop as stop:
        handler.fault = str(stop)
    except (SAXException, ValueError, LookupError) as error:
        handler.is_broken = True
        handler.fault = f"broken after {len(handler.items)} addresses: {type(error).__name__}"
    return handler


def _with_own_dates(items: list[Item]) -> list[Item]:
    """A change that most addresses of a sitemap share is the time at which it was written, and says nothing of them."""
    (shared, times), *_ = Counter(item.modified for item in items).most_common(1) or [(None, 0)]
    if shared is None or len(items) < ENOUGH_TO_COMPARE or times * 2 <= len(items):
        return items
    return [replace(item, modified=None) if item.modified == shared else item for item in items]


def _newest_first(item: Item) -> tuple[bool, float]:
    when: datetime | None = item.when
    return when is None, -when.timestamp() if when else 0.0
