"""Planning: what a run would fetch, found out without fetching it and without taking note of anything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.fetching.redaction import redacted
from flows.settings import load_settings
from flows.sources.kinds import WebSource
from flows.sources.listings import Lookout
from flows.sources.window import Window
from flows.web import web_session
from warehouse.store import Store


@dataclass(frozen=True, slots=True)
class Planned:
    """One page that a run would ask for, or, with `fault`, a document that could not be read to find pages."""

    source: str
    url: str | None
    published: datetime | None = None
    title: str | None = None
    state: str = "new"
    fault: str | None = None


def plan(config: Path, window: Window) -> list[Planned]:
    """What the next run would fetch, source by source, within each source's cap."""
    settings = load_settings(config)
    store = Store(settings.data_root)
    if not settings.web_sources():
        return []
    with store.lock(), web_session(settings, store) as session:
        lookout = Lookout(session, window, settings.root)
        return [one for source in settings.web_sources() for one in _planned(source, lookout)]


def _planned(source: WebSource, lookout: Lookout) -> Iterator[Planned]:
    held = {item.url: item.published for item in lookout.session.waiting(source.id)}
    found = {url: Planned(source.id, url, published, state="waiting") for url, published in held.items()}
    faults: list[Planned] = []
    for listing in lookout.listings(source):
        faults += [Planned(source.id, None, state="fault", fault=listing.fault)] if listing.fault else []
        for item in listing.items:
            if not lookout.session.is_known(item.url):
                shown = redacted(item.url)
                found.setdefault(shown, Planned(source.id, shown, item.published, item.title))
    yield from list(found.values())[: source.max_pages]
    yield from faults
