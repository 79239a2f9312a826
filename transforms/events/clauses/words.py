"""Word lists of the clause reader: small CSV files beside the code, read once."""

from __future__ import annotations

from functools import cache

from schemas.data_files import Row, packaged, read_rows

COLUMNS = {
    "announced": ("cameo_code", "announced_code", "note"),
    "speech": ("lemma", "note"),
    "status": ("kind", "word", "scope", "status", "note"),
    "verbs": ("property", "lemma", "note"),
}


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Rows of `transforms/events/data/<name>.csv`, in file order."""
    return tuple(read_rows(packaged("transforms.events", f"{name}.csv"), COLUMNS[name]))


@cache
def verbs(trait: str) -> frozenset[str]:
    """Lemmas of the verbs with this property in `verbs.csv`."""
    return frozenset(row["lemma"] for row in rows("verbs") if row["property"] == trait)


@cache
def speech_verbs() -> frozenset[str]:
    """Lemmas that report what somebody says, thinks or writes."""
    return frozenset(row["lemma"] for row in rows("speech"))


@cache
def complement_takers() -> frozenset[str]:
    """Lemmas that govern a clause and decide its status: plan, urge, agree."""
    rows_ = (row for row in rows("status") if row["kind"] == "governor")
    return frozenset(row["word"] for row in rows_ if {"clause", "control"} & set(row["scope"].split("|")))
