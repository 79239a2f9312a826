"""Absorption: words that a matched clause uses up, so that their own clauses tell no further event."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from transforms.events.codebook.readings import Reading
from transforms.events.codebook.rows import Row
from transforms.events.codebook.slots import PURPOSE, dependants

INTENT = ("AGREE", "REQUEST", "REJECT", "THREATEN")
OPINION = ("ACCUSE", "SUPPORT")


def absorbed(row: Row, reading: Reading) -> tuple[int, ...]:
    """Tokens that the match uses up.

    What the row names goes, and so does whatever is asked, promised, refused or threatened: it is no fact. What is
    praised or blamed goes as a word, but facts told below it stay.
    """
    clause = reading.clause
    objects = reading.objects
    words = {*reading.find(sorted(row.prepositions))}
    if not row.object.is_open or row.event_type in OPINION:
        words.update(word for head in objects for word in _measured(reading, head))
    intended = set(clause.complements)
    if row.event_type in INTENT:
        intended.update(a.head for a in clause.arguments if a.role not in ("subject", "possessor"))
    if any(slot.startswith(PURPOSE) for slot in row.recipient):
        # "Fired tear gas to disperse the crowd": what it was for is no further event.
        words.update(reading.purposes)
    words.update(token for head in intended for token in _below(reading.doc, head))
    return tuple(sorted(words - {clause.predicate}))


def _measured(reading: Reading, head: int) -> Iterator[int]:
    """A noun, and what it counts: airstrikes for "a series of airstrikes"."""
    yield head
    if reading.is_quantity(head):
        for counted in dependants(reading.doc[head], "of"):
            yield from _measured(reading, counted)


def _below(doc: Doc, head: int) -> Iterator[int]:
    """A word and what hangs on it, leaving relative clauses out: they tell facts of their own."""
    yield head
    for child in doc[head].children:
        if child.dep_ != "acl:relcl":
            yield from _below(doc, child.i)
