"""Items: the addresses that discovery found, and what has become of each."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from flows.fetching.addresses import Address, read_address
from flows.fetching.database import Database
from flows.fetching.faults import FetchError
from flows.fetching.fetcher import Validators
from transforms.articles.urls import canonical_url

FIRST_PAUSE, LONGEST_PAUSE = 900.0, 86400.0


@dataclass(frozen=True, slots=True)
class Found:
    """An address that a source lists, with what the list tells of its document (UTC)."""

    url: str
    published: datetime | None = None
    modified: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What became of a list: `seen` = `new` + `changed` + `unchanged` + `bad`; bad ones are no http addresses."""

    seen: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    bad: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """An item that waits. `url` holds no secrets; `address` is what to ask for, None while its secrets are unknown."""

    id: int
    source_id: str
    url: str
    address: str | None
    published: datetime | None
    tries: int
    known: Validators


@dataclass(frozen=True, slots=True)
class Waiting:
    """Numbers of items that wait: due, or to be left alone until later."""

    due: int
    later: int


class Items:
    """The items of all sources. What an address holds of secrets stays in memory: a list tells it again in each run."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._secret_addresses: dict[bytes, str] = {}

    def record(self, source_id: str, found: Iterable[Found]) -> Recorded:
        """Take note of a list's items; call it within a transaction.

        One that is known stays as it is, except that one that the list calls modified since is fetched again.
        """
        counts = dict.fromkeys(("new", "changed", "unchanged", "bad"), 0)
        seen: set[bytes] = set()
        for one in found:
            address = _readable(one.url)
            key = item_key(address.shown) if address else item_key(one.url)
            if key not in seen:
                seen.add(key)
                counts[self._noted(source_id, one, key, address)] += 1
        return Recorded(seen=len(seen), **counts)

    def _noted(self, source_id: str, one: Found, key: bytes, address: Address | None) -> str:
        if address is None:
            return "bad"
        has_secret = address.shown != str(address)
        if has_secret:
            self._secret_addresses[key] = str(address)
        row = self._database.row("SELECT id, status, modified, published FROM items WHERE key = ?", (key,))
        if row is None:
            self._database.execute(
                "INSERT INTO items (key, source_id, url, has_secret, found_at, published, modified, status) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting')",
                (key, source_id, address.shown, has_secret, time.time(), _epoch(one.published), _epoch(one.modified)),
            )
            return "new"
        modified = _epoch(one.modified)
        if row["status"] == "waiting" or modified is None or modified <= (row["modified"] or row["published"] or 0):
            return "unchanged"
        self._database.execute(
            "UPDATE items SET status = 'waiting', tries = 0, next_try_at = 0, modified = ?, has_secret = ? "
            "WHERE id = ?",
            (modified, has_secret, row["id"]),
        )
        return "changed"

    def is_known(self, url: str) -> bool:
        """Whether a list had this address before."""
        address = _readable(url)
        key = item_key(address.shown if address else url)
        return self._database.row("SELECT 1 FROM items WHERE key = ?", (key,)) is not None

    def waiting(self, source_id: str, now: float, limit: int = -1) -> list[Item]:
        """Items of a source that wait and are due `now` (seconds of the epoch), first found first."""
        rows = self._database.rows(
            "SELECT * FROM items WHERE status = 'waiting' AND source_id = ? AND next_try_at <= ? ORDER BY id LIMIT ?",
            (source_id, now, limit),
        )
        return [self._item(row) for row in rows]

    def count_waiting(self, source_id: str, now: float) -> Waiting:
        """Numbers of items of a source that wait."""
        row = self._database.row(
            "SELECT count(*) FILTER (WHERE next_try_at <= ?1), count(*) FILTER (WHERE next_try_at > ?1) "
            "FROM items WHERE status = 'waiting' AND source_id = ?2",
            (now, source_id),
        )
        return Waiting(*row) if row else Waiting(0, 0)

    def is_empty(self) -> bool:
        """Whether no item is known."""
        return self._database.row("SELECT 1 FROM items LIMIT 1") is None

    def fetched(self, item_id: int, validators: Validators, page_id: str | None, at: datetime) -> None:
        """Note that an item's page was fetched, or found unchanged where it has no new `page_id`."""
        self._database.execute(
            "UPDATE items SET status = 'fetched', tries = 0, reason = NULL, etag = ?, last_modified = ?, "
            "body_sha256 = ?, page_id = coalesce(?, page_id), fetched_at = ? WHERE id = ?",
            (validators.etag, validators.last_modified, validators.body_sha256, page_id, at.timestamp(), item_id),
        )

    def failed(self, item: Item, error: FetchError, status: str | None) -> None:
        """Note that an item failed: for good as `status`, else for now, and each time for longer."""
        tries = item.tries + (0 if error.is_postponed else 1)
        pause = 0.0 if error.is_postponed else min(FIRST_PAUSE * 4 ** (tries - 1), LONGEST_PAUSE)
        next_try_at = error.retry_at.timestamp() if error.retry_at else time.time() + pause
        self._database.execute(
            "UPDATE items SET status = ?, tries = ?, next_try_at = ?, reason = ? WHERE id = ?",
            (status or "waiting", tries, next_try_at, error.reason, item.id),
        )

    def restore(self, page: Mapping[str, Any]) -> None:
        """Note an item that a stored page (a row of pages) tells of; the first one told of an address counts."""
        status = "fetched" if page["read_error"] is None else "failed"
        at = page["fetched_at"].timestamp()
        self._database.execute(
            "INSERT OR IGNORE INTO items (key, source_id, url, has_secret, found_at, modified, status, page_id, "
            "body_sha256, fetched_at) VALUES (?1, ?2, ?3, 0, ?4, ?4, ?5, ?6, ?7, ?4)",
            (item_key(page["url"]), page["source_id"], page["url"], at, status, page["page_id"], page["body_sha256"]),
        )

    def _item(self, row: sqlite3.Row) -> Item:
        address = self._secret_addresses.get(row["key"]) if row["has_secret"] else row["url"]
        published = None if row["published"] is None else datetime.fromtimestamp(row["published"], UTC)
        known = Validators(row["etag"], row["last_modified"], row["body_sha256"])
        return Item(row["id"], row["source_id"], row["url"], address, published, row["tries"], known)


def item_key(url: str) -> bytes:
    """What makes two addresses one item: 16 bytes of the hash of the canonical address."""
    return sha256(canonical_url(url).encode("utf8", "surrogatepass")).digest()[:16]


def _readable(url: str) -> Address | None:
    try:
        return read_address(url)
    except FetchError:
        return None


def _epoch(instant: datetime | None) -> float | None:
    return None if instant is None else instant.timestamp()
