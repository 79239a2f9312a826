"""Rules: how a run fetches, and what it knows of each source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

MEBIBYTE = 1024 * 1024
AGENT = "dateline"
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?")


@dataclass(frozen=True, slots=True)
class Rules:
    """How a run fetches. Times are seconds, sizes bytes.

    `deadline` bounds one address with its redirects and retries, polite waiting left out; `budget` bounds the fetching
    of a run; a wait longer than `patience` puts the address off to the next run; `delay` lies between the end of a
    request and the next one to the same host. `contact` is told to every server.
    """

    contact: str
    deadline: float = 30.0
    budget: float = 3600.0
    patience: float = 120.0
    delay: float = 1.0
    attempts: int = 3
    hosts_at_once: int = 16
    max_wire_bytes: int = 10 * MEBIBYTE
    max_body_bytes: int = 20 * MEBIBYTE
    max_redirects: int = 5
    max_tries: int = 5

    def __post_init__(self) -> None:
        if not _HEADER_VALUE.fullmatch(self.contact):
            raise ValueError("fetch.contact: say in ASCII who runs this, by an e-mail or web address")

    @property
    def user_agent(self) -> str:
        """The User-Agent header."""
        return f"{AGENT}/{version('dateline')} (+{self.contact})"


@dataclass(frozen=True, slots=True)
class Site:
    """What is known of a source beforehand.

    `addresses` are the configured ones, with their secrets: their credentials and `headers` go to the origins of these
    addresses and nowhere else. `allow_hosts` names hosts that may lie in a private network. `delay` outranks the rules'
    where it is longer. `max_pages` bounds a run.
    """

    source_id: str
    addresses: tuple[str, ...] = field(default=(), repr=False)
    allow_hosts: frozenset[str] = frozenset()
    delay: float = 0.0
    max_pages: int = 500
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        plain = frozenset(host.lower().strip("[]").removesuffix(".") for host in self.allow_hosts)
        object.__setattr__(self, "allow_hosts", plain)
        for name, value in self.headers.items():
            if not _HEADER_NAME.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
                raise ValueError(
                    f"source {self.source_id}: the header {name!r} or its value is none that HTTP can send"
                )
