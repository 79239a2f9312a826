"""Sites, line hashes and the memory made from rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.memory.memory import KnownLine, SiteMemory, line_hash, site_of


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Courier.example/news/1?x=2", "courier.example"),
        ("http://courier.example:8080/", "courier.example"),
        ("https://m.courier.example/a", "courier.example"),
        ("https://news.courier.example/a", "news.courier.example"),
        ("https://m.example", "m.example"),
        ("courier.example/a", "wire"),
        ("http://[broken", "wire"),
        ("", "wire"),
        (None, "wire"),
    ],
)
def test_the_site_is_the_host_else_the_source(url: str | None, site: str) -> None:
    assert site_of(url, "wire") == site


def test_lines_with_the_same_words_have_one_hash() -> None:
    assert line_hash("Follow us on Chirp!") == line_hash("FOLLOW US  on Chirp")
    assert line_hash("Follow us on Chirp!") != line_hash("Follow us on Chat!")
    assert line_hash("* * *") == ""


@given(st.text())
def test_a_hash_has_sixteen_digits_or_none(text: str) -> None:
    assert len(line_hash(text)) in (0, 16)


def test_a_memory_knows_the_lines_of_its_sites() -> None:
    rows = [{"site": "courier.example", "line_hash": "ab" * 8, "share": 0.75, "is_suspect": False, "line": "Share"}]
    memory = SiteMemory.of_rows(rows)
    known = {"ab" * 8: KnownLine(0.75, is_suspect=False)}
    assert memory.lines_of("https://www.courier.example/1", "wire") == known
    assert memory.lines_of("https://herald.example/1", "wire") == {}
    assert SiteMemory().lines_of(None, "wire") == {}
