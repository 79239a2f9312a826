"""Documents that name articles, made safe for their parsers: unpacked within a limit, decoded, without a DTD."""

from __future__ import annotations

import re
import zlib

from flows.sources.items import UnreadableError
from transforms.articles.page.charset import text_of

MAX_UNPACKED = 50 * 1024 * 1024
GZIP_MAGIC = b"\x1f\x8b"
_BESIDE = re.compile(r"\s+|<\?.*?\?>|<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[<>]*(\[[^\]]*\]\s*)?>", re.IGNORECASE)
_UNMARKED = {b"<\0": b"\xff\xfe", b"\0<": b"\xfe\xff"}


def unpacked(body: bytes) -> bytes:
    """The document itself where the body is a gzip file; raises UnreadableError where it is broken or too large."""
    if not body.startswith(GZIP_MAGIC):
        return body
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = member.decompress(body, MAX_UNPACKED + 1)
    except zlib.error as error:
        raise UnreadableError("bad gzip", str(error)) from None
    if len(found) > MAX_UNPACKED:
        raise UnreadableError("too large", f"it unpacks to more than {MAX_UNPACKED} bytes")
    if not member.eof:
        raise UnreadableError("bad gzip", "the file is cut short")
    return found


def document_text(body: bytes, content_type: str | None) -> str:
    """The document as text, by its mark, its header or its declaration, and as what it must be where these err."""
    held = unpacked(body)
    text = text_of(_UNMARKED.get(held[:2], b"") + held, content_type)
    if text is None:
        raise UnreadableError("not text", "the bytes are no text in any known encoding")
    return text


def without_prolog(text: str) -> str:
    """XML from its first element on; raises UnreadableError where a DTD declares anything that could be expanded."""
    start = _past_misc(text, 0)
    if text[start : start + 9].upper() == "<!DOCTYPE":
        found = _DOCTYPE.match(text, start)
        if found is None or re.search(r"<!ENTITY|%", found.group(1) or "", re.IGNORECASE):
            raise UnreadableError("entities declared", "a DTD that declares entities is not read")
        start = _past_misc(text, found.end())
    return text[start:]


def _past_misc(text: str, start: int) -> int:
    while found := _BESIDE.match(text, start):
        start = found.end()
    return start
