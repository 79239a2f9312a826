"""Documents: by what feeds, sitemaps and the like are known to be unchanged."""

from __future__ import annotations

from hashlib import sha256

from flows.fetching.database import Database
from flows.fetching.fetcher import NOTHING_KNOWN, Validators


class Documents:
    """Validators by the address asked for, without its secrets."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, shown: str) -> Validators:
        """What is known of a document."""
        row = self._database.row("SELECT etag, last_modified, body_sha256 FROM documents WHERE key = ?", (_key(shown),))
        return NOTHING_KNOWN if row is None else Validators(*row)

    def remember(self, shown: str, validators: Validators) -> None:
        """Note by what a document is known, once all that it lists is recorded."""
        self._database.execute(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?)",
            (_key(shown), validators.etag, validators.last_modified, validators.body_sha256),
        )


def _key(shown: str) -> bytes:
    return sha256(shown.encode("utf8", "surrogatepass")).digest()[:16]
