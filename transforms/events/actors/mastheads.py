"""Mastheads: names of newspapers that no table knows, by the words that they end with."""

from __future__ import annotations

from spacy.tokens import Span, Token

HYPHENS = frozenset("-‐‑")
# A masthead of one word is too common a noun.
LEAST_WORDS = 2


def is_masthead(head: Token, endings: frozenset[str]) -> bool:
    """Whether a noun ends a paper's hyphenated name: "the Union-Leader" is no leader of a union."""
    if head.lower_ not in endings or not head.text.istitle() or head.i < 2:
        return False
    hyphen, first = head.doc[head.i - 1], head.doc[head.i - 2]
    return hyphen.text in HYPHENS and not hyphen.whitespace_ and not first.whitespace_ and first.text.istitle()


def is_paper(head: Token, entity: Span, endings: frozenset[str]) -> bool:
    """Whether an organisation's name ends as newspapers' do: "the Harbour Herald"."""
    if entity.label_ != "ORG" or head.i != entity.end - 1 or head.lower_ not in endings:
        return False
    return len(entity) >= LEAST_WORDS and all(token.text.istitle() or token.is_punct for token in entity)
