"""Tables on standard output: for people, as JSON Lines, as CSV."""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import polars as pl
from rich.console import Console
from rich.markup import escape
from rich.table import Table

PIPE_WIDTH = 160


def console() -> Console:
    """Standard output; wide where it is no terminal, so that tables in files and pipes keep their cells."""
    found = Console()
    return found if found.is_terminal or "COLUMNS" in os.environ else Console(width=PIPE_WIDTH)


def show_frame(frame: pl.DataFrame, title: str | None = None) -> None:
    """Print the rows as a table with their number below."""
    table = Table(title=title, title_justify="left", caption=_rows(frame.height), caption_justify="left")
    for name, dtype in frame.schema.items():
        table.add_column(escape(name), justify="right" if dtype.is_numeric() else "left", overflow="fold")
    for row in frame.iter_rows():
        table.add_row(*(escape(_cell(value)) for value in row))
    console().print(table)


def show_rows(rows: Sequence[Mapping[str, object]]) -> None:
    """Print rows of the same keys as a table."""
    show_frame(pl.DataFrame([{name: _text(value) for name, value in row.items()} for row in rows], strict=False))


def write_rows(rows: Sequence[Mapping[str, object]]) -> None:
    """Write rows as JSON, one object a line."""
    for row in rows:
        sys.stdout.write(to_json(row) + "\n")


def write_json(frame: pl.DataFrame) -> None:
    """Write the rows as JSON, one object a line; dates as ISO 8601, bytes in base 64."""
    for row in frame.iter_rows(named=True):
        sys.stdout.write(to_json(row) + "\n")


def write_csv(frame: pl.DataFrame) -> None:
    """Write the rows as CSV with a header; the items of lists are joined by semicolons."""
    flat = frame.with_columns(pl.col(pl.List(pl.String)).list.join("; "), pl.col(pl.Binary).bin.encode("base64"))
    sys.stdout.write(flat.write_csv())


def to_json(value: Mapping[str, object]) -> str:
    """One line of JSON."""
    return json.dumps(value, ensure_ascii=False, default=plain)


def plain(value: object) -> object:
    """What JSON has no word for, in words that it has."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "__dataclass_fields__"):
        return {name: getattr(value, name) for name in value.__dataclass_fields__}
    return list(value) if isinstance(value, (set, frozenset)) else str(value)


def _text(value: object) -> object:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, float):
        return f"{value:g}"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count} rows"
