"""Listings: which documents of a source are asked for, and what is taken from each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flows.fetching.session import Session
from flows.sources.discovery import discover
from flows.sources.kinds import FeedSource, SitemapSource
from flows.sources.listings import Listing, Lookout
from flows.sources.window import Window
from tests.flows import sites
from tests.flows.fetching.servers import Server, response, serving
from tests.flows.fetching.sessions import session, site
from tests.flows.sources.listings import sitemap_index

SOURCE = "web"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Session]:
    with session(tmp_path, [site(SOURCE)], deadline=5.0) as opened:
        yield opened


def index(server: Server, *paths: str) -> bytes:
    return response(sitemap_index(*(server.url(path) for path in paths)), content_type="text/xml")


def sitemaps(server: Server, opened: Session, window: Window | None = None, most: int = 50) -> list[Listing]:
    source = SitemapSource(id=SOURCE, kind="sitemap", addresses=(server.url("/index.xml"),), max_sitemaps=most)
    return list(Lookout(opened, window or Window(), Path()).listings(source))


def found(listings: list[Listing]) -> list[str]:
    return [item.url.rpartition("/")[2] for one in listings for item in one.items]


def test_indexes_lead_to_sitemaps_and_never_in_circles(server: Server, opened: Session) -> None:
    server.answers |= {
        "/index.xml": index(server, "/inner.xml", "/a.xml", "/index.xml"),
        "/inner.xml": index(server, "/b.xml", "/index.xml"),
        "/a.xml": sites.site_map(server, 1),
        "/b.xml": sites.site_map(server, 2),
    }
    assert sorted(found(sitemaps(server, opened))) == ["1", "2"]
    assert sorted(server.paths()) == ["/a.xml", "/b.xml", "/index.xml", "/inner.xml"]


def test_sitemaps_of_other_sites_are_not_asked_for(server: Server, opened: Session) -> None:
    other = "https://elsewhere.example/a.xml"
    server.answers["/index.xml"] = response(sitemap_index(other), content_type="text/xml")
    assert found(sitemaps(server, opened)) == []


def test_the_cap_on_sitemaps_is_told(server: Server, opened: Session) -> None:
    paths = [f"/{number}.xml" for number in range(5)]
    server.answers |= {path: sites.site_map(server, number) for number, path in enumerate(paths)}
    server.answers["/index.xml"] = index(server, *paths)
    listings = sitemaps(server, opened, most=2)
    assert len(found(listings)) == 2
    assert listings[-1].fault == "3 sitemaps were left out; see max_sitemaps"


def test_a_window_leaves_sitemaps_aside_that_changed_before_it(server: Server, opened: Session) -> None:
    server.answers["/index.xml"] = index(server, "/a.xml")  # changed on 2 March
    sitemaps(server, opened, Window(since=date(2026, 3, 3)))
    assert server.paths() == ["/index.xml"]
    sitemaps(server, opened, Window(since=date(2026, 3, 2)))
    assert server.paths() == ["/index.xml", "/index.xml", "/a.xml"]


def test_a_broken_sitemap_is_told_with_what_it_gave(server: Server, opened: Session) -> None:
    whole = sites.site_map(server, 1, 2).partition(b"\r\n\r\n")[2]
    server.answers["/index.xml"] = response(whole[:-15], content_type="text/xml")
    (listing,) = sitemaps(server, opened)
    assert "1" in found([listing])
    assert ": broken after " in (listing.fault or "")
    assert listing.answer is None


def test_items_are_noted_once_and_an_unchanged_feed_names_none(server: Server, opened: Session) -> None:
    sites.publish(server, 1, 2)
    source = FeedSource(id=SOURCE, kind="feed", addresses=(server.url("/rss"),))
    lookout = Lookout(opened, Window(), Path())
    first, second = discover(source, lookout), discover(source, lookout)
    assert (first.new, first.unchanged, second.new, second.unchanged) == (2, 0, 0, 0)
    sites.publish(server, 1, 2, 3)
    third = discover(source, lookout)
    # the two that wait are counted when they are fetched
    assert (third.new, third.unchanged) == (1, 0)
    opened.fetch()
    sites.publish(server, 1, 2, 3, 4)
    fourth = discover(source, lookout)
    assert (fourth.new, fourth.unchanged) == (1, 3)


def test_what_an_address_holds_of_secrets_is_told_nowhere(server: Server, opened: Session) -> None:
    source = FeedSource(id=SOURCE, kind="feed", addresses=(server.url("/none?token=canary"),))
    (listing,) = Lookout(opened, Window(), Path()).listings(source)
    assert listing.fault is not None
    assert "canary" not in repr(listing)
