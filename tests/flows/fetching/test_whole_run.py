"""A whole ingest under a Prefect server: secrets are found nowhere afterwards, its database and the log among it."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from flows.server import QUIET
from tests.flows import sites
from tests.flows.fetching.servers import redirect, response, serving

CANARY = "Tirilin7Canary"
SECONDS = 600
ROOT = Path(__file__).parents[3]

INGEST = """
from pathlib import Path
from flows.server import prefect_for
with prefect_for(Path("data/prefect").absolute()):
    from flows.ingest import ingest
    ingest("dateline.toml")
"""


def assert_silent(folder: Path) -> None:
    databases = 0
    for path in (path for path in folder.rglob("*") if path.is_file()):
        assert CANARY.encode() not in path.read_bytes(), path
        if path.read_bytes()[:15] == b"SQLite format 3":
            databases += 1
            with closing(sqlite3.connect(path)) as connection:
                assert not [line for line in connection.iterdump() if CANARY in line]
    assert databases >= 2, "the fetch state and Prefect's history"


def test_an_ingest_tells_no_secrets(tmp_path: Path) -> None:
    with serving() as server:
        sites.publish(server, 1, 2)
        feed = server.answers["/rss"]
        server.answers |= {f"/feed?token={CANARY}": feed, "/news/2": redirect(f"http://10.0.0.1/?key={CANARY}")}
        server.answers[f"/broken?token={CANARY}"] = response(b"<rss><chann", content_type="text/xml")
        server.answers[f"/lost?token={CANARY}"] = redirect(f"ftp://u:{CANARY}@nowhere.example/")
        extra = 'headers = { X-Api-Key = "env:DESK_KEY" }'
        secret = [
            sites.source(server, path=f"/{path}?token={CANARY}", source_id=path, extra=extra).replace(
                "http://", f"http://desk:{CANARY}@"
            )
            for path in ("feed", "broken", "lost")
        ]
        sites.desk_at(tmp_path, *secret)
        (tmp_path / "data").mkdir()
        known = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "DATELINE_"))}
        done = subprocess.run(
            [sys.executable, "-c", INGEST],
            cwd=tmp_path,
            env=known | QUIET | {"DESK_KEY": CANARY, "PREFECT_LOGGING_LEVEL": "DEBUG", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )

    assert done.returncode == 0, done.stderr
    assert "/news/1" in server.paths()
    assert {hit.headers["x-api-key"] for hit in server.hits if "token" in hit.path} == {CANARY}
    assert CANARY not in done.stdout + done.stderr
    assert_silent(tmp_path / "data")
