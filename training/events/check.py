"""Check the marked sentences: format, near-duplicates, counts; with --codebook also what the codebook holds already."""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from schemas.codes import PLOVER_TYPES
from training.check_news import overlap, shingles
from training.events.examples import HELD, OPEN, ROW, Example, Reader
from training.events.marked import FOLDER, NONE, WORD, Marked, read_all
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.parsing.language import load_language

FEWEST = {("train", NONE): 250, ("test", NONE): 50}
FEWEST_OF_TYPE = {"train": 40, "test": 10}
# Shared three-word runs, and shared words, from which two sentences count as one.
SAME_RUNS, SAME_WORDS = 0.4, 0.75
SAME_PREDICATES = 3


def faults(sentences: Sequence[Marked]) -> list[str]:
    """Everything that is wrong with the sentences as a set."""
    return [*too_few(sentences), *near_duplicates(sentences), *worn_predicates(sentences)]


def too_few(sentences: Sequence[Marked]) -> Iterator[str]:
    """Types with fewer sentences than a part needs."""
    counts = Counter((sentence.part, sentence.event_type) for sentence in sentences)
    for part, fewest in FEWEST_OF_TYPE.items():
        for event_type in (*PLOVER_TYPES, NONE):
            needed = FEWEST.get((part, event_type), fewest)
            if counts[part, event_type] < needed:
                yield f"{part} has {counts[part, event_type]} sentences of {event_type}, {needed} are needed"


def near_duplicates(sentences: Sequence[Marked]) -> Iterator[str]:
    """Pairs that share too many words, across types and parts; only pairs with a common run are compared."""
    words = [WORD.findall(sentence.text.lower()) for sentence in sentences]
    runs = [shingles(each) for each in words]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, each in enumerate(runs):
        for run in each:
            holders[run].append(index)
    for one, other in sorted({pair for indexes in holders.values() for pair in combinations(indexes, 2)}):
        same_words = overlap(frozenset(words[one]), frozenset(words[other])) >= SAME_WORDS
        if same_words or overlap(runs[one], runs[other]) >= SAME_RUNS:
            yield f"{sentences[one].place} and {sentences[other].place} say nearly the same"


def worn_predicates(sentences: Sequence[Marked]) -> Iterator[str]:
    """Predicates that stand too often in one type: the sentences are to show many."""
    marked = [sentence for sentence in sentences if sentence.spans]
    counts = Counter((s.part, s.event_type, s.words("predicate").lower()) for s in marked)
    for (part, event_type, predicate), count in counts.items():
        if count > SAME_PREDICATES:
            yield f"{part}: {count} sentences of {event_type} are marked at {predicate!r}"


def known(examples: Sequence[Example]) -> Iterator[str]:
    """Marked clauses that the codebook has a row for, or rows for the predicate."""
    for example in examples:
        if example.event_type != NONE and example.state in (ROW, HELD):
            yield f"{example.place}: {example.lemma!r}: {'a row fires' if example.state == ROW else 'has rows'}"


def counts_line(sentences: Sequence[Marked]) -> str:
    """Sentences and different predicates of each type."""
    parts = []
    for event_type in (*PLOVER_TYPES, NONE):
        own = [sentence for sentence in sentences if sentence.event_type == event_type]
        predicates = {sentence.words("predicate").lower() for sentence in own if sentence.spans}
        held_back = sum(sentence.part == "test" for sentence in own)
        parts.append(f"{event_type}: {len(own)} sentences ({held_back} held back), {len(predicates)} predicates")
    return "\n".join(parts)


def main() -> int:
    """Print the counts and the faults; 0 when there are none."""
    parser = argparse.ArgumentParser(prog="python -m training.events.check", description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER, help="folder with train-*.txt and test-*.txt")
    parser.add_argument("--codebook", action="store_true", help="also list the predicates that the codebook holds")
    options = parser.parse_args()
    try:
        sentences = read_all(options.folder)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    found = faults(sentences)
    print("\n".join([counts_line(sentences), *found]))
    if options.codebook:
        examples = list(Reader(load_language(), Codebook.load(), Actors.load()).own(sentences))
        print("\n".join([*known(examples), f"{sum(e.state == OPEN for e in examples)} clauses are open"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
