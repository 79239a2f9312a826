"""Who reports between commas what the sentence tells: "the army, Chad said, freed ten"."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung

SPEECH = frozenset({"said", "says"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
NOUNS, COMMA, SUBJECT, INSERTED = ("NNP", "NNPS", "NN", "NNS"), ",", "nsubj", "parataxis"
Move = tuple[Token, Token, str]


@Language.component("dateline_inserted_reports", requires=["token.head"], assigns=["token.head", "token.dep"])
def insert(doc: Doc) -> Doc:
    """Give the report and what it tells a subject each, where the parser joined the two or lost one."""
    moves = {moved.i: (head.i, label) for token in doc for moved, head, label in _moves(token)}
    if not moves:
        return doc
    heads, labels = [token.head.i for token in doc], [token.dep for token in doc]
    for index, (head, label) in moves.items():
        heads[index], labels[index] = head, doc.vocab.strings.add(label)
    return rehung(doc, heads, labels)


def _moves(said: Token) -> Iterator[Move]:
    doc, first = said.doc, said.sent.start
    if said.lower_ not in SPEECH or said.i <= first + 2 or said.i + 2 >= said.sent.end:
        return
    speaker = doc[said.i - 1]
    if speaker.tag_ not in NOUNS or doc[speaker.left_edge.i - 1].text != COMMA or doc[said.i + 1].text != COMMA:
        return
    doer, told = _head_before(doc[speaker.left_edge.i - 2], speaker), _verb(doc[said.i + 2])
    if doer is None or told is None or any(child.dep_.startswith(SUBJECT) for child in told.lefts):
        return
    yield from ((speaker, said, SUBJECT), (doer, told, SUBJECT))
    if told.head == said:
        yield told, told if said.head == said else said.head, said.dep_
    yield said, told, INSERTED


def _head_before(last: Token, speaker: Token) -> Token | None:
    """The noun whose phrase ends here, if all it hangs on stands behind the report."""
    noun = last
    while noun.head.i < speaker.i and noun.head != noun:
        noun = noun.head
    return noun if noun.tag_ in NOUNS and noun.head.i > speaker.i else None


def _verb(behind: Token) -> Token | None:
    """The finite verb that stands or starts here."""
    verb = behind.head if behind.dep_.startswith("aux") else behind
    return verb if verb.tag_ in FINITE else None
