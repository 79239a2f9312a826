"""The noun "shooting" behind another noun, which the parser takes for a verb: "a school shooting killed two"."""

from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from schemas.data_files import packaged, read_rows
from transforms.events.parsing.joins import rehung

COLUMNS = ("word", "note")
SHOOTING, TARGETED = "shooting", "at"
NOUN = "NN"
TAGS = frozenset({"VBG", NOUN})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
Move = tuple[Token, Token, str]


@Language.component("dateline_shootings", requires=["token.head"], assigns=["token.head", "token.dep"])
def name(doc: Doc) -> Doc:
    """Make such a word the head of its phrase."""
    found = [token for token in doc if _is_named(token)]
    if not found:
        return doc
    moves = {moved.i: (head.i, label) for token in found for moved, head, label in _moves(token)}
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
    for token in found:
        token.tag_, token.pos_ = NOUN, "NOUN"
    return rehung(doc, heads, labels)


@cache
def fronts() -> frozenset[str]:
    """Words in front of "shooting" that say where or how one shot; who shoots is none of them."""
    return frozenset(row["word"] for row in read_rows(packaged("transforms.events", "shootings.csv"), COLUMNS))


def _is_named(token: Token) -> bool:
    if token.lower_ != SHOOTING or token.tag_ not in TAGS or token.i == token.sent.start:
        return False
    front = token.nbor(-1)
    if front.head == token and front.dep_ == "compound":
        return False
    if front.tag_ != NOUN or front.lower_ not in fronts() or (front.head != token and token in front.ancestors):
        return False
    return not any(child.dep_ in ("obj", "aux") or _is_at(child) for child in token.rights)


def _is_at(noun: Token) -> bool:
    return any(child.dep_ == "case" and child.lower_ == TARGETED for child in noun.lefts)


def _moves(shooting: Token) -> Iterator[Move]:
    """The noun in front hangs on the shooting with its articles; the shooting takes its place."""
    front = shooting.nbor(-1)
    yield front, shooting, "compound"
    for child in front.children:
        if child != shooting:
            yield child, shooting, child.dep_
    verb = next((child for child in shooting.rights if child.tag_ in FINITE), None)
    if front.head != shooting:
        yield shooting, shooting if front.head == front else front.head, front.dep_
    elif verb is not None:
        yield verb, verb if shooting.head == shooting else shooting.head, shooting.dep_
        yield shooting, verb, "nsubj"
    for child in shooting.rights:
        if child == verb:
            continue
        yield child, shooting, "nmod" if child.dep_ == "obl" else child.dep_
