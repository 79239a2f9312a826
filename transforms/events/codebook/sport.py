"""Sport: what a coach demands of players is no politics, and "Germany meet England" on a pitch."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.attrs import LEMMA
from spacy.tokens import Token

from transforms.events.codebook.conditions import case_of
from transforms.events.codebook.vocabularies import Vocabularies

SPORTSPEOPLE, CONTESTS, PITCH = "sportspeople", "contests", "pitch"
# Players too are arrested and killed, freed and honoured, and march.
OF_ANYBODY = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
UNMARKED, HELPERS = ("VBP", "VB"), ("aux", "mark")
PLURAL, SUBJECTS = frozenset({"were", "are", "have"}), ("nsubj", "nsubj:pass")
SETTINGS = ("in", "at", "for", "during", "on")
# So many words of play make a text a report of play.
SURE = 3


def is_sport(event_type: str, sides: Sequence[Token], predicate: Token, vocabularies: Vocabularies) -> bool:
    """Whether an athlete or a coach takes part, or both sides are national teams."""
    if event_type not in OF_ANYBODY and any(_is_one_of(side, SPORTSPEOPLE, vocabularies) for side in sides):
        return True
    if not _are_places(sides):
        return False
    return _is_of_a_team(predicate, sides[0]) or _is_contest(predicate, vocabularies) or _is_on(predicate, vocabularies)


def _is_one_of(token: Token, name: str, vocabularies: Vocabularies) -> bool:
    return token.lemma_.lower() in vocabularies.get(name, frozenset())


def _are_places(sides: Sequence[Token]) -> bool:
    return len(sides) > 1 and all(side.ent_type_ == "LOC" for side in sides)


def _is_of_a_team(predicate: Token, actor: Token) -> bool:
    """A country's name with a plural verb, its own or one that follows: a state would have a singular one."""
    if actor.dep_ != "nsubj" or actor.head != predicate or any(child.dep_ == "conj" for child in actor.children):
        return False
    bare = predicate.tag_ in UNMARKED and not any(child.dep_ in HELPERS for child in predicate.children)
    return bare or any(child.dep_ == "conj" and _is_plural(child) for child in predicate.rights)


def _is_plural(verb: Token) -> bool:
    """Whether a verb that shares its subject is plural: "attacked early and were rewarded"."""
    words = {child.lower_ for child in verb.lefts}
    return not PLURAL.isdisjoint(words) and all(child.dep_ not in SUBJECTS for child in verb.children)


def _is_contest(predicate: Token, vocabularies: Vocabularies) -> bool:
    settings = [child for child in predicate.children if child.dep_ in ("obl", "nmod") and case_of(child) in SETTINGS]
    return any(_is_one_of(setting, CONTESTS, vocabularies) for setting in settings)


def _is_on(predicate: Token, vocabularies: Vocabularies) -> bool:
    """Whether the sentence tells of play, or the whole text does: "Norway attacked Wales from the first whistle"."""
    if any(_is_one_of(token, PITCH, vocabularies) for token in predicate.sent):
        return True
    strings, counts = predicate.vocab.strings, predicate.doc.count_by(LEMMA)
    return sum(strings[word] in counts for word in vocabularies.get(PITCH, ())) >= SURE
