"""Word lists of the clause reader: small CSV files beside the code, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `transforms/events/data/<name>.csv` as text, in file order."""
    text = files("transforms.events").joinpath("data", f"{name}.csv").read_text(encoding="utf8")
    return tuple(csv.DictReader(text.splitlines()))


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
