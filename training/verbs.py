"""Copies of training trees with the verbs of news in them, so that the parser knows "ambushed" as it knows "bought"."""

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from training.conllu import Sentence, Word

COPIED_SHARE = 0.25
COLUMN = {"VB": "base", "VBP": "base", "VBZ": "third", "VBD": "past", "VBN": "participle", "VBG": "gerund"}
# Dependants that show an object, and those that only some verbs take.
TAKES_OBJECT = {"obj", "nsubj:pass", "aux:pass"}
TAKES_MORE = {"iobj", "xcomp", "ccomp", "compound:prt", "expl"}

Verb = dict[str, str]


def read_verbs(path: Path) -> list[Verb]:
    """Transitive verbs with their forms: base, third, past, participle, gerund."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def with_news_verbs(
    groups: Iterable[list[Sentence]], verbs: list[Verb], rng: random.Random
) -> Iterator[list[Sentence]]:
    """Every group of sentences, and for a share of them a copy with other transitive verbs."""
    for group in groups:
        yield group
        if rng.random() < COPIED_SHARE:
            yield [with_other_verbs(sentence, verbs, rng) for sentence in group]


def with_other_verbs(sentence: Sentence, verbs: list[Verb], rng: random.Random) -> Sentence:
    """The sentence with each plainly transitive verb replaced by another in the same form."""
    labels: list[set[str]] = [set() for _ in sentence.words]
    for position, word in enumerate(sentence.words):
        if word.head != position:
            labels[word.head].add(word.deprel)
    words = [
        in_other_words(word, rng.choice(verbs)) if is_plainly_transitive(word, labels[position]) else word
        for position, word in enumerate(sentence.words)
    ]
    return replace(sentence, words=words)


def is_plainly_transitive(word: Word, labels: set[str]) -> bool:
    """A verb with an object, or a passive one, that governs nothing which another verb might not take."""
    if word.upos != "VERB" or word.xpos not in COLUMN or not word.form.isalpha():
        return False
    return bool(labels & TAKES_OBJECT) and not labels & TAKES_MORE


def in_other_words(word: Word, verb: Verb) -> Word:
    """The verb in the form and case of the word."""
    form = verb[COLUMN[word.xpos]]
    cased = form.upper() if word.form.isupper() and len(word.form) > 1 else form
    return replace(word, form=cased.capitalize() if word.form.istitle() else cased, lemma=verb["base"])
