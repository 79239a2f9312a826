"""The spool: pages from their fetch until the warehouse holds them for good."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from flows.fetching.database import Database
from schemas.records import Page

PAGES_AT_ONCE = 500
BYTES_AT_ONCE = 64 * 1024 * 1024


class Spool:
    """Pages that wait to be stored."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, page: Page) -> None:
        """Keep a page; the same page once."""
        self._database.execute(
            "INSERT OR IGNORE INTO spool VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                page.page_id,
                page.source_id,
                page.origin,
                page.content_type,
                page.body,
                page.body_sha256,
                page.fetched_at.isoformat(),
                page.read_error,
            ),
        )

    def groups(self) -> Iterator[list[Page]]:
        """All pages, in groups that fit into memory; settle each before the next is asked for or not at all."""
        last = ""
        while group := self._group(last):
            last = group[-1].page_id
            yield group

    def settle(self, page_ids: Iterable[str]) -> None:
        """Forget pages that the warehouse holds."""
        with self._database.transaction():
            for page_id in page_ids:
                self._database.execute("DELETE FROM spool WHERE page_id = ?", (page_id,))

    def page_ids(self) -> list[str]:
        """The pages that wait."""
        return [row["page_id"] for row in self._database.rows("SELECT page_id FROM spool ORDER BY page_id")]

    def _group(self, after: str) -> list[Page]:
        """The next pages by id."""
        sizes = self._database.rows(
            "SELECT page_id, length(body) AS size FROM spool WHERE page_id > ? ORDER BY page_id LIMIT ?",
            (after, PAGES_AT_ONCE),
        )
        last, total = "", 0
        for row in sizes:
            total += row["size"]
            if last and total > BYTES_AT_ONCE:
                break
            last = row["page_id"]
        rows = self._database.rows(
            "SELECT * FROM spool WHERE page_id > ? AND page_id <= ? ORDER BY page_id", (after, last)
        )
        return [_page(dict(row)) for row in rows]


def _page(row: dict[str, str | bytes | None]) -> Page:
    fetched_at = datetime.fromisoformat(str(row.pop("fetched_at")))
    return Page(origin=str(row["url"]), fetched_at=fetched_at, **row)  # type: ignore[arg-type]
