"""Sport: what a coach demands of players is no politics, and "Germany meet England" on a pitch."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from transforms.events.codebook.conditions import case_of
from transforms.events.codebook.vocabularies import Vocabularies

SPORTSPEOPLE, CONTESTS = "sportspeople", "contests"
# Players too are arrested and killed, freed and honoured, and march.
OF_ANYBODY = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
UNMARKED, HELPERS = ("VBP", "VB"), ("aux", "mark")
SETTINGS = ("in", "at", "for", "during", "on")


def is_sport(event_type: str, sides: Sequence[Token], predicate: Token, vocabularies: Vocabularies) -> bool:
    """Whether an athlete or a coach takes part, or both sides are national teams."""
    if event_type not in OF_ANYBODY and any(_is_one_of(side, SPORTSPEOPLE, vocabularies) for side in sides):
        return True
    return _are_places(sides) and (_is_of_a_team(predicate, sides[0]) or _is_contest(predicate, vocabularies))


def _is_one_of(token: Token, name: str, vocabularies: Vocabularies) -> bool:
    return token.lemma_.lower() in vocabularies.get(name, frozenset())


def _are_places(sides: Sequence[Token]) -> bool:
    return len(sides) > 1 and all(side.ent_type_ == "LOC" for side in sides)


def _is_of_a_team(predicate: Token, actor: Token) -> bool:
    """A country's name with a plural verb: a state would have a singular one."""
    alone = actor.dep_ == "nsubj" and not any(child.dep_ == "conj" for child in actor.children)
    bare = predicate.tag_ in UNMARKED and not any(child.dep_ in HELPERS for child in predicate.children)
    return alone and bare and actor.head == predicate


def _is_contest(predicate: Token, vocabularies: Vocabularies) -> bool:
    settings = [child for child in predicate.children if child.dep_ in ("obl", "nmod") and case_of(child) in SETTINGS]
    return any(_is_one_of(setting, CONTESTS, vocabularies) for setting in settings)
