"""Whatever a server sends, something is known of it in time: a document or a reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flows.fetching.asking import What
from flows.fetching.decoding import decoded
from flows.fetching.faults import CONTENT_ENCODING, FetchError
from flows.fetching.session import Session
from tests.flows.fetching.servers import Server, Talk, serving
from tests.flows.fetching.sessions import session

LINES = st.sampled_from(
    [
        *(b"HTTP/1.1 200 OK", b"HTTP/1.0 200", b"HTTP/1.1 100 Continue", b"HTTP/1.1 404 x", b"HTTP/1.1 302 x", b""),
        *(b"Content-Length: 5", b"Content-Length: 0", b"Content-Length: 99999999999", b"Content-Length: -1"),
        *(b"Transfer-Encoding: chunked", b"Transfer-Encoding: gzip, chunked", b"Content-Encoding: gzip"),
        *(
            b"Content-Encoding: br",
            b"Content-Encoding: deflate",
            b"Location: /",
            b"Location: \xff//",
            b"Retry-After: 9",
        ),
        *(b"Content-Type: text/html", b"Content-Type: \xe9;;", b"ETag: \x01", b"Connection: close", b" folded", b": x"),
        *(b"5", b"hello", b"0", b"\x1f\x8b\x08", b"x" * 3000, b"\x00", b"Upgrade: x", b"Set-Cookie: a=b"),
    ]
)
ANSWERS = st.one_of(
    st.binary(max_size=200),
    st.lists(LINES, max_size=12).map(b"\r\n".join),
    st.lists(LINES, max_size=12).map(lambda lines: b"HTTP/1.1 200 OK\r\n" + b"\r\n".join(lines)),
)


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Session]]:
    with serving() as server, session(tmp_path_factory.mktemp("line"), deadline=2.0, attempts=1) as opened:
        yield server, opened


@pytest.mark.fuzz
@given(ANSWERS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5000 + b"\r\n\r\n")
@example(b"HTTP/1.1 200 OK\r\nContent-Length: 5, 5\r\n\r\nhello")
def test_any_bytes_are_an_answer_or_a_reason(line: tuple[Server, Session], sent: bytes) -> None:
    server, opened = line

    def answer(talk: Talk) -> None:
        talk.send(sent)
        raise OSError

    server.answers["/"] = answer
    try:
        found = opened.get(server.url(), "desk", What.PAGE)
    except FetchError as error:
        assert str(error).startswith(error.reason)
    else:
        assert len(found.body) <= len(sent)
    finally:
        opened._hosts.close()
        opened._hosts._hosts.clear()  # what one answer asks for, a wait say, is not to hold for the next


@pytest.mark.fuzz
@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "gzip, br", "identity", "", "x,,gzip"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, encoding: str) -> None:
    try:
        assert len(decoded([data[:7], data[7:]], encoding, 1000)) <= 1000
    except FetchError as error:
        assert error.reason
    else:
        assert encoding != "x,,gzip"


def test_many_encodings_are_refused() -> None:
    with pytest.raises(FetchError, match=CONTENT_ENCODING):
        decoded([b"x"], ", ".join(["gzip"] * 99), 1000)
