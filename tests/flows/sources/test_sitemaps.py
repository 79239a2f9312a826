"""Sitemaps: what they name, newest first, and how hostile ones are refused in bounded time."""

from __future__ import annotations

import gzip
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given

from flows.sources.items import Item, UnreadableError
from flows.sources.sitemaps import MOST_ADDRESSES, Sitemap, read_sitemap
from tests.flows.sources.listings import ADDRESS, BODIES, sitemap, sitemap_index

LIMIT = 5.0


def read(body: bytes) -> Sitemap:
    return read_sitemap(body, "application/xml", ADDRESS)


def entry(number: int, inner: str = "") -> str:
    return f"<url><loc>https://desk.example/{number}</loc>{inner}</url>"


NEWS = (
    "<news:news><news:publication><news:name>Desk</news:name></news:publication><news:title>Rain &amp; snow"
    "</news:title><news:publication_date>2026-03-02T10:00:00+02:00</news:publication_date></news:news>"
)


def test_a_news_sitemap_names_title_and_date() -> None:
    image = "<image:image xmlns:image='i'><image:loc>https://desk.example/p.jpg</image:loc></image:image>"
    found = read(sitemap(entry(1, image + NEWS + "<lastmod>2026-03-03</lastmod>")))
    published = datetime(2026, 3, 2, 8, tzinfo=UTC)
    assert found.items == (Item("https://desk.example/1", "Rain & snow", published, datetime(2026, 3, 3, tzinfo=UTC)),)
    assert (found.sitemaps, found.fault) == ((), None)


def test_the_newest_comes_first_and_the_undated_last() -> None:
    dates = ["", "<lastmod>2026-03-02</lastmod>", "<lastmod>2026-03-04T01:00Z</lastmod>", "<lastmod>soon</lastmod>"]
    found = read(sitemap(*(entry(number, date) for number, date in enumerate(dates))))
    assert [one.url[-1] for one in found.items] == ["2", "1", "0", "3"]


def test_an_index_names_sitemaps() -> None:
    found = read(sitemap_index("https://desk.example/a.xml", "/b.xml", "ftp://desk.example/c"))
    assert [one.url for one in found.sitemaps] == ["https://desk.example/a.xml", "https://desk.example/b.xml"]
    assert found.items == ()


def test_a_change_that_most_share_is_when_the_sitemap_was_written() -> None:
    built = "<lastmod>2026-03-05T04:00:00Z</lastmod>"
    own = "<lastmod>2026-03-01</lastmod>"
    found = read(sitemap(*(entry(number, own if number < 3 else built) for number in range(30))))
    assert [one.modified is not None for one in found.items] == [True] * 3 + [False] * 27
    few = read(sitemap(*(entry(number, built) for number in range(5))))
    assert all(one.modified for one in few.items)


def test_gzip_and_other_encodings() -> None:
    assert read(gzip.compress(sitemap(entry(1)))).items == read(sitemap(entry(1))).items
    assert read(sitemap(entry(1)).decode().replace("UTF-8", "UTF-16").encode("utf-16")).items
    assert read(sitemap(entry(1, "<x>é</x>")).decode().encode("cp1252")).items


@pytest.mark.parametrize("cut", [5, 20])
def test_a_broken_sitemap_keeps_what_came_before(cut: int) -> None:
    found = read(sitemap(entry(1), entry(2))[:-cut])
    assert found.items[0].url == "https://desk.example/1"
    assert (found.fault or "").startswith("broken after ")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "no sitemap"),
        (b"<html><body><a href='/x'>x</a></body></html>", "no sitemap"),
        (b"<rss><channel/></rss>", "no sitemap"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><urlset>&b;</urlset>', "entities declared"),
        (b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><urlset>&b;</urlset>', "entities declared"),
        (b'<!DOCTYPE urlset SYSTEM "http://127.0.0.1:9/x.dtd"><urlset>&b;</urlset>', "entities declared"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><urlset>&b;</urlset>'.encode("utf-16"), "entities declared"),
        (gzip.compress(b"<urlset/>", mtime=0)[:-9], "bad gzip"),
        (gzip.compress(b" " * 60_000_000, mtime=0), "too large"),
    ],
)
def test_what_is_refused(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(body)
    assert caught.value.reason == reason


def test_depth_and_number_are_bounded() -> None:
    deep = read(sitemap(entry(1), "<a>" * 200_000))
    assert (len(deep.items), deep.fault) == (1, "elements lie deeper than 16 levels")
    began = time.perf_counter()
    many = read(sitemap(*(entry(number) for number in range(MOST_ADDRESSES + 5))))
    assert (len(many.items), many.fault) == (MOST_ADDRESSES, f"it names more than {MOST_ADDRESSES} addresses")
    assert time.perf_counter() - began < LIMIT


def test_a_value_of_two_million_characters_is_cut() -> None:
    title = NEWS.replace("Rain", "x" * 2_000_000)
    found = read(sitemap(entry(1, title), f"<url><loc>https://desk.example/{'y' * 2_000_000}</loc></url>"))
    assert [len(one.title or "") for one in found.items] == [300]


@pytest.mark.fuzz
@given(BODIES)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        found = read(body)
    except UnreadableError as error:
        assert error.reason
    else:
        assert all(one.url.startswith(("http://", "https://")) for one in found.items)
