"""The words in which tables are declared: the base of all tables, and columns that carry more than a type.

What dataframely has no word for stands in a column's metadata:

- `values`: the values that it may take;
- `references`: the table whose key it names; where it also bears the key's name and both tables share a partition
  column, the row lies in the same partition;
- `span`: the columns with the offsets at which its text stands in the article's text;
- `counts`: `table` for the number of that table's rows that name this row, `table.column` for the number of different
  values there.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any, ClassVar

import dataframely as dy
import polars as pl


def instant(description: str, *, nullable: bool = False) -> dy.Datetime:
    """A moment in UTC, to the microsecond."""
    return dy.Datetime(time_zone="UTC", time_unit="us", nullable=nullable, description=description)


def one_of(values: Sequence[str], description: str, **options: Any) -> dy.String:
    """A text column that takes one of `values`; the audit reads them from the column's metadata."""
    allowed = list(values)
    return dy.String(
        check=lambda column: column.is_in(allowed), metadata={"values": allowed}, description=description, **options
    )


def text(description: str, **options: Any) -> dy.String:
    """A text column that may be null."""
    return dy.String(nullable=True, description=description, **options)


def offset(description: str, *, nullable: bool = False) -> dy.Int32:
    """A place in the article's text, counted in characters from 0."""
    return dy.Int32(min=0, nullable=nullable, description=description)


def refers(table: str, description: str, **options: Any) -> dy.String:
    """A text column that names a row of `table` by its key."""
    return dy.String(metadata={"references": table}, description=description, **options)


def span(start: str, end: str, description: str, **options: Any) -> dy.String:
    """A text column that repeats the article's text between two offsets."""
    return dy.String(metadata={"span": (start, end)}, description=description, **options)


def count(of: str, description: str) -> dy.Int32:
    """How many rows of another table name this row: at least one."""
    return dy.Int32(min=1, metadata={"counts": of}, description=description)


def month_of(column: str) -> pl.Expr:
    """The partition of a date or instant: its month, or `undated`."""
    return pl.col(column).dt.strftime("%Y-%m").fill_null(UNDATED)


def all_or_none(*columns: str) -> pl.Expr:
    """Whether all columns are null, or none of them."""
    first, *others = (pl.col(column).is_null() for column in columns)
    return pl.all_horizontal(first == other for other in others)


def whole_period(first: str, last: str, precision: str) -> pl.Expr:
    """Whether both days and their precision are there and in order, or all are null."""
    ordered = (pl.col(first) <= pl.col(last)).fill_null(True)
    return all_or_none(first, last, precision) & ordered


UNDATED = "undated"
MONTH = rf"^(\d{{4}}-\d{{2}}|{UNDATED})$"


class Table(dy.Schema):
    """Base of all tables; its docstring says what one row is.

    `partition` names the column that is its Hive partition. That column stands in the folder's name, not in the file:
    readers that find it in both places disagree about its type.
    """

    partition: ClassVar[str | None] = None

    @classmethod
    def to_polars_schema(cls) -> pl.Schema:
        """Columns with their polars types in the order in which every reader gives them: the partition comes last."""
        columns = {name: column.dtype for name, column in cls.columns().items()}
        last = {cls.partition: columns.pop(cls.partition)} if cls.partition else {}
        return pl.Schema(columns | last)

    @classmethod
    def about(cls) -> str:
        """What one row of the table is, in the words of the docstring."""
        return inspect.cleandoc(cls.__doc__ or "")

    @classmethod
    def rules(cls) -> dict[str, pl.Expr]:
        """The rules that take several columns of one row, by name; null counts as kept."""
        declared = cls._schema_validation_rules()
        return {name: rule.expr.fill_null(True) for name, rule in declared.items() if name != "primary_key"}

    @classmethod
    def flat_columns(cls) -> list[str]:
        """The columns that hold one value each, in every reader's order: what BI tools and the audit can take."""
        nested = (pl.List, pl.Binary)
        return [name for name, dtype in cls.to_polars_schema().items() if not isinstance(dtype, nested)]
