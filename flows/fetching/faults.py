"""Faults: why an address gave no document, in words that never hold a secret."""

from __future__ import annotations

from datetime import datetime

REFUSED_ADDRESS = "refused address"
BAD_ADDRESS = "bad address"
ROBOTS = "robots"
NOT_NOW = "not now"
STATUS = "HTTP status"
TIMEOUT = "timeout"
NO_CONNECTION = "no connection"
NO_SUCH_HOST = "no such host"
BAD_CERTIFICATE = "bad certificate"
BAD_RESPONSE = "bad response"
TRUNCATED = "truncated response"
TOO_LARGE = "too large"
CONTENT_TYPE = "content type"
CONTENT_ENCODING = "content encoding"
REDIRECTS = "redirects"
BUDGET = "budget"
SECRET_ADDRESS = "secret address"
FAULT = "fault"

# What another try cannot mend.
FINAL = frozenset({REFUSED_ADDRESS, BAD_ADDRESS, TOO_LARGE, CONTENT_TYPE, CONTENT_ENCODING, REDIRECTS})
# What says nothing of the address itself: the item waits, and no try is counted.
POSTPONED = frozenset({NOT_NOW, BUDGET, SECRET_ADDRESS})


class FetchError(Exception):
    """An address gave no document: `reason` is one of this module's, `message` is for a person.

    `is_final` says that no later try helps, `is_transient` that another try in a moment may. `retry_at` (UTC) is
    given where the server names a time.
    """

    def __init__(
        self,
        reason: str,
        message: str,
        *,
        is_final: bool | None = None,
        is_transient: bool = False,
        retry_at: datetime | None = None,
        status: int | None = None,
    ) -> None:
        super().__init__(f"{reason}: {message}")
        self.reason = reason
        self.message = message
        self.is_final = reason in FINAL if is_final is None else is_final
        self.is_transient = is_transient
        self.retry_at = retry_at
        self.status = status

    @property
    def is_postponed(self) -> bool:
        """Whether the address itself was not tried."""
        return self.reason in POSTPONED
