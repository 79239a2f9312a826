"""Section pages: which links of a page are articles of the same site."""

from __future__ import annotations

import pytest
from hypothesis import given

from flows.sources.items import Item, UnreadableError
from flows.sources.sections import is_same_site, read_section
from tests.flows.sources.listings import BODIES

ADDRESS = "https://www.desk.example/world/"
PAGE = """<html><head><base href="https://www.desk.example/world/"></head><body>
<a href="/2026/03/rain"><img src="x.jpg"></a><a href="/2026/03/rain#comments">Rain <b>again</b></a>
<a href="2026/03/snow">Snow</a><a href="/2026/03/live/storm">Live</a><a href="/about">About us</a>
<a href="https://other.example/2026/03/ice">Ice</a><a href="https://m.desk.example/2026/03/fog">Fog</a>
<a href="javascript:void(0)">x</a><a>y</a></body></html>"""


def test_links_by_pattern_of_the_same_site_each_once() -> None:
    found = read_section(PAGE.encode(), "text/html", ADDRESS, [r"/\d{4}/\d{2}/"], [r"/live/"])
    assert found == [
        Item("https://www.desk.example/2026/03/rain", "Rain again"),
        Item("https://www.desk.example/world/2026/03/snow", "Snow"),
        Item("https://m.desk.example/2026/03/fog", "Fog"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://desk.example/a", "http://www.desk.example/b", True),
        ("https://news.desk.example/", "https://desk.example/", True),
        ("https://notdesk.example/", "https://desk.example/", False),
        ("https://desk.example.evil.example/", "https://desk.example/", False),
    ],
)
def test_same_site(first: str, second: str, same: bool) -> None:
    assert is_same_site(first, second) is is_same_site(second, first) is same


@pytest.mark.parametrize("body", [b"", b"\x00\xff" * 40])
def test_what_is_no_page(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_section(body, "text/html", ADDRESS, [""])


def test_deep_and_long_pages_end() -> None:
    assert read_section(b"<div>" * 200_000 + b"<a href=/1>x</a>", None, ADDRESS, [""]) is not None
    assert len(read_section(b"<a href='/%d'>x</a>" * 1, None, ADDRESS, [""])) == 1
    many = b"".join(b"<a href='/%d'>x</a>" % number for number in range(30_000))
    assert len(read_section(many, None, ADDRESS, [""])) == 20_000


@pytest.mark.fuzz
@given(BODIES)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        found = read_section(body, None, ADDRESS, [""])
    except UnreadableError as error:
        assert error.reason
    else:
        assert all(is_same_site(one.url, ADDRESS) for one in found)
