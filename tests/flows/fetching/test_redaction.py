"""Addresses as they may be told."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.fetching.redaction import is_secret, redacted, secret_names

SECRET = "Canary42"
HIDDEN = "~0e897c8c"


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://news.example/a?b=c&d=e#f",
            "http://news.example:8080/a;b=c",
            "https://news.example",
            "not an address",
        ),
        *("https://news.example/?key", "https://news.example/?key=", "https://news.example/@desk/tokens?page=1"),
        *("https://news.example/a?keyword=x&monkey=y", "https://news.example/token=x", "", "/a?b=c@d"),
    ],
)
def test_an_address_without_secrets_stays_as_it_is(url: str) -> None:
    assert redacted(url) == url


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (f"https://desk:{SECRET}@news.example/a", "https://news.example/a"),
        (f"https://{SECRET}@news.example:8443/a@b", "https://news.example:8443/a@b"),
        (f"https://a@{SECRET}@news.example", "https://news.example"),
        (f"//u:{SECRET}@news.example/", "//news.example/"),
        (f"https:\\\\u:{SECRET}@news.example/", "https:\\\\news.example/"),
        (f"http:u:{SECRET}@news.example/", "http:news.example/"),
        (f"http:/u:{SECRET}@news.example/", "http:/news.example/"),
        (f"https://news.example/feed?token={SECRET}", f"https://news.example/feed?token={HIDDEN}"),
        (
            f"https://news.example/feed?a=1&Access_Token={SECRET}&b=2",
            f"https://news.example/feed?a=1&Access_Token={HIDDEN}&b=2",
        ),
        (f"https://news.example/feed;jsessionid={SECRET}?a=1", f"https://news.example/feed;jsessionid={HIDDEN}?a=1"),
        (f"https://news.example/feed?a=1;sig={SECRET}", f"https://news.example/feed?a=1;sig={HIDDEN}"),
        (f"https://news.example/#access_token={SECRET}", f"https://news.example/#access_token={HIDDEN}"),
        (f"https://news.example/?api%5Fkey={SECRET}", f"https://news.example/?api%5Fkey={HIDDEN}"),
    ],
)
def test_secrets_give_way_to_their_hash(url: str, shown: str) -> None:
    assert redacted(url) == shown
    assert redacted(shown) == shown


def test_addresses_that_differ_in_a_secret_stay_different() -> None:
    one, other = (redacted(f"https://news.example/story.php?key={number}") for number in (1, 2))
    assert one != other


@pytest.mark.parametrize("name", sorted(secret_names()))
def test_every_secret_name_hides_its_value(name: str) -> None:
    assert is_secret(name.upper())
    assert SECRET not in redacted(f"https://news.example/a?x=1&{name}={SECRET}&y=2")


NAMES = st.sampled_from(sorted(secret_names()))
PARTS = st.text(st.characters(codec="ascii", exclude_characters="&=;#?/\\@ \t\n\r\x0b\x0c"), max_size=8)


@given(NAMES, PARTS, PARTS, PARTS)
def test_no_secret_is_left_whatever_stands_around_it(name: str, user: str, before: str, after: str) -> None:
    shown = redacted(f"https://{user}:{SECRET}@news.example/{before}?{before}={after}&{name}={SECRET}&{after}")
    assert SECRET not in shown
    assert urlsplit(shown).hostname == "news.example"
    assert name in dict(parse_qsl(shown, keep_blank_values=True)) or name in shown


@given(st.text(max_size=80))
def test_any_text_can_be_redacted_twice_with_one_result(text: str) -> None:
    assert redacted(redacted(text)) == redacted(text)
