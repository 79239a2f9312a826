"""Authors: whose word or deed a noun is, by its owner or by the verb that told of it ("offered ... the offer")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from transforms.events import things
from transforms.events.actors.noun_phrases import case_of
from transforms.events.clauses.binding import subject_of

POINTERS = frozenset({"the", "this", "these", "that", "those", "such"})
CLAUSES = frozenset({"acl", "acl:relcl"})


def authors(noun: Token) -> list[Token]:
    """Nouns that may be the author: the owner; else of a pointed-at word whoever spoke it in this sentence or the last.

    Empty where nothing says whose it is.
    """
    if noun.lemma_.lower() in things.suffered():
        return [child for child in noun.children if case_of(child) == "by"]
    verbs = things.said_by(noun.lemma_.lower())
    owners = [child for child in noun.children if child.dep_ == "nmod:poss"]
    if owners:
        return [owner for owner in owners if verbs or owner.lower_ != "our"]
    if not verbs:
        return []
    own = [verb for verb in noun.children if verb.dep_ in CLAUSES and verb.lemma_.lower() in things.makers() | verbs]
    if own:
        return list(_tellers(own))
    if not any(child.lower_ in POINTERS for child in noun.lefts):
        return []
    here = _spoken(noun.sent, verbs, noun)
    return here or _spoken(_sentence_before(noun), verbs, noun)


def _spoken(sentence: Span | None, verbs: frozenset[str], noun: Token) -> list[Token]:
    if sentence is None:
        return []
    found = [token for token in sentence if token.i < noun.i and token.pos_ == "VERB" and token.lemma_.lower() in verbs]
    return list(_tellers(verb for verb in found if verb != noun.head))


def _tellers(verbs: Iterator[Token] | list[Token]) -> Iterator[Token]:
    """The logical subjects of verbs."""
    for verb in verbs:
        agents = [child for child in verb.children if child.dep_ == "obl:agent"]
        is_passive = any(child.dep_ in ("aux:pass", "nsubj:pass") for child in verb.children) or verb.dep_ == "acl"
        if agents or (is_passive and verb.tag_ == "VBN"):
            yield from agents
            continue
        subject = subject_of(verb)
        if subject is not None:
            yield subject


def _sentence_before(noun: Token) -> Span | None:
    start = noun.sent.start
    return noun.doc[start - 1].sent if start > 0 else None
