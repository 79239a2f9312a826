"""Two names joined by "and" that the parser took for one: "the US and South Korea"."""

from spacy.language import Language
from spacy.tokens import Doc, Token

from transforms.events.parsing.joins import rehung
from transforms.events.parsing.known_names import known_names

LONGEST_NAME = 4
JOINTS = frozenset({"and", "or"})


@Language.component("dateline_name_pairs", requires=["token.head"], assigns=["token.head", "token.dep"])
def part(doc: Doc) -> Doc:
    """Let the first of two known names stand where both stood, and the second hang on it."""
    pairs = [(first, second) for first in doc if (second := _second(first)) is not None]
    if not pairs:
        return doc
    heads = [token.head.i for token in doc]
    labels = [token.dep for token in doc]
    label = doc.vocab.strings.add
    for first, (start, end) in pairs:
        last = doc[end - 1]
        above = first.i if last.head == last else last.head.i
        heads[first.i], labels[first.i] = above, last.dep
        for token in last.lefts:
            if token.i < first.i:
                heads[token.i] = first.i
        for token in doc[start : end - 1]:
            heads[token.i], labels[token.i] = end - 1, label("compound")
        heads[end - 1], labels[end - 1] = first.i, label("conj")
    return rehung(doc, heads, labels)


def _second(first: Token) -> tuple[int, int] | None:
    """Tokens of the known name behind "and", if the parser made a known name before it a part of that."""
    doc, start = first.doc, first.i + 2
    if first.dep_ != "compound" or start >= len(doc) or doc[first.i + 1].lower_ not in JOINTS:
        return None
    end = first.head.i + 1
    if not start + 1 < end <= start + LONGEST_NAME or not (first.is_upper or first.text in known_names()):
        return None
    return (start, end) if doc[start:end].text in known_names() else None
