"""The word lists under `data/`: read once, checked on load."""

from __future__ import annotations

from functools import cache

from schemas.data_files import Row, packaged, read_rows


@cache
def rows(name: str, *columns: str) -> tuple[Row, ...]:
    """Rows of `data/<name>.csv` in file order; raises DataFileError where the file does not hold `columns`."""
    return tuple(read_rows(packaged("transforms.articles", f"{name}.csv"), columns))
