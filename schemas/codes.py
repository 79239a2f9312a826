"""Code lists: the values that coded columns may take, and the reference rows behind them."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

STATUSES = ("asserted", "negated", "denied", "future", "hypothetical")
PUBLISHED_PRECISIONS = ("day", "minute", "instant")
EVENT_DATE_PRECISIONS = ("day", "week", "month", "season", "quarter", "year", "decade")
REJECT_STAGES = ("load", "decode", "article", "events")
PLOVER_TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)


@cache
def reference_rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `schemas/data/<name>.csv` as text, in file order."""
    text = files("schemas").joinpath("data", f"{name}.csv").read_text(encoding="utf8")
    return tuple(csv.DictReader(text.splitlines()))
