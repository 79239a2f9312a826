"""Decoding: content encodings undone piece by piece, so that a small answer cannot fill the memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import Protocol

import brotli

from flows.fetching.faults import CONTENT_ENCODING, TOO_LARGE, TRUNCATED, FetchError

PIECE = 64 * 1024
MOST_ENCODINGS = 2
ACCEPTED = "gzip, deflate, br"
GZIP_MAGIC = b"\x1f\x8b"


class Decoder(Protocol):
    """Undoes one encoding."""

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What the bytes hold, in bounded pieces."""

    def is_whole(self) -> bool:
        """Whether the encoded data came to its end."""


class Inflate:
    """Undoes gzip, also of several members, and deflate, with or without its header."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._inflater = zlib.decompressobj(window)
        self._is_begun = False

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What the bytes hold, in bounded pieces."""
        while data:
            if self._inflater.eof:
                if not data.startswith(GZIP_MAGIC):  # some servers pad what they send
                    return
                self._inflater = zlib.decompressobj(self._window)
            yield self._piece(data)
            data = self._inflater.unconsumed_tail or self._inflater.unused_data

    def _piece(self, data: bytes) -> bytes:
        try:
            return self._inflater.decompress(data, PIECE)
        except zlib.error:
            if self._is_begun or self._window != zlib.MAX_WBITS:
                raise
            self._inflater = zlib.decompressobj(-zlib.MAX_WBITS)
            return self._inflater.decompress(data, PIECE)
        finally:
            self._is_begun = True

    def is_whole(self) -> bool:
        """Whether the last member came to its end."""
        return self._inflater.eof


class Brotli:
    """Undoes brotli."""

    def __init__(self) -> None:
        self._decompressor = brotli.Decompressor()

    def pieces(self, data: bytes) -> Iterator[bytes]:
        """What the bytes hold, in bounded pieces."""
        piece = self._decompressor.process(data, output_buffer_limit=PIECE)
        while piece:
            yield piece
            piece = b"" if self.is_whole() else self._decompressor.process(b"", output_buffer_limit=PIECE)

    def is_whole(self) -> bool:
        """Whether the data came to its end."""
        return bool(self._decompressor.is_finished())


def decoded(chunks: Iterable[bytes], content_encoding: str, limit: int) -> bytes:
    """The decoded body; raises FetchError where it is over the limit, broken, cut short or in another encoding."""
    decoders = [_decoder(name) for name in reversed(_names(content_encoding))]
    body = bytearray()
    try:
        for chunk in chunks:
            for piece in _through(decoders, chunk):
                body += piece
                if len(body) > limit:
                    raise FetchError(TOO_LARGE, f"its body is over {limit} bytes; see run.max_document_bytes")
    except (zlib.error, brotli.error):
        raise FetchError(CONTENT_ENCODING, f"its body is no valid {content_encoding[:40]}") from None
    except FetchError:
        body.clear()  # an exception keeps this frame, and with it the body, until the garbage is collected
        raise
    if body and not all(decoder.is_whole() for decoder in decoders):
        raise FetchError(TRUNCATED, f"its {content_encoding[:40]} body ends too early", is_transient=True)
    return bytes(body)


def _names(content_encoding: str) -> list[str]:
    names = [name.strip().lower() for name in content_encoding.split(",")]
    applied = [name for name in names if name not in ("", "identity")]
    if len(applied) > MOST_ENCODINGS:
        raise FetchError(CONTENT_ENCODING, f"its body is encoded {len(applied)} times over")
    return applied


def _decoder(name: str) -> Decoder:
    if name in ("gzip", "x-gzip"):
        return Inflate(zlib.MAX_WBITS | 16)
    if name == "deflate":
        return Inflate(zlib.MAX_WBITS)
    if name == "br":
        return Brotli()
    raise FetchError(CONTENT_ENCODING, f"the server sent {name[:40]!r}, which was not asked for")


def _through(decoders: list[Decoder], chunk: bytes) -> Iterator[bytes]:
    """A chunk through all decoders, one bounded piece at a time."""
    if not decoders:
        yield chunk
        return
    for piece in decoders[0].pieces(chunk):
        yield from _through(decoders[1:], piece)
