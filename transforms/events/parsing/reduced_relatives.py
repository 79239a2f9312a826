"""Participles with "by" right behind a noun: "an ambush carried out by rebels" tells whose ambush it was."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

PARTICIPLES = ("VBD", "VBN")
CLAUSES = frozenset({"acl", "advcl", "conj", "ccomp", "parataxis", "xcomp"})
FINITE_MARKS = ("nsubj", "aux", "mark", "cc", "obj", "cop", "expl")
AGENT, REDUCED = "obl:agent", "acl"


@Language.component("dateline_reduced_relatives", requires=["token.head"], assigns=["token.head", "token.dep"])
def hang(doc: Doc) -> Doc:
    """Hang such a participle on its noun, where the parse makes it a clause of the verb before."""
    found = [(token, noun) for token in doc if (noun := _noun_of(token)) is not None]
    if not found:
        return doc
    heads = [token.head.i for token in doc]
    labels = [token.dep for token in doc]
    for token, noun in found:
        heads[token.i], labels[token.i] = noun.i, doc.vocab.strings.add(REDUCED)
        token.tag_ = "VBN"
    return rehung(doc, heads, labels)


def _noun_of(token: Token) -> Token | None:
    """The noun before a participle with "by" and nothing of a finite verb, if both belong to one verb."""
    if token.tag_ not in PARTICIPLES or token.dep_ not in CLAUSES or token.i == token.sent.start:
        return None
    has_agent = any(child.dep_ == AGENT and child.i > token.i for child in token.children)
    if not has_agent or any(child.dep_.startswith(FINITE_MARKS) for child in token.children):
        return None
    noun = token.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN"):
        return None
    if token.dep_ == REDUCED:
        return token.head if token.tag_ == "VBD" else None
    while noun.head != token.head and noun.head.i < token.i and noun.head != noun:
        noun = noun.head
    return noun if noun.head == token.head and noun.pos_ == "NOUN" and noun.i > token.head.i else None
