"""What a comma or "and" sets apart from a name, where the parser took it for a part or a second of the name.

A title behind its holder ("Ruiz, minister for trade"), a land behind its city, a second name joined by "and"; and the
few behind "including" from all of whom something is told.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung
from transforms.events.parsing.known_names import known_names
from transforms.events.parsing.role_words import titles

JOINED, PART, ASIDE = "conj", "flat", "appos"
NAMES, PLACE = ("NNP", "NNPS"), "LOC"
# Behind a title these lead to what it is held over; a name right behind it would be another holder's.
OF_OFFICE = frozenset({"of", "for", "to"})
NOUNS = ("NOUN", "PROPN", "NUM")
SUBJECT, INCLUDING = "nsubj", "including"
Move = tuple[Token, Token, str]


@Language.component("dateline_asides", requires=["token.head"], assigns=["token.head", "token.dep"])
def part(doc: Doc) -> Doc:
    """Hang titles and lands on the name that they tell of, and a second name beside the first."""
    moves = {moved.i: (head.i, label) for token in doc for moved, head, label in _moves(token)}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
    return rehung(doc, heads, labels)


def _moves(token: Token) -> Iterator[Move]:
    if token.dep_ == JOINED and token.head.tag_ in NAMES and token.head.i < token.i:
        yield from _behind_comma(token)
    elif token.dep_ == PART and token.head.i < token.i:
        yield from _behind_and(token)
    elif any(child.lower_ == INCLUDING for child in token.lefts):
        yield from _behind_including(token)


def _behind_comma(noun: Token) -> Iterator[Move]:
    doc, at = noun.doc, noun.left_edge.i if noun.left_edge.text != "," else noun.left_edge.i + 1
    if at != noun.i or doc[at - 1].text != "," or noun.i + 1 >= len(doc):
        return
    behind = doc[noun.i + 1]
    if noun.lower_ in titles() and noun.tag_ in ("NN", "NNP") and behind.lower_ in OF_OFFICE:
        yield noun, noun.head, ASIDE
    elif known_names().get(noun.text) == PLACE and behind.lower_ != "and" and behind.text != ",":
        yield from _land(noun)


def _behind_including(some: Token) -> Iterator[Move]:
    """ "Five, including two officers, were killed": what is told is told of all of them."""
    before = [child for child in some.head.lefts if child.dep_ == some.dep_ and child.i < some.i]
    all_of_them = before[-1] if before and some.dep_.startswith(SUBJECT) else some.head
    if all_of_them.pos_ not in NOUNS or all_of_them.i > some.i:
        return
    yield some, all_of_them, "nmod"
    for told in (child for child in some.rights if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD")):
        yield told, all_of_them, "acl"


def _land(land: Token) -> Iterator[Move]:
    """ "In Perth, Chad": right behind the comma of another place's phrase."""
    city = land.doc[land.i - 2]
    if city.tag_ in NAMES and city != land.head and any(child.dep_ == "case" for child in city.lefts):
        yield land, city, ASIDE


def _behind_and(name: Token) -> Iterator[Move]:
    """ "Ali Omar and US envoy Ana Ruiz": what stands behind "and" is no part of the name before it."""
    first = name.head
    joint = next((token for token in name.doc[first.i + 1 : name.i] if token.dep_ == "cc"), None)
    if (
        joint is not None
        and first.tag_ in NAMES
        and all(child.i < joint.i for child in first.rights if child.dep_ == PART and child.i < name.i)
    ):
        yield name, first, JOINED
        yield joint, name, "cc"
