"""Participles with "by" right behind a noun: "an ambush carried out by rebels" tells whose ambush it was."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

PAST = ("VBD", "VBN")
NOUNS = ("NOUN", "PROPN")
CLAUSES = frozenset({"acl", "advcl", "conj", "ccomp", "parataxis", "xcomp"})
OF_FINITE_VERB = ("nsubj", "aux", "mark", "cc", "obj", "cop", "expl")
SUBJECT, AGENT, REDUCED = "nsubj", "obl:agent", "acl"


@Language.component("dateline_reduced_relatives", requires=["token.head"], assigns=["token.head", "token.dep"])
def hang(doc: Doc) -> Doc:
    """Hang such a participle on its noun, where the parse makes it a clause of its own."""
    found = [token for token in doc if token.tag_ in PAST and _has_agent(token)]
    moves = {moved.i: (head.i, label) for token in found for moved, head, label in _moves(token)}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
        if label == REDUCED:
            doc[index].tag_ = "VBN"
    return rehung(doc, heads, labels)


def _has_agent(token: Token) -> bool:
    return any(child.dep_.startswith("obl") and child.i > token.i and _is_by(child) for child in token.children)


def _is_by(noun: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == "by" for child in noun.lefts)


def _moves(token: Token) -> Iterator[tuple[Token, Token, str]]:
    """Tokens with their new heads and labels."""
    noun = _noun_before(token)
    if noun is not None:
        yield token, noun, REDUCED
        return
    subject, main = _subject_and_main(token)
    if subject is None or main is None:
        return
    yield main, main if token.head == token else token.head, token.dep_
    yield subject, main, SUBJECT
    yield token, subject, REDUCED


def _noun_before(token: Token) -> Token | None:
    """The noun right before a participle with nothing of a finite verb, if both belong to one verb."""
    if token.dep_ not in CLAUSES or token.i == token.sent.start or token.nbor(-1).pos_ not in NOUNS:
        return None
    if any(child.dep_.startswith(OF_FINITE_VERB) for child in token.children):
        return None
    if token.dep_ == REDUCED:
        return token.head if token.tag_ == "VBD" else None
    noun = token.nbor(-1)
    while noun.head != token.head and noun.head.i < token.i and noun.head != noun:
        noun = noun.head
    return noun if noun.head == token.head and noun.pos_ == "NOUN" and noun.i > token.head.i else None


def _subject_and_main(token: Token) -> tuple[Token | None, Token | None]:
    """ "Deputies urged by unions to stay voted": the subject is the second verb's, which no "and" joins."""
    labels = [child.dep_ for child in token.children]
    subject = next((child for child in token.lefts if child.dep_.startswith(SUBJECT)), None)
    main = next((child for child in token.rights if child.dep_ in ("conj", "xcomp") and child.tag_ == "VBD"), None)
    if subject is None or main is None or any(label.startswith(("aux", "obj", "mark", "cop")) for label in labels):
        return None, None
    own = any(child.dep_.startswith((SUBJECT, "cc")) for child in main.children)
    return (None, None) if own else (subject, main)
