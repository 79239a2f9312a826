"""Web archives: what each response record becomes, and what broken archives say of themselves."""

import base64
import gzip
import hashlib
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from flows.sources.intake import Intake
from flows.sources.warc import read_warc
from schemas.records import Page
from tests.flows.sources.archives import ARCHIVES, http, record, zipped

HEAD_END = b"\r\n\r\n"
NOW = datetime(2026, 4, 1, tzinfo=UTC)
FIRST = record("https://a.example/1", http(b"<p>first</p>"))
SECOND = record("https://a.example/2", http(b"<p>second</p>" * 500))
THIRD = record("https://a.example/3", http(b"<p>third</p>"))


def read(folder: Path, content: bytes, max_bytes: int = 1_000_000) -> list[Page]:
    path = folder / "pages.warc.gz"
    path.write_bytes(content)
    return list(read_warc(path, "pages.warc.gz", Intake("crawl", NOW, max_bytes)))


@pytest.mark.parametrize("content", [FIRST + SECOND, zipped(FIRST, SECOND)], ids=["plain", "gzipped"])
def test_each_response_becomes_a_page_at_its_target(tmp_path: Path, content: bytes) -> None:
    first, second = read(tmp_path, content)
    assert (first.origin, first.url, first.body) == ("https://a.example/1", "https://a.example/1", b"<p>first</p>")
    assert first.content_type == "text/html; charset=utf-8"
    assert first.fetched_at == datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert (first.source_id, first.read_error, second.read_error) == ("crawl", None, None)


def test_requests_and_other_records_are_passed_over(tmp_path: Path) -> None:
    request = record("https://a.example/1", b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n", kind="request")
    assert [page.origin for page in read(tmp_path, request + FIRST)] == ["https://a.example/1"]


@pytest.mark.parametrize(
    ("message", "body"),
    [
        (http(gzip.compress(b"<p>zip</p>", mtime=0), extra="Content-Encoding: gzip\r\n"), b"<p>zip</p>"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
            b"hello",
        ),
        (http(b"<p>kept decoded</p>", extra="Content-Encoding: gzip\r\n"), b"<p>kept decoded</p>"),
    ],
    ids=["gzip", "chunked", "decoded under its old header"],
)
def test_bodies_are_decoded(tmp_path: Path, message: bytes, body: bytes) -> None:
    first, second = read(tmp_path, record("https://a.example/x", message) + THIRD)
    assert first.body == body
    assert second.origin == "https://a.example/3"


@pytest.mark.parametrize(
    ("message", "error"),
    [
        (http(b"gone", status="404 Not Found"), "HTTP status: the server answered 404"),
        (http(b"", status="301 Moved"), "HTTP status: the server answered 301"),
        (http(b"GIF89a", kind="image/gif"), "content type: image/gif holds no article that can be read"),
        (b"nothing of HTTP", "bad response: the record holds no HTTP response"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 50\r\n\r\nshort",
            "truncated response: 5 of 50 bytes came",
        ),
    ],
)
def test_a_response_without_an_article_says_why(tmp_path: Path, message: bytes, error: str) -> None:
    first, second = read(tmp_path, record("https://a.example/x", message) + THIRD)
    assert (first.origin, first.read_error) == ("https://a.example/x", error)
    assert second.read_error is None


def test_a_record_cut_short_is_no_page_of_its_first_half(tmp_path: Path) -> None:
    for content in ((FIRST + SECOND)[:-900], zipped(FIRST, SECOND)[:-20]):
        first, second = read(tmp_path, content)
        assert first.read_error is None
        assert second.origin == "https://a.example/2"
        assert second.read_error is not None
        assert second.read_error.startswith("truncated archive: pages.warc.gz#2 holds ")


@pytest.mark.parametrize(
    ("content", "boundary", "slack"),
    [(FIRST + THIRD, len(FIRST), 4), (zipped(FIRST, THIRD), len(zipped(FIRST)), 0)],
    ids=["plain", "gzipped"],
)
def test_an_archive_cut_anywhere_says_so(tmp_path: Path, content: bytes, boundary: int, slack: int) -> None:
    """Only a cut between two records cannot be seen; `slack` is the blank lines that end a record."""
    for cut in range(1, len(content) - slack):
        if not boundary - slack <= cut <= boundary:
            pages = read(tmp_path, content[:cut])
            assert [page for page in pages if page.read_error is not None], cut


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    broken = zipped(SECOND)
    content = zipped(FIRST) + broken[:60] + b"xxxx" + broken[64:] + zipped(THIRD)
    first, rest = read(tmp_path, content)
    assert first.read_error is None
    assert rest.origin == "pages.warc.gz"
    assert rest.read_error == "bad archive: Gzip decompression error: data error after record 1; fetch the file anew"


def test_a_file_that_is_no_archive(tmp_path: Path) -> None:
    (page,) = read(tmp_path, b"plain words\n" * 20)
    assert page.read_error == "bad archive: Invalid WARC header after record 0; fetch the file anew"


def test_lying_lengths_are_caught(tmp_path: Path) -> None:
    too_long = record("https://a.example/x", http(b"x" * 100), length=50_000)
    (page,) = read(tmp_path, too_long + SECOND)
    assert page.read_error is not None
    assert page.read_error.startswith("truncated archive: ")


def test_the_size_limit_holds_before_and_after_decoding(tmp_path: Path) -> None:
    bomb = record("https://a.example/b", http(gzip.compress(b"0" * 3_000_000), extra="Content-Encoding: gzip\r\n"))
    large = record("https://a.example/l", http(b"x" * 300_000))
    bomb_page, large_page, last = read(tmp_path, bomb + large + THIRD, max_bytes=100_000)
    assert bomb_page.read_error == "too large: the decoded response is over 100000 bytes; see run.max_document_bytes"
    assert large_page.read_error == "too large: the record is over 100000 bytes; see run.max_document_bytes"
    assert last.body == b"<p>third</p>"


def digest(data: bytes) -> str:
    return "sha1:" + base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
ZIPPED = http(gzip.compress(b"<p>zip</p>", mtime=0), extra="Content-Encoding: gzip\r\n")


@pytest.mark.parametrize(
    ("message", "stated", "agrees"),
    [
        (http(b"<p>a</p>"), f"WARC-Block-Digest: {digest(http(b'<p>a</p>'))}\r\n", True),
        (http(b"<p>a</p>"), f"WARC-Block-Digest: {digest(http(b'<p>b</p>'))}\r\n", False),
        (http(b"<p>a</p>"), f"WARC-Payload-Digest: {digest(b'<p>a</p>')}\r\n", True),
        (http(b"<p>a</p>"), f"WARC-Payload-Digest: {digest(b'<p>b</p>')}\r\n", False),
        (CHUNKED, f"WARC-Payload-Digest: {digest(b'hello')}\r\n", True),
        (CHUNKED, f"WARC-Payload-Digest: {digest(CHUNKED.partition(HEAD_END)[2])}\r\n", True),
        (ZIPPED, f"WARC-Payload-Digest: {digest(b'<p>zip</p>')}\r\n", True),
        (ZIPPED, f"WARC-Payload-Digest: {digest(gzip.compress(b'<p>zip</p>', mtime=0))}\r\n", True),
        (http(b"<p>a</p>"), "WARC-Payload-Digest: crc:1\r\n", True),
    ],
)
def test_digests_are_checked(tmp_path: Path, message: bytes, stated: str, agrees: bool) -> None:
    first, second = read(tmp_path, record("https://a.example/x", message, extra=stated) + THIRD)
    assert (first.read_error is None) is agrees
    assert agrees or (first.read_error or "").startswith("digest mismatch: ")
    assert second.read_error is None


def test_what_the_crawler_cut_off_is_no_page(tmp_path: Path) -> None:
    (page,) = read(tmp_path, record("https://a.example/x", http(b"<p>a"), extra="WARC-Truncated: length\r\n"))
    assert page.read_error == "truncated response: the crawler cut it off (length)"


def test_a_revisit_says_so(tmp_path: Path) -> None:
    again = record("https://a.example/1", b"HTTP/1.1 200 OK\r\n\r\n", kind="revisit")
    first, second = read(tmp_path, FIRST + again)
    assert (first.read_error, second.origin) == (None, "https://a.example/1")
    assert (second.read_error or "").startswith("revisit: ")


def test_addresses_lose_their_secrets_and_fragments(tmp_path: Path) -> None:
    (page,) = read(tmp_path, record("https://u:canary@a.example/1?token=canary#top", http(b"<p>a</p>")))
    assert page.origin.startswith("https://a.example/1?token=~")
    assert "canary" not in f"{page.origin} {page.url}"
    assert "#" not in page.origin


@pytest.mark.fuzz
@given(ARCHIVES)
def test_no_damage_raises(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        for page in read(Path(folder), content, max_bytes=100_000):
            assert page.read_error is None or ": " in page.read_error
