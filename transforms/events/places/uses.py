"""Uses: whether something is at a named place, on its way there, or the name stands for a government."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from transforms.events.actors import noun_phrases as phrases
from transforms.events.actors.memory import ActorMemory
from transforms.events.places.toponyms import words

LOCATIVE = "locative"
DESTINATION = "destination"
NAMED = "named"
LINKS = frozenset({"conj", "appos", "compound", "flat", "nmod"})
SUBJECTS = ("nsubj", "obl:agent", "nmod:poss", "iobj")
LONGEST_CHAIN = 4
# Prepositions between force and the place that it is used against.
UPON = ("on", "upon", "of", "against")


def use_of(token: Token, memory: ActorMemory, *, rules: bool, is_city: bool) -> str | None:
    """The use of the name with this root; None where it stands for a government.

    `rules` says that the place has a government that news calls by its name: a state, a region, a capital.
    """
    found = _position(token, memory)
    if found is not None:
        return found
    return NAMED if not rules or _is_a_place_all_the_same(token, memory, is_city) else None


def _position(token: Token, memory: ActorMemory) -> str | None:
    """By the preposition above it: at the place ("in", "near") or on the way ("to", "from", "left for")."""
    for each in _chain(token):
        preposition = phrases.case_of(each)
        if preposition in memory.words("locative"):
            return LOCATIVE
        if preposition in memory.words("destination") and each.dep_.startswith(("obl", "nmod")):
            return DESTINATION
        if preposition == "for" and each.head.lemma_.lower() in words("leaving"):
            return DESTINATION
        if preposition and preposition != "of":
            return None
    return None


def _chain(token: Token) -> Iterator[Token]:
    """The token and the nouns it is joined to ("in the city of Basra", "through Athens's streets").

    What a state keeps abroad is not in that state: "outside the US embassy", "at a French base".
    """
    for _ in range(LONGEST_CHAIN):
        yield token
        if token.head == token or token.head.pos_ not in ("NOUN", "PROPN") or not _is_joined(token):
            return
        if token.head.lemma_.lower() in words("post abroad"):
            return
        token = token.head


def _is_joined(token: Token) -> bool:
    """Whether a noun is at the place of the noun above it; an owner is where what it owns is a piece of it."""
    if token.dep_ == "nmod:poss":
        return token.head.lemma_.lower() in words("place noun")
    return token.dep_.split(":")[0] in LINKS and not (token.dep_ == "nmod" and phrases.case_of(token) != "of")


def _is_a_place_all_the_same(token: Token, memory: ActorMemory, is_city: bool) -> bool:
    head = token.head
    while token.dep_ == "conj" and token.head != token and token.head.pos_ == "PROPN":
        token, head = token.head, token.head.head
    if token.dep_.startswith("obj"):
        return head.lemma_.lower() in words("acted upon")
    if token.dep_ == "nmod:poss" and head.lemma_.lower() in words("place noun"):
        return True
    if token.dep_ in SUBJECTS or token.dep_.startswith("nsubj"):
        return any(child.dep_ == "cop" for child in head.children)
    if phrases.case_of(token) in UPON and head.lemma_.lower() in words("attack on"):
        return True
    if not is_city:
        return False
    if token.dep_ in ("compound", "nmod:desc", "amod"):
        return memory.resolve(head) is None
    return phrases.case_of(token) not in words("parties")
