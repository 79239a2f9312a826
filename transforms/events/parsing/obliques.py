"""Nouns behind a preposition that the parser calls a verb's object: "fired on a boat"."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

# These bound no number, as "over" and "to" do.
PREPOSITIONS = frozenset({"on", "upon", "at", "against", "into", "with", "towards", "toward"})
NOUNS = ("NOUN", "PROPN")


@Language.component("dateline_obliques", requires=["token.head"], assigns=["token.dep"])
def mark(doc: Doc) -> Doc:
    """Call them obliques."""
    found = {token.i for token in doc if token.dep_ == "obj" and token.pos_ in NOUNS and _has_preposition(token)}
    if not found:
        return doc
    label = doc.vocab.strings.add("obl")
    return rehung(doc, [token.head.i for token in doc], [label if t.i in found else t.dep for t in doc])


def _has_preposition(noun: Token) -> bool:
    first = noun.left_edge
    return first.head == noun and first.dep_ == "case" and first.lower_ in PREPOSITIONS
