"""The key of a place's name: one spelling for those that differ by case, accents, hyphens or "St."."""

from __future__ import annotations

from transforms.events.actors.tables import pieces

ABBREVIATED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


def key_of(name: str) -> str:
    """Words in small letters without accents and marks, abbreviated first words written out."""
    words = [piece.lower() for piece in pieces(name)]
    if len(words) > 1:
        words[0] = ABBREVIATED.get(words[0], words[0])
    return " ".join(words)
