"""Plurals: the lemma of a plural noun with a capital, which the model takes for a name and leaves as it is."""

from __future__ import annotations

from spacy.tokens import Token

HISSING = ("sses", "shes", "ches", "xes", "zzes", "uses")
SINGULAR = ("ss", "us", "is")
SHORTEST = 4


def singular(form: str) -> str:
    """The singular of a lower-case plural; a form that no ending explains stays as it is."""
    if form.endswith("men"):
        return form[:-2] + "an"
    if form.endswith("ies") and len(form) > SHORTEST:
        return form[:-3] + "y"
    if form.endswith(HISSING):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(SINGULAR) else form


def is_left_plural(noun: Token) -> bool:
    """ "Attacks" at the head of a line, "rallie": whether the lemma of a common plural is none."""
    if noun.tag_ != "NNS" or noun.pos_ != "NOUN" or not noun.is_title:
        return noun.tag_ == "NNS" and noun.lemma_.endswith("men")
    return noun.lemma_.lower() == noun.lower_ or noun.lemma_.endswith("ie")
