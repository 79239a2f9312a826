"""Accidents: who is killed "when a hotel collapsed" or as a bus "overturned, killing ten" was attacked by nobody."""

from __future__ import annotations

from spacy.attrs import LEMMA
from spacy.tokens import Doc, Token

from transforms.events.codebook.vocabularies import Vocabularies

ACCIDENTS, MISHAPS, VIOLENCE = "accidents", "mishaps", "violence"
# So many words of accidents, and none of violence, make a text the story of an accident.
SURE = 2
SUBJECTS = ("nsubj", "nsubj:pass")
AGENTS = ("obl:agent", "obl")
FOLLOWING = ("advcl", "conj")
# The parser may take a participle behind its noun for a past tense.
PARTICIPLES = ("VBN", "VBD")


def is_by_accident(predicate: Token, vocabularies: Vocabularies) -> bool:
    """Whether a harm that nobody is said to have done stands beside words on how something broke, sank or burnt."""
    if _is_agentless(predicate):
        beside = any(_is_accident(clause, vocabularies) for clause in _beside(predicate))
        named = beside or _names_accident(predicate, ("obl",), vocabularies)
        return named or is_story_of_accident(predicate.doc, vocabularies)
    if not _is_outcome(predicate):
        return False
    return _is_accident(predicate.head, vocabularies) or is_story_of_accident(predicate.doc, vocabularies)


def is_story_of_accident(doc: Doc, vocabularies: Vocabularies) -> bool:
    """Whether the whole text tells of a fire or a crash and of no attack: who "was injured" there was not attacked."""
    counts, strings = doc.count_by(LEMMA), doc.vocab.strings

    def told(name: str) -> int:
        return sum(counts.get(strings[word], 0) for word in vocabularies.get(name, ()))

    return told(ACCIDENTS) + told(MISHAPS) >= SURE and not told(VIOLENCE)


def _is_outcome(predicate: Token) -> bool:
    """Whether it tells what came of the verb before it, without a subject of its own: "crashed, killing ten"."""
    return predicate.dep_ in FOLLOWING and not any(child.dep_ in SUBJECTS for child in predicate.children)


def _beside(predicate: Token) -> list[Token]:
    """Its adverbial clauses, those of a verb joined to it, what it is joined to ("was trapped and killed"), and a verb
    beside it without "and", which may be a clause.
    """
    joined = [child for child in predicate.children if child.dep_ in ("conj", "xcomp")]
    found = [child for verb in (predicate, *joined) for child in verb.children if child.dep_ == "advcl"]
    found += [predicate.head] if predicate.dep_ == "conj" else []
    if _is_participle(predicate):
        # "The stampede left 200 people injured."
        found += [above for above in predicate.ancestors if above.pos_ == "VERB"][:1]
    return found + [verb for verb in joined if not any(child.dep_ == "cc" for child in verb.children)]


def _is_agentless(predicate: Token) -> bool:
    if not _is_participle(predicate) and not any(child.dep_ == "nsubj:pass" for child in predicate.children):
        return False
    agents = (child for child in predicate.children if child.dep_ in AGENTS)
    return not any(case.lower_ == "by" for agent in agents for case in agent.children)


def _is_participle(predicate: Token) -> bool:
    return predicate.dep_ == "acl" and predicate.tag_ in PARTICIPLES


def _is_accident(clause: Token, vocabularies: Vocabularies) -> bool:
    """Whether the clause's verb is a mishap ("capsized"), nobody did it, or a disaster is what struck."""
    if _names_accident(clause, SUBJECTS, vocabularies):
        return True
    done = any(child.dep_ in ("obj", "obl:agent") for child in clause.children)
    return clause.lemma_.lower() in vocabularies.get(MISHAPS, frozenset()) and not done


def _names_accident(verb: Token, roles: tuple[str, ...], vocabularies: Vocabularies) -> bool:
    """Whether one of these dependants is a disaster: what struck, or the fire in or as which it happened."""
    disasters = vocabularies.get(ACCIDENTS, frozenset())
    return any(child.dep_ in roles and child.lemma_.lower() in disasters for child in verb.children)
