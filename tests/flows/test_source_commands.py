"""The commands around sources: what they find, write and say, against a server on the loopback address."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from flows import running
from flows.cli import app
from flows.counts import Counts
from flows.runs import Outcome
from flows.settings import load_settings
from flows.source_reports import SourceReport
from tests.flows import sites
from tests.flows.fetching.servers import NOT_FOUND, Server, response, serving

START = '# my sources\ndata = "store"\n[fetch]\ncontact = "desk@reader.example"\ndelay = 0\nattempts = 1\n'
LOOPBACK = ("--allow-host", "127.0.0.1")


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def rows(result: Result, code: int = 0) -> list[dict[str, object]]:
    assert result.exit_code == code, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def add(config: Path, address: str, *more: str) -> Result:
    return call("sources", "add", address, "-c", str(config), "--json", *LOOPBACK, *more)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "dateline.toml"
    path.write_text(START, encoding="utf8")
    return path


def with_feed(server: Server) -> str:
    """Let the server's first page name a feed, and robots.txt a sitemap; returns the page's address."""
    sites.publish(server, 1, 2)
    server.answers |= {
        "/": response(b'<link rel="alternate" type="application/rss+xml" href="/rss"><a href="/rss">feed</a>'),
        "/robots.txt": response(f"Sitemap: {server.url('/map.xml')}\n".encode(), content_type="text/plain"),
        "/map.xml": sites.site_map(server, 1, 2, 3),
    }
    return server.url("/")


def test_add_finds_what_page_and_robots_name_and_appends_the_entry(config: Path) -> None:
    with serving() as server:
        address, rss = with_feed(server), server.url("/rss")
        (answer,) = rows(add(config, address, "--id", "river"))
        assert [(one["kind"], one["items"], one["found_by"]) for one in answer["offers"]] == [  # type: ignore[attr-defined]
            ("feed", 2, "a link in the page"),
            ("sitemap", 3, "robots.txt"),
        ]
        (second,) = rows(add(config, address, "--choose", "2"))
    text = config.read_text(encoding="utf8")
    assert text.startswith(START)
    first, other = load_settings(config).web_sources()
    assert (first.id, first.kind, first.name, first.home) == ("river", "feed", "Desk & Wire", address)
    assert (first.addresses, first.allow_hosts) == ((rss,), ("127.0.0.1",))
    assert (other.kind, other.id) == ("sitemap", second["id"])


def test_add_takes_a_feed_itself_and_looks_at_the_usual_places(config: Path) -> None:
    with serving() as server:
        sites.publish(server, 1)
        (itself,) = rows(add(config, server.url("/rss"), "--dry-run"))
        server.answers |= {"/": response(b"<p>no links</p>"), "/feed/": server.answers.pop("/rss")}
        (usual,) = rows(add(config, server.url("/"), "--dry-run"))
    assert [one["found_by"] for one in itself["offers"]] == ["the address itself"]  # type: ignore[attr-defined]
    assert [one["found_by"] for one in usual["offers"]] == ["a usual place"]  # type: ignore[attr-defined]
    assert config.read_text(encoding="utf8") == START


def test_add_writes_nothing_where_it_finds_nothing_or_the_name_is_taken(config: Path) -> None:
    with serving() as server:
        address = with_feed(server)
        assert add(config, server.url("/nowhere")).exit_code == 1
        server.answers = {"/empty?token=canary": response(b"<p>nothing</p>"), "/robots.txt": NOT_FOUND}
        nothing = add(config, server.url("/empty?token=canary"))
        assert (nothing.exit_code, "canary" in nothing.output) == (2, False)
        assert "no feed or sitemap found" in nothing.stderr
        with_feed(server)
        assert add(config, address, "--choose", "7").exit_code == 2
        assert add(config, address, "--id", "river").exit_code == 0
        written = config.read_text(encoding="utf8")
        taken = add(config, address, "--id", "river")
    assert (taken.exit_code, config.read_text(encoding="utf8")) == (2, written)
    assert "stands twice" in taken.stderr


def test_add_refuses_a_private_address_that_nobody_allowed(config: Path) -> None:
    with serving() as server:
        with_feed(server)
        refused = call("sources", "add", server.url("/"), "-c", str(config))
    assert refused.exit_code == 1
    assert "refused address" in refused.stderr
    assert server.hits == []


def test_check_says_what_works_and_what_does_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Rain over the River\n\nThe river rose on Monday. Nobody was hurt.", encoding="utf8"
    )
    with serving() as server:
        sites.publish(server, 1, 2)
        disk = '[[sources]]\nid = "disk"\npath = "a.txt"\n'
        bad = sites.source(server, path="/none", source_id="bad")
        desk = sites.desk_at(tmp_path, disk, sites.source(server), bad)
        found = {one["source"]: one for one in rows(call("sources", "check", "-c", desk.config, "--json"), code=1)}
        (only,) = rows(call("sources", "check", "web", "-c", desk.config, "--json"))
        assert call("sources", "check", "other", "-c", desk.config).exit_code == 2
        assert len([path for path in server.paths() if path.startswith("/news/")]) == 2
    assert {name: one["works"] for name, one in found.items()} == {"disk": True, "web": True, "bad": False}
    assert str(found["web"]["result"]).endswith("2026-03-02: Report number 1 from the river")
    assert "HTTP status" in str(found["bad"]["result"])
    assert only["items"] == 2
    assert not (tmp_path / "data" / "pages").exists()


def test_list_shows_every_source(tmp_path: Path) -> None:
    with serving() as server:
        desk = sites.desk_at(
            tmp_path, sites.source(server), sites.source(server, source_id="off", extra="enabled = false")
        )
    listed = rows(call("sources", "list", "-c", desk.config, "--json"))
    assert [(one["id"], one["kind"], one["enabled"], one["seen"]) for one in listed] == [
        ("web", "feed", True, None),
        ("off", "feed", False, None),
    ]


def test_a_dry_run_and_its_window(tmp_path: Path) -> None:
    with serving() as server:
        sites.publish(server, 1, 5)
        desk = sites.desk_at(tmp_path, sites.source(server))
        (planned,) = rows(call("run", "--dry-run", "--since", "2026-03-04", "-c", desk.config, "--json"))
        assert (planned["source"], planned["url"], planned["state"]) == ("web", server.url("/news/5"), "new")
    wrong = call("run", "--dry-run", "--since", "4 March", "-c", desk.config)
    assert (wrong.exit_code, wrong.stderr) == (2, "dateline: --since 4 March: write a day as 2026-03-02\n")


def test_a_run_with_a_source_to_look_at_ends_with_4(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2026, 3, 4, tzinfo=UTC)
    report = SourceReport(new=3, failed={"timeout": 3}, rejected=3)
    loud = Outcome(
        "daily", "r", at, at, "0", Counts(seen=3, rejected=3), 1, sources={"web": report}, warnings={"web": "look"}
    )
    monkeypatch.setattr(running, "run_daily", lambda *_: loud)
    (told,) = rows(call("run", "-c", str(tmp_path / "dateline.toml"), "--json"), code=4)
    assert told["warnings"] == {"web": "look"}
    assert told["sources"]["web"]["seen"] == 3  # type: ignore[index]
    shown = call("run", "-c", str(tmp_path / "dateline.toml"))
    assert shown.exit_code == 4
    assert "Sources to look at" in shown.stdout


def test_the_doctor_looks_at_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as server:
        secret = 'headers = { Authorization = "env:RIVER_KEY" }'
        desk = sites.desk_at(tmp_path, sites.source(server, extra=secret))
        monkeypatch.delenv("PREFECT_API_URL", raising=False)
        found = {one["what"]: one for one in rows(call("doctor", "-c", desk.config, "--json"), code=1)}
        states = {what: one["state"] for what, one in found.items()}
        assert {what: states[what] for what in ("configuration", "secrets", "model", "warehouse", "prefect")} == {
            "configuration": "good",
            "secrets": "bad",
            "model": "good",
            "warehouse": "warning",
            "prefect": "good",
        }
        assert found["secrets"]["message"] == "sources.web.headers.Authorization: RIVER_KEY is not set"
        monkeypatch.setenv("PREFECT_API_URL", server.url("/api"))
        monkeypatch.setenv("RIVER_KEY", "canary")
        healed = call("doctor", "-c", desk.config, "--json")
    states = {one["what"]: one["state"] for one in rows(healed, code=1)}
    assert (states["secrets"], states["prefect"]) == ("good", "bad")
    assert "canary" not in healed.output


def test_the_doctor_without_a_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    found = rows(call("doctor", "-c", str(tmp_path / "absent.toml"), "--json"), code=1)
    assert [(one["what"], one["state"]) for one in found] == [("configuration", "bad"), ("prefect", "good")]
