"""The client: one request to one host and its whole answer; no redirects, no cookies, no proxies."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

import httpcore2
import httpx2

from flows.fetching.addresses import Address
from flows.fetching.decoding import decoded
from flows.fetching.faults import (
    BAD_ADDRESS,
    BAD_CERTIFICATE,
    BAD_RESPONSE,
    CONTENT_TYPE,
    NO_CONNECTION,
    TIMEOUT,
    TOO_LARGE,
    TRUNCATED,
    FetchError,
)
from flows.fetching.wire import Allowance, PinnedBackend

KEEP_SECONDS = 15.0
OK = 200
DRAINED = 16 * 1024
LINE_END = 2  # some servers end a body with an empty line

for _name in ("httpcore2", "httpx2"):
    logging.getLogger(_name).setLevel(logging.WARNING)  # they would tell every address and header


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer may be: its content types (all where there are none), and the size of its decoded body."""

    types: frozenset[str]
    max_bytes: int


@dataclass(frozen=True, slots=True)
class Reply:
    """A server's answer; the body is decoded, and empty unless the status is 200."""

    status: int
    headers: httpx2.Headers
    body: bytes


class Line:
    """The one connection to a host, kept open between requests."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        self._backend = PinnedBackend()
        self._pool = httpcore2.ConnectionPool(
            tls, max_connections=1, keepalive_expiry=KEEP_SECONDS, network_backend=self._backend
        )

    def ask(self, address: Address, headers: Mapping[str, str], allowance: Allowance, wanted: Wanted) -> Reply:
        """The answer to a GET; raises FetchError, and the connection is then closed."""
        self._backend.allowance = allowance
        try:
            with closing(self._sent(_request(address, headers), allowance)) as response:
                return _read(response, allowance, wanted)
        except FetchError:
            self.close()
            raise
        finally:
            self._backend.allowance = None

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()

    def _sent(self, request: httpcore2.Request, allowance: Allowance) -> httpcore2.Response:
        try:
            return self._pool.handle_request(request)
        except httpcore2.LocalProtocolError:
            raise FetchError(BAD_ADDRESS, "HTTP cannot carry the address or one of the source's headers") from None
        except httpcore2.RemoteProtocolError:
            if allowance.received:
                raise FetchError(BAD_RESPONSE, "the answer is no valid HTTP", is_transient=True) from None
            raise FetchError(NO_CONNECTION, "the server broke off before it answered", is_transient=True) from None
        except (httpcore2.TimeoutException, httpcore2.NetworkError) as error:
            raise _told(error, allowance) from None


def _request(address: Address, headers: Mapping[str, str]) -> httpcore2.Request:
    url = httpcore2.URL(scheme=address.scheme, host=address.host, port=address.port, target=address.target)
    return httpcore2.Request("GET", url, headers=[("Host", address.authority), *headers.items()])


def _read(response: httpcore2.Response, allowance: Allowance, wanted: Wanted) -> Reply:
    headers = httpx2.Headers(response.headers)
    if not allowance.is_answered:
        raise FetchError(BAD_RESPONSE, "the server had answered before it was asked", is_transient=True)
    if response.status != OK:
        _drain(response, headers)
        return Reply(response.status, headers, b"")
    _check(headers, wanted)
    body = decoded(_chunks(response, allowance), headers.get("content-encoding", ""), wanted.max_bytes)
    declared = headers.get("content-length", "")
    if declared.isdecimal() and allowance.surplus(int(declared)) > LINE_END:
        raise FetchError(TRUNCATED, "the server sent more than it declared", is_transient=True)
    return Reply(response.status, headers, body)


def _check(headers: httpx2.Headers, wanted: Wanted) -> None:
    """Refuse by the headers what need not be read."""
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and wanted.types and kind not in wanted.types:
        raise FetchError(CONTENT_TYPE, f"{kind[:80]} is not what was asked for")
    declared = headers.get("content-length", "")
    if declared.isdecimal() and not headers.get("content-encoding") and int(declared[:18]) > wanted.max_bytes:
        raise FetchError(TOO_LARGE, f"its body is over {wanted.max_bytes} bytes; see run.max_document_bytes")


def _chunks(response: httpcore2.Response, allowance: Allowance) -> Iterator[bytes]:
    try:
        yield from response.iter_stream()
    except httpcore2.RemoteProtocolError:
        raise FetchError(TRUNCATED, "the answer ended too early", is_transient=True) from None
    except (httpcore2.TimeoutException, httpcore2.NetworkError) as error:
        raise _told(error, allowance) from None


def _drain(response: httpcore2.Response, headers: httpx2.Headers) -> None:
    """Read a short body that nobody wants, so that the connection can be kept."""
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:18]) <= DRAINED:
        try:
            for _ in response.iter_stream():
                pass
        except (FetchError, httpcore2.TimeoutException, httpcore2.NetworkError, httpcore2.ProtocolError):
            return


def _told(error: Exception, allowance: Allowance) -> FetchError:
    """What a fault of the network means; the library's own words may hold what must not be told."""
    cause = error.args[0] if error.args else None
    if isinstance(error, httpcore2.TimeoutException):
        return FetchError(TIMEOUT, f"it took longer than {allowance.deadline.seconds:g} seconds")
    if isinstance(cause, ssl.SSLCertVerificationError):
        return FetchError(BAD_CERTIFICATE, "the server's certificate is not valid for this host")
    if isinstance(cause, ssl.SSLError):
        return FetchError(NO_CONNECTION, "no encrypted connection could be made", is_transient=True)
    if isinstance(error, httpcore2.ConnectError):
        return FetchError(NO_CONNECTION, "the server does not take connections", is_transient=True)
    return FetchError(NO_CONNECTION, "the server broke the connection off", is_transient=True)
