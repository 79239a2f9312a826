"""Failures: what went wrong, as a message for a person and an exit code for a script."""

from __future__ import annotations

from dataclasses import dataclass

from flows.fetching.faults import FetchError
from flows.server import ServerError
from flows.settings import ConfigurationError
from flows.sources.window import WindowError
from warehouse.catalog import NoWarehouseError, QueryError
from warehouse.findings import AuditError
from warehouse.lock import WarehouseBusyError

LONGEST = 300
FAILED, MISUSED, BUSY = 1, 2, 3
CODES: dict[type[Exception], int] = {
    ConfigurationError: MISUSED,
    WindowError: MISUSED,
    FetchError: FAILED,
    NoWarehouseError: MISUSED,
    QueryError: MISUSED,
    WarehouseBusyError: BUSY,
    AuditError: FAILED,
    ServerError: FAILED,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """A message in plain words, and the exit code that goes with it."""

    message: str
    code: int
    is_foreseen: bool = True


def explained(error: Exception) -> Failure:
    """The failure that an exception means; one that nobody foresaw is told with its type."""
    for kind, code in CODES.items():
        if isinstance(error, kind):
            return Failure(str(error), code)
    first = (str(error).splitlines() or [""])[0][:LONGEST]
    return Failure(f"{type(error).__name__}: {first} (`run --verbose` shows the trace)", FAILED, is_foreseen=False)
