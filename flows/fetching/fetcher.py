"""The fetcher: one document by its address, as robots.txt allows, or the news that it has not changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from flows.fetching.addresses import Address
from flows.fetching.asker import Asker, Question, Reached
from flows.fetching.asking import What
from flows.fetching.client import Reply, Wanted
from flows.fetching.deadline import Deadline
from flows.fetching.robots import Robots
from flows.fetching.rules import Rules, Site

NOT_MODIFIED = 304
_VALIDATOR = re.compile(r"[\x20-\x7e]{1,512}")
_CONTENT_TYPE = re.compile(r"[\x20-\x7e]{1,256}")


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server knows whether a document has changed, and the hash by which we do."""

    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None

    def conditions(self) -> dict[str, str]:
        """The headers of a conditional request."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in named.items() if value}


NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Answer:
    """A document. `asked` is the address asked for and `shown` the one that answered, both without secrets;
    `address` is the latter with them, for joining links only.

    `is_unchanged` says that it is as it was last time; `body` is then empty unless the server sent it all the same.
    """

    asked: str
    shown: str
    address: str
    body: bytes
    content_type: str | None
    validators: Validators
    fetched_at: datetime
    is_unchanged: bool


class Fetcher:
    """Fetches single documents under the rules of a run; threads may share it."""

    def __init__(self, rules: Rules, asker: Asker, robots: Robots) -> None:
        self._rules = rules
        self._asker = asker
        self._robots = robots

    def fetch(self, address: Address, site: Site, what: What, known: Validators = NOTHING_KNOWN) -> Answer:
        """The document, or that it is unchanged; raises FetchError."""
        question = Question(site, Wanted(what.types(), self._rules.max_body_bytes), known.conditions())

        def permit(hop: Address, deadline: Deadline) -> None:
            self._robots.check(hop, site, deadline)

        deadline = Deadline(self._rules.deadline)
        return _answer(address, self._asker.follow(address, question, permit, deadline), known)


def _answer(asked: Address, reached: Reached, known: Validators) -> Answer:
    reply = reached.reply
    is_same = reply.status == NOT_MODIFIED
    digest = known.body_sha256 if is_same else sha256(reply.body).hexdigest()
    return Answer(
        asked=asked.shown,
        shown=reached.address.shown,
        address=str(reached.address),
        body=reply.body,
        content_type=_header(reply, "content-type", _CONTENT_TYPE),
        validators=Validators(
            _header(reply, "etag", _VALIDATOR) or (known.etag if is_same else None),
            _header(reply, "last-modified", _VALIDATOR) or (known.last_modified if is_same else None),
            digest,
        ),
        fetched_at=datetime.now(UTC),
        is_unchanged=is_same or digest == known.body_sha256,
    )


def _header(reply: Reply, name: str, allowed: re.Pattern[str]) -> str | None:
    value = reply.headers.get(name, "").strip()
    return value if allowed.fullmatch(value) else None
