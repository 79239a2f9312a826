"""Tenses: where the clause around a time expression points, to what was or to what is to come."""

from __future__ import annotations

from spacy.tokens import Token

from transforms.events.times.grammar import grammar

AUXILIARIES = ("aux", "aux:pass", "cop")
BEFORE_A_NOUN = ("compound", "nmod:poss", "amod", "nummod", "nmod:desc")


def direction(token: Token) -> str:
    """ "past" or "future", by the nearest verb above a token, or by the noun that it stands before."""
    listed = grammar().lists["tense"]
    while token.head.pos_ == "NUM" and token.head.i != token.i:
        token = token.head
    above = next((t for t in (token, *token.ancestors) if t.pos_ not in ("PROPN", "NUM", "ADP", "DET")), None)
    if (
        token.dep_ in BEFORE_A_NOUN
        and above is not None
        and {above.lemma_.lower(), above.lower_} & listed["nouns_done"]
    ):
        return "past"
    verb = next((t for t in (token, *token.ancestors) if _has_tense(t)), None)
    if verb is None:
        return "past"
    # "They planned a march on Friday" looks ahead; "on Friday, they planned a march" does not.
    is_before = token.i < verb.i
    return "past" if is_before and verb.tag_ == "VBD" else _of_verb(verb)


def _has_tense(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(child.dep_ == "cop" for child in token.children)


def _of_verb(verb: Token) -> str:
    """Where a verb points: its auxiliaries tell, then its form, then the verb above."""
    listed = grammar().lists["tense"]
    auxiliaries = [child for child in verb.children if child.dep_ in AUXILIARIES]
    if any(a.lower_ in listed["auxiliaries"] for a in auxiliaries):
        return "past" if any(a.lemma_ == "have" for a in auxiliaries) and verb.tag_ == "VBN" else "future"
    if verb.lemma_ in listed["verbs_ahead"] or (verb.lower_ in listed["adjectives_ahead"] and verb.tag_ != "VBD"):
        return "future"
    tags = {a.tag_ for a in auxiliaries} | {verb.tag_}
    if tags & {"VBD", "MD"}:
        return "past"
    if verb.tag_ == "VB":
        return _of_infinitive(verb) if any(child.tag_ == "TO" for child in verb.children) else _outer(verb)
    present = any(a.tag_ in ("VBP", "VBZ") and a.lemma_ != "have" for a in auxiliaries)
    if verb.tag_ in ("VBG", "VBN"):
        return "future" if present else "past" if auxiliaries else _outer(verb)
    return "past" if any(child.dep_ in ("ccomp", "parataxis") for child in verb.children) else "future"


def _of_infinitive(verb: Token) -> str:
    """What one began, or managed, to do was done; what else is to be done lies ahead."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ in grammar().lists["tense"]["verbs_of_deeds"]:
        return _of_verb(verb.head)
    return _outer(verb) if verb.dep_ == "advcl" else "future"


def _outer(verb: Token) -> str:
    """A participle points where the nearest verb above it does; one that describes a noun tells what was."""
    if verb.dep_.startswith("acl") or verb.head.i == verb.i:
        return "past"
    above = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    return "past" if above is None else _of_verb(above)
