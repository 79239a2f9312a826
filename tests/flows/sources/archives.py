"""WARC files for tests, written by hand so that they can also be wrong."""

import gzip
from uuid import NAMESPACE_URL, uuid5

DATE = "2026-03-01T10:00:00Z"


def http(body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", extra: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def record(url: str, message: bytes, *, kind: str = "response", length: int | None = None, extra: str = "") -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, url)}>\r\n"
        f"WARC-Date: {DATE}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype={kind}\r\n"
        f"{extra}Content-Length: {len(message) if length is None else length}\r\n\r\n"
    )
    return head.encode() + message + b"\r\n\r\n"


def zipped(*records: bytes) -> bytes:
    """Each record as a gzip member of its own, as archives keep them."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
