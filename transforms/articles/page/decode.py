"""What a stored page holds: its markup or its text, with the fields that came beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from schemas.records import Page, Reject
from transforms.articles import limits
from transforms.articles.page.charset import text_of, without_halves
from transforms.articles.page.mojibake import find_mojibake, repaired

RECORD_TYPE = "application/vnd.dateline.record+json"
_MARKUP_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = ("text/", "application/xml", "application/octet-stream", "application/x-unknown")
# What files of other kinds start with; servers send them under the name of HTML.
_BINARY_STARTS = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"OggS",
    b"ID3",
    b"\x7fELF",
)
REPAIRED, GARBLED, LOST = "mojibake repaired", "mojibake", "characters lost"
_MARKUP_STARTS = ("<!doctype html", "<html", "<head", "<body", "<?xml", "<!--", "<meta", "<div", "<article", "<p>")


@dataclass(frozen=True, slots=True)
class Document:
    """A page's content: `html` or `text` is set, never both; title, authors and so on are the record's own fields.

    `flags` are those of codes.ARTICLE_FLAGS that the bytes have earned.
    """

    page: Page
    url: str | None
    html: str | None = None
    text: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    flags: tuple[str, ...] = ()


def decode(page: Page) -> Document | Reject:
    """The document in a page's bytes, or the reason why there is none."""
    if page.read_error is not None:
        reason, _, message = page.read_error.partition(":")
        return refuse(page, "load", reason.strip(), message.strip() or page.read_error)
    if len(page.body) > limits.MAX_BYTES:
        return _too(page, "too large", len(page.body), "bytes", limits.MAX_BYTES)
    kind = _media_type(page.content_type)
    found = _record(page) if kind == RECORD_TYPE else _content(page, kind)
    return found if isinstance(found, Reject) else _checked(_mended(found))


def refuse(page: Page, stage: str, reason: str, message: str) -> Reject:
    """A reject that names the page it stands for."""
    return Reject(page.page_id, page.source_id, page.origin, page.url, stage, reason, message, page.fetched_at)


def _content(page: Page, kind: str | None) -> Document | Reject:
    if kind is not None and kind not in _MARKUP_TYPES and not kind.startswith(_TEXT_TYPES):
        return refuse(page, "decode", "unsupported type", f"{kind} is neither text nor HTML")
    is_binary = page.body.startswith(_BINARY_STARTS)
    text = None if is_binary else text_of(page.body, page.content_type)
    if text is None:
        return refuse(page, "decode", "not text", "the bytes are no text in any known encoding")
    if not text.strip():
        return refuse(page, "decode", "empty", "the document holds no text")
    if kind in _MARKUP_TYPES or (kind != "text/plain" and _looks_like_markup(text)):
        return Document(page, page.url, html=text)
    return Document(page, page.url, text=text)


def _record(page: Page) -> Document | Reject:
    try:
        fields = json.loads(page.body)
    except (ValueError, RecursionError) as error:
        return refuse(page, "decode", "bad record", f"the record is no JSON: {error}")
    if not isinstance(fields, dict):
        return refuse(page, "decode", "bad record", "the record is no JSON object")
    html, text = _string(fields, "html"), _string(fields, "text")
    if html is None and text is None:
        return refuse(page, "decode", "empty", "the record has neither html nor text")
    return Document(
        page,
        _string(fields, "url") or page.url,
        html=html,
        text=None if html else text,
        title=_string(fields, "title"),
        authors=_names(fields.get("authors")),
        published=_string(fields, "published"),
        language=_string(fields, "language"),
    )


def _mended(document: Document) -> Document:
    """The document with mojibake repaired where it is certain, and flags for what is wrong with its characters."""
    content = document.html or document.text or ""
    found = find_mojibake(content)
    if found is None:
        return document
    if not found.is_certain:
        return replace(document, flags=(GARBLED,))
    return replace(
        document,
        html=document.html and repaired(document.html, found.charset),
        text=document.text and repaired(document.text, found.charset),
        title=document.title and repaired(document.title, found.charset),
        authors=tuple(repaired(name, found.charset) for name in document.authors),
        flags=(REPAIRED,),
    )


def _checked(document: Document) -> Document | Reject:
    """The document, or a reject where its plain text is beyond the limits; those of markup need the parsed tree."""
    page, text = document.page, document.text or ""
    if len(text) > limits.MAX_CHARACTERS:
        return _too(page, "too much text", len(text), "characters", limits.MAX_CHARACTERS)
    lines = text.count("\n") + 1
    if lines > limits.MAX_LINES:
        return _too(page, "too many lines", lines, "lines", limits.MAX_LINES)
    return document


def _too(page: Page, reason: str, found: int, unit: str, limit: int) -> Reject:
    return refuse(page, "decode", reason, f"{found:,} {unit}; the limit is {limit:,}")


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    return without_halves(value) if isinstance(value, str) and value.strip() else None


def _names(value: object) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(without_halves(name.strip()) for name in values if isinstance(name, str) and name.strip())


def _media_type(content_type: str | None) -> str | None:
    return (content_type or "").split(";")[0].strip().lower() or None


def _looks_like_markup(text: str) -> bool:
    return text[:2_000].lstrip().lower().startswith(_MARKUP_STARTS)
