"""Answers as servers give them: encodings, sizes, types, lengths, encryption, and what is sent along."""

from __future__ import annotations

import gzip
import subprocess
import sys
import threading
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import brotli
import pytest

from flows.fetching.asking import What
from flows.fetching.faults import (
    BAD_CERTIFICATE,
    CONTENT_ENCODING,
    CONTENT_TYPE,
    TIMEOUT,
    TOO_LARGE,
    TRUNCATED,
    FetchError,
)
from tests.flows.fetching.certificates import certified
from tests.flows.fetching.servers import Answer, Talk, response, serving
from tests.flows.fetching.sessions import SHORT, rules, session, site

ROOT = Path(__file__).parents[3]
TEXT = "<p>Minister meets miners — again.</p>".encode() * 300


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


ENCODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "plain": ("", bytes),
    "identity": ("identity", bytes),
    "gzip": ("gzip", gzip.compress),
    "gzip, by its old name": ("X-GZip", gzip.compress),
    "gzip of two members": ("gzip", lambda data: gzip.compress(data[:99]) + gzip.compress(data[99:])),
    "gzip with padding": ("gzip", lambda data: gzip.compress(data) + bytes(64)),
    "deflate": ("deflate", zlib.compress),
    "deflate without header": ("deflate", raw_deflate),
    "brotli": ("br", brotli.compress),
    "brotli in gzip": ("br, gzip", lambda data: gzip.compress(brotli.compress(data))),
}


def body_of(folder: Path, answer: Answer, what: What = What.PAGE, **changed: object) -> bytes:
    with serving({"/": answer}) as server, session(folder, **changed) as opened:
        return opened.get(server.url(), "desk", what).body


def fault_of(folder: Path, answer: Answer, what: What = What.PAGE, **changed: object) -> FetchError:
    with pytest.raises(FetchError) as raised:
        body_of(folder, answer, what, **changed)
    return raised.value


def fault_of_url(folder: Path, url: str, **changed: object) -> FetchError:
    with session(folder, **changed) as opened, pytest.raises(FetchError) as raised:
        opened.get(url, "desk", What.PAGE)
    return raised.value


@pytest.mark.parametrize("name", ENCODINGS)
def test_encodings_are_undone(name: str, tmp_path: Path) -> None:
    encoding, encode = ENCODINGS[name]
    assert body_of(tmp_path, response(encode(TEXT), Content_Encoding=encoding)) == TEXT


@pytest.mark.parametrize("name", ["gzip", "deflate", "deflate without header", "brotli", "brotli in gzip"])
def test_encoded_bodies_that_end_too_early_are_told(name: str, tmp_path: Path) -> None:
    encoding, encode = ENCODINGS[name]
    assert fault_of(tmp_path, response(encode(TEXT)[:-5], Content_Encoding=encoding)).reason == TRUNCATED


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd", "compress", "gzip, zstd", "x" * 3000])
def test_bodies_that_are_not_encoded_as_they_say_are_told(encoding: str, tmp_path: Path) -> None:
    error = fault_of(tmp_path, response(b"\xff\xfeplain text" * 9, Content_Encoding=encoding))
    assert error.reason == CONTENT_ENCODING
    assert len(str(error)) < 200


BOMB = """
import resource, sys
from pathlib import Path
from flows.fetching.faults import FetchError
from tests.flows.fetching.sessions import session
folder, *urls = sys.argv[1:]
with session(Path(folder), deadline=20.0) as opened:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for url in urls:
        try:
            opened.get(url, "desk")
        except FetchError as error:
            print(error.reason)
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def bombs() -> dict[str, bytes]:
    """500 MiB of zeros in 512 KiB or less, three ways, and the gzip once more in itself."""
    mebibyte = bytes(1024 * 1024)
    deflater = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = deflater.compress(mebibyte) + deflater.flush(zlib.Z_FULL_FLUSH)  # stands for itself, so it can be repeated
    zipped = gzip.compress(b"")[:10] + block * 500
    brotlier = brotli.Compressor(quality=1)
    brotlied = b"".join([brotlier.process(mebibyte) for _ in range(500)])
    return {"gzip": zipped, "deflate": b"\x78\xda" + block * 500, "br": brotlied, "gzip, gzip": gzip.compress(zipped)}


def test_a_bomb_does_not_fill_the_memory(tmp_path: Path) -> None:
    with serving() as server:
        for number, (encoding, bomb) in enumerate(bombs().items()):
            assert len(bomb) <= 512 * 1024
            server.answers[f"/{number}"] = response(bomb, Content_Encoding=encoding)
        urls = [server.url(f"/{number}") for number in range(4)]
        command = [sys.executable, "-W", "error", "-c", BOMB, str(tmp_path), *urls]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    *reasons, mebibytes = done.stdout.split("\n")[:-1]
    assert reasons == [TOO_LARGE] * 4, done.stderr
    assert int(mebibytes) < 50


def test_a_body_may_be_as_large_as_the_limit(tmp_path: Path) -> None:
    assert fault_of(tmp_path, response(b"x" * 2000), max_body_bytes=1999).reason == TOO_LARGE
    assert body_of(tmp_path, response(b"x" * 2000), max_body_bytes=2000) == b"x" * 2000


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4", "application/json", "x" * 300])
def test_other_content_types_are_refused(kind: str, tmp_path: Path) -> None:
    assert fault_of(tmp_path, response(b"...", content_type=kind)).reason == CONTENT_TYPE


@pytest.mark.parametrize("kind", ["text/html", "TEXT/HTML; charset=x", "application/xhtml+xml", "text/plain", None])
def test_pages_come_as_text(kind: str | None, tmp_path: Path) -> None:
    assert body_of(tmp_path, response(b"news", content_type=kind)) == b"news"


def test_a_gzipped_sitemap_is_unpacked(tmp_path: Path) -> None:
    zipped = response(gzip.compress(b"<urlset/>"), content_type="application/gzip")
    assert body_of(tmp_path, zipped, What.SITEMAP) == b"<urlset/>"
    assert (
        fault_of(tmp_path, response(gzip.compress(bytes(9999))), What.SITEMAP, max_body_bytes=999).reason == TOO_LARGE
    )


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        HEAD + b"Content-Length: 100\r\n\r\n" + b"x" * 99,
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n500\r\nhello",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
    ],
    ids=["length", "no last chunk", "chunk cut short", "no chunk"],
)
def test_an_answer_that_ends_too_early_is_told(sent: bytes, tmp_path: Path) -> None:
    def cut(talk: Talk) -> None:
        talk.send(sent)
        raise OSError

    assert fault_of(tmp_path, cut).reason == TRUNCATED


def test_bytes_beyond_the_length_are_no_answer_to_the_next_question(tmp_path: Path) -> None:
    sent = threading.Event()

    def late(talk: Talk) -> None:
        sent.clear()  # the client asks again where both came at once
        talk.send(response(b"one"))
        try:
            talk.arrive(response(b"a page that nobody asked for"))
        finally:
            sent.set()

    with serving({"/1": late, "/2": response(b"two")}) as server, session(tmp_path) as opened:
        for _ in range(9):
            with suppress(FetchError):
                assert opened.get(server.url("/1"), "desk", What.PAGE).body == b"one"
            assert sent.wait(5)
            assert opened.get(server.url("/2"), "desk", What.PAGE).body == b"two"


def test_an_empty_line_behind_the_body_is_no_lie(tmp_path: Path) -> None:
    assert body_of(tmp_path, response(b"one") + b"\r\n") == b"one"


def test_no_cookies_are_kept_and_the_contact_is_told(tmp_path: Path) -> None:
    with serving() as server, session(tmp_path) as opened:
        server.otherwise = response(b"news", Set_Cookie="id=1; Path=/")
        for _ in range(2):
            opened.get(server.url(), "desk", What.PAGE)
        assert "cookie" not in server.hits[-1].headers
        assert server.hits[-1].headers["user-agent"] == rules().user_agent
        assert server.hits[-1].headers["user-agent"].endswith(" (+desk@dateline.example)")
        assert server.connections == 1


@pytest.mark.parametrize("contact", ["", " ", "a\r\nb", "née@x.example", " x"])
def test_the_contact_must_be_one_that_http_can_carry(contact: str) -> None:
    with pytest.raises(ValueError, match=r"fetch\.contact"):
        rules(contact=contact)


@pytest.mark.parametrize(("name", "value"), [("X Y", "v"), ("", "v"), ("X", "a\r\nHost: b"), ("X", "canary\n")])
def test_headers_must_be_such_that_http_can_carry_them(name: str, value: str) -> None:
    with pytest.raises(ValueError, match="source desk") as raised:
        site(headers={name: value})
    assert "canary" not in str(raised.value)


def test_a_certificate_must_be_valid_for_the_name(tmp_path: Path) -> None:
    server_side, client_side = certified(tmp_path, "news.example")
    with serving(tls=server_side) as server:
        server.otherwise = response(b"news")
        allowed = site(allow_hosts=frozenset({"news.example", "other.example"}))
        with session(tmp_path, [allowed], resolve=lambda *_: ("127.0.0.1",), tls=client_side) as opened:
            assert opened.get(server.url("/", "news.example"), "desk", What.PAGE).body == b"news"
            assert server.hits[-1].headers["host"] == f"news.example:{server.port}"
            with pytest.raises(FetchError, match=BAD_CERTIFICATE):
                opened.get(server.url("/", "other.example"), "desk", What.PAGE)


def test_a_certificate_of_nobody_is_refused(tmp_path: Path) -> None:
    server_side, _ = certified(tmp_path, "127.0.0.1")
    with serving(tls=server_side) as server:
        assert fault_of_url(tmp_path, server.url()).reason == BAD_CERTIFICATE


def test_encryption_with_a_server_that_has_none_fails(tmp_path: Path) -> None:
    with serving() as server:
        assert fault_of_url(tmp_path, server.url().replace("http:", "https:"), deadline=SHORT).reason == TIMEOUT
