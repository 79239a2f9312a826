"""Data files: tables in CSV, packaged or the user's own, read whole and checked."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO


class DataFileError(ValueError):
    """A data file cannot be used; the message names file and line and says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a data file: `row["name"]` is a cell without outer spaces, `where` is "file:line" for messages."""

    where: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]


def packaged(package: str, *parts: str) -> Traversable:
    """A file or folder below the package's data folder."""
    return files(package).joinpath("data", *parts)


def tables_in(folder: Traversable) -> list[Traversable]:
    """The CSV files of a folder, by name."""
    return sorted((file for file in folder.iterdir() if file.name.endswith(".csv")), key=lambda file: file.name)


def header(file: Traversable) -> tuple[str, ...]:
    """Column names of a CSV file, none for an empty one; raises DataFileError where it is not UTF-8."""
    return tuple(next(csv.reader(_text(file)), ()))


def read_rows(file: Traversable, columns: Sequence[str], *, exact: bool = True) -> list[Row]:
    """Rows of a CSV file in its order, each with the first of `columns` filled in.

    The header must be `columns`; without `exact` they may stand in any order, and others beside them are passed over.
    Raises DataFileError.
    """
    reader = csv.DictReader(_text(file), strict=True)
    try:
        _check_header(file, reader.fieldnames or (), columns, exact)
        return [_row(f"{file.name}:{reader.line_num}", record, columns) for record in reader]
    except csv.Error as error:
        where = f"{file.name}:{reader.reader.line_num}"
        raise DataFileError(f"{where}: {error}; quote cells with commas, and double the quotes in them") from error


def _text(file: Traversable) -> StringIO:
    try:
        # Spreadsheets put a byte order mark before the header.
        return StringIO(file.read_bytes().decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataFileError(f"{file.name}:{line}: this is not UTF-8; save the file as UTF-8") from error


def _check_header(file: Traversable, names: Sequence[str], columns: Sequence[str], exact: bool) -> None:
    missing = [column for column in columns if column not in names]
    if missing or (exact and list(names) != list(columns)):
        lack = f"no column {', '.join(missing)}; " if missing else ""
        raise DataFileError(f"{file.name}:1: {lack}the header must be {','.join(columns)}")


def _row(where: str, record: Mapping[str, str], columns: Sequence[str]) -> Row:
    # The csv module files surplus cells under None and fills missing ones with None.
    if None in record or None in record.values():
        raise DataFileError(f"{where}: the number of cells differs from the header's; quote cells with commas")
    cells = {column: record[column].strip() for column in columns}
    if not cells[columns[0]]:
        raise DataFileError(f"{where}: {columns[0]} is empty; fill it in")
    return Row(where, cells)
