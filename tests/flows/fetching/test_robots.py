"""robots.txt, as real servers serve it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.fetching.asking import What
from flows.fetching.faults import NOT_NOW, ROBOTS, FetchError
from flows.fetching.robots import LONGEST_DELAY, MAX_BYTES, pause, read_rules
from flows.fetching.rules import AGENT
from tests.flows.fetching.servers import Answer, redirect, response, serving
from tests.flows.fetching.sessions import record, session, store_pages

NEWS = response(b"news")
NO_PRIVATE = b"User-agent: *\nDisallow: /private\n"


def is_allowed(folder: Path, robots: Answer, path: str = "/private/1") -> bool:
    with serving({"/robots.txt": robots}) as server, session(folder) as opened:
        server.otherwise = NEWS
        try:
            opened.get(server.url(path), "desk", What.PAGE)
        except FetchError as error:
            assert error.reason == ROBOTS
            assert server.paths() == []
            return False
        return True


@pytest.mark.parametrize(
    "rules",
    [
        NO_PRIVATE,
        b"\xef\xbb\xbf" + NO_PRIVATE,
        NO_PRIVATE.replace(b"\n", b"\r\n"),
        b"user-agent: DateLine\ndisallow: /private\n\nUser-agent: *\nAllow: /\n",
        b"# \xff\xfe caf\xe9\n" + NO_PRIVATE,
        b"User-agent: *\nDisallow: /*/1$\n",
    ],
    ids=["plain", "byte order mark", "line ends", "by name", "no UTF-8", "pattern"],
)
def test_what_is_forbidden_is_not_asked_for(rules: bytes, tmp_path: Path) -> None:
    assert not is_allowed(tmp_path, response(rules, content_type="text/plain"))


@pytest.mark.parametrize(
    "robots",
    [
        *(response(NO_PRIVATE, status=f"{status} No") for status in (400, 401, 403, 404, 410, 451)),
        response(b""),
        response(b"<html>no robots here</html>"),
        response(b"User-agent: otherbot\nDisallow: /\n"),
        response(NO_PRIVATE.replace(b"/private", b"/privacy")),
    ],
)
def test_a_missing_or_silent_robots_txt_allows_all(robots: Answer, tmp_path: Path) -> None:
    assert is_allowed(tmp_path, robots)


def test_a_robots_txt_behind_redirects_counts(tmp_path: Path) -> None:
    with serving({"/robots.txt": response(NO_PRIVATE)}) as other:
        assert not is_allowed(tmp_path, redirect(other.url("/robots.txt")))


@pytest.mark.parametrize(
    "robots",
    [
        *(response(status=f"{status} Trouble") for status in (429, 500, 502, 503, 520)),
        redirect("/robots.txt"),
        redirect("http://10.0.0.1/robots.txt"),
        response(NO_PRIVATE + b"#" * MAX_BYTES),
    ],
    ids=["429", "500", "502", "503", "520", "a loop", "a refused address", "too large"],
)
def test_a_robots_txt_in_trouble_means_not_now(robots: Answer, tmp_path: Path) -> None:
    with serving({"/robots.txt": robots}) as server, session(tmp_path) as opened:
        record(opened, [server.url(f"/{number}") for number in range(4)])
        assert opened.fetch()["desk"].deferred == {NOT_NOW: 4}
        assert server.paths() == []
        assert {item.tries for item in opened.waiting("desk")} <= {0}


def test_what_was_put_off_is_fetched_when_the_trouble_is_over(tmp_path: Path) -> None:
    with serving({"/robots.txt": response(status="500 Trouble")}) as server:
        server.otherwise = NEWS
        with session(tmp_path) as opened:
            record(opened, [server.url("/1")])
            opened.fetch()
        server.answers["/robots.txt"] = response(NO_PRIVATE)
        with session(tmp_path) as opened:
            assert opened.fetch()["desk"].fetched == 1


def test_it_is_asked_for_once_a_day(tmp_path: Path) -> None:
    with serving({"/robots.txt": response(NO_PRIVATE)}) as server:
        server.otherwise = NEWS
        for number in range(3):
            with session(tmp_path) as opened:
                record(opened, [server.url(f"/{number}"), server.url(f"/private/{number}")])
                tally = opened.fetch()["desk"]
                assert (tally.fetched, tally.failed) == (1, {ROBOTS: 1})
        assert server.paths(with_robots=True).count("/robots.txt") == 1


def test_a_hop_that_is_forbidden_is_not_made(tmp_path: Path) -> None:
    with serving({"/robots.txt": response(NO_PRIVATE), "/1": redirect("/private/1")}) as server:
        with session(tmp_path) as opened:
            record(opened, [server.url("/1")])
            assert opened.fetch()["desk"].failed == {ROBOTS: 1}
            assert [page.read_error for page in store_pages(opened, tmp_path)] == [
                f"robots: {server.url('/robots.txt')} does not allow {server.url('/private/1')}"
            ]
        assert server.paths() == ["/1"]


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        ("Crawl-delay: 5", 5),
        ("Crawl-delay: 0.5", 0.5),
        ("Crawl-delay: 1e308", LONGEST_DELAY),
        ("Request-rate: 1/10s", 10),
        ("Request-rate: 2/1m", 30),
        ("Crawl-delay: 5\nRequest-rate: 1/10s", 10),
        *((f"Crawl-delay: {value}", 0) for value in ("-1", "nan", "inf", "often", "")),
        ("Request-rate: 0/0s", 0),
    ],
)
def test_the_pause_that_rules_ask_for(lines: str, seconds: float) -> None:
    assert pause(read_rules(f"User-agent: *\n{lines}\n".encode())) == seconds


WORDS = st.sampled_from(
    [
        *(b"User-agent:", b"user agent", b"Disallow:", b"Allow:", b"Crawl-delay:", b"Request-rate:", b"Visit-time:"),
        *(b"Sitemap:", b"*", b"$", b"/", b"dateline", b"#", b"\n", b"\r", b" ", b"1/1s", b"9e999", b"%zz", b"\xff"),
    ]
)


@pytest.mark.fuzz
@given(st.one_of(st.binary(max_size=400), st.lists(WORDS, max_size=60).map(b" ".join)))
@example(b"User-agent: *\nDisallow: /" + b"*a" * 2000 + b"$")
def test_any_bytes_give_rules(body: bytes) -> None:
    rules = read_rules(body)
    assert isinstance(rules.can_fetch("https://news.example/a?b=c", AGENT), bool)
    assert 0 <= pause(rules) <= LONGEST_DELAY
