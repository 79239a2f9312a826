"""Sentences that the parser cut where none can begin are joined again."""

from collections.abc import Sequence
from typing import Any

import numpy
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.tokens import Doc

from transforms.events.parsing.boundaries import goes_on

NOUNS = ("NOUN", "PROPN")


@Language.component("dateline_joins", requires=["token.head"], assigns=["token.head", "token.dep"])
def join(doc: Doc) -> Doc:
    """Hang the root of each piece on the one before it; a bare noun goes to the verb behind it."""
    words = [token.text for token in doc]
    pieces = [sentence.root for sentence in doc.sents]
    starts = [sentence.start for sentence in doc.sents]
    cut = [at for at in range(1, len(pieces)) if goes_on(doc, words, starts[at])]
    if not cut:
        return doc
    heads = [token.head.i for token in doc]
    labels = [token.dep for token in doc]
    for at in cut:
        first, second = pieces[at - 1], pieces[at]
        if first.pos_ in NOUNS and second.pos_ == "VERB":
            heads[first.i], labels[first.i] = second.i, doc.vocab.strings.add("dislocated")
        else:
            heads[second.i], labels[second.i] = first.i, doc.vocab.strings.add("parataxis")
            pieces[at] = first
    return rehung(doc, heads, labels)


def rehung(doc: Doc, heads: Sequence[int], labels: Sequence[int]) -> Doc:
    """The Doc with other governors and labels, each the index of a token and the hash of a label."""
    steps = numpy.array([head - index for index, head in enumerate(heads)], dtype="int64").astype("uint64")
    values: Any = numpy.stack([steps, numpy.array(labels, dtype="uint64")], axis=1)
    return doc.from_array([HEAD, DEP], values)
