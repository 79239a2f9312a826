"""Code lists: the values that coded columns may take, and the reference rows behind them."""

from __future__ import annotations

from functools import cache

from schemas.data_files import packaged, read_rows
from schemas.references import CameoCodes, Countries, EventTypes

STATUSES = ("asserted", "negated", "denied", "future", "hypothetical")
PUBLISHED_PRECISIONS = ("day", "minute", "instant")
EVENT_DATE_PRECISIONS = ("day", "week", "month", "season", "quarter", "year", "decade")
EVENT_DATE_METHODS = ("clause", "sentence", "report", "article")
# By force used against it; by the words of the clause, of the sentence; by the dateline.
PLACE_METHODS = ("object", "clause", "sentence", "dateline")
# When an event was told, not when it was.
DATED_AS_TOLD = ("report", "article")
REJECT_STAGES = ("load", "decode", "article", "events")
ARTICLE_FLAGS = ("partial text", "video page", "mojibake", "mojibake repaired", "characters lost")
DEFER_REASONS = ("out of time", "out of memory", "process died")
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
REFERENCE_TABLES = {"countries": Countries, "event_types": EventTypes, "cameo_codes": CameoCodes}


@cache
def reference_rows(name: str) -> tuple[dict[str, str], ...]:
    """Rows of `schemas/data/<name>.csv` as text, in file order."""
    found = read_rows(packaged("schemas", f"{name}.csv"), tuple(REFERENCE_TABLES[name].columns()))
    return tuple(row.cells for row in found)


@cache
def plover_modes(event_type: str) -> frozenset[str]:
    """The modes of an event type; the empty one stands for the type without a mode."""
    return frozenset(row["event_mode"] for row in reference_rows("event_types") if row["event_type"] == event_type)
