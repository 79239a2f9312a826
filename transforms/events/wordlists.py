"""Packaged word lists and the CSV reading that all event data files share."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

Vocabularies = Mapping[str, frozenset[str]]


class DataFileError(ValueError):
    """A line of a data file cannot be used; the message names file and line and says what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a CSV file, with `where` ("file:line") for messages."""

    where: str
    cells: Mapping[str, str]


def packaged(folder: str) -> list[Traversable]:
    """The CSV files of a folder under transforms/events/data, by name."""
    found = files("transforms.events").joinpath("data", folder).iterdir()
    return sorted((file for file in found if file.name.endswith(".csv")), key=lambda file: file.name)


def read_lines(file: Traversable, columns: Sequence[str]) -> Iterator[Line]:
    """Records of one CSV file; raises DataFileError where the header or a record does not hold `columns`."""
    with file.open(encoding="utf8", newline="") as stream:
        reader = csv.DictReader(stream, strict=True)
        missing = [name for name in columns if name not in (reader.fieldnames or ())]
        if missing:
            raise DataFileError(
                f"{file.name}:1: no column {', '.join(missing)}; the header must be {','.join(columns)}"
            )
        for cells in reader:
            where = f"{file.name}:{reader.line_num}"
            if None in cells or None in cells.values():
                raise DataFileError(f"{where}: the record does not have {len(columns)} cells; quote cells with commas")
            yield Line(where, {name: cells[name].strip() for name in columns})


def header(file: Traversable) -> list[str]:
    """Column names of a CSV file."""
    with file.open(encoding="utf8", newline="") as stream:
        return next(csv.reader(stream), [])


def vocabularies(extra: Sequence[Traversable] = ()) -> Vocabularies:
    """Packaged word lists by name, widened by the user's files of the same columns (name, lemma)."""
    lists: dict[str, set[str]] = {}
    for file in [*packaged("vocabularies"), *extra]:
        for line in read_lines(file, ("name", "lemma")):
            name, lemma = line.cells["name"], line.cells["lemma"].lower()
            if not name or not lemma:
                raise DataFileError(f"{line.where}: both name and lemma must be filled in")
            lists.setdefault(name, set()).add(lemma)
    return {name: frozenset(words) for name, words in lists.items()}
