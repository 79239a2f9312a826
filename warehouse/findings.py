"""Findings: what an audit held against the declarations, and what failed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from schemas import expectations


@dataclass(frozen=True, slots=True)
class Failure:
    """An expectation that does not hold: on how many rows, and the keys of some of them.

    Where no row is to blame, as when the audit broke down, `count` is 0 and `meaning` says what went wrong.
    """

    table: str
    column: str
    expectation: str
    meaning: str
    count: int
    sample: tuple[str, ...]

    def __str__(self) -> str:
        where = f"{self.table}.{self.column}".rstrip(".")
        if not self.count:
            return f"{where}: {self.meaning} [{self.expectation}]"
        rows = f"{self.count} rows, such as {'; '.join(self.sample)}"
        return f"{where}: {self.meaning.rstrip('.')}: does not hold ({rows}) [{self.expectation}]"


@dataclass(frozen=True, slots=True)
class AuditResult:
    """How much was held against the declarations, and what failed."""

    expectations: int
    rows: int
    failures: tuple[Failure, ...]

    def summary(self) -> dict[str, int]:
        """The counts, for the manifest."""
        return {"expectations": self.expectations, "rows": self.rows, "failures": len(self.failures)}


class AuditError(RuntimeError):
    """The staged data is not fit to be published; it was moved to `staged`."""

    def __init__(self, result: AuditResult, staged: Path) -> None:
        self.result = result
        self.staged = staged
        lines = [f"  {failure}" for failure in result.failures]
        super().__init__(
            "\n".join([f"the audit failed, nothing was published; the staged data is in {staged}:", *lines])
        )

    def __reduce__(self) -> tuple[type[AuditError], tuple[AuditResult, Path]]:
        """What it takes to send the error to another process."""
        return AuditError, (self.result, self.staged)


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows to hold against expectations; `key` names the columns that tell a row from others."""

    name: str
    rows: pl.DataFrame
    key: tuple[str, ...]
    expectations: tuple[expectations.Expectation, ...]
