"""Making pages: the one place where a document as found becomes a Page with its id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from schemas.records import Page

MAX_DOCUMENT_BYTES = 20 * 1024 * 1024


def page_id(origin: str, body: bytes, read_error: str | None) -> str:
    """`p` and 20 hexadecimal digits: a hash of the origin, the bytes and what went wrong in reading them."""
    parts = (origin.encode(), body, (read_error or "").encode())
    framed = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    return "p" + sha256(framed).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Intake:
    """Makes the pages of one source; `now` (UTC) dates the documents that do not say when they were fetched."""

    source_id: str
    now: datetime
    max_bytes: int = MAX_DOCUMENT_BYTES

    def page(
        self,
        origin: str,
        body: bytes,
        *,
        url: str | None = None,
        content_type: str | None = None,
        fetched_at: datetime | None = None,
        read_error: str | None = None,
    ) -> Page:
        """A page of these bytes; `fetched_at` must carry its zone."""
        return Page(
            page_id=page_id(origin, body, read_error),
            source_id=self.source_id,
            origin=origin,
            url=url,
            content_type=content_type,
            body=body,
            body_sha256=sha256(body).hexdigest(),
            fetched_at=fetched_at or self.now,
            read_error=read_error,
        )

    def failure(
        self,
        origin: str,
        reason: str,
        message: str,
        *,
        body: bytes = b"",
        url: str | None = None,
        fetched_at: datetime | None = None,
    ) -> Page:
        """A page that stands for a document that could not be read; it becomes a reject further on."""
        return self.page(origin, body, url=url, fetched_at=fetched_at, read_error=f"{reason}: {message}")

    def too_large(self, origin: str, what: str) -> Page:
        """The failure of a document over the size limit; `what` names the document within its file."""
        return self.failure(origin, "too large", f"{what} is over {self.max_bytes} bytes; see run.max_document_bytes")
