"""Web archives: each response record is one document, found at its target address."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal
from urllib.parse import urldefrag

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from flows.fetching.redaction import redacted
from flows.sources.digests import agrees
from flows.sources.intake import Intake
from schemas.records import Page

READ_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
CUT_SHORT = "truncated archive"
ANEW = "fetch the file anew"
REVISIT = ("revisit", "the record only says that the page had not changed; its bytes stand in an earlier record")
CHANGED = ("digest mismatch", f"the bytes are not those that the crawler stored; {ANEW}")
GZIP_MAGIC = b"\x1f\x8b"
HEAD_END = b"\r\n\r\n"
LONGEST_HEAD = 64 * 1024
CHUNK = 256 * 1024


@dataclass(slots=True)
class _Last:
    """The record read last: its number, its place in the file, the length that it declares, whether it is cut short."""

    number: int = 0
    position: int = 0
    length: int = 0
    is_cut: bool = False


@dataclass(frozen=True, slots=True)
class _Stated:
    """What a record's header says of its content, taken before the content is read."""

    block_digest: str | None
    payload_digest: str | None
    truncated: str | None

    @classmethod
    def of(cls, record: WarcRecord) -> _Stated:
        names = ("WARC-Block-Digest", "WARC-Payload-Digest", "WARC-Truncated")
        return cls(*(record.headers.get(name) for name in names))


def read_warc(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    """The response records of a WARC file, gzipped or not; a record at a time.

    fastwarc raises nothing where a file is cut short, so declared and found lengths are compared here, and the end of
    the file is looked at.
    """
    last = _Last()
    try:
        yield from _response_pages(path, origin, intake, last)
        cut = not last.is_cut and _is_cut_after(path, last)
    except OSError as error:
        if error.errno is not None:
            raise
        yield intake.failure(origin, "bad archive", f"{error} after record {last.number}; {ANEW}")
    else:
        if cut:
            yield intake.failure(origin, CUT_SHORT, f"the file ends within or after record {last.number}; {ANEW}")


def _response_pages(path: Path, origin: str, intake: Intake, last: _Last) -> Iterator[Page]:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, parse_http=False):
            if not record.headers:
                continue
            last.number += 1
            last.position, last.length = record.stream_pos, record.content_length
            if record.record_type in (WarcRecordType.response, WarcRecordType.revisit):
                page = _record_page(record, f"{origin}#{last.number}", intake)
                last.is_cut = (page.read_error or "").startswith(CUT_SHORT)
                yield page


def _is_cut_after(path: Path, last: _Last) -> bool:
    """Whether the file breaks off within the last record or holds the beginning of another."""
    with path.open("rb") as file:
        is_zipped = file.read(2) == GZIP_MAGIC
        file.seek(last.position)
        if is_zipped:
            return _is_cut_member(file)
        head = file.read(LONGEST_HEAD)
        start = head.find(HEAD_END) if last.number else -len(HEAD_END)
        end = last.position + start + len(HEAD_END) + last.length
        file.seek(0, os.SEEK_END)
        if file.tell() < end:
            return True
        file.seek(end)
        return bool(file.read(LONGEST_HEAD).strip())


def _is_cut_member(file: BinaryIO) -> bool:
    """Whether the last of the gzip members from here on lacks its end; nothing of them is kept."""
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    is_open, data = False, b""
    while data or (data := file.read(CHUNK)):
        try:
            member.decompress(data, CHUNK)
        except zlib.error:
            return True
        is_open, data = not member.eof, member.unused_data or member.unconsumed_tail
        if member.eof:
            member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    return is_open


def _record_page(record: WarcRecord, fallback: str, intake: Intake) -> Page:
    url = record.headers.get("WARC-Target-URI")
    url = redacted(urldefrag(url.strip("<> ")).url) if url else None
    origin, fetched_at = url or fallback, _date(record)
    if record.record_type == WarcRecordType.revisit:
        return intake.failure(origin, *REVISIT, url=url, fetched_at=fetched_at)
    declared = record.content_length
    if declared > intake.max_bytes:
        return intake.too_large(origin, "the record")
    record.freeze()
    held = record.content_length
    if held < declared or held == 0:
        message = f"{fallback} holds {held} of {declared} bytes; {ANEW}"
        return intake.failure(origin, CUT_SHORT, message, url=url, fetched_at=fetched_at)
    stated = _Stated.of(record)
    return _response_page(record.reader.read(), stated, origin, url, fetched_at, intake)


def _response_page(
    message: bytes, stated: _Stated, origin: str, url: str | None, fetched_at: datetime | None, intake: Intake
) -> Page:
    if stated.truncated:
        why = f"the crawler cut it off ({stated.truncated})"
        return intake.failure(origin, "truncated response", why, url=url, fetched_at=fetched_at)
    if agrees(stated.block_digest, [message]) is False:
        return intake.failure(origin, *CHANGED, url=url, fetched_at=fetched_at)
    response = _parsed(message, "none")
    if response is None:
        return intake.failure(
            origin, "bad response", "the record holds no HTTP response", url=url, fetched_at=fetched_at
        )
    fault = _fault(response)
    if fault:
        return intake.failure(origin, *fault, url=url, fetched_at=fetched_at)
    body = _body(message, response, intake.max_bytes)
    if len(body) > intake.max_bytes:
        return intake.too_large(origin, "the decoded response")
    if agrees(stated.payload_digest, _payloads(message, body)) is False:
        return intake.failure(origin, *CHANGED, url=url, fetched_at=fetched_at)
    content_type = response.http_headers.get("Content-Type")
    return intake.page(origin, body, url=url, content_type=content_type, fetched_at=fetched_at)


def _payloads(message: bytes, body: bytes) -> Iterator[bytes]:
    """What crawlers take for the payload: the decoded body, the body as it stands, and that without its chunks."""
    yield body
    yield message.partition(HEAD_END)[2]
    unchunked = _parsed(message, "transfer")
    if unchunked is not None:
        with suppress(OSError):
            yield unchunked.reader.read()


def _parsed(message: bytes, decoding: Literal["none", "transfer", "all"]) -> WarcRecord | None:
    """The HTTP message in a record of its own, so that a fault in it cannot stop the archive's iterator."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.set_bytes_content(message)
    record.is_http = True
    try:
        record.parse_http(auto_decode=decoding)
    except OSError:
        return None
    return record if record.http_headers is not None and record.http_headers.status_code else None


def _fault(response: WarcRecord) -> tuple[str, str] | None:
    headers = response.http_headers
    if headers.status_code != 200:
        return "HTTP status", f"the server answered {headers.status_code}"
    kind = (response.http_content_type or "text/html").lower()
    if kind not in READ_TYPES:
        return "content type", f"{kind} holds no article that can be read"
    declared = headers.get("Content-Length") or ""
    held = response.content_length
    if declared.isdecimal() and held < int(declared) and not headers.get("Content-Encoding"):
        return "truncated response", f"{held} of {declared} bytes came"
    return None


def _body(message: bytes, response: WarcRecord, limit: int) -> bytes:
    """The decoded body; as it stands where an archive keeps decoded bytes under their old encoding header."""
    decoded = _parsed(message, "all")
    try:
        found: bytes | None = decoded.reader.read(limit + 1) if decoded is not None else None
    except OSError:
        found = None
    return response.reader.read(limit + 1) if found is None else found


def _date(record: WarcRecord) -> datetime | None:
    when: datetime | None = record.record_date
    return when if when is None else when.astimezone(UTC)
