"""Confidence: how likely a mention is to be right as a whole, from signs that its row and participants show.

The weights in confidence.csv are fitted to judged mentions by `python -m training.confidence`.
"""

import math
from collections.abc import Iterable
from functools import cache

from schemas.data_files import packaged, read_rows
from schemas.records import Actor
from transforms.events.codebook.rows import Row

WEIGHT_COLUMNS = ("sign", "weight", "note")
ALWAYS = "always"
LONG_SENTENCE = 40
NO_COUNTRY = "---"


def signs(row: Row, actor: Actor | None, recipient: Actor | None, sentence: str) -> tuple[str, ...]:
    """What speaks for or against a mention that this row tells of these two in this sentence."""
    found = [ALWAYS, f"actor-{_known(actor)}", f"recipient-{_known(recipient)}", f"type-{row.event_type.lower()}"]
    if actor is not None and recipient is not None and actor.country is not None and actor.country == recipient.country:
        found.append("own-country")
    if row.pos != "verb":
        found.append("noun-row")
    if row.prepositions or not row.object.is_open or not row.complement.is_open:
        found.append("particular-row")
    if len(sentence.split()) > LONG_SENTENCE:
        found.append("long-sentence")
    return tuple(found)


def _known(actor: Actor | None) -> str:
    """How much is known of a participant."""
    if actor is None:
        return "none"
    if actor.code is None:
        return "text"
    return "sector" if actor.code.startswith(NO_COUNTRY) else "country"


def confidence(found: Iterable[str]) -> float:
    """The chance, 0 to 1 in hundredths, that a mention with these signs is right as a whole."""
    return round(1 / (1 + math.exp(-sum(weights().get(sign, 0.0) for sign in found))), 2)


@cache
def weights() -> dict[str, float]:
    """Weight of each sign, in units of log odds."""
    rows = read_rows(packaged("transforms.events", "confidence.csv"), WEIGHT_COLUMNS)
    return {row["sign"]: float(row["weight"]) for row in rows}
