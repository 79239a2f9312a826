"""Feeds: what every dialect names, and how hostile ones are refused in bounded time."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from itertools import islice

import pytest
from hypothesis import given

from flows.sources.feeds import MOST_ITEMS, read_feed
from flows.sources.items import Item, UnreadableError
from tests.flows.sources.listings import ADDRESS, BODIES, RSS, item, rss

LIMIT = 5.0


def items(body: bytes, content_type: str | None = None) -> list[Item]:
    return list(read_feed(body, content_type, ADDRESS).items())


def refusal(body: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        items(body)
    return caught.value.reason


def at(day: int, hour: int = 8) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://desk.example/a/"><title>T</title>
<entry><title type="html">Rain &lt;b&gt;again&lt;/b&gt;</title><link rel="self" href="/x"/><link href="1.html"/>
<published>2026-03-02T10:00:00+02:00</published><updated>2026-03-03T08:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title></channel>
<item><title>Rain</title><link>https://desk.example/1</link><dc:date>2026-03-02T08:00:00Z</dc:date></item></rdf:RDF>"""
OLD = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>T</title>
<item><title>Caf&eacute; &amp; bar</title><link>/1</link></item></channel></rss>"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (ATOM, Item("https://desk.example/a/1.html", "Rain again", at(2), at(3))),
        (RDF, Item("https://desk.example/1", "Rain", None, at(2))),
        (OLD, Item("https://desk.example/1", "Café & bar")),
        (RSS + item(1) + "</channel></rss>", Item("https://desk.example/news/1", "Report 1", at(2))),
        (
            RSS + "<item><guid>https://desk.example/g</guid><title>G</title></item></channel></rss>",
            Item("https://desk.example/g", "G"),
        ),
    ],
    ids=["Atom", "RDF", "RSS 0.91", "RSS 2.0", "permanent guid"],
)
def test_every_dialect(text: str, found: Item) -> None:
    assert items(text.encode()) == [found]


def test_a_feed_has_a_title_and_a_size() -> None:
    feed = read_feed(rss(item(1), item(2)), None, ADDRESS)
    assert (feed.title(), feed.size) == ("Desk & Wire", 2)


def test_items_in_cdata_and_comments_are_none() -> None:
    feed = read_feed(
        rss(item(1, extra="<description><![CDATA[<item>]]></description>"), "<!-- <item> -->"), None, ADDRESS
    )
    assert feed.size == 1


@pytest.mark.parametrize("count", [99, 100, 101, 250])
def test_a_long_feed_is_read_in_portions_and_loses_nothing(count: int) -> None:
    for body in (rss(*map(item, range(count))), rss(*map(item, range(count)))[:-16]):
        assert [one.url for one in items(body)] == [f"https://desk.example/news/{number}" for number in range(count)]


def test_atom_and_rdf_are_portioned_too() -> None:
    entries = "".join(f"<a:entry><a:link href='/{number}'/></a:entry>" for number in range(205))
    atom = f'<a:feed xmlns:a="http://www.w3.org/2005/Atom">{entries}</a:feed>'
    assert len(items(atom.encode())) == 205
    rows = "".join(f"<item><link>https://desk.example/{number}</link></item>" for number in range(205))
    assert len(items(RDF.replace("<item>", rows + "<item>", 1).encode())) == 206


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (rss(item(1, "Föhn über Zürich")).replace(b"utf-8", b"iso-8859-1"), None),
        (rss(item(1, "Föhn über Zürich")).decode().encode("utf-16"), None),
        (rss(item(1, "Föhn über Zürich")).decode().replace("utf-8", "utf-16").encode("utf-16-le"), None),
        (rss(item(1, "Föhn über Zürich")).decode().encode("cp1252"), "text/xml"),
        (rss(item(1, "Föhn über Zürich")), "text/xml; charset=ascii"),
    ],
    ids=["says latin-1, is utf-8", "says utf-8, is utf-16", "no mark", "says utf-8, is cp1252", "header lies"],
)
def test_wrong_encodings(body: bytes, content_type: str | None) -> None:
    assert [one.title for one in items(body, content_type)] == ["Föhn über Zürich 1"]


@pytest.mark.parametrize(
    "text",
    [
        RSS + item(1) + "<item><title>A & B</title><link>https://desk.example/2</link></item></channel></rss>",
        RSS + item(1) + item(2),
        RSS + item(1) + item(2)[:-7],
        "\n<br />Warning: something failed\n" + RSS + item(1) + item(2) + "</channel></rss>",
        RSS + item(1) + "<item><link>https://desk.example/2</link><b></item></channel></rss>",
        RSS + item(1).replace("Report", "\x08Report") + item(2) + "</channel></rss>",
    ],
    ids=["bare ampersand", "no end", "cut", "words before", "wrong nesting", "control characters"],
)
def test_a_broken_feed_is_recovered(text: str) -> None:
    assert len(items(text.encode())) == 2


@pytest.mark.parametrize(
    "subset",
    [
        '<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY a SYSTEM "http://127.0.0.1:9/x">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;',
        '<!ENTITY a "' + "x" * 100_000 + '">',
        "<!entity a 'x'>",
    ],
    ids=["nested", "file", "address", "parameter", "quadratic", "lower case"],
)
@pytest.mark.parametrize("before", ["", "<?xml version='1.0'?>", "<!-- <a> -->\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(subset: str, before: str, encoding: str) -> None:
    text = f"{before}<!DOCTYPE rss [{subset}]><rss><channel><item><title>{'&a;' * 1000}</title></item></channel></rss>"
    assert refusal(text.encode(encoding)) == "entities declared"


def test_an_undeclared_entity_is_no_file() -> None:
    body = rss("<item><link>https://desk.example/1</link><title>&passwd; &#x41;</title></item>")
    assert [one.title for one in items(body)] == ["&passwd; A"]


@pytest.mark.parametrize(
    "body",
    [b"", b"<html><body><p>none</p></body></html>", b"plain words", b"\x00\x01\x02\xff" * 50, b'{"items": []}'],
)
def test_what_is_no_feed_says_so(body: bytes) -> None:
    assert refusal(body) in ("no feed", "not text")


def test_a_hundred_thousand_items_cost_what_is_taken() -> None:
    body = rss(*map(item, range(100_000)))
    began = time.perf_counter()
    feed = read_feed(body, None, ADDRESS)
    taken = list(islice(feed.items(), 500))
    assert (feed.size, len(taken)) == (100_000, 500)
    assert time.perf_counter() - began < LIMIT
    assert feed.size > MOST_ITEMS


@pytest.mark.parametrize(
    "inner",
    [
        "<a>" * 400_000,
        "&amp;" * 500_000,
        "<item>" * 100_000,
        "\n" * 2_000_000,
        "<x a='" * 100_000,
        "<![CDATA[" * 100_000,
    ],
    ids=["deep", "references", "empty items", "blank", "attributes", "open CDATA"],
)
def test_floods_end_soon(inner: str) -> None:
    began = time.perf_counter()
    try:
        found = items(rss(f"<item><link>https://desk.example/1</link>{inner}</item>"))
    except UnreadableError as error:
        assert error.reason == "too many elements"
    else:
        assert len(found) <= 1
    assert time.perf_counter() - began < LIMIT


def test_two_million_characters_are_no_title() -> None:
    body = rss(item(1, "x" * 2_000_000), item(2, "<" * 200), item(3, "&lt;" * 50_000))
    found = items(body)
    assert found[0].url == "https://desk.example/news/1"
    assert all(len(one.title or "") <= 300 for one in found)


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://a.example/x", "mailto:a@b.example", "http://[", "", "https://"]
)
def test_a_link_that_is_no_address_is_left_out(link: str) -> None:
    assert (
        items(rss(f"<item><title>t</title><link>{link}</link></item>", item(1)))[-1].url
        == "https://desk.example/news/1"
    )
    assert all(one.url.startswith("https://desk.example/") for one in items(rss(f"<item><link>{link}</link></item>")))


@pytest.mark.fuzz
@given(BODIES)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        found = items(body)
    except UnreadableError as error:
        assert error.reason
    else:
        assert all(one.url.startswith(("http://", "https://")) for one in found)
