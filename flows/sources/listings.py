"""Listings: the documents of a source on the web, asked for one by one, with the items that each names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from glob import glob, has_magic
from pathlib import Path

from flows.fetching.asking import What
from flows.fetching.faults import FetchError
from flows.fetching.fetcher import Answer
from flows.fetching.redaction import redacted
from flows.fetching.session import Session
from flows.sources.feeds import read_feed
from flows.sources.items import Item, UnreadableError
from flows.sources.kinds import FeedSource, ListSource, SectionSource, SitemapSource, WebSource
from flows.sources.lists import read_list
from flows.sources.sections import is_same_site, read_section
from flows.sources.sitemaps import Sitemap, read_sitemap
from flows.sources.window import Window

LONGEST_WAY = 3
ASKED_PER_READ = 10
MAX_LIST_BYTES = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Listing:
    """What one document of a source names, in the order of interest.

    `rest` counts items that were not looked at. Without an `answer` the document is read again next time, whether it
    has changed or not. `fault` says in words without secrets what could not be read.
    """

    shown: str
    items: tuple[Item, ...] = ()
    answer: Answer | None = None
    rest: int = 0
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Lookout:
    """What listings are read with: the session, the days that count, and the folder where relative paths start."""

    session: Session
    window: Window
    root: Path

    def listings(self, source: WebSource) -> Iterator[Listing]:
        """The documents of the source. One that cannot be had or read is told, and the others are not harmed."""
        if isinstance(source, SitemapSource):
            yield from self._sitemaps(source)
            return
        if isinstance(source, ListSource):
            for path in (found for one in source.paths for found in self._files(one)):
                yield self._told(path.name, partial(self._list_file, path, source))
        for address in source.addresses:
            yield self._told(redacted(address), partial(self._document, address, source))

    def _told(self, shown: str, read: Callable[[], Listing]) -> Listing:
        try:
            return read()
        except (FetchError, UnreadableError) as error:
            return Listing(shown, fault=f"{shown}: {error}")
        except OSError as error:
            return Listing(shown, fault=f"{shown}: unreadable: {error.strerror}")

    def _document(self, address: str, source: WebSource) -> Listing:
        if isinstance(source, SectionSource):
            answer = self.session.get(address, source.id, What.PAGE)
            found = read_section(answer.body, answer.content_type, answer.address, source.links, source.skip)
            return self._taken(answer.shown, found, len(found), source.max_items)
        answer = self.session.get(address, source.id, What.FEED if isinstance(source, FeedSource) else What.LIST)
        if answer.is_unchanged:
            return Listing(answer.shown)
        if isinstance(source, FeedSource):
            feed = read_feed(answer.body, answer.content_type, answer.address)
            return self._taken(answer.shown, feed.items(), feed.size, source.max_items, answer)
        listed = read_list(answer.body, answer.content_type, answer.address)
        return self._taken(answer.shown, listed.items, len(listed.items), source.max_items, answer)

    def _files(self, path: str) -> list[Path]:
        names = sorted(glob(path, root_dir=self.root)) if has_magic(path) else [path]  # noqa: PTH207 - may be absolute
        return [self.root / name for name in names]

    def _list_file(self, path: Path, source: ListSource) -> Listing:
        if path.stat().st_size > MAX_LIST_BYTES:
            raise UnreadableError("too large", f"the list is over {MAX_LIST_BYTES} bytes")
        listed = read_list(path.read_bytes(), None)
        return self._taken(path.name, listed.items, len(listed.items), source.max_items)

    def _taken(self, shown: str, items: Iterable[Item], size: int, limit: int, answer: Answer | None = None) -> Listing:
        """The items until `limit` of them are new; what lies outside the window is passed over."""
        taken: list[Item] = []
        new = 0
        for looked_at, item in enumerate(items):
            if self.window.holds(item):
                is_new = not self.session.is_known(item.url)
                if is_new and new == limit:
                    return Listing(shown, tuple(taken), None, max(size - looked_at, 1))
                new += is_new
                taken.append(item)
        return Listing(shown, tuple(taken), answer if self.window.is_open else None)

    def _sitemaps(self, source: SitemapSource) -> Iterator[Listing]:
        """Sitemaps and those that they name, newest first; only those that have changed count for the source's cap."""
        waiting = [(address, 0) for address in source.addresses]
        seen: set[str] = set()
        read = 0
        while waiting and read < source.max_sitemaps and len(seen) < ASKED_PER_READ * source.max_sitemaps:
            address, way = waiting.pop(0)
            if address in seen:
                continue
            seen.add(address)
            children: list[str] = []
            listing = self._told(redacted(address), partial(self._sitemap, address, source, children))
            read += bool(listing.items or listing.fault)
            waiting += [(child, way + 1) for child in children if way < LONGEST_WAY and child not in seen]
            yield listing
        if waiting:
            yield Listing(source.id, fault=f"{len(waiting)} sitemaps were left out; see max_sitemaps")

    def _sitemap(self, address: str, source: SitemapSource, children: list[str]) -> Listing:
        """One sitemap's items; sitemaps of the same site that it names join `children`."""
        answer = self.session.get(address, source.id, What.SITEMAP)
        if answer.is_unchanged and not answer.body:
            return Listing(answer.shown)
        found = read_sitemap(answer.body, answer.content_type, answer.address)
        children += self._named(found, answer.address)
        if answer.is_unchanged and not found.sitemaps:
            return Listing(answer.shown)
        is_whole = found.fault is None and not found.sitemaps
        listing = self._taken(
            answer.shown, found.items, len(found.items), source.max_items, answer if is_whole else None
        )
        return replace(listing, fault=f"{answer.shown}: {found.fault}") if found.fault else listing

    def _named(self, found: Sitemap, address: str) -> list[str]:
        """The sitemaps of the same site that may hold items of the window."""
        return [
            one.url
            for one in found.sitemaps
            if is_same_site(one.url, address) and not (one.modified and self.window.is_before(one.modified))
        ]
