"""The web: a session with the network as the settings want it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from flows.fetching.rules import Rules, Site
from flows.fetching.session import Session, open_session
from flows.settings import ConfigurationError, Settings
from flows.sources.kinds import Header, WebSource
from warehouse.store import Store


@contextmanager
def web_session(settings: Settings, store: Store) -> Iterator[Session]:
    """A session for the enabled sources on the web; open it inside the store's lock."""
    sites = [site_of(source) for source in settings.web_sources()]
    with open_session(store, rules_of(settings), sites) as session:
        yield session


def rules_of(settings: Settings) -> Rules:
    """How a run fetches; raises ConfigurationError where nobody could tell who it is."""
    try:
        return Rules(**settings.fetch.model_dump(), max_body_bytes=settings.run.max_document_bytes)
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


def site_of(source: WebSource) -> Site:
    """What fetching knows of a source; raises ConfigurationError where a header's variable is not set."""
    try:
        return Site(
            source_id=source.id,
            addresses=source.addresses,
            allow_hosts=frozenset(source.allow_hosts),
            delay=source.delay or 0.0,
            max_pages=source.max_pages,
            headers={header.name: _value(source, header) for header in source.headers},
        )
    except ValueError as error:
        raise ConfigurationError(str(error)) from None


def _value(source: WebSource, header: Header) -> str:
    value = os.environ.get(header.variable)
    if not value:
        raise ConfigurationError(f"sources.{source.id}.headers.{header.name}: {header.variable} is not set")
    return value
