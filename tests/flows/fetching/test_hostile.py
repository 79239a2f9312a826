"""Servers that mean harm or are broken: a reason within the deadline and a second, and no harm to the others."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from flows.fetching.asking import What
from flows.fetching.faults import (
    BAD_RESPONSE,
    NO_CONNECTION,
    NOT_NOW,
    REDIRECTS,
    STATUS,
    TIMEOUT,
    TOO_LARGE,
    TRUNCATED,
    FetchError,
)
from tests.flows.fetching.servers import Answer, Talk, redirect, response, serving
from tests.flows.fetching.sessions import SHORT, record, session, site

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ENDLESS = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"


def then(*parts: bytes, drip: bytes = b"", flood: bytes = b"", wait: bool = False, reset: bool = False) -> Answer:
    """Send the parts, and then go on as told, or hang up."""

    def answer(talk: Talk) -> None:
        for part in parts:
            talk.send(part)
        if drip:
            talk.drip(drip, 0.01)
        if flood:
            talk.flood(flood)
        if wait:
            talk.stopped.wait()
        if reset:
            talk.reset()
        raise OSError

    return answer


def redirect_with_a_pause(talk: Talk) -> None:
    talk.stopped.wait(SHORT / 4)
    talk.send(redirect(talk.hit.path))


HOSTILE: dict[str, tuple[Answer, set[str]]] = {
    "says nothing": (then(wait=True), {TIMEOUT}),
    "drips its status": (then(drip=b"H" * 99), {TIMEOUT, BAD_RESPONSE}),
    "drips headers": (then(HEAD, drip=b"X-More: more\r\n"), {TIMEOUT}),
    "drips one header": (then(HEAD, b"X-More: ", drip=b"x"), {TIMEOUT}),
    "drips its body": (then(HEAD, b"Content-Length: 9999\r\n\r\n", drip=b"x"), {TIMEOUT}),
    "drips chunks": (then(ENDLESS, drip=b"1\r\nx\r\n"), {TIMEOUT}),
    "drips the size of a chunk": (then(ENDLESS, drip=b"0"), {TIMEOUT, TRUNCATED}),
    "stops in its body": (then(HEAD, b"Content-Length: 9999\r\n\r\nx", wait=True), {TIMEOUT}),
    "stops after its head": (then(HEAD, b"\r\n", wait=True), {TIMEOUT}),
    "endless headers": (then(HEAD, flood=b"X-More: more\r\n" * 99), {BAD_RESPONSE, TOO_LARGE, TIMEOUT}),
    "an endless header": (then(HEAD, b"X-More: ", flood=b"x" * 999), {BAD_RESPONSE, TOO_LARGE, TIMEOUT}),
    "endless early hints": (then(flood=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 99), {BAD_RESPONSE, TOO_LARGE, TIMEOUT}),
    "drips early hints": (then(drip=b"HTTP/1.1 103 Early Hints\r\n\r\n"), {TIMEOUT}),
    "an endless body": (then(HEAD, b"\r\n", flood=b"x" * 9999), {TOO_LARGE, TIMEOUT}),
    "endless chunks": (then(ENDLESS, flood=b"400\r\n" + b"x" * 1024 + b"\r\n"), {TOO_LARGE, TIMEOUT}),
    "endless empty lines": (then(flood=b"\r\n" * 999), {BAD_RESPONSE, TOO_LARGE, TIMEOUT}),
    "endless chunk extensions": (then(ENDLESS, b"1;", flood=b"x" * 999), {TRUNCATED, TOO_LARGE, TIMEOUT}),
    "endless trailers": (then(ENDLESS, b"0\r\n", flood=b"X: x\r\n" * 99), {TRUNCATED, TOO_LARGE, TIMEOUT}),
    "an endless error": (then(b"HTTP/1.1 404 No\r\n\r\n", flood=b"x" * 999), {STATUS}),
    "a dripping error": (then(b"HTTP/1.1 404 No\r\nContent-Length: 99\r\n\r\n", drip=b"x"), {STATUS}),
    "a dripping redirect": (then(b"HTTP/1.1 302 x\r\nLocation: /\r\nContent-Length: 99\r\n\r\n", drip=b"x"), {TIMEOUT}),
    "redirects to itself": (redirect("/"), {REDIRECTS}),
    "redirects to itself, slowly": (redirect_with_a_pause, {TIMEOUT, REDIRECTS}),
    "redirects nowhere": (b"HTTP/1.1 302 x\r\nContent-Length: 0\r\n\r\n", {STATUS}),
    "resets at once": (then(reset=True), {NO_CONNECTION}),
    "resets in its status": (then(b"HTTP/1.1 2", reset=True), {NO_CONNECTION, BAD_RESPONSE}),
    "resets in its headers": (then(HEAD, reset=True), {NO_CONNECTION, BAD_RESPONSE}),
    "resets in its body": (then(HEAD, b"Content-Length: 9\r\n\r\nx", reset=True), {NO_CONNECTION, TRUNCATED}),
    "resets in its chunks": (then(ENDLESS, b"5\r\nab", reset=True), {NO_CONNECTION, TRUNCATED}),
    "hangs up at once": (then(), {NO_CONNECTION}),
    "hangs up in its headers": (then(HEAD), {BAD_RESPONSE}),
    "hangs up in its body": (then(HEAD, b"Content-Length: 9\r\n\r\nx"), {TRUNCATED}),
    "lies: longer than its body": (then(response(b"x" * 9).replace(b": 9", b": 99")), {TRUNCATED}),
    "lies: shorter than its body": (response(b"x" * 99).replace(b": 99", b": 9"), {TRUNCATED}),
    "lies: no number": (response(b"x").replace(b": 1", b": one"), {BAD_RESPONSE}),
    "lies: below zero": (response(b"x").replace(b": 1", b": -1"), {BAD_RESPONSE}),
    "lies: two lengths": (response(b"x", **{"Content-Length": "5"}), {BAD_RESPONSE}),
    "lies: a huge length": (then(HEAD + b"Content-Length: 99999999999999999999\r\n\r\n"), {TOO_LARGE, BAD_RESPONSE}),
    "speaks another tongue": (then(b"220 mail.example ESMTP ready\r\n"), {BAD_RESPONSE}),
    "speaks HTTP of old": (then(b"HTTP/0.9 OK\r\n\r\n"), {BAD_RESPONSE}),
    "a status of letters": (then(b"HTTP/1.1 abc OK\r\n\r\n"), {BAD_RESPONSE}),
    "a status that does not exist": (then(b"HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n"), {STATUS, BAD_RESPONSE}),
    "switches protocols": (
        then(b"HTTP/1.1 101 x\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", wait=True),
        {BAD_RESPONSE},
    ),
    "null bytes": (then(b"\0" * 999), {BAD_RESPONSE}),
    "unchanged, though nobody asked": (b"HTTP/1.1 304 Not Modified\r\n\r\n", {STATUS}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_server_costs_its_deadline_and_no_more(name: str, tmp_path: Path) -> None:
    answer, reasons = HOSTILE[name]
    deadline = SHORT if TIMEOUT in reasons else 10.0  # on a busy machine also an honest answer takes its time
    with serving({"/": answer}) as server, session(tmp_path, deadline=deadline, max_wire_bytes=2**20) as opened:
        began = time.monotonic()
        with pytest.raises(FetchError) as raised:
            opened.get(server.url(), "desk", What.PAGE)
        took = time.monotonic() - began
    assert raised.value.reason in reasons, raised.value
    assert took < deadline + 1


@pytest.mark.parametrize("name", ["says nothing", "drips headers", "endless headers", "resets at once", "null bytes"])
def test_a_hostile_robots_txt_costs_no_more_either(name: str, tmp_path: Path) -> None:
    with serving({"/robots.txt": HOSTILE[name][0]}) as server, session(tmp_path, deadline=SHORT) as opened:
        began = time.monotonic()
        with pytest.raises(FetchError, match=r"robots\.txt cannot be had"):
            opened.get(server.url(), "desk", What.PAGE)
        assert time.monotonic() - began < SHORT + 1
        assert server.paths() == []


def test_the_other_sources_are_not_harmed(tmp_path: Path) -> None:
    """The hostile server holds its connection until the honest one has answered for all."""
    answered = threading.Semaphore(0)

    def news(talk: Talk) -> None:
        talk.send(response(b"news"))
        answered.release()

    def hold(talk: Talk) -> None:
        for _ in range(40):
            assert answered.acquire(timeout=20)
        talk.reset()

    with serving() as honest, serving({"/": hold, "/flood": HOSTILE["endless chunks"][0]}) as hostile:
        honest.otherwise = news
        sites = [site("honest"), site("hostile")]
        with session(tmp_path, sites, deadline=20.0, attempts=1, max_wire_bytes=2**20) as opened:
            record(opened, [hostile.url("/flood"), hostile.url()], "hostile")
            record(opened, [honest.url(f"/{number}") for number in range(40)], "honest")
            tallies = opened.fetch()

    assert tallies["honest"].fetched == 40
    assert tallies["hostile"].failed == {TOO_LARGE: 1}
    assert tallies["hostile"].deferred == {NO_CONNECTION: 1}


def test_a_host_that_keeps_failing_is_left_alone_for_the_run(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path, deadline=SHORT) as opened:
        server.otherwise = then()
        record(opened, [server.url(f"/{number}") for number in range(50)])
        assert opened.fetch()["desk"].deferred == {NO_CONNECTION: 3, NOT_NOW: 47}
        assert len(opened.waiting("desk")) == 47
