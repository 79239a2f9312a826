"""Inspect: walk documents without a warehouse and show what it would hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from flows.settings import Settings
from flows.sources.files import read_paths
from flows.sources.intake import Intake
from flows.sources.records import record_id
from flows.tables import to_json
from flows.tools import load_tools
from schemas.events import EventMentions
from transforms.frames import mention_row
from transforms.walk import Walked, walk

SOURCE_ID = "inspect"
NOT_YET_KNOWN = ("event_id", "published_month")


def inspect_paths(
    paths: Sequence[str], settings: Settings | None = None, source_id: str = SOURCE_ID
) -> Iterator[Walked]:
    """Walk files, folders and globs in the order given; overlays and source facts come from the settings, if any."""
    intake = Intake(source_id, datetime.now(UTC))
    if settings is not None:
        intake = Intake(source_id, intake.now, settings.run.max_document_bytes)
    yield from walk(read_paths(paths, intake), load_tools(settings))


def as_json(walked: Walked, *, with_trace: bool = False) -> str:
    """One line of JSON with the keys of as_mapping."""
    return to_json(as_mapping(walked, with_trace=with_trace))


def as_mapping(walked: Walked, *, with_trace: bool = False) -> dict[str, Any]:
    """Keys id, origin, article, reject, event_mentions, quotes, time_expressions, places, removed_lines.

    Mentions have the columns of their table, save those that only a whole warehouse knows.
    """
    found = {
        "id": record_id(walked.page) or walked.page.origin,
        "origin": walked.page.origin,
        "article": asdict(walked.article) if walked.article else None,
        "reject": asdict(walked.reject) if walked.reject else None,
        "event_mentions": _mentions(walked),
        "quotes": [asdict(one) for one in walked.quotes],
        "time_expressions": [asdict(one) for one in walked.time_expressions],
        "places": [asdict(one) for one in walked.places],
        "removed_lines": [asdict(one) for one in walked.removed_lines],
    }
    return found | {"trace": walked.trace} if with_trace else found


def _mentions(walked: Walked) -> list[dict[str, Any]]:
    article = walked.article
    if article is None:
        return []
    columns = [name for name in EventMentions.column_names() if name not in NOT_YET_KNOWN]
    rows = (mention_row(told, article) for told in walked.event_mentions)
    return [{name: row.get(name) for name in columns} for row in rows]


def missing(paths: Sequence[str]) -> str | None:
    """The first path that is neither there nor a glob that matches something; None if all are."""
    from glob import glob

    return next((path for path in paths if not Path(path).exists() and not glob(path, recursive=True)), None)  # noqa: PTH207
