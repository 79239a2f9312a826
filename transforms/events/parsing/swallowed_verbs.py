"""A sentence's only verb that the parser took for a quality: "Chad's military targeted rebels"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung
from transforms.events.parsing.role_words import roles

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PARTICIPLES = frozenset({"VBN", "VBD"})
FRONT = frozenset({"amod", "compound"})
Move = tuple[Token, Token, str]


@Language.component("dateline_swallowed_verbs", requires=["token.head"], assigns=["token.head", "token.dep"])
def free(doc: Doc) -> Doc:
    """Make the participle the verb, what stands before it its subject and the noun behind it its object."""
    found = [(verb, doer) for sentence in doc.sents for verb, doer in _swallowed(sentence.root)]
    if not found:
        return doc
    moves = {moved.i: (head.i, label) for verb, doer in found for moved, head, label in _moves(verb, doer)}
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
    for verb, doer in found:
        verb.tag_, verb.pos_ = "VBD", "VERB"
        doer.tag_, doer.pos_ = "NN", "NOUN"
    return rehung(doc, heads, labels)


def _swallowed(root: Token) -> Iterator[tuple[Token, Token]]:
    """The participle with the word before it that says who somebody is, in a sentence with no verb besides."""
    if root.pos_ != "NOUN" or any(token.tag_ in FINITE and token.head != root for token in root.sent):
        return
    for verb in root.lefts:
        doer = verb.nbor(-1) if verb.i > root.sent.start else verb
        taken = verb.dep_ == "amod" and verb.tag_ in PARTICIPLES and doer.dep_ in FRONT and doer.head == root
        owned = any(child.dep_ in ("nmod:poss", "det") and child.i < doer.i for child in root.lefts)
        if taken and owned and doer.lower_ in roles():
            yield verb, doer
            return


def _moves(verb: Token, doer: Token) -> Iterator[Move]:
    noun = verb.head
    yield verb, verb, "ROOT"
    yield doer, verb, "nsubj"
    yield noun, verb, "obj"
    for child in noun.children:
        if child.i < doer.i:
            yield child, doer, child.dep_
        elif child.dep_ == "punct":
            yield child, verb, child.dep_
