"""Nouns behind a preposition that the parser calls a verb's object: "fired on a boat"."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

PREPOSITIONS = frozenset(
    {"on", "upon", "at", "against", "into", "with", "towards", "toward", "in", "from", "outside"}
    | {"for", "of", "by", "after", "before", "during", "among", "despite", "amid"}
)
# Before a number these may bound it: "near 100".
BOUNDS = frozenset({"under", "near", "inside", "behind", "over", "between"})
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
    owner = first.head
    if first.dep_ != "case" or (owner != noun and not (owner.dep_ == "nmod:poss" and owner.head == noun)):
        return False
    counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return first.lower_ in PREPOSITIONS or (first.lower_ in BOUNDS and not counted)
