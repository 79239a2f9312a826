"""Variants of a tree: the same structure told of other countries, capitals, people, groups, offices and deeds."""

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from schemas.data_files import read_rows
from training.conllu import Sentence, Word
from training.verbs import Verb, with_other_verbs

# The chance that a word of a kind is replaced.
SHARES = {"country": 0.85, "adjective": 0.85, "capital": 0.85, "group": 0.5, "office": 0.4, "person": 0.8}
# Of the sentences, those whose plainly transitive verbs are replaced.
VERB_SHARE = 0.3
CAPITAL_FOR_COUNTRY = 0.2
TAGS = {"country": "NNP", "adjective": "JJ", "capital": "NNP", "group": "NNS", "office": "NN"}


@dataclass(frozen=True, slots=True)
class Kinds:
    """Words of one kind by their form, with their lemmas; `people` are first and last names; `verbs` are transitive."""

    words: dict[str, dict[str, str]]
    people: Sequence[tuple[str, str]]
    verbs: list[Verb]

    def kind_of(self, word: Word) -> str | None:
        """The kind whose words may stand in this one's place."""
        return next((k for k, tag in TAGS.items() if word.xpos == tag and word.form in self.words[k]), None)


def read_kinds(countries: Path, variants: Path, names: Iterable[tuple[str, str]], verbs: list[Verb]) -> Kinds:
    """Countries and adjectives of one word, other kinds from a table; people are those of two words among `names`."""
    words: dict[str, dict[str, str]] = {kind: {} for kind in TAGS}
    with countries.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for kind in ("country", "adjective"):
                if row[kind].isalpha():
                    words[kind][row[kind]] = row[kind]
    for one in read_rows(variants, ("kind", "form", "lemma")):
        words[one["kind"]][one["form"]] = one["lemma"]
    people = [(name.split()[0], name.split()[1]) for label, name in names if label == "PERSON" and name.count(" ") == 1]
    return Kinds(words, people, verbs)


def varied(sentence: Sentence, kinds: Kinds, rng: random.Random) -> Sentence:
    """The sentence in other words; its tree stays."""
    words = [_other(word, kinds, rng) for word in sentence.words]
    for place in _people(words):
        if rng.random() < SHARES["person"]:
            first, last = rng.choice(kinds.people)
            words[place] = replace(words[place], form=first, lemma=first)
            words[place + 1] = replace(words[place + 1], form=last, lemma=last)
    changed = replace(sentence, words=words)
    return with_other_verbs(changed, kinds.verbs, rng) if rng.random() < VERB_SHARE else changed


def _other(word: Word, kinds: Kinds, rng: random.Random) -> Word:
    kind = kinds.kind_of(word)
    if kind is None or rng.random() >= SHARES[kind]:
        return word
    if kind == "country" and rng.random() < CAPITAL_FOR_COUNTRY:
        kind = "capital"
    form = rng.choice(list(kinds.words[kind]))
    return replace(word, form=form, lemma=kinds.words[kind][form])


def _people(words: Sequence[Word]) -> list[int]:
    """Where names of two words begin: the second hangs flat on the first, and nothing else does."""
    flat = [word.head for word in words if word.deprel == "flat"]
    return [
        place
        for place, (word, after) in enumerate(pairwise(words))
        if word.xpos == after.xpos == "NNP"
        and after.deprel == "flat"
        and after.head == place
        and flat.count(place) == 1
    ]
