"""Hostile pages: bytes as the web has them where it is at its worst, with what must become of each.

`article` as the fate means that the page is an article in spite of everything.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from schemas.records import Page

FETCHED_AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
SENTENCE = "The harbour office said on Tuesday that the bridge over the river would open again before the end of March."
PARAGRAPHS = "".join(f"<p>{SENTENCE} Lorry number {n} will cross first.</p>" for n in range(6))
HTML, TEXT = "text/html", "text/plain"


@dataclass(frozen=True, slots=True)
class Hostile:
    """A page by name; `make` writes it, `fate` is the reason of its reject, or `article`."""

    name: str
    fate: str
    make: Callable[[], bytes]
    content_type: str = HTML


def page_of(body: bytes, content_type: str = HTML, url: str | None = None) -> Page:
    """A page of these bytes."""
    digest = sha256(body).hexdigest()
    return Page("p" + digest[:20], "hostile", "hostile", url, content_type, body, digest, FETCHED_AT)


def html(body: str, head: str = "") -> bytes:
    """A page around a body."""
    return f"<html><head><title>A bridge reopens</title>{head}</head><body>{body}</body></html>".encode()


def _noise(count: int, first: int = 0) -> bytes:
    chance = random.Random(7)
    return bytes(chance.randrange(first, 256) for _ in range(count))


def _misread(text: str, charset: str) -> bytes:
    return "".join(bytes((b,)).decode(charset, errors="ignore") or chr(b) for b in text.encode()).encode()


def _numbered(count: int, markup: str) -> str:
    return "".join(markup.format(n=n) for n in range(count))


def hostile_pages() -> Iterator[Hostile]:
    """All of them."""
    yield from _bytes()
    yield from _trees()
    yield from _heads()
    yield from _texts()


def _bytes() -> Iterator[Hostile]:
    yield Hostile("no bytes", "empty", bytes)
    yield Hostile("blanks", "empty", lambda: b" \n\t" * 100_000)
    yield Hostile("noise", "not text", lambda: _noise(300_000))
    yield Hostile("noise without zeros", "not text", lambda: _noise(100_000, 1))
    yield Hostile("noise called latin-1", "not text", lambda: _noise(100_000, 1), "text/html; charset=iso-8859-1")
    yield Hostile("a PDF called HTML", "not text", lambda: b"%PDF-1.4\n" + b"stream of letters " * 1000)
    yield Hostile("gzip called HTML", "not text", lambda: gzip.compress(html(PARAGRAPHS), mtime=0))
    yield Hostile("over twenty megabytes", "too large", lambda: b"a" * 20_000_001)
    yield Hostile("utf-8 called utf-16", "article", lambda: html(PARAGRAPHS), "text/html; charset=utf-16")
    yield Hostile("an unknown charset", "article", lambda: html(PARAGRAPHS), "text/html; charset=klingon")
    yield Hostile("zeros between letters", "not text", lambda: "\0".join(SENTENCE).encode())
    yield Hostile(
        "misread once", "article", lambda: _misread(html(PARAGRAPHS.replace("river", "rivière")).decode(), "cp1252")
    )
    yield Hostile("half a character", "article", lambda: html(PARAGRAPHS + "<p>é")[:-1] + b"\xc3")


def _trees() -> Iterator[Hostile]:
    yield Hostile("a million nested tags", "tree too deep", lambda: html("<div>" * 1_000_000 + SENTENCE))
    yield Hostile("a million spans", "tree too deep", lambda: html("<span>" * 1_000_000 + SENTENCE))
    yield Hostile("three hundred deep", "tree too deep", lambda: html("<div>" * 300 + PARAGRAPHS))
    yield Hostile("nested to the limit", "article", lambda: html("<div>" * 190 + PARAGRAPHS))
    yield Hostile("many elements", "too many elements", lambda: html("<b>x</b>" * 200_000))
    yield Hostile("many breaks", "article", lambda: html(PARAGRAPHS + "word<br>" * 28_000))
    yield Hostile("many headlines", "article", lambda: html(_numbered(2_500, "<h1>Bridge {n} opens</h1>") + PARAGRAPHS))
    yield Hostile(
        "many links",
        "article",
        lambda: html(f"{PARAGRAPHS}<nav>" + _numbered(14_000, "<li><a href='/{n}'>Story number {n}</a>")),
    )
    yield Hostile(
        "many options", "article", lambda: html("<select>" + "<option>Land" * 25_000 + "</select>" + PARAGRAPHS)
    )
    yield Hostile("many times", "article", lambda: html(PARAGRAPHS + _numbered(12_000, "<time>{n} March 2019</time>")))
    yield Hostile("nested tables", "article", lambda: html("<table><tr><td>" * 60 + PARAGRAPHS))
    yield Hostile(
        "nothing closed",
        "article",
        lambda: f"<html><body><article><h1>A bridge{PARAGRAPHS.replace('</p>', '')}".encode(),
    )
    yield Hostile("half a tag at the end", "article", lambda: html(PARAGRAPHS)[:-30] + b'<a href="')
    yield Hostile("frames", "empty", lambda: b"<html><frameset><frame src=a></frameset></html>")
    yield Hostile("no body", "empty", lambda: html(""))
    yield Hostile("only a script", "empty", lambda: html("<script>" + "go();" * 1_000_000 + "</script>"))
    yield Hostile("angle brackets", "empty", lambda: b"<" * 200_000)


def _heads() -> Iterator[Hostile]:
    yield Hostile(
        "a long title", "too much text", lambda: html(PARAGRAPHS, "<title>" + "Bridge - " * 500_000 + "</title>")
    )
    yield Hostile(
        "a rather long title", "article", lambda: html(PARAGRAPHS, "<title>" + "Bridge - " * 50_000 + "</title>")
    )
    yield Hostile(
        "many authors",
        "article",
        lambda: html(PARAGRAPHS, _numbered(8_000, "<meta name=author content='Ann Lee {n}'>")),
    )
    yield Hostile(
        "one long author", "article", lambda: html(PARAGRAPHS, f"<meta name=author content='{'Ann Lee, ' * 50_000}'>")
    )
    yield Hostile(
        "long class names", "article", lambda: html(f"<div class='{'date author ' * 500_000}'>{PARAGRAPHS}</div>")
    )
    yield Hostile(
        "a long description",
        "article",
        lambda: html(PARAGRAPHS, f"<meta name=description content='{SENTENCE * 9_000}'>"),
    )
    yield Hostile("deep JSON-LD", "article", lambda: html(PARAGRAPHS, _linked("[" * 100_000 + "]" * 100_000)))
    yield Hostile("deeper JSON-LD", "article", lambda: html(PARAGRAPHS, _linked('{"a":' * 900 + "1" + "}" * 900)))
    yield Hostile(
        "wide JSON-LD", "article", lambda: html(PARAGRAPHS, _linked("[" + "{},".join([""] * 100_000) + "{}]"))
    )


def _linked(text: str) -> str:
    return f"<script type='application/ld+json'>{text}</script>"


def _texts() -> Iterator[Hostile]:
    yield Hostile("a paragraph of twenty megabytes", "too much text", lambda: html("<p>" + SENTENCE * 180_000))
    yield Hostile(
        "an attribute of twenty megabytes", "article", lambda: html(f"<p title='{'x' * 19_000_000}'>{PARAGRAPHS}")
    )
    yield Hostile(
        "a comment of twenty megabytes", "article", lambda: html("<!--" + "x" * 19_000_000 + "-->" + PARAGRAPHS)
    )
    yield Hostile("a paragraph of one megabyte", "article too long", lambda: html("<p>" + f"{SENTENCE} " * 9_000))
    yield Hostile("a text of twenty megabytes", "too much text", lambda: SENTENCE.encode() * 180_000, TEXT)
    yield Hostile("very many lines", "too many lines", lambda: b"a b\n" * 100_000, TEXT)
    yield Hostile(
        "many headlines in a text",
        "article too long",
        lambda: _numbered(19_000, "Minister Opens Bridge {n}\n").encode(),
        TEXT,
    )
    yield Hostile("many dates", "empty", lambda: _numbered(19_000, "0{n}.03.2020\n").encode(), TEXT)
    yield Hostile("one long word", "article too long", lambda: b"x" * 900_000, TEXT)
    yield Hostile("blanks in a line", "article", lambda: b"a" + b" " * 900_000 + SENTENCE.encode(), TEXT)
    yield Hostile(
        "many authors in a line",
        "article",
        lambda: f"By {'Ann Lee and ' * 2_000}Bo Li\n{SENTENCE}\n{SENTENCE}".encode(),
        TEXT,
    )
    yield Hostile("a letter with many accents", "article", lambda: (SENTENCE + "\u0301" * 50_000).encode(), TEXT)
    yield Hostile("turned around", "article", lambda: ("\u202e" * 20_000 + SENTENCE).encode(), TEXT)
    yield Hostile("no full stop", "article", lambda: b"France accused Germany of a war and " * 1_000, TEXT)
    yield Hostile("only quotation marks", "article", lambda: ("\u201cHe said, \u2018" * 2_000).encode(), TEXT)
