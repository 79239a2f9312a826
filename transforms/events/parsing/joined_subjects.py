"""Subjects joined by "and" that the parser took for something else: "the party and the union signed"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

AND = "and"
NOUNS = ("NOUN", "PROPN")
FINITE = ("VBD", "VBZ", "VBP")
PREDICATES = (*FINITE, "VBN")
SUBJECT, JOINED = "nsubj", "conj"
MAIN = frozenset({"ROOT", "ccomp", "parataxis", "advcl"})
SAID = frozenset({"cop", "nsubj", "case"})
Move = tuple[Token, Token, str]


@Language.component("dateline_joined_subjects", requires=["token.head"], assigns=["token.head", "token.dep"])
def join(doc: Doc) -> Doc:
    """Hang the second on the first, and the first on the verb behind both."""
    moves = {moved.i: (head.i, label) for token in doc for moved, head, label in _moves(token)}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
    return rehung(doc, heads, labels)


def _moves(token: Token) -> Iterator[Move]:
    if token.pos_ not in NOUNS:
        return
    if token.dep_ == "appos" and token.left_edge.lower_ == AND:
        # "President Ruiz and Chad's Ali Omar agreed".
        yield token, token.head, JOINED
    elif token.dep_.startswith(SUBJECT) and token.left_edge.lower_ == AND:
        yield from _beside_first(token)
    elif token.dep_ == "compound":
        yield from _before_quality(token)
    elif token.dep_ in MAIN:
        yield from _before_its_verb(token)
    elif token.dep_ == "obl" and token.head.i > token.i:
        yield from _behind_comma(token)


def _beside_first(second: Token) -> Iterator[Move]:
    """ "Chad's arms and its money came": of two subjects of a verb the second is joined to the first."""
    first = _subject(second.head)
    if first is not None and first.i < second.i and first.right_edge.i == second.left_edge.i - 1:
        yield second, first, JOINED


def _before_its_verb(noun: Token) -> Iterator[Move]:
    """ "The party and the union signed": a noun that is a whole clause, before a verb with a subject of its own."""
    verb = next((child for child in noun.rights if child.dep_ == JOINED and child.tag_ in PREDICATES), None)
    own = _subject(verb) if verb is not None else None
    if verb is None or own is None or any(child.dep_ in SAID for child in noun.children):
        return
    joint = verb.left_edge
    if joint.lower_ == AND and joint.head == verb and own.left_edge.i == joint.i + 1 and joint.nbor(-1).pos_ in NOUNS:
        yield verb, verb if noun.head == noun else noun.head, noun.dep_
        yield noun, verb, own.dep_
        yield own, noun, JOINED
        yield joint, own, "cc"


def _before_quality(noun: Token) -> Iterator[Move]:
    """ "Mali's army and Russian mercenaries": whose owner stands before it is no part of the noun behind "and"."""
    other = noun.head
    quality = next((child for child in noun.rights if child.dep_ == JOINED and child.tag_ == "JJ"), None)
    owned = any(child.dep_ == "nmod:poss" for child in noun.lefts)
    if quality is None or not owned or quality.left_edge.lower_ != AND or not quality.i < other.i:
        return
    yield noun, noun if other.head == other else other.head, other.dep_
    yield other, noun, JOINED
    yield quality, other, "amod"
    yield quality.left_edge, other, "cc"


def _behind_comma(noun: Token) -> Iterator[Move]:
    """ "At the UN, Chad and Peru left": what follows a comma right before a verb without a subject is its subject."""
    joined = [child for child in noun.rights if child.dep_ == JOINED]
    verb = noun.head
    if len(joined) != 2 or _subject(verb) is not None or verb.tag_ not in FINITE:
        return
    first, second = joined
    set_off = "," in (first.left_edge.text, first.left_edge.nbor(-1).text)
    if set_off and second.left_edge.lower_ == AND and second.right_edge.i == verb.i - 1:
        yield first, verb, SUBJECT
        yield second, first, JOINED


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_.startswith(SUBJECT)), None)
