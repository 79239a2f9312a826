"""Genitives that say of what kind a thing is and not whose: "a children's film", "a women's prison"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

OWNER, MARK, PART = "nmod:poss", "POS", "compound"
ONE = frozenset({"a", "an"})
Move = tuple[Token, Token, str]


@Language.component("dateline_kinds", requires=["token.head"], assigns=["token.head", "token.dep"])
def classify(doc: Doc) -> Doc:
    """Make such a plural a part of its noun, which the article is of: "a" owner is never several."""
    moves = {moved.i: (head.i, label) for token in doc for moved, head, label in _moves(token)}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
    return rehung(doc, heads, labels)


def _moves(kind: Token) -> Iterator[Move]:
    if kind.dep_ != OWNER or kind.tag_ != "NNS" or not any(child.tag_ == MARK for child in kind.rights):
        return
    article = next((child for child in kind.lefts if child.dep_ == "det"), None)
    if article is not None and article.lower_ in ONE:
        yield kind, kind.head, PART
        yield article, kind.head, "det"
