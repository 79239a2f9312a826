"""Parsed sentences written by hand: one word a line with its lemma, part of speech, tag, governor and label."""

import spacy
from spacy.tokens import Doc, Span

from transforms.events.clauses.clauses import clauses
from transforms.events.clauses.tree import grow

VOCAB = spacy.blank("en").vocab


def parsed(table: str) -> Span:
    """The sentence of a table, each line `word lemma POS TAG governor label`; governor 0 is the root."""
    rows = [line.split() for line in table.strip().splitlines()]
    assert all(len(row) == 6 for row in rows), table
    forms, lemmas, parts, tags, heads, labels = zip(*rows, strict=True)
    doc = Doc(
        VOCAB,
        words=list(forms),
        lemmas=list(lemmas),
        pos=list(parts),
        tags=list(tags),
        heads=[int(head) - 1 if head != "0" else index for index, head in enumerate(heads)],
        deps=["ROOT" if label == "root" else label for label in labels],
    )
    return next(iter(doc.sents))


def edges(table: str) -> list[tuple[str, str, str | None]]:
    """Each word of the repaired tree with its label and its governor."""
    return [(node.word, node.dep, node.head.word if node.head else None) for node in grow(parsed(table))]


def statuses(table: str) -> dict[str, str]:
    """Lemma and status of every clause that the table's tree tells."""
    return {clause.lemma: clause.status for clause in clauses(parsed(table))}
