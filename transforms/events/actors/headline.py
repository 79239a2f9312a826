"""The nations that a headline names, for an article whose text takes its own for granted."""

from __future__ import annotations

import re
from datetime import date

from spacy.tokens import Doc
from spacy.vocab import Vocab

from transforms.events.actors.names import find_hits, reading
from transforms.events.actors.tables import INTERNATIONAL, ActorTables

PIECE = re.compile(r"\w+|[^\w\s]")


def headline_nations(headline: str, vocab: Vocab, tables: ActorTables, published: date | None) -> frozenset[str]:
    """Countries (alpha-3) that the headline names by name, place or people: Chile for "Students held in Chile"."""
    pieces = list(PIECE.finditer(headline))
    spaces = [headline[piece.end() : piece.end() + 1].isspace() for piece in pieces]
    words = Doc(vocab, [piece.group() for piece in pieces], spaces)
    found = (reading(hit.rows, published) for hit in find_hits(words, tables))
    nations = (known.country for known in found if known is not None and known.is_nation)
    return frozenset(nations) - INTERNATIONAL - {""}
