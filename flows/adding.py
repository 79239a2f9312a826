"""Adding: a new source for the configuration, found behind an address."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from flows.fetching.redaction import redacted
from flows.fetching.rules import Site
from flows.fetching.session import open_session
from flows.settings import ConfigurationError, Settings, load_settings, parse_settings
from flows.sources.entries import entry_text, free_id, with_entry, write_whole
from flows.sources.probing import Offer, probe
from flows.web import rules_of
from warehouse.store import Store

PROBED = "new source"


@dataclass(frozen=True, slots=True)
class Addition:
    """What was found behind an address, best first, and the table for the one that is taken."""

    offers: tuple[Offer, ...]
    source_id: str
    entry: str


def propose(
    config: Path, address: str, choose: int = 1, source_id: str | None = None, hosts: tuple[str, ...] = ()
) -> Addition:
    """Look behind the address; raises ConfigurationError where nothing is found or the choice is none."""
    settings = load_settings(config, needs_sources=False)
    if not settings.fetch.contact:
        raise ConfigurationError(f"{config}: fetch.contact: say who runs this, an e-mail or web address")
    offers = _offers(settings, address, hosts)
    if not offers:
        raise ConfigurationError(
            f"{redacted(address)}: no feed or sitemap found; name one, or write a source of kind 'section'"
        )
    if not 1 <= choose <= len(offers):
        raise ConfigurationError(f"--choose {choose}: there are {len(offers)} to choose from")
    name = source_id or free_id(address, {source.id for source in settings.sources})
    entry = entry_text(name, offers[choose - 1], urljoin(address, "/"))
    if hosts:
        entry += f"allow_hosts = {json.dumps(hosts)}\n"
    return Addition(offers, name, entry)


def add(config: Path, addition: Addition) -> None:
    """Append the table to the file; raises ConfigurationError, and changes nothing, where the file would be faulty."""
    text = with_entry(config.read_text(encoding="utf8"), addition.entry)
    parse_settings(config, text)
    write_whole(config, text)


def _offers(settings: Settings, address: str, hosts: tuple[str, ...]) -> tuple[Offer, ...]:
    store = Store(settings.data_root)
    site = Site(PROBED, (address,), frozenset(hosts))
    with store.lock(), open_session(store, rules_of(settings), [site]) as session:
        found = probe(session, PROBED, address)
    return tuple(sorted(found, key=lambda offer: offer.kind != "feed"))
