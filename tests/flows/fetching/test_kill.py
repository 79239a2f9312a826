"""A run killed at any point, and one more run: every page once, none lost, and the host asked no sooner than allowed.

The long form, with DATELINE_FAULTS=1, is `make faults`: 500 pages, killed at 20 points.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.flows.fetching.servers import Server, Talk, response, serving
from warehouse.store import Store

ROOT = Path(__file__).parents[3]
IS_LONG = bool(os.environ.get("DATELINE_FAULTS"))
PAGES = 500 if IS_LONG else 30
DELAY = 0.004
SECONDS = 300

# Reads the feed, fetches its pages and stores them. With more arguments it dies by SIGKILL before or after the n-th
# call of one function.
CHILD = """
import sys
from pathlib import Path
from flows.fetching.items import Found
from tests.deaths import die_at
from tests.flows.fetching import sessions

folder, feed, delay, *death = sys.argv[1:]
if death:
    module, owner, name, calls, moment = death
    die_at(module, f"{owner}.{name}", int(calls), moment)

with sessions.session(Path(folder), [sessions.site(max_pages=1000)], delay=float(delay)) as opened:
    answer = opened.get(feed, "desk")
    if answer.body:
        opened.record("desk", [Found(url) for url in answer.body.decode().split()], answer)
    opened.fetch()
    sessions.store_pages(opened, Path(folder))
"""

HITS = [1, 2, 3, 50, 123, 250, 377, 499, 500, 502] if IS_LONG else [20]
CALLS = [
    ("flows.fetching.items", "Items", "record", 1, "after"),
    ("flows.fetching.documents", "Documents", "remember", 1, "after"),
    ("flows.fetching.spool", "Spool", "add", PAGES // 2, "before"),
    ("flows.fetching.spool", "Spool", "add", PAGES // 2, "after"),
    ("flows.fetching.items", "Items", "fetched", PAGES // 3, "after"),
    ("flows.fetching.picking", "Picking", "_fetched", PAGES, "after"),
    ("flows.fetching.client", "Line", "ask", PAGES // 2, "before"),
    ("warehouse.store", "Store", "append_pages", 1, "before"),
    ("warehouse.store", "Store", "append_pages", 1, "after"),
    ("flows.fetching.session", "Session", "settle", 1, "after"),
]
SHORT_CALLS = [CALLS[1], CALLS[8]]


def run(folder: Path, server: Server, *death: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-W", "error", "-c", CHILD, str(folder), server.url("/feed"), str(DELAY), *death]
    return subprocess.Popen(command, cwd=ROOT)


def fill(server: Server) -> None:
    """Pages of one host, and a feed that tells of them once and then says that it has not changed."""
    for number in range(PAGES):
        server.answers[f"/{number}"] = response(f"page {number}".encode())
    urls = "\n".join(server.url(f"/{number}") for number in range(PAGES)).encode()

    def feed(talk: Talk) -> None:
        is_known = talk.hit.headers.get("if-none-match") == '"1"'
        talk.send(response(b"" if is_known else urls, "304 Not Modified" if is_known else "200 OK", ETag='"1"'))

    server.answers["/feed"] = feed


def check(folder: Path, server: Server) -> None:
    pages = Store(folder).pages().collect()
    assert sorted(pages["url"]) == sorted(server.url(f"/{number}") for number in range(PAGES))
    assert pages["page_id"].n_unique() == PAGES
    assert {body.decode() for body in pages["body"]} == {f"page {number}" for number in range(PAGES)}
    hits = [path for path in server.paths() if path != "/feed"]
    assert len(hits) <= PAGES + 1, "only the request under way at the kill may be made again"
    assert min(later.at - sooner.at for sooner, later in pairwise(server.hits)) >= DELAY
    assert server.most_at_once == 1


@pytest.mark.parametrize("hits", HITS)
def test_a_kill_in_the_middle_of_a_request_loses_nothing(hits: int, tmp_path: Path) -> None:
    with serving() as server:
        fill(server)
        whole = dict(server.answers)

        def deadly(talk: Talk) -> None:
            answer = whole.get(talk.hit.path, server.otherwise)
            if len(server.hits) == hits:
                child.send_signal(signal.SIGKILL)
                raise ConnectionError
            if isinstance(answer, bytes):
                talk.send(answer)
            else:
                answer(talk)

        server.answers = dict.fromkeys(whole, deadly)
        child = run(tmp_path, server)
        assert child.wait(SECONDS) == -signal.SIGKILL
        server.answers = whole
        assert run(tmp_path, server).wait(SECONDS) == 0
        check(tmp_path, server)


@pytest.mark.parametrize("death", CALLS if IS_LONG else SHORT_CALLS, ids=lambda death: ".".join(map(str, death[1:])))
def test_a_kill_between_two_steps_loses_nothing(death: tuple[str, str, str, int, str], tmp_path: Path) -> None:
    with serving() as server:
        fill(server)
        assert run(tmp_path, server, *map(str, death)).wait(SECONDS) == -signal.SIGKILL
        assert run(tmp_path, server).wait(SECONDS) == 0
        check(tmp_path, server)
