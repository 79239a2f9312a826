"""Abbreviations: which body letters such as "FCC" stand for, where an article means another than the tables know."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from transforms.events.actors.names import Hit
from transforms.events.actors.tables import INTERNATIONAL

BODIES = frozenset({"institution", "organisation", "party", "armed group"})
# Small words stand in a name without a letter: "Court of Animal Rights".
SMALL = frozenset({"of", "the", "and", "for", "in", "on"})


def known_abbreviations(doc: Doc, hits: list[Hit], shared: frozenset[str]) -> list[Hit]:
    """The hits without abbreviations that the article introduces for a name of its own, or that are another nation's.

    `shared` lists abbreviations that bodies of several nations bear; they count where the article names that nation.
    """
    own = {doc[hit.start].text for hit in hits if _is_short(doc, hit) and _is_introduced(doc, hit, hits)}
    kept = [hit for hit in hits if not _is_short(doc, hit) or doc[hit.start].text not in own]
    return [hit for hit in kept if not _is_short(doc, hit) or not _is_foreign(doc, hit, kept, shared)]


def _is_short(doc: Doc, hit: Hit) -> bool:
    word = doc[hit.start]
    return hit.end == hit.start + 1 and word.is_upper and word.is_alpha and hit.rows[0].kind in BODIES


def _is_introduced(doc: Doc, hit: Hit, hits: Iterable[Hit]) -> bool:
    """Whether brackets give the letters to the words in front, and no table knows those as the same body."""
    if hit.start < 2 or hit.end >= len(doc) or doc[hit.start - 1].text != "(" or doc[hit.end].text != ")":
        return False
    letters, position = doc[hit.start].text.upper(), hit.start - 2
    for letter in reversed(letters):
        while position >= 0 and doc[position].lower_ in SMALL:
            position -= 1
        if position < 0 or not doc[position].text.startswith(letter):
            return False
        position -= 1
    return not any(other.rows[0].name == hit.rows[0].name for other in hits if position < other.start < hit.start)


def _is_foreign(doc: Doc, hit: Hit, hits: Iterable[Hit], shared: frozenset[str]) -> bool:
    """Whether the article is about other nations than the one whose body bears a common abbreviation."""
    if doc[hit.start].text not in shared:
        return False
    others = {row.country for other in hits if other.rows != hit.rows for row in other.rows}
    nations = others - INTERNATIONAL - {""}
    named = any(other.rows[0].name == hit.rows[0].name for other in hits if other.end > other.start + 1)
    return not named and bool(nations) and hit.rows[0].country not in nations
