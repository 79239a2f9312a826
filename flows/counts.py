"""Counts: what became of the documents of a run; nothing is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass


class NotConservedError(RuntimeError):
    """A run's counts do not add up: a fault of Dateline's, never of the input."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Documents of a run; always seen = accepted + duplicate + rejected + deferred."""

    seen: int = 0
    accepted: int = 0
    duplicate: int = 0
    rejected: int = 0
    deferred: int = 0

    def __post_init__(self) -> None:
        parts = (self.accepted, self.duplicate, self.rejected, self.deferred)
        if min(parts) < 0 or self.seen != sum(parts):
            raise NotConservedError(f"{self} does not add up; please report it")

    def then(self, later: Counts, waiting: int = 0) -> Counts:
        """Both steps as one: what the first deferred is among what the second saw, save what is `waiting` on."""
        return Counts(
            seen=self.seen + later.seen - self.deferred + waiting,
            accepted=self.accepted + later.accepted,
            duplicate=self.duplicate + later.duplicate,
            rejected=self.rejected + later.rejected,
            deferred=later.deferred + waiting,
        )
