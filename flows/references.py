"""Reference tables: sources as configured, code lists and known actors, as rows of their tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import polars as pl

from flows.merge import put_changed
from flows.settings import Settings
from schemas.codes import reference_rows
from schemas.tables import TABLES
from transforms.events.actors.actors import Actors
from warehouse.staging import Staging

CODE_TABLES = ("event_types", "cameo_codes", "countries")
FACTS = ("source_id", "country", "language", "time_zone", "date_order")
USERS_OF_SOURCES = ("articles", "rejects", "deferred_pages", "superseded_pages")


def code_frame(name: str) -> pl.DataFrame:
    """The rows of one code list."""
    return typed(name, reference_rows(name))


def typed(name: str, rows: Iterable[Mapping[str, str | None]]) -> pl.DataFrame:
    """Rows of text as rows of their table: empty text is null where the column may be null."""
    columns = TABLES[name].columns()
    schema = TABLES[name].to_polars_schema()
    texts = [{column: row.get(column) or None for column in schema} for row in rows]
    frame = pl.DataFrame(texts, schema=dict.fromkeys(schema, pl.String))
    required = [column for column, declared in columns.items() if not declared.nullable and schema[column] == pl.String]
    return frame.with_columns(pl.col(required).fill_null("")).cast(schema)


def actor_frame(settings: Settings) -> pl.DataFrame:
    """Known actors, those of the overlays among them."""
    rows = Actors.load(settings.overlay_paths("actors")).actor_rows()
    return pl.DataFrame(rows, schema=TABLES["actors"].to_polars_schema())


def source_frame(settings: Settings, used: Iterable[str]) -> pl.DataFrame:
    """The configured sources, and by their ids alone those that have rows but are configured no more."""
    rows = {source.id: _source_row(source.model_dump()) for source in settings.sources}
    for source_id in used:
        rows.setdefault(source_id, {"source_id": source_id, "name": source_id, "kind": "files"})
    return typed("sources", (rows[source_id] for source_id in sorted(rows)))


def without_base_if_facts_changed(staging: Staging, settings: Settings) -> Staging:
    """The staging; without its base where the base was read with other facts of its sources than the settings give."""
    if staging.base is None:
        return staging
    held = staging.base.scan("sources").select(FACTS).collect()
    given = source_frame(settings, held["source_id"]).select(FACTS)
    same = held.join(given, on=FACTS, how="semi", nulls_equal=True).height == held.height
    return staging if same else replace(staging, base=None)


def _source_row(source: Mapping[str, str]) -> dict[str, str]:
    return dict(source) | {"source_id": source["id"], "name": source["name"] or source["id"]}


def put_references(staging: Staging, settings: Settings) -> bool:
    """Put the reference tables that differ from the base's, after the other tables; returns whether any did."""
    used = pl.concat(staging.scan(table).select("source_id") for table in USERS_OF_SOURCES).unique().collect()
    frames = {name: code_frame(name) for name in CODE_TABLES}
    frames["sources"] = source_frame(settings, used["source_id"])
    frames["actors"] = actor_frame(settings)
    changed = [put_changed(staging, name, frame) for name, frame in frames.items()]
    return any(changed)
