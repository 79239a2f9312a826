"""Politeness, by the server's own log: one connection, never sooner than the delay, later where it asks for that."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.fetching.asking import What
from flows.fetching.faults import BUDGET, NOT_NOW, STATUS
from flows.fetching.retry_after import LONGEST, retry_at
from flows.fetching.tally import CAP
from tests.flows.fetching.servers import Server, Talk, redirect, response, serving
from tests.flows.fetching.sessions import record, session, site

PAUSE = 0.05
NEWS = response(b"news")
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def shortest_gap(server: Server) -> float:
    """Seconds between the two closest requests, the one for robots.txt among them."""
    return min(later.at - sooner.at for sooner, later in pairwise(server.hits))


def test_requests_keep_the_delay(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path, delay=PAUSE) as opened:
        server.otherwise = NEWS
        record(opened, [server.url(f"/{number}") for number in range(5)])
        assert opened.fetch()["desk"].fetched == 5
        assert len(server.hits) == 6
        assert shortest_gap(server) >= PAUSE


@pytest.mark.parametrize("rule", ["Crawl-delay: 0.1", "Crawl-delay: 0.1\nRequest-rate: 1000/1s", "Request-rate: 10/1s"])
def test_the_longest_of_the_delays_counts(rule: str, tmp_path: Path) -> None:
    with serving() as server, session(tmp_path, [site(delay=0.01)], delay=0.02) as opened:
        server.otherwise = NEWS
        server.answers["/robots.txt"] = response(f"User-agent: *\n{rule}\n".encode())
        record(opened, [server.url(f"/{number}") for number in range(3)])
        assert opened.fetch()["desk"].fetched == 3
        assert shortest_gap(server) >= 0.1


def test_the_delay_of_a_source_may_be_longer(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path, [site(delay=0.1)], delay=0.01) as opened:
        server.otherwise = NEWS
        record(opened, [server.url("/1"), server.url("/2")])
        opened.fetch()
        assert shortest_gap(server) >= 0.1


def test_the_delay_holds_over_a_restart(tmp_path: Path) -> None:
    with serving() as server:
        server.otherwise = NEWS
        for number in range(3):
            with session(tmp_path, delay=PAUSE) as opened:
                record(opened, [server.url(f"/{number}")])
                opened.fetch()
        assert server.paths() == ["/0", "/1", "/2"]
        assert shortest_gap(server) >= PAUSE


def test_sources_that_share_a_host_share_its_connection(tmp_path: Path) -> None:
    names = ("a", "b", "c")
    with serving() as server, session(tmp_path, [site(name) for name in names]) as opened:
        server.otherwise = NEWS
        for name in names:
            record(opened, [server.url(f"/{name}/{number}") for number in range(10)], name)
        assert [tally.fetched for tally in opened.fetch().values()] == [10, 10, 10]
        assert (server.most_at_once, server.connections) == (1, 1)


def test_a_redirect_to_another_host_waits_for_its_turn(tmp_path: Path) -> None:
    with serving() as first, serving() as second, session(tmp_path, delay=PAUSE / 5) as opened:
        second.otherwise = NEWS
        first.answers |= {f"/{number}": redirect(second.url(f"/from/{number}")) for number in range(8)}
        record(opened, [first.url(f"/{number}") for number in range(8)])
        record(opened, [second.url(f"/own/{number}") for number in range(8)])
        assert opened.fetch()["desk"].fetched == 16
        assert second.most_at_once == 1
        assert shortest_gap(second) >= PAUSE / 5


def test_hosts_are_asked_at_the_same_time(tmp_path: Path) -> None:
    """Eight servers of which each waits for all the others: only together do they answer."""
    together = Barrier(8)

    def answer(talk: Talk) -> None:
        together.wait(5)
        talk.send(NEWS)

    with ExitStack() as stack:
        servers = [stack.enter_context(serving({"/": answer})) for _ in range(8)]
        opened = stack.enter_context(session(tmp_path, hosts_at_once=8))
        record(opened, [server.url() for server in servers])
        assert opened.fetch()["desk"].fetched == 8


def test_a_host_that_asks_for_a_long_wait_is_left_alone_also_by_the_next_run(tmp_path: Path) -> None:
    with serving() as server:
        server.answers |= {"/0": NEWS, "/1": response(status="429 Slow down", Retry_After="3600"), "/2": NEWS}
        urls = [server.url(f"/{number}") for number in range(3)]
        with session(tmp_path) as opened:
            record(opened, urls)
            tally = opened.fetch()["desk"]
            assert (tally.fetched, tally.deferred) == (1, {NOT_NOW: 2})
        with session(tmp_path) as opened:
            assert opened.fetch()["desk"].deferred == {"later": 1, NOT_NOW: 1}
        assert server.paths() == ["/0", "/1"]


def test_a_short_wait_is_waited_for(tmp_path: Path) -> None:
    asked: list[float] = []

    def busy(talk: Talk) -> None:
        asked.append(talk.hit.at)
        talk.send(NEWS if len(asked) > 1 else response(status="503 Busy", Retry_After="1"))

    with serving({"/": busy}) as server, session(tmp_path) as opened:
        assert opened.get(server.url(), "desk", What.PAGE).body == b"news"
        assert asked[1] - asked[0] >= 1


def test_a_passing_fault_is_tried_again_and_politely(tmp_path: Path) -> None:
    def twice(talk: Talk) -> None:
        talk.send(NEWS if len(server.paths()) > 1 else response(status="502 Bad gateway"))

    with serving({"/": twice}) as server, session(tmp_path, delay=PAUSE) as opened:
        assert opened.get(server.url(), "desk", What.PAGE).body == b"news"
        assert shortest_gap(server) >= PAUSE


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 501])
def test_other_faults_are_not_tried_again(status: int, tmp_path: Path) -> None:
    with serving({"/": response(status=f"{status} No")}) as server, session(tmp_path) as opened:
        record(opened, [server.url()])
        tally = opened.fetch()["desk"]
        assert (tally.failed if status in (410, 451) else tally.deferred) == {STATUS: 1}
        assert server.paths() == ["/"]


def test_pages_beyond_the_cap_are_taken_next_time(tmp_path: Path) -> None:
    capped = [site(max_pages=3)]
    with serving() as server:
        server.otherwise = NEWS
        found = []
        for _ in range(4):
            with session(tmp_path, capped) as opened:
                record(opened, [server.url(f"/{number}") for number in range(8)])
                tally = opened.fetch()["desk"]
                found.append((tally.fetched, dict(tally.deferred)))
        assert found == [(3, {CAP: 5}), (3, {CAP: 2}), (2, {}), (0, {})]
        assert server.paths() == [f"/{number}" for number in range(8)]


def test_what_does_not_fit_into_the_time_of_a_run_is_taken_next_time(tmp_path: Path) -> None:
    with serving() as server:
        server.otherwise = NEWS
        with session(tmp_path, delay=PAUSE, budget=4.5 * PAUSE) as opened:
            record(opened, [server.url(f"/{number}") for number in range(20)])
            tally = opened.fetch()["desk"]
            assert tally.deferred == {BUDGET: 20 - tally.fetched}
            assert tally.fetched < 5
        with session(tmp_path) as opened:
            assert opened.fetch()["desk"].fetched == 20 - tally.fetched
        assert len(server.paths()) == len(set(server.paths())) == 20


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(seconds=120)),
        (" 0 ", timedelta()),
        ("Sun, 01 Mar 2026 12:05:00 GMT", timedelta(minutes=5)),
        ("Sunday, 01-Mar-26 12:05:00 GMT", timedelta(minutes=5)),
        ("Sun, 01 Mar 2026 14:05:00 +0200", timedelta(minutes=5)),
        ("Sun, 01 Feb 2026 12:00:00 GMT", timedelta()),
        ("999999999999999999999", LONGEST),
        ("Fri, 31 Dec 9999 23:59:59 -2300", LONGEST),
    ],
)
def test_a_server_names_its_time_in_seconds_or_as_a_date(value: str, wait: timedelta) -> None:
    assert retry_at(value, NOW) == NOW + wait


@pytest.mark.parametrize("value", [None, "", "soon", "-1", "1.5", "²", "Sun, 99 Mar 2026", "1 2 3 4 5 6 7"])
def test_other_times_are_none(value: str | None) -> None:
    assert retry_at(value, NOW) is None


@pytest.mark.fuzz
@given(st.one_of(st.text(max_size=60), st.datetimes(timezones=st.just(UTC)).map(lambda at: format_datetime(at, True))))
def test_any_retry_after_is_read_within_bounds(value: str) -> None:
    found = retry_at(value, NOW)
    assert found is None or NOW <= found <= NOW + LONGEST
