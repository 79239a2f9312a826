"""The places that stand in datelines and behind names (`data/places.csv`)."""

from __future__ import annotations

import re
from functools import cache

from transforms.articles.dates.words import fold
from transforms.articles.wordlists import rows


@cache
def place_names() -> dict[str, str]:
    """Folded names of `data/places.csv` to their spelling there."""
    return {place_key(row["place"]): row["place"] for row in rows("places", "place", "kind")}


def place_key(text: str) -> str:
    """What a place's name is looked up by: case, accents, full stops and commas dropped."""
    return re.sub(r"[.,\s]+", " ", fold(text).replace(".", "")).strip()
