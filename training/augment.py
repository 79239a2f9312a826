"""Variants of training documents that look like news: typographic quotes and dashes, capitals, lower case."""

import random
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from spacy import util
from spacy.attrs import intify_attr
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

COPIED = [intify_attr(name) for name in ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")]
DASHES = {"-", "--", "–", "—"}


@util.registry.augmenters("dateline.news.v1")  # type: ignore[untyped-decorator]
def create_news_augmenter(
    seed: int, typography: float, upper: float, lower: float, title: float
) -> Callable[[Language, Example], Iterator[Example]]:
    """Each share is the chance that a document is seen in that variant; the rest pass unchanged."""
    shares = [
        (typographic, typography),
        (every_word(str.upper), upper),
        (every_word(str.lower), lower),
        (every_word(headline_case), title),
    ]
    return partial(augment, rng=random.Random(seed), shares=shares)


def augment(
    nlp: Language,
    example: Example,
    rng: random.Random,
    shares: list[tuple[Callable[[list[str], random.Random], list[str]], float]],
) -> Iterator[Example]:
    """Yield the example, or one variant of it."""
    draw = rng.random()
    for change, share in shares:
        if draw < share:
            yield with_words(nlp, example.reference, change([t.text for t in example.reference], rng))
            return
        draw -= share
    yield example


def with_words(nlp: Language, doc: Doc, words: list[str]) -> Example:
    """The same annotation over other word forms."""
    spaces = [bool(token.whitespace_) for token in doc]
    annotation: Any = doc.to_array(COPIED)
    changed = Doc(nlp.vocab, words=words, spaces=spaces).from_array(COPIED, annotation)
    return Example(nlp.make_doc(changed.text), changed)


def every_word(change: Callable[[str], str]) -> Callable[[list[str], random.Random], list[str]]:
    """A change of each word for itself, such as of its case."""
    return lambda words, _: [change(word) for word in words]


def headline_case(word: str) -> str:
    """A longer word capitalised."""
    return word[:1].upper() + word[1:] if len(word) > 3 else word


def typographic(words: list[str], rng: random.Random) -> list[str]:
    """Curly quotes, curly apostrophes and one kind of dash in place of the typewriter's."""
    dash = rng.choice(sorted(DASHES))
    opening = False
    changed: list[str] = []
    for word in words:
        if word in {'"', "``", "''", "“", "”"}:
            opening = not opening
            changed.append("“" if opening else "”")
        elif word in DASHES - {"-"}:
            changed.append(dash)
        else:
            changed.append(word.replace("'", "’"))
    return changed
