"""Sources on the web, from a server on the loopback address to rows of the warehouse."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from flows.counts import Counts
from flows.planning import plan
from flows.sources.window import Window
from tests.flows import sites
from tests.flows.desks import run_here
from tests.flows.fetching.servers import redirect, response, serving
from tests.flows.sources.archives import http, record
from tests.flows.sources.listings import sitemap_index

LOST = response(b"gone", "410 Gone")


def test_a_feed_becomes_articles_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        sites.publish(server, 1, 2, 3)
        server.answers["/news/3"] = LOST
        desk = sites.desk_at(tmp_path, sites.source(server))
        first = run_here(desk, monkeypatch)
        report = first.sources["web"]
        assert first.counts == Counts(seen=3, accepted=2, rejected=1)
        assert (report.seen, report.new, report.fetched, report.failed) == (3, 3, 2, {"HTTP status": 1})
        assert (report.accepted, report.rejected, report.oldest, report.newest) == (
            2,
            1,
            date(2026, 3, 2),
            date(2026, 3, 3),
        )

        sites.publish(server, 1, 2, 3, 4)
        second = run_here(desk, monkeypatch)
        assert second.counts == Counts(seen=4, accepted=1, duplicate=3)
        assert [path for path in server.paths() if path.startswith("/news/")].count("/news/1") == 1
    rows = desk.store.source_runs().sort("started_at").collect()
    assert rows.select("source_id", "seen", "new", "unchanged", "failed").rows() == [
        ("web", 3, 3, 0, 1),
        ("web", 4, 1, 3, 0),
    ]


def test_a_feed_that_cannot_be_had_harms_no_other_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        sites.publish(server, 1)
        server.answers["/bad"] = response(b"<p>no feed</p>")
        desk = sites.desk_at(
            tmp_path,
            sites.source(server, path="/bad", source_id="bad"),
            sites.source(server, path="/none?token=canary", source_id="none"),
            sites.source(server),
        )
        outcome = run_here(desk, monkeypatch)
    assert outcome.counts == Counts(seen=1, accepted=1)
    assert ": no feed: " in outcome.sources["bad"].faults[0]
    assert outcome.sources["none"].faults[0].endswith(": HTTP status: the server answered 404")
    assert "canary" not in json.dumps(outcome.as_mapping(), default=str)


def test_what_lies_beyond_the_caps_is_taken_next_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        sites.publish(server, *range(1, 8))
        desk = sites.desk_at(tmp_path, sites.source(server, extra="max_items = 4\nmax_pages = 3"))
        runs = [run_here(desk, monkeypatch) for _ in range(3)]
        asked = sorted(path for path in server.paths() if path.startswith("/news/"))
    assert asked == [f"/news/{number}" for number in range(1, 8)]
    assert [run.counts for run in runs] == [
        Counts(seen=7, accepted=3, deferred=4),
        Counts(seen=7, accepted=3, duplicate=3, deferred=1),
        Counts(seen=1, accepted=1),  # the feed itself is unchanged
    ]


def test_sitemaps_sections_and_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        sites.publish(server, *range(1, 6))
        server.answers["/map.xml"] = response(
            sitemap_index(server.url("/a.xml"), server.url("/map.xml")), content_type="text/xml"
        )
        server.answers["/a.xml"] = sites.site_map(server, 1, 2)
        server.answers["/world"] = response(b'<a href="/news/3">Three</a><a href="/about">About</a>')
        server.answers["/list.txt"] = response(server.url("/news/4").encode(), content_type="text/plain")
        (tmp_path / "mine.csv").write_text(f"title,url\nFive,{server.url('/news/5')}\n", encoding="utf8")
        mine = '[[sources]]\nid = "mine"\nkind = "list"\npath = "*.csv"\nallow_hosts = ["127.0.0.1"]\n'
        desk = sites.desk_at(
            tmp_path,
            sites.source(server, "sitemap", "/map.xml", source_id="map"),
            sites.source(server, "section", "/world", 'links = "/news/\\\\d+$"', source_id="world"),
            sites.source(server, "list", "/list.txt", source_id="list"),
            mine,
        )
        outcome = run_here(desk, monkeypatch)
    assert {name: report.new for name, report in outcome.sources.items()} == {
        "map": 2,
        "world": 1,
        "list": 1,
        "mine": 1,
    }
    assert outcome.counts == Counts(seen=5, accepted=5)
    assert desk.table("sources")["kind"].sort().to_list() == ["list", "list", "section", "sitemap"]


def test_a_window_bounds_what_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        sites.publish(server, 1, 5, 9)
        desk = sites.desk_at(tmp_path, sites.source(server))
        assert run_here(desk, monkeypatch, since="2026-03-05", until="2026-03-07").counts == Counts(seen=1, accepted=1)
        assert run_here(desk, monkeypatch).counts == Counts(seen=3, accepted=2, duplicate=1)


def test_a_dry_run_shows_what_would_be_fetched_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as server:
        sites.publish(server, 1, 2, 3)
        desk = sites.desk_at(tmp_path, sites.source(server, extra="max_pages = 2"))
        config = Path(desk.config)
        for _ in range(2):
            planned = plan(config, Window())
            assert [(one.state, one.title) for one in planned] == [("new", "Report 1"), ("new", "Report 2")]
        assert [path for path in server.paths() if path.startswith("/news/")] == []
        run_here(desk, monkeypatch)
        assert [(one.state, one.url) for one in plan(config, Window())] == [("waiting", server.url("/news/3"))]


def test_a_page_from_an_archive_is_the_page_of_the_live_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over a redirect, packed on both ways, with a secret in the address."""
    with serving() as server:
        sites.publish(server, 1)
        packed = gzip.compress(sites.page(1).partition(b"\r\n\r\n")[2])
        final = "/story/1?page=2&token=canary"
        server.answers |= {
            "/news/1": redirect(final),
            final: response(packed, content_type="text/html; charset=utf-8", Content_Encoding="gzip"),
        }
        archive = '[[sources]]\nid = "archive"\nkind = "warc"\npath = "*.warc"\n'
        desk = sites.desk_at(tmp_path, archive, sites.source(server))
        message = http(packed, extra="Content-Encoding: gzip\r\n")
        (tmp_path / "a.warc").write_bytes(record(server.url(final), message))
        outcome = run_here(desk, monkeypatch)
    assert outcome.counts == Counts(seen=2, accepted=1, duplicate=1)
    (page,) = desk.store.pages().collect().to_dicts()
    assert "canary" not in f"{page['origin']} {page['url']}"


def test_a_source_whose_documents_all_fail_is_loud(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        sites.publish(server, 1, 2, 3)
        server.answers |= dict.fromkeys(("/news/1", "/news/2", "/news/3"), LOST)
        desk = sites.desk_at(tmp_path, sites.source(server))
        outcome = run_here(desk, monkeypatch)
    assert outcome.warnings == {"web": "none of its 3 documents became an article; see `dateline rejects`"}
    assert desk.store.source_runs().collect()["warning"].to_list() == list(outcome.warnings.values())
