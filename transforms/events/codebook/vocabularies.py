"""Vocabularies: named lists of words that the codebook's cells refer to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.resources.abc import Traversable

from schemas.data_files import DataFileError, packaged, read_rows, tables_in

WORD_COLUMNS = ("name", "lemma")
Vocabularies = Mapping[str, frozenset[str]]


def load_vocabularies(extra: Sequence[Traversable] = ()) -> Vocabularies:
    """Packaged word lists by name, widened by the user's files of the same columns; raises DataFileError."""
    lists: dict[str, set[str]] = {}
    for file in [*tables_in(packaged("transforms.events", "vocabularies")), *extra]:
        for row in read_rows(file, WORD_COLUMNS, exact=False):
            if not row["lemma"]:
                raise DataFileError(f"{row.where}: lemma is empty; fill it in")
            lists.setdefault(row["name"], set()).add(row["lemma"].lower())
    return {name: frozenset(words) for name, words in lists.items()}
