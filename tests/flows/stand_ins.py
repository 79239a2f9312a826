"""Walks that stand in for the real one in a walker's process: what a page's text says happens to whoever walks it."""

from __future__ import annotations

import hashlib
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.walker import Walk
from schemas.records import Page

SEEN_AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Calm:
    """A page that was walked, and the process that did it."""

    page: Page
    process: int


def page(text: str, number: int = 0) -> Page:
    body = text.encode()
    digest = hashlib.sha256(body).hexdigest()
    return Page(f"p{number}", "test", f"{number}.txt", None, "text/plain", body, digest, SEEN_AT)


def load() -> Walk[Calm]:
    return _walk


def load_nothing() -> Walk[Calm]:
    raise ValueError("overlay: own.csv:2: no such type")


def die_at_once() -> Walk[Calm]:
    os._exit(7)


def _walk(pages: Sequence[Page]) -> list[Calm]:
    return [_walked(page) for page in pages]


def _walked(page: Page) -> Calm:
    text = page.body.decode()
    if text == "hang":
        signal.pause()
    if text == "loop":
        while True:
            pass
    if text == "devour":
        held = [bytearray(64 * 1024 * 1024) for _ in range(1_000)]
        assert held
    if text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return Calm(page, os.getpid())
