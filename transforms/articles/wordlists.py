"""The word lists under `data/`: read once, checked on load."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

Row = dict[str, str]


class WordListError(ValueError):
    """A word list that cannot be used: names the file, the line and what to do."""


@cache
def rows(name: str, *columns: str) -> tuple[Row, ...]:
    """Rows of `data/<name>.csv` in file order; every row must fill the first of `columns`.

    Raises WordListError where the header differs, a row has too many or too few cells, or its first cell is empty.
    """
    lines = files("transforms.articles").joinpath("data", f"{name}.csv").read_text(encoding="utf8").splitlines()
    reader = csv.DictReader(lines)
    if tuple(reader.fieldnames or ()) != columns:
        raise WordListError(f"{name}.csv: the header must be {','.join(columns)}")
    found: list[Row] = []
    for number, row in enumerate(reader, start=2):
        if None in row or None in row.values():
            raise WordListError(f"{name}.csv, line {number}: give exactly {len(columns)} cells")
        if not row[columns[0]].strip():
            raise WordListError(f"{name}.csv, line {number}: fill {columns[0]}")
        found.append({key: value.strip() for key, value in row.items()})
    return tuple(found)
