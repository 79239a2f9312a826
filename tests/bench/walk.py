"""The whole walk, page to event mentions, against the bare calls of trafilatura and the language model."""

from __future__ import annotations

import hashlib
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import trafilatura

from schemas.records import Page
from tests.bench.pages import page
from transforms.walk import Tools, walk

FETCHED_AT = datetime(2026, 4, 1, tzinfo=UTC)


def _page(number: int) -> Page:
    body = page(number).encode()
    digest = hashlib.sha256(body).hexdigest()
    return Page(
        f"p{digest[:20]}", "bench", f"{number}.html", None, "text/html; charset=utf-8", body, digest, FETCHED_AT
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure_walk(count: int, rounds: int) -> Iterator[tuple[str, str]]:
    """Rows of the table: seconds of both on the same pages in this process, taken in turn, and their ratio."""
    tools = Tools.load()
    pages = [_page(number) for number in range(count)]

    def bare() -> None:
        texts = (trafilatura.extract(page.body.decode(), with_metadata=True) or "" for page in pages)
        for _ in tools.language.pipe(texts):
            pass

    def whole() -> None:
        for _ in walk(pages, tools):
            pass

    whole(), bare()
    times = [(_seconds(whole), _seconds(bare)) for _ in range(rounds)]
    yield f"walk of {count} pages, median of {rounds}", f"{statistics.median(t[0] for t in times):.2f} s"
    yield "trafilatura + nlp.pipe, the same pages", f"{statistics.median(t[1] for t in times):.2f} s"
    yield "walk / bare, median of the rounds' ratios", f"{statistics.median(t[0] / t[1] for t in times):.2f}"
