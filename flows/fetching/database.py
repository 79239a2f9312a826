"""The database of the fetch state: one SQLite file beside the warehouse, whole after a kill at any point."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

VERSION = 1
BROKEN = ".broken"
SCHEMA = """
CREATE TABLE items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key BLOB NOT NULL UNIQUE,
    source_id TEXT NOT NULL,
    url TEXT NOT NULL,
    has_secret INTEGER NOT NULL,
    found_at REAL NOT NULL,
    published REAL,
    modified REAL,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'fetched', 'failed', 'gone', 'refused')),
    tries INTEGER NOT NULL DEFAULT 0,
    next_try_at REAL NOT NULL DEFAULT 0,
    reason TEXT,
    etag TEXT,
    last_modified TEXT,
    page_id TEXT,
    body_sha256 TEXT,
    fetched_at REAL
);
CREATE INDEX waiting_items ON items (source_id, id) WHERE status = 'waiting';
CREATE TABLE documents (
    key BLOB PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    body_sha256 TEXT
) WITHOUT ROWID;
CREATE TABLE robots (
    origin TEXT PRIMARY KEY,
    fetched_at REAL NOT NULL,
    body BLOB
) WITHOUT ROWID;
CREATE TABLE hosts (
    lane TEXT PRIMARY KEY,
    answered_at REAL,
    not_before REAL NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE spool (
    page_id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL,
    url TEXT NOT NULL,
    content_type TEXT,
    body BLOB NOT NULL,
    body_sha256 TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    read_error TEXT
);
"""


class Database:
    """One connection, shared by the threads of a run, one statement or transaction at a time."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._connection = _opened(path)

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All statements of the block or none of them."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def execute(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Runs one statement; returns the number of rows that it changed."""
        with self._lock:
            return self._connection.execute(statement, values).rowcount

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[sqlite3.Row]:
        """The rows that a query finds."""
        with self._lock:
            return self._connection.execute(statement, values).fetchall()

    def row(self, statement: str, values: Sequence[Any] = ()) -> sqlite3.Row | None:
        """The first row that a query finds."""
        with self._lock:
            found: sqlite3.Row | None = self._connection.execute(statement, values).fetchone()
            return found


def _opened(path: Path) -> sqlite3.Connection:
    """The database, made where there is none; a file that is none, or of another version, is put aside."""
    try:
        return _connected(path)
    except sqlite3.DatabaseError:
        for ending in ("", "-wal", "-shm"):
            old = path.with_name(path.name + ending)
            if old.exists():
                old.replace(path.with_name(path.name + BROKEN + ending))
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            connection.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")
        elif version != VERSION:
            raise sqlite3.DatabaseError(f"version {version} of the fetch state")
    except BaseException:
        connection.close()
        raise
    return connection
