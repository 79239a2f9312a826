"""Parties: the several actors that coordination tells of where the words stand once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from schemas.records import Actor
from transforms.events.actors.noun_phrases import case_of
from transforms.events.reach import coordinated

TAILS = frozenset({"of", "from"})
PLURAL = frozenset({"NNS", "NNPS"})
# What in front of a later noun starts a phrase of its own: "the Chadian army and a doctor".
OWN_START = frozenset({"det", "nmod:poss", "amod", "compound", "nummod"})
ECHOES = frozenset({"as", "so"})
# The parse may take a name that a comma sets off for one that is called.
SUBJECTS = frozenset({"nsubj", "vocative", "dislocated"})
# In front of "with" behind a subject.
REBELS, STATE, GOVERNMENT = "REB", ("GOV",), "government"
JOINTLY = frozenset({"along", "together", "jointly"})


def each_nation(head: Token, actor: Actor, nation: Callable[[Token], Actor | None]) -> list[Actor]:
    """The actor of a plural noun once for each nation behind it: "the leaders of Chad and Kenya".

    The first keeps the words, the others have those of their nation. `nation` resolves a place.
    """
    tail = next((child for child in head.rights if child.dep_ == "nmod" and case_of(child) in TAILS), None)
    if tail is None or head.tag_ not in PLURAL or not actor.sectors or actor.country is None:
        return [actor]
    nations = [nation(token) for token in coordinated(tail)]
    known = [one for one in nations if one is not None and one.country is not None]
    if len(known) != len(nations) or not known or known[0].country != actor.country:
        return [actor]
    return [actor, *(_of_nation(replace(actor, text=one.text, start=one.start, end=one.end), one) for one in known[1:])]


def sharing_nation(told: Sequence[tuple[Token, Actor]]) -> list[tuple[Token, Actor]]:
    """Coordinated nouns with the nation that stands before the first: "the Chadian army and police"."""
    if not told:
        return []
    (first, leader), *others = told
    shared = first.pos_ == "NOUN" and leader.country is not None and leader.sectors
    in_front = any(child.dep_ in ("amod", "nmod:poss") and child.ent_type_ for child in first.lefts)
    if not shared:
        return list(told)
    shares = [
        (token, one, _are_their_rebels(first, leader, token, one) or (in_front and _may_share(leader, token, one)))
        for token, one in others
    ]
    return [told[0], *((token, _of_nation(one, leader) if is_shared else one) for token, one, is_shared in shares)]


def sharing_noun(told: Sequence[tuple[Token, Actor]]) -> list[tuple[Token, Actor]]:
    """A nation with the noun that stands behind the next one only: "Chadian and Kenyan soldiers"."""
    if len(told) != 2:
        return list(told)
    (first, one), (second, other) = told
    lacks_noun = first.tag_ == "JJ" and one.country is not None and not one.sectors
    named = any(child.dep_ == "amod" and child.ent_type_ for child in second.lefts)
    if not (lacks_noun and named and second.tag_ in PLURAL and other.sectors and second.head == first):
        return list(told)
    return [(first, _of_nation(replace(one, sectors=other.sectors, kind=other.kind), one)), (second, other)]


def echoes(predicate: Token) -> Iterator[Token]:
    """Who did the same: "as did Chad", "and so did Chad"."""
    for child in predicate.rights:
        words = [below for below in child.children if below.lower_ in ECHOES and below.dep_ in ("mark", "advmod")]
        if not words:
            continue
        if child.dep_ == "advcl" and child.pos_ in ("NOUN", "PROPN") and _has_auxiliary(child):
            yield child
        if child.dep_ in ("conj", "advcl") and child.lemma_ == "do":
            yield from (below for below in child.rights if below.dep_ in ("nsubj", "obj"))


def companions(predicate: Token) -> Iterator[Token]:
    """Who did it with the subject: "Chad, along with Kenya, left", "Chad, together with Kenya, left"."""
    subject = next((child for child in predicate.lefts if child.dep_ in SUBJECTS), None)
    if subject is None:
        return
    together = (child for child in predicate.lefts if child.lower_ in JOINTLY and child.dep_ == "advmod")
    for above in (subject, *together):
        for noun in (child for child in above.rights if child.i < predicate.i and child.pos_ in ("NOUN", "PROPN")):
            cases = [child.lower_ for child in noun.lefts if child.dep_ in ("case", "advmod", "fixed")]
            if "with" in cases and (above is not subject or JOINTLY.intersection(cases)):
                yield noun


def _has_auxiliary(noun: Token) -> bool:
    return any(child.dep_ == "aux" for child in noun.children)


def _is_bare(noun: Token, actor: Actor) -> bool:
    bare = noun.pos_ == "NOUN" and not any(child.dep_ in OWN_START for child in noun.lefts)
    return bare and actor.country is None and bool(actor.sectors)


def _may_share(leader: Actor, token: Token, actor: Actor) -> bool:
    return _is_bare(token, actor) or _is_their_state(leader, token, actor)


def _is_their_state(leader: Actor, token: Token, actor: Actor) -> bool:
    """ "Sudanese rebels and the government": the state whose nation the words leave open is the rebels' own."""
    unsaid = not any(child.dep_ in OWN_START - {"det"} for child in token.lefts) and token.pos_ == "NOUN"
    return REBELS in leader.sectors and tuple(actor.sectors) == STATE and unsaid


def _are_their_rebels(government: Token, leader: Actor, token: Token, actor: Actor) -> bool:
    """ "The government of Chad and two rebel groups": of whom no more is said, those are its own."""
    unsaid = actor.country is None and actor.name is None and REBELS in actor.sectors
    own = not any(child.ent_type_ or child.dep_ == "nmod:poss" for child in token.children)
    return government.lower_ == GOVERNMENT and tuple(leader.sectors) == STATE and unsaid and own


def _of_nation(actor: Actor, nation: Actor) -> Actor:
    return replace(actor, code=f"{nation.country}{''.join(actor.sectors)}", country=nation.country)
