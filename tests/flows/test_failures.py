"""Failures: the exit code and the words for what can go wrong."""

from pathlib import Path

import pytest

from flows.failures import Failure, explained
from flows.server import ServerError
from flows.settings import ConfigurationError
from warehouse.catalog import NoWarehouseError, QueryError
from warehouse.findings import AuditError, AuditResult
from warehouse.lock import WarehouseBusyError

AUDIT = AuditError(AuditResult(1, 1, ()), Path("data/staged-failed/000002"))


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AUDIT, 1),
        (ServerError("no server"), 1),
        (ConfigurationError("dateline.toml: run.workers: is missing"), 2),
        (NoWarehouseError(Path("data")), 2),
        (QueryError("no such table"), 2),
        (WarehouseBusyError("another process writes"), 3),
    ],
)
def test_a_foreseen_failure_speaks_for_itself(error: Exception, code: int) -> None:
    assert explained(error) == Failure(str(error), code)


def test_a_failed_audit_says_where_the_staged_data_is() -> None:
    assert "data/staged-failed/000002" in explained(AUDIT).message


def test_an_unforeseen_failure_names_its_kind_in_one_line() -> None:
    failure = explained(KeyError("first\nsecond" + "x" * 1000))
    assert (failure.code, failure.is_foreseen) == (1, False)
    assert failure.message.startswith("KeyError: 'first")
    assert "\n" not in failure.message
    assert len(failure.message) < 400
