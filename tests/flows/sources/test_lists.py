"""Lists of addresses: one a line, CSV, JSON Lines."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest
from hypothesis import given

from flows.sources.items import Item, UnreadableError
from flows.sources.lists import read_list
from tests.flows.sources.listings import BODIES

FIRST, SECOND = "https://desk.example/1", "https://desk.example/2?a=b;c"
DAY = datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "items", "unusable"),
    [
        (f"# addresses\n{FIRST}\n\n{SECOND}\r\n{FIRST}\nftp://desk.example/3\n", [Item(FIRST), Item(SECOND)], 1),
        (f"title,url,published\nRain,{FIRST},2026-03-02\nSnow,,\n", [Item(FIRST, "Rain", DAY)], 1),
        (f'"Link";"Date"\n"{SECOND}";"2026-03-02"\n', [Item(SECOND, None, DAY)], 0),
        (
            f'{{"url": "{FIRST}", "title": "Rain", "published": "2026-03-02"}}\n{{"url": 3}}\n{{bad\n',
            [Item(FIRST, "Rain", DAY)],
            2,
        ),
        ("/1\n", [Item(FIRST)], 0),
        ("", [], 0),
    ],
    ids=["lines", "csv", "semicolons", "json", "relative", "empty"],
)
def test_each_form(text: str, items: list[Item], unusable: int) -> None:
    for body in (text.encode(), gzip.compress(text.encode()), text.encode("utf-8-sig")):
        found = read_list(body, "text/plain", "https://desk.example/list")
        assert (list(found.items), found.unusable) == (items, unusable)


def test_a_list_that_cannot_be_read() -> None:
    with pytest.raises(UnreadableError, match="bad CSV"):
        read_list(b'url,title\n"' + b"x" * 200_000, None)


@pytest.mark.fuzz
@given(BODIES)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    try:
        found = read_list(body, None, "https://desk.example/list")
    except UnreadableError as error:
        assert error.reason
    else:
        assert all(one.url.startswith(("http://", "https://")) for one in found.items)
