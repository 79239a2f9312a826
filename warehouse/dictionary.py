"""Dictionary: what every table and column means, as Markdown made from the declarations."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import dataframely as dy
import polars as pl

from schemas import tables
from schemas.columns import UNDATED, Table
from warehouse import catalog

HEAD = f"""# Data dictionary

Made from the declarations in `schemas/` by `python -m warehouse.dictionary docs/data-dictionary.md`; do not edit it.

Names that end in `_at` are instants in UTC, in `_date` days, in `_local` wall times as printed; read them in sessions
that run in UTC (`SET TimeZone = 'UTC'`). A key column is **bold**. Partition columns stand in the folders' names, as in
`articles/published_month=2026-03/`, and are always text; `{UNDATED}` collects what has no date.
"""


def markdown() -> str:
    """The whole dictionary."""
    sections = [_section(name, table) for name, table in tables.TABLES.items()]
    views = ["## Views for analysts\n", "| view | shows |", "|---|---|"]
    views += [f"| {view.name} | {view.comment} |" for view in catalog.views()]
    return "\n".join([HEAD, *sections, *views]) + "\n"


def _section(name: str, table: type[Table]) -> str:
    rows = [_row(column, table) for column in table.to_polars_schema()]
    head = [f"## {name}\n", f"{table.about()}\n", "| column | type | null | meaning |", "|---|---|---|---|"]
    return "\n".join([*head, *rows, ""])


def _row(column: str, table: type[Table]) -> str:
    declared = table.columns()[column]
    name = f"**{column}**" if declared.primary_key else column
    words = " ".join([declared.description or "", *_bounds(declared)]).replace("|", "\\|")
    return f"| {name} | {type_name(declared.dtype)} | {'yes' if declared.nullable else ''} | {words} |"


def _bounds(declared: dy.Column) -> Iterator[str]:
    """What a value may be, beyond its type."""
    said = declared.metadata or {}
    if "values" in said:
        yield f"One of {', '.join(f'`{value}`' for value in said['values'])}."
    if "references" in said:
        yield f"A row of [{said['references']}](#{said['references']})."
    if "span" in said:
        yield f"Stands in the article's text from {said['span'][0]} to {said['span'][1]}."
    least, most = getattr(declared, "min", None), getattr(declared, "max", None)
    if least is not None and most is not None:
        yield f"From {least} to {most}."


def type_name(dtype: pl.DataType) -> str:
    """The type in DuckDB's words, as the views give it."""
    if isinstance(dtype, pl.List):
        return f"{type_name(pl.Series(dtype=dtype.inner).dtype)}[]"
    if isinstance(dtype, pl.Datetime):
        return "TIMESTAMPTZ" if dtype.time_zone else "TIMESTAMP"
    return NAMES[dtype.base_type()]


NAMES: dict[type[pl.DataType], str] = {
    pl.String: "VARCHAR",
    pl.Binary: "BLOB",
    pl.Boolean: "BOOLEAN",
    pl.Date: "DATE",
    pl.Int32: "INTEGER",
    pl.Int64: "BIGINT",
    pl.Float64: "DOUBLE",
}


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(markdown(), encoding="utf8")
