"""Fetching small pages from one server on the loopback address, without delay: pages a second, and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.flows.fetching.servers import response, serving

ROOT = Path(__file__).parents[2]
WARM_UP = 200
BODY = b"<html><body><p>A small page of news, and nothing else.</p></body></html>" * 20

# Fetches some pages to warm up and then all others, in a process of its own without the server.
CHILD = """
import json, sys, time
from pathlib import Path
import psutil
from tests.flows.fetching.sessions import record, session, site, store_pages

folder, url, warm_up, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
resident = lambda: psutil.Process().memory_info().rss
with session(folder, [site(max_pages=count)]) as opened:
    record(opened, [f"{url}warm/{number}" for number in range(warm_up)])
    opened.fetch()
    before = resident()
    record(opened, [f"{url}{number}" for number in range(count)])
    began, worked = time.perf_counter(), time.process_time()
    fetched = opened.fetch()["desk"].fetched
    seconds = time.perf_counter() - began
    worked = time.process_time() - worked
    after = resident()
    stored = len(store_pages(opened, folder))
print(json.dumps({"fetched": fetched, "stored": stored, "seconds": seconds, "grown": after - before, "worked": worked}))
"""


def measure_fetch(count: int) -> Iterator[tuple[str, str]]:
    """Rows of the table for `count` pages, each an answer of about 1.5 kB."""
    with tempfile.TemporaryDirectory() as folder, serving() as server:
        server.otherwise = response(BODY)
        command = [sys.executable, "-c", CHILD, folder, server.url(), str(WARM_UP), str(count)]
        found = json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    if (found["fetched"], found["stored"]) != (count, count + WARM_UP):
        raise RuntimeError(f"of {count} pages {found['fetched']} came")
    rate, alone = count / found["seconds"], count / found["worked"]
    yield f"fetch of {count} small pages, one server, no delay", f"{rate:.0f} pages/s ({alone:.0f} by processor time)"
    yield "memory that grew meanwhile", f"{found['grown'] / 2**20:.1f} MiB"
