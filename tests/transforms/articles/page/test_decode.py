import json
from datetime import UTC, datetime
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Page, Reject
from transforms.articles import limits
from transforms.articles.page.decode import RECORD_TYPE, Document, decode

FETCHED = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def page(body: bytes, content_type: str | None = "text/plain", read_error: str | None = None) -> Page:
    digest = sha256(body).hexdigest()
    return Page("p1", "harbour", "a.txt", "https://harbour.example/a", content_type, body, digest, FETCHED, read_error)


def record(**fields: object) -> Page:
    return page(json.dumps(fields).encode(), RECORD_TYPE)


def reject_of(found: Document | Reject) -> tuple[str, str]:
    assert isinstance(found, Reject)
    return found.stage, found.reason


def test_plain_text_is_text_even_where_it_mentions_markup() -> None:
    found = decode(page(b"<p> is a tag."))
    assert isinstance(found, Document)
    assert (found.text, found.html) == ("<p> is a tag.", None)


@pytest.mark.parametrize("content_type", ["text/html", "application/xhtml+xml", "TEXT/HTML; charset=utf-8"])
def test_markup_is_html(content_type: str) -> None:
    found = decode(page(b"<p>The port is open.</p>", content_type))
    assert isinstance(found, Document)
    assert (found.text, found.html) == (None, "<p>The port is open.</p>")


@pytest.mark.parametrize("body", [b"<!DOCTYPE html><p>Open.", b"\n <HTML><body>Open.", b"<?xml version='1.0'?><html/>"])
def test_without_a_type_the_start_tells_markup(body: bytes) -> None:
    found = decode(page(body, None))
    assert isinstance(found, Document)
    assert found.html is not None


def test_a_record_brings_its_own_fields() -> None:
    found = decode(
        record(
            id="7",
            url="https://gazette.example/7",
            text="Open.",
            title="Port",
            authors=["Ada L."],
            published="2026-03-01",
        )
    )
    assert isinstance(found, Document)
    assert (found.url, found.text, found.title) == ("https://gazette.example/7", "Open.", "Port")
    assert (found.authors, found.published) == (("Ada L.",), "2026-03-01")


def test_a_record_may_name_its_author_as_one_string_and_leave_its_url_to_the_page() -> None:
    found = decode(record(html="<p>Open.</p>", authors="Ada L.", title=7, text=""))
    assert isinstance(found, Document)
    assert (found.authors, found.url, found.title) == (("Ada L.",), "https://harbour.example/a", None)


def test_markup_outranks_text_in_a_record_that_has_both() -> None:
    found = decode(record(html="<p>Open.</p>", text="Open."))
    assert isinstance(found, Document)
    assert (found.html, found.text) == ("<p>Open.</p>", None)


@pytest.mark.parametrize(
    ("given_page", "expected"),
    [
        (page(b"", read_error="not found: no such file"), ("load", "not found")),
        (page(b" \n\t "), ("decode", "empty")),
        (page(b"%PDF-1.7", "application/pdf"), ("decode", "unsupported type")),
        (page(bytes(range(256)) * 8), ("decode", "not text")),
        (page(b"{", RECORD_TYPE), ("decode", "bad record")),
        (page(b"[]", RECORD_TYPE), ("decode", "bad record")),
        (page(b'{"title": "Port"}', RECORD_TYPE), ("decode", "empty")),
    ],
)
def test_what_cannot_be_read_is_rejected_with_stage_and_reason(given_page: Page, expected: tuple[str, str]) -> None:
    assert reject_of(decode(given_page)) == expected


def test_a_page_beyond_the_limit_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 10)
    assert reject_of(decode(page(b"x" * 11))) == ("decode", "too large")
    assert isinstance(decode(page(b"x" * 10)), Document)


def test_a_reject_names_its_page_and_is_dated_by_its_fetch() -> None:
    found = decode(page(b"", read_error="not found: no such file"))
    assert isinstance(found, Reject)
    assert (found.page_id, found.origin, found.message, found.seen_at) == ("p1", "a.txt", "no such file", FETCHED)


@given(st.binary(max_size=200), st.sampled_from([None, "text/plain", "text/html", RECORD_TYPE, "image/png", ";"]))
def test_every_page_becomes_a_document_or_a_reject(body: bytes, content_type: str | None) -> None:
    assert isinstance(decode(page(body, content_type)), (Document, Reject))
