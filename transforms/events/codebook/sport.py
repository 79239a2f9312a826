"""Sport: what a coach demands of players, or a minister says of a striker, is no politics."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from transforms.events.codebook.vocabularies import Vocabularies

SPORTSPEOPLE = "sportspeople"
# Players too are arrested and killed, and march.
OF_ANYBODY = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def is_sport(event_type: str, participants: Iterable[int], doc: Doc, vocabularies: Vocabularies) -> bool:
    """Whether one of these head tokens takes part as an athlete or a coach."""
    if event_type in OF_ANYBODY:
        return False
    athletes = vocabularies.get(SPORTSPEOPLE, frozenset())
    return any(doc[head].lemma_.lower() in athletes for head in participants)
