"""Addresses: canonical form, article ids and days in paths."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles.urls import article_id, canonical_url, date_in_url, site_label, slug_words
from transforms.articles.wordlists import rows


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://News.Example.org:80/a?b=2&a=1#top", "https://news.example.org/a?a=1&b=2"),
        ("https://example.org/", "https://example.org"),
        ("https://example.org/a/", "https://example.org/a"),
        ("https://example.org/a%2Db/ü", "https://example.org/a-b/%C3%BC"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/?id=7&utm_source=x&fbclid=y", "https://example.org?id=7"),
        (" /relative/path ", "/relative/path"),
        ("http://[broken", "http://[broken"),
        ("urn:newsml:example.org:20201202", "urn:newsml:example.org:20201202"),
    ],
)
def test_one_spelling_for_the_same_article(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


def test_every_tracking_parameter_is_cut() -> None:
    for row in rows("tracking_parameters", "parameter", "sets_it"):
        name = row["parameter"].replace("*", "x")
        assert canonical_url(f"https://example.org/a?{name}=1&id=2") == "https://example.org/a?id=2"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.org/2020/12/02/story", date(2020, 12, 2)),
        ("https://example.org/news/2020-12-2-story", date(2020, 12, 2)),
        ("https://example.org/20201202/story", date(2020, 12, 2)),
        ("https://example.org/2020/dec/02/story", date(2020, 12, 2)),
        ("https://example.org/2020/12/story", None),
        ("https://example.org/2020/13/02/story", None),
        ("https://example.org/id/120201202123", None),
        ("https://example.org/2020/12/02/in-memory-of-2001-09-11", None),
        ("https://example.org/story?date=2020-12-02", None),
        ("http://[broken", None),
    ],
)
def test_a_day_stands_whole_and_alone_in_the_path(url: str, day: date | None) -> None:
    assert date_in_url(url) == day


@pytest.mark.parametrize(
    ("url", "label"),
    [
        ("https://www.harbourpost.co.uk/a", "harbourpost"),
        ("https://news.harbourpost.example/a", "harbourpost"),
        ("https://localhost/a", None),
        ("/a", None),
        (None, None),
    ],
)
def test_the_name_of_a_site_s_host(url: str | None, label: str | None) -> None:
    assert site_label(url) == label


def test_article_id_follows_the_address_else_source_and_text() -> None:
    # Worked out with sha256sum over "https://example.org/a" and over "s", newline, "text".
    assert article_id("http://example.org/a/?utm_source=x", "s", "old text") == "ab5b10dd0429e69ac7cfa"
    assert article_id("https://example.org/a", "t", "") == "ab5b10dd0429e69ac7cfa"
    assert article_id(None, "s", "text") == "a21b7f6bd9f68ad20ad72"


@settings(deadline=None)
@given(st.one_of(st.text(), st.text().map("https://example.org/".__add__), st.text().map("http://a.example?".__add__)))
def test_canonical_url_is_total_and_idempotent(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once
    date_in_url(url)


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://example.org/2020/12/bridge-falls-at-noon.html", {"bridge", "falls", "at", "noon"}),
        ("https://example.org/bridge_falls_today/12345", {"bridge", "falls", "today"}),
        ("https://example.org/news/12345", set()),
        ("https://[broken", set()),
    ],
)
def test_the_words_of_an_address(url: str, words: set[str]) -> None:
    assert slug_words(url) == words
