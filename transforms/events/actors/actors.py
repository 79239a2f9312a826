"""Actors: who a noun phrase names, with country and sectors, by tables that anybody can extend."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from transforms.events.actors.headline import headline_nations
from transforms.events.actors.memory import ActorMemory
from transforms.events.actors.tables import INTERNATIONAL, ActorTables, load_tables, plain


class Actors:
    """The actor tables, ready to read articles with."""

    def __init__(self, tables: ActorTables) -> None:
        self._tables = tables

    @classmethod
    def load(cls, overlays: Sequence[Path] = ()) -> Actors:
        """Read the packaged tables and the user's overlays (CSV files with the columns of one of the tables).

        Rows of an overlay outrank packaged rows of the same name. Raises ValueError that names file, line and remedy.
        """
        return cls(load_tables(overlays))

    def read(self, doc: Doc, published: date | None = None, headline: str | None = None) -> ActorMemory:
        """Read one article for its names. `published` decides who held which office; None leaves that open.

        The `headline` names the nation that a short text may take for granted.
        """
        nations = headline_nations(headline or "", doc.vocab, self._tables, published)
        return ActorMemory(doc, self._tables, published, nations)

    def actor_rows(self) -> list[dict[str, Any]]:
        """Known actors in the shape of `schemas.tables.Actors`, sorted by actor_id."""
        rows = {}
        for known in self._tables.known:
            if known.is_nation:
                continue
            actor_id = _actor_id(known.name, known.valid_from)
            rows[actor_id] = {
                "actor_id": actor_id,
                "name": known.name,
                "kind": known.kind,
                "country": known.country if known.country not in (*INTERNATIONAL, "") else None,
                "sectors": ";".join(known.sectors) or None,
                "code": known.code,
                "valid_from": known.valid_from,
                "valid_to": known.valid_to,
            }
        return [rows[actor_id] for actor_id in sorted(rows)]


def _actor_id(name: str, valid_from: date | None) -> str:
    slug = re.sub(r"[^a-z0-9]+", "-", plain(name).lower()).strip("-")
    return f"{slug}-{valid_from:%Y-%m-%d}" if valid_from else slug
