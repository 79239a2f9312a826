"""The text behind bytes: byte order mark, declared charset, then the bytes themselves."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What browsers read under these names; the narrow standard would lose quotation marks and dashes.
_WIDER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}
_SEVEN_BIT = ("iso2022", "iso-2022", "hz", "utf-7", "utf-16", "utf-32")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_HALVES = re.compile("[\ud800-\udfff]")
_HEAD = 4_096
_SAMPLE = 65_536
_MAX_DAMAGE = 0.005


def text_of(body: bytes, content_type: str | None = None) -> str | None:
    """The bytes as text with line ends as newlines; None where they are no text in any encoding that fits."""
    if not body:
        return ""
    declared = declared_charset(body, content_type)
    text = _by_mark(body) or _by_seven_bit_label(body, declared)
    if text is None and b"\0" in body[:_SAMPLE]:
        return None
    if text is None:
        text = _strictly(body, "utf-8") or _by_label(body, declared) or _nearly(body, "utf-8") or _by_guess(body)
    return None if text is None else text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def without_halves(text: str) -> str:
    """The text with lone surrogates, as JSON escapes leave them, replaced: no file can hold them."""
    return _HALVES.sub("\ufffd", text)


def declared_charset(body: bytes, content_type: str | None) -> str | None:
    """Python's name for the charset that the header, else the page itself, declares; None where it is unknown."""
    head = body[:_HEAD]
    in_header = _CHARSET.search(content_type or "")
    in_page = _META_CHARSET.search(head) or _XML_ENCODING.search(head)
    names = [in_header.group(1) if in_header else None, in_page.group(1).decode("ascii") if in_page else None]
    return next((known for name in names if name and (known := _known(name))), None)


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    return found.name if found._is_text_encoding else None


def _by_mark(body: bytes) -> str | None:
    return next((_strictly(body, name) for mark, name in _BOMS if body.startswith(mark)), None)


def _by_seven_bit_label(body: bytes, declared: str | None) -> str | None:
    return _strictly(body, declared) if declared and declared.startswith(_SEVEN_BIT) else None


def _by_label(body: bytes, declared: str | None) -> str | None:
    if declared is None:
        return None
    name = _WIDER.get(declared, declared)
    return _strictly(body, name) or _nearly(body, name)


def _strictly(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _nearly(body: bytes, name: str) -> str | None:
    """A text with a cut or garbled character here and there is still that text."""
    try:
        text = body.decode(name, errors="replace")
    except (UnicodeDecodeError, UnicodeError):
        return None
    return text if text.count("\ufffd") <= max(1, _MAX_DAMAGE * len(text)) else None


def _by_guess(body: bytes) -> str | None:
    best = from_bytes(body[:_SAMPLE]).best()
    return None if best is None else body.decode(best.encoding, errors="replace")
