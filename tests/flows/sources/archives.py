"""WARC files for tests, written by hand so that they can also be wrong."""

import gzip
from uuid import NAMESPACE_URL, uuid5

from hypothesis import strategies as st

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


_RECORDS = st.builds(
    record,
    st.sampled_from(["https://a.example/1", "http://[", "", "é", "https://a.example/2\r\nWARC-Type: warcinfo"]),
    st.one_of(
        st.binary(max_size=60),
        st.builds(http, st.binary(max_size=60), kind=st.sampled_from(["text/html", "image/gif", "é", ""])),
        st.builds(http, st.binary(max_size=30).map(gzip.compress), extra=st.just("Content-Encoding: gzip\r\n")),
        st.builds(http, st.just(b"5\r\nhello\r\n0\r\n\r\n"), extra=st.just("Transfer-Encoding: chunked\r\n")),
    ),
    kind=st.sampled_from(["response", "revisit", "request", "warcinfo", "x"]),
    length=st.none() | st.sampled_from([0, 1, 10**6, 10**18, -1]),
    extra=st.sampled_from(
        ["", "WARC-Payload-Digest: sha1:A\r\n", "WARC-Truncated: time\r\n", "Content-Length: 3\r\n", ":\r\n"]
    ),
)


def _damaged(content: bytes, cut: int, flips: list[int]) -> bytes:
    held = bytearray(content[: len(content) - cut])
    for flip in flips:
        if held:
            held[flip % len(held)] ^= 1 << flip % 8
    return bytes(held)


ARCHIVES = st.builds(
    _damaged,
    st.one_of(
        st.binary(max_size=200),
        st.lists(_RECORDS, max_size=4).map(b"".join),
        st.lists(_RECORDS, max_size=4).map(lambda records: zipped(*records)),
        st.lists(_RECORDS, min_size=1, max_size=3).map(lambda records: gzip.compress(b"".join(records), mtime=0)),
    ),
    st.integers(0, 50),
    st.lists(st.integers(0, 10_000), max_size=4),
)
