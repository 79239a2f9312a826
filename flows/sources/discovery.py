"""Discovery: what a source on the web names, noted in the fetch state; fetching comes after."""

from __future__ import annotations

from dataclasses import dataclass

from flows.fetching.items import Found
from flows.fetching.redaction import redacted
from flows.sources.items import Item
from flows.sources.kinds import WebSource
from flows.sources.listings import Lookout


@dataclass(frozen=True, slots=True)
class Discovered:
    """What a source named: items never met before or changed, items known, items beyond the cap, and what failed."""

    new: int = 0
    unchanged: int = 0
    left: int = 0
    faults: tuple[str, ...] = ()


def discover(source: WebSource, lookout: Lookout) -> Discovered:
    """Read the source's documents and note their items, each document whole or not at all."""
    waiting = {item.url for item in lookout.session.waiting(source.id)}
    counted: set[str] = set()
    new = unchanged = left = 0
    faults: list[str] = []
    for listing in lookout.listings(source):
        items = [item for item in listing.items if item.url not in counted]
        counted.update(item.url for item in items)
        recorded = lookout.session.record(source.id, map(_found, items), listing.answer)
        # What waits already is counted with what is fetched or deferred.
        again = sum(redacted(item.url) in waiting for item in items)
        new += recorded.new + recorded.changed
        unchanged += max(recorded.unchanged - again, 0)
        left += listing.rest
        faults += [listing.fault] if listing.fault else []
    return Discovered(new, unchanged, left, tuple(faults))


def _found(item: Item) -> Found:
    return Found(item.url, item.published, item.modified)
