""" "Each other" and "one another": what the verb before them is done to, which the parser may take for a quality."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

PAIRS = frozenset({("each", "other"), ("one", "another")})
POSSESSIVE, CASE, VERB = "POS", "ADP", "VERB"
Move = tuple[Token, Token, str]


@Language.component("dateline_reciprocals", requires=["token.head"], assigns=["token.head", "token.dep"])
def bind(doc: Doc) -> Doc:
    """Make the two words one object or oblique of the verb before them."""
    moves = {moved.i: (head.i, label) for token in doc for moved, head, label in _moves(token)}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
        if label in ("obj", "obl"):
            doc[index].tag_, doc[index].pos_ = "PRP", "PRON"
    return rehung(doc, heads, labels)


def _moves(first: Token) -> Iterator[Move]:
    if first.i == first.sent.start or first.i + 1 >= len(first.doc):
        return
    second, before = first.nbor(1), first.nbor(-1)
    if (first.lower_, second.lower_) not in PAIRS or _is_owner(second):
        return
    verb = next((token for token in reversed(first.doc[first.sent.start : first.i]) if token.pos_ == VERB), None)
    if verb is None or not (before == verb or (before.pos_ == CASE and before.i - verb.i < 3)):
        return
    yield first, verb, "obj" if before == verb else "obl"
    yield second, first, "fixed"
    if before != verb:
        yield before, first, "case"
    for child in (*first.children, *second.children):
        if child not in (first, second, before):
            yield child, verb, child.dep_


def _is_owner(word: Token) -> bool:
    """ "Each other's envoys"."""
    return word.i + 1 < len(word.doc) and word.nbor(1).tag_ == POSSESSIVE
