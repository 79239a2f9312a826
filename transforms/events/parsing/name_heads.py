"""Kinds of names by their head word: what ends in "County" is a place, the "Battle of" anything an event."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from spacy.tokens import Doc, Span, Token

from schemas.data_files import packaged, read_rows

HEAD_COLUMNS = ("word", "place", "kind", "note")
KINDS = ("ORG", "LOC", "MISC")
# Where a head stands in its name: as its last word, or as its first before "of".
PLACES = ("last", "of")
INITIALS = range(3, 7)
OF = frozenset({"of", "for"})


@cache
def name_heads() -> dict[tuple[str, str], str]:
    """Kind of name by head word, as it is written, and its place."""
    rows = read_rows(packaged("transforms.events", "name_heads.csv"), HEAD_COLUMNS)
    return {(row["word"], row["place"]): row["kind"] for row in rows}


def with_kinds(doc: Doc, names: Iterable[Span]) -> list[Span]:
    """The names with the kind of their heads, and those that only their heads tell, in their order."""
    known = [Span(doc, name.start, name.end, label=_kind(name) or name.label_) for name in names]
    taken = {token.i for name in known for token in name}
    return sorted([*known, *_unseen(doc, taken)], key=lambda name: name.start)


def _kind(name: Span) -> str | None:
    """The kind that the head tells; a single word is no head of itself, but letters are no person."""
    if len(name) < 2:
        return "ORG" if name.label_ == "PERSON" and _is_initials(name[0]) else None
    first = name_heads().get((name[0].text, "of")) if name[1].lower_ in OF else None
    return first or name_heads().get((name[-1].text, "last"))


def _is_initials(token: Token) -> bool:
    """NCAA, but not a word of a headline in capitals, nor J.F.K."""
    if not token.is_upper or len(token) not in INITIALS or "." in token.text:
        return False
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    return not any(other.is_upper and other.is_alpha for other in around if other.i != token.i)


def _unseen(doc: Doc, taken: set[int]) -> Iterator[Span]:
    """Runs of capitalised words, none of them in a name, that end in a head."""
    for free, run in groupby(doc, lambda token: _is_part(token) and token.i not in taken):
        words = list(run) if free else []
        kind = name_heads().get((words[-1].text, "last")) if len(words) > 1 else None
        if kind:
            yield Span(doc, words[0].i, words[-1].i + 1, label=kind)


def _is_part(token: Token) -> bool:
    """A capitalised proper noun."""
    return token.text[:1].isupper() and token.tag_ in ("NNP", "NNPS")
