"""A canary in an address and in a header: the server hears it, and nobody else does."""

from __future__ import annotations

import logging
import sqlite3
from base64 import b64encode
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.fetching.asking import What
from flows.fetching.faults import SECRET_ADDRESS, FetchError
from flows.fetching.items import Found
from flows.fetching.rules import Site
from flows.fetching.session import FILE
from tests.flows.fetching.servers import Server, redirect, response, serving
from tests.flows.fetching.sessions import record, session, site, store_pages

CANARY = "Tirilin7Canary"


def secret_site(server: Server, path: str = "/feed") -> Site:
    """A source with a canary wherever a secret may stand."""
    address = server.url(f"{path}?token={CANARY}").replace("http://", f"http://desk:{CANARY}@")
    return site("desk", address, headers={"X-Api-Key": CANARY})


def assert_silent(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    for path in (path for path in folder.rglob("*") if path.is_file()):
        assert CANARY.encode() not in path.read_bytes(), path
    with closing(sqlite3.connect(folder / FILE)) as connection:
        assert CANARY not in "\n".join(connection.iterdump())
    assert CANARY not in caplog.text


def test_the_source_s_own_server_hears_its_secrets(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving() as server:
        server.otherwise = response(b"news")
        secret = secret_site(server)
        with session(tmp_path, [secret]) as opened:
            answer = opened.get(secret.addresses[0], "desk")
            opened.record("desk", [], answer)
            record(opened, [server.url("/1"), server.url(f"/2?token={CANARY}")])
            assert opened.fetch()["desk"].fetched == 2
            assert CANARY not in answer.shown + answer.asked
            store_pages(opened, tmp_path)
        hits = [hit for hit in server.hits if hit.path != "/robots.txt"]
        assert [hit.path for hit in hits] == [f"/feed?token={CANARY}", "/1", f"/2?token={CANARY}"]
        assert {hit.headers["x-api-key"] for hit in hits} == {CANARY}
        basic = b64encode(f"desk:{CANARY}".encode()).decode()
        assert {hit.headers["authorization"] for hit in hits} == {f"Basic {basic}"}
    assert_silent(tmp_path, caplog)


def test_secrets_go_to_no_other_host_and_no_other_port(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving() as server, serving() as other:
        other.otherwise = response(b"news")
        server.answers["/1"] = redirect(other.url("/1"))
        server.answers["/2"] = redirect(other.url("/2", "localhost"))
        with session(tmp_path, [secret_site(server)]) as opened:
            record(opened, [server.url("/1"), server.url("/2"), other.url("/3")])
            assert opened.fetch()["desk"].fetched == 3
        assert sorted(other.paths()) == ["/1", "/2", "/3"]
        for hit in other.hits:
            assert not {"x-api-key", "authorization"} & hit.headers.keys()
            assert CANARY not in str(hit)
    assert_silent(tmp_path, caplog)


@pytest.mark.parametrize(
    "location",
    [
        "http://10.0.0.1/?key={canary}",
        "ftp://u:{canary}@x/",
        "http://u:{canary}@[::1",
        "/loop?token={canary}",
        "//u:{canary}@\x7f",
    ],
)
def test_faults_do_not_tell_secrets(location: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with serving() as server:
        secret = secret_site(server)
        server.otherwise = redirect(location.format(canary=CANARY))
        with session(tmp_path, [secret]) as opened:
            with pytest.raises(FetchError) as raised:
                opened.get(secret.addresses[0], "desk", What.FEED)
            record(opened, [server.url(f"/1?token={CANARY}")])
            opened.fetch()
            store_pages(opened, tmp_path)
    assert CANARY not in str(raised.value)
    assert_silent(tmp_path, caplog)


def test_an_item_with_a_secret_waits_until_a_list_names_it_again(tmp_path: Path) -> None:
    with serving() as server:
        server.otherwise = response(b"news")
        url = server.url(f"/1?sig={CANARY}")
        with session(tmp_path) as opened:
            record(opened, [url])
        with session(tmp_path) as opened:
            assert opened.fetch()["desk"].deferred == {SECRET_ADDRESS: 1}
            record(opened, [url])
            assert opened.fetch()["desk"].fetched == 1
        assert server.paths() == [f"/1?sig={CANARY}"]


def test_an_item_with_a_secret_is_known_again_when_the_state_was_lost(tmp_path: Path) -> None:
    with serving() as server:
        server.otherwise = response(b"news")
        url = server.url(f"/1?sig={CANARY}")
        with session(tmp_path) as opened:
            record(opened, [url])
            opened.fetch()
            store_pages(opened, tmp_path)
        (tmp_path / FILE).unlink()
        with session(tmp_path) as opened:
            assert opened.record("desk", [Found(url)]).unchanged == 1
            assert opened.record("desk", [Found(url, modified=datetime(2099, 1, 1, tzinfo=UTC))]).changed == 1
            assert opened.fetch()["desk"].unchanged == 1
        assert server.paths() == [f"/1?sig={CANARY}"] * 2


def test_a_site_does_not_show_its_secrets() -> None:
    secret = Site("desk", (f"https://u:{CANARY}@news.example/?key={CANARY}",), headers={"X-Api-Key": CANARY})
    assert CANARY not in repr(secret)
