"""The fetch state: what is new, what has changed, what failed how often, and what survives."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from flows.fetching.asking import What
from flows.fetching.database import BROKEN, Database
from flows.fetching.faults import STATUS, FetchError
from flows.fetching.items import Found, Recorded
from flows.fetching.session import FILE, Session
from schemas.records import Page
from tests.flows.fetching.servers import Server, Talk, redirect, response, serving
from tests.flows.fetching.sessions import record, session, site, store_pages
from warehouse.store import Store

MARCH = datetime(2026, 3, 1, tzinfo=UTC)
DAY = timedelta(days=1)


def statuses(folder: Path) -> dict[str, int]:
    with Database(folder / FILE) as database:
        return {row["status"]: row["n"] for row in database.rows("SELECT status, count(*) n FROM items GROUP BY 1")}


def make_due(folder: Path) -> None:
    """Let the time pass that items are to be left alone for."""
    with Database(folder / FILE) as database:
        database.execute("UPDATE items SET next_try_at = 0")


def conditional(body: bytes, etag: str) -> object:
    """Answers as a server that knows its versions."""

    def answer(talk: Talk) -> None:
        same = talk.hit.headers.get("if-none-match") == etag
        status = "304 Not Modified" if same else "200 OK"
        talk.send(response(b"" if same else body, status, ETag=etag))

    return answer


def test_a_list_is_counted_and_its_duplicates_once(tmp_path: Path) -> None:
    urls = [
        *("https://news.example/a", "http://news.example/a/", "https://news.example/a?utm_source=x#y"),
        *("https://news.example/b", "mailto:desk@news.example", "/c", "https://news.example/b"),
    ]
    with session(tmp_path) as opened:
        found = [Found(url) for url in urls]
        assert opened.record("desk", iter(found)) == Recorded(seen=4, new=2, bad=2)
        assert opened.record("desk", found) == Recorded(seen=4, unchanged=2, bad=2)
        assert [item.url for item in opened.waiting("desk")] == ["https://news.example/a", "https://news.example/b"]
        assert opened.is_known("https://news.example/b#c")
        assert not opened.is_known("https://news.example/c")


def test_what_another_source_found_first_is_not_fetched_twice(tmp_path: Path) -> None:
    with serving({"/": response(b"news")}) as server, session(tmp_path, [site("a"), site("b")]) as opened:
        record(opened, [server.url()], "a")
        record(opened, [server.url()], "b")
        tallies = opened.fetch()
        assert (tallies["a"].fetched, tallies["b"].fetched) == (1, 0)
        assert server.paths() == ["/"]


def test_a_fetched_item_is_fetched_again_only_when_it_has_changed(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path) as opened:
        server.answers["/"] = conditional(b"first", '"1"')  # type: ignore[assignment]

        def listed(modified: datetime | None) -> tuple[Recorded, int, int]:
            recorded = opened.record("desk", [Found(server.url(), MARCH, modified)])
            tally = opened.fetch()["desk"]
            return recorded, tally.fetched, tally.unchanged

        assert listed(None) == (Recorded(seen=1, new=1), 1, 0)
        assert listed(MARCH) == (Recorded(seen=1, unchanged=1), 0, 0)
        assert listed(MARCH + DAY) == (Recorded(seen=1, changed=1), 0, 1)
        assert listed(MARCH + DAY) == (Recorded(seen=1, unchanged=1), 0, 0)
        server.answers["/"] = conditional(b"second", '"2"')  # type: ignore[assignment]
        assert listed(MARCH + 2 * DAY) == (Recorded(seen=1, changed=1), 1, 0)
        assert [page.body for page in store_pages(opened, tmp_path)] in ([b"first", b"second"], [b"second", b"first"])
        assert len(server.paths()) == 3


def test_the_same_bytes_are_no_new_page(tmp_path: Path) -> None:
    with serving({"/": response(b"same")}) as server, session(tmp_path) as opened:
        for day in range(2):
            opened.record("desk", [Found(server.url(), modified=MARCH + day * DAY)])
            tally = opened.fetch()["desk"]
        assert (tally.fetched, tally.unchanged) == (0, 1)
        assert len(store_pages(opened, tmp_path)) == 1


def test_an_unchanged_feed_is_known_once_its_items_are_recorded(tmp_path: Path) -> None:
    with serving() as server:
        server.answers["/feed"] = conditional(b"<rss/>", '"1"')  # type: ignore[assignment]
        for _ in range(2):  # as if the first run had been killed before it recorded anything
            with session(tmp_path) as opened:
                answer = opened.get(server.url("/feed"), "desk")
                assert (answer.body, answer.is_unchanged) == (b"<rss/>", False)
        with session(tmp_path) as opened:
            opened.record("desk", [Found("https://news.example/1")], opened.get(server.url("/feed"), "desk"))
        with session(tmp_path) as opened:
            answer = opened.get(server.url("/feed"), "desk")
            assert (answer.body, answer.is_unchanged) == (b"", True)
            assert opened.get(server.url("/feed"), "desk", What.PAGE).body == b"<rss/>"
            opened.record("desk", [], answer)
            assert opened.get(server.url("/feed"), "desk").is_unchanged


def test_items_and_validators_are_recorded_together_or_not_at_all(tmp_path: Path) -> None:
    def broken() -> object:
        yield Found("https://news.example/1")
        raise ValueError("the list breaks off")

    with serving() as server, session(tmp_path) as opened:
        server.answers["/feed"] = conditional(b"<rss/>", '"1"')  # type: ignore[assignment]
        answer = opened.get(server.url("/feed"), "desk")
        with pytest.raises(ValueError, match="breaks off"):
            opened.record("desk", broken(), answer)  # type: ignore[arg-type]
        assert opened.waiting("desk") == []
        assert not opened.get(server.url("/feed"), "desk").is_unchanged


def test_a_fault_is_tried_in_later_runs_and_then_given_up(tmp_path: Path) -> None:
    with serving() as server:
        found = []
        for _ in range(4):
            with session(tmp_path, max_tries=3) as opened:
                record(opened, [server.url("/gone")])
                tally = opened.fetch()["desk"]
                found.append((dict(tally.deferred), dict(tally.failed)))
                assert opened.waiting("desk") == []
            make_due(tmp_path)
            pages = opened_pages(tmp_path)
        assert found == [({STATUS: 1}, {}), ({STATUS: 1}, {}), ({}, {STATUS: 1}), ({}, {})]
        assert [(page.url, page.read_error) for page in pages] == [
            (server.url("/gone"), "HTTP status: the server answered 404")
        ]
        assert statuses(tmp_path) == {"gone": 1}


def opened_pages(folder: Path) -> list[Page]:
    with session(folder) as opened:
        return [page for group in opened.spooled() for page in group]


def test_items_that_failed_wait_longer_each_time(tmp_path: Path) -> None:
    waits = []
    with serving() as server:
        for _ in range(4):
            with session(tmp_path) as opened:
                record(opened, [server.url("/gone")])
                before = datetime.now(UTC).timestamp()
                opened.fetch()
            with Database(tmp_path / FILE) as database:
                row = database.row("SELECT next_try_at FROM items")
                assert row is not None
                waits.append(round((row["next_try_at"] - before) / 60))
            make_due(tmp_path)
    assert waits == [15, 60, 240, 960]


def test_pages_that_are_reached_by_two_ways_are_one(tmp_path: Path) -> None:
    with serving({"/1": redirect("/page"), "/2": redirect("/page"), "/page": response(b"news")}) as server:
        with session(tmp_path) as opened:
            record(opened, [server.url("/1"), server.url("/2")])
            assert opened.fetch()["desk"].fetched == 2
            pages = store_pages(opened, tmp_path)
        assert [(page.url, page.origin, page.body) for page in pages] == [(server.url("/page"),) * 2 + (b"news",)]


def test_pages_stay_spooled_until_they_are_settled(tmp_path: Path) -> None:
    with serving() as server:
        server.otherwise = response(b"news")
        with session(tmp_path) as opened:
            record(opened, [server.url(f"/{number}") for number in range(3)])
            opened.fetch()
        with session(tmp_path) as opened:
            assert opened.fetch()["desk"].fetched == 0
            (pages,) = opened.spooled()
            assert sorted(page.origin for page in pages) == [server.url(f"/{number}") for number in range(3)]
            opened.settle(pages[:1])
            assert [len(group) for group in opened.spooled()] == [2]


def test_spooled_pages_that_the_store_has_are_settled_by_the_next_run(tmp_path: Path) -> None:
    with serving({"/": response(b"news")}) as server:
        with session(tmp_path) as opened:
            record(opened, [server.url()])
            opened.fetch()
            opened.settle = lambda _: None  # type: ignore[method-assign] # a run killed between store and state
            assert len(store_pages(opened, tmp_path)) == 1
        with session(tmp_path) as opened:
            assert list(opened.spooled()) == []


def refetched(folder: Path, server: Server, urls: list[str]) -> int:
    with session(folder) as opened:
        record(opened, urls)
        opened.fetch()
        store_pages(opened, folder)
    return len(server.paths())


@pytest.mark.parametrize("loss", ["deleted", "garbage", "cut short", "of another version"])
def test_a_lost_state_is_rebuilt_from_the_pages(loss: str, tmp_path: Path) -> None:
    path = tmp_path / FILE
    with serving() as server:
        server.otherwise = response(b"news")
        urls = [server.url(f"/{number}") for number in range(5)]
        assert refetched(tmp_path, server, urls) == 5
        if loss == "deleted":
            path.unlink()
        elif loss == "garbage":
            path.write_bytes(b"no database at all" * 999)
        elif loss == "cut short":
            path.write_bytes(path.read_bytes()[:5000])
        else:
            with sqlite3.connect(path) as connection:
                connection.execute("PRAGMA user_version = 99")
            connection.close()
        assert refetched(tmp_path, server, [*urls, server.url("/new")]) == 6
        assert (path.with_name(FILE + BROKEN).exists()) == (loss != "deleted")
        assert Store(tmp_path).known_page_ids().n_unique() == 6


def test_a_fault_of_the_program_stops_no_other_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server, session(tmp_path) as opened:
        server.otherwise = response(b"news")
        record(opened, [server.url("/1"), server.url("/canary")])
        fetch = opened._fetcher.fetch

        def broken(address: object, *rest: object) -> object:
            if "canary" in str(address):
                raise KeyError(str(address))
            return fetch(address, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(opened._fetcher, "fetch", broken)
        tally = opened.fetch()["desk"]
        assert (tally.fetched, tally.deferred) == (1, {"fault": 1})


def test_a_broken_disk_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with serving() as server, session(tmp_path) as opened:
        server.otherwise = response(b"news")
        record(opened, [server.url("/1"), server.url("/2")])
        monkeypatch.setattr(opened._spool, "add", full)
        with pytest.raises(sqlite3.OperationalError, match="full"):
            opened.fetch()
        assert len(opened.waiting("desk")) == 2


def test_a_fetch_needs_no_items(tmp_path: Path) -> None:
    with session(tmp_path, [site("a"), site("b")]) as opened:
        assert {name: tally.fetched for name, tally in opened.fetch().items()} == {"a": 0, "b": 0}


def test_times_of_publication_bound_what_was_fetched(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path) as opened:
        server.otherwise = response(b"news")
        dates = [MARCH + 3 * DAY, None, MARCH, MARCH + DAY]
        opened.record("desk", [Found(server.url(f"/{number}"), date) for number, date in enumerate(dates)])
        tally = opened.fetch()["desk"]
        assert (tally.oldest, tally.newest) == (MARCH, MARCH + 3 * DAY)


def test_an_error_tells_its_reason(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path) as opened, pytest.raises(FetchError) as raised:
        opened.get(server.url("/x"), "desk")
    assert (raised.value.reason, raised.value.status, str(raised.value)) == (
        STATUS,
        404,
        "HTTP status: the server answered 404",
    )


def test_a_session_is_closed_with_its_block(tmp_path: Path) -> None:
    opened: Session
    with session(tmp_path) as opened:
        pass
    with pytest.raises(sqlite3.ProgrammingError):
        opened.is_known("https://news.example/")
