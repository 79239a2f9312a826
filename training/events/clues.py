"""Clues: what a clause without a codebook row shows of itself, as the model's features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from schemas.records import Actor
from transforms.events.clauses.clauses import Argument, Clause
from transforms.events.codebook.readings import predicate_of
from transforms.events.codebook.vocabularies import Vocabularies
from transforms.events.identity import PUBLIC
from transforms.events.participants import Participants

ACTING = ("subject", "possessor")
ACTED_ON = ("object", "indirect_object")
# In whose direction something is done; "in", "near" and "around" only say where.
TOWARDS = frozenset(
    {"with", "against", "to", "on", "upon", "at", "from", "for", "of", "into", "towards", "over", "before", "opposite"}
)
UNNAMED = frozenset({"PROPN", "PRON", "NUM", "SYM"})


@dataclass(frozen=True, slots=True)
class Coded:
    """Two coded participants of a clause; `place` is the recipient's role or preposition."""

    actor: Actor
    recipient: Actor
    place: str


def words_to_lists(vocabularies: Vocabularies) -> dict[str, list[str]]:
    """The codebook's word lists turned about: each word with the lists that it is in."""
    turned: dict[str, list[str]] = {}
    for name in sorted(vocabularies):
        for word in vocabularies[name]:
            turned.setdefault(word, []).append(name)
    return turned


def clues_of(clause: Clause, doc: Doc, coded: Coded | None, lists: Mapping[str, list[str]]) -> frozenset[str]:
    """Predicate, prepositions, heads with their word lists, construction, and who takes part if both are coded."""
    predicate = predicate_of(clause)
    found = {f"predicate {predicate}", f"construction {clause.construction}", f"pos {clause.pos}"}
    for argument in clause.arguments:
        if argument.role not in ACTING:
            place = _place(argument)
            found |= {place, f"{predicate} + {place}"}
            found |= {f"{place} {word}" for word in _words(doc[argument.head], lists)}
    found |= {f"complement {doc[index].lemma_.lower()}" for index in clause.complements}
    return frozenset(found | _people(coded) if coded else found)


def coded_pair(clause: Clause, participants: Participants) -> Coded | None:
    """The clause's pair where both sides have a code, one a country, and one a part in public life; else None."""
    subjects = (participants.actor(argument.head) for argument in clause.arguments if argument.role in ACTING)
    actor = next((one for one in subjects if one and _is_coded(one)), None)
    if actor is None:
        return None
    for argument in sorted(clause.arguments, key=lambda argument: argument.role != "object"):
        recipient = participants.recipient(argument.head) if _is_acted_on(argument) else None
        if recipient and _is_coded(recipient) and _are_two(actor, recipient) and _are_public(actor, recipient):
            return Coded(actor, recipient, _place(argument))
    return None


def _place(argument: Argument) -> str:
    return argument.preposition or argument.role


def _is_acted_on(argument: Argument) -> bool:
    return argument.role in ACTED_ON or (argument.role not in ACTING and _place(argument) in TOWARDS)


def _words(noun: Token, lists: Mapping[str, list[str]]) -> Iterator[str]:
    if noun.pos_ not in UNNAMED:
        lemma = noun.lemma_.lower()
        yield lemma
        yield from (f"@{name}" for name in lists.get(lemma, ()))


def _people(coded: Coded) -> set[str]:
    actor, recipient = coded.actor, coded.recipient
    abroad = actor.country and recipient.country and actor.country != recipient.country
    found = {f"actor {sector}" for sector in actor.sectors or ("country",)}
    found |= {f"recipient {sector}" for sector in recipient.sectors or ("country",)}
    return found | {f"recipient is {coded.place}", "abroad" if abroad else "at home"}


def _is_coded(actor: Actor) -> bool:
    return actor.code is not None and actor.kind != "thing"


def _are_two(one: Actor, other: Actor) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    return apart and (one.name or one.text).lower() != (other.name or other.text).lower()


def _are_public(one: Actor, other: Actor) -> bool:
    return bool(one.country or other.country) and (_is_public(one) or _is_public(other))


def _is_public(actor: Actor) -> bool:
    return bool(PUBLIC.intersection(actor.sectors)) or (not actor.sectors and actor.kind != "person")
