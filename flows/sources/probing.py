"""Probing: the feeds and sitemaps behind a site's address, each one read to see what it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from urllib.parse import urljoin

from protego import Protego

from flows.fetching.asking import What
from flows.fetching.faults import FetchError
from flows.fetching.fetcher import Answer
from flows.fetching.redaction import redacted
from flows.fetching.session import Session
from flows.sources.feeds import read_feed
from flows.sources.items import Item, UnreadableError, article_address
from flows.sources.sections import page_root
from flows.sources.sitemaps import read_sitemap
from schemas.data_files import Row, packaged, read_rows

FEED, SITEMAP = "feed", "sitemap"
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
ENOUGH = 100
MOST_LINKED = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address where a feed or sitemap may be, and what led there."""

    address: str
    kind: str
    found_by: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed or sitemap that was read: its title, the number of its items, and the newest date among the first ones."""

    kind: str
    address: str
    found_by: str
    title: str | None
    items: int
    newest: datetime | None

    @property
    def shown(self) -> str:
        """The address without secrets."""
        return redacted(self.address)


def probe(session: Session, source_id: str, address: str) -> list[Offer]:
    """What lies at the address, else what its page and robots.txt name, else what lies at the usual places.

    Raises FetchError where the address itself cannot be had.
    """
    answer = session.get(address, source_id, What.FEED)
    here = _offer(Candidate(address, FEED, "the address itself"), answer)
    if here is not None:
        return [here]
    named = [*_linked(answer), *_in_robots(session, source_id, answer.address)]
    found = _offers(session, source_id, named)
    return found or _offers(session, source_id, _usual(answer.address))


def _offers(session: Session, source_id: str, candidates: list[Candidate]) -> list[Offer]:
    """Those of the candidates that hold something, each address once."""
    found: dict[str, Offer] = {}
    for one in candidates:
        if one.address in found:
            continue
        try:
            answer = session.get(one.address, source_id, What.SITEMAP if one.kind == SITEMAP else What.FEED)
        except FetchError:
            continue
        offer = _offer(one, answer)
        if offer is not None and offer.items:
            found[one.address] = offer
    return list(found.values())


def _offer(candidate: Candidate, answer: Answer) -> Offer | None:
    """The feed or sitemap in an answer, whichever it turns out to be."""
    try:
        feed = read_feed(answer.body, answer.content_type, answer.address)
        first = list(islice(feed.items(), ENOUGH))
        return Offer(FEED, candidate.address, candidate.found_by, feed.title(), feed.size, _newest(first))
    except UnreadableError:
        pass
    try:
        sitemap = read_sitemap(answer.body, answer.content_type, answer.address)
    except UnreadableError:
        return None
    named = sitemap.items or sitemap.sitemaps
    return Offer(SITEMAP, candidate.address, candidate.found_by, None, len(named), _newest(named[:ENOUGH]))


def _newest(items: list[Item] | tuple[Item, ...]) -> datetime | None:
    return max((item.when for item in items if item.when), default=None)


def _linked(answer: Answer) -> Iterator[Candidate]:
    """The feeds that a page's head names."""
    try:
        root = page_root(answer.body, answer.content_type)
    except UnreadableError:
        return
    links = (one for one in root.iter("link") if (one.get("type") or "").strip().lower() in FEED_TYPES)
    for link in islice(links, MOST_LINKED):
        address = article_address(link.get("href"), answer.address)
        if address is not None and "alternate" in (link.get("rel") or "").lower().split():
            yield Candidate(address, FEED, "a link in the page")


def _in_robots(session: Session, source_id: str, address: str) -> Iterator[Candidate]:
    """The sitemaps that robots.txt names."""
    try:
        body = session.get(urljoin(address, "/robots.txt"), source_id, What.ROBOTS).body
    except FetchError:
        return
    for named in islice(Protego.parse(body.decode("utf-8-sig", "replace")).sitemaps, MOST_LINKED):
        found = article_address(named, address)
        if found is not None:
            yield Candidate(found, SITEMAP, "robots.txt")


def _usual(address: str) -> list[Candidate]:
    return [Candidate(urljoin(address, row["path"]), row["kind"], "a usual place") for row in usual_places()]


@cache
def usual_places() -> tuple[Row, ...]:
    """Where feeds and sitemaps are usually met, from data/usual_places.csv."""
    return tuple(read_rows(packaged("flows.sources", "usual_places.csv"), ("path", "kind", "where_it_is_met")))
