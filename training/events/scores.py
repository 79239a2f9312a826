"""Scores: how many of the clauses asked get a type, and how many of those the right one."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from training.events.examples import Example
from training.events.marked import NONE
from training.regression import Model, fit

FOLDS = 5
PENALTY = 0.3
# Of 147 clauses asked in the news sentences, which were not written for this, 13 tell an event.
NATURAL = 0.09


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest type of one clause that was asked, with its probability."""

    wanted: str
    guessed: str
    probability: float


@dataclass(frozen=True, slots=True)
class Score:
    """Counts at one threshold: of `events` clauses that tell an event and `others` that tell none."""

    events: int
    others: int
    right: int
    other_type: int
    no_event: int

    @property
    def proposed(self) -> int:
        """Clauses that get a type."""
        return self.right + self.other_type + self.no_event

    @property
    def precision(self) -> float | None:
        """Right ones among those proposed, were the share of events as in news; None where nothing is proposed."""
        weight = (1 - NATURAL) / NATURAL * self.events / max(1, self.others)
        proposed = self.right + self.other_type + self.no_event * weight
        return self.right / proposed if proposed else None


def score(guesses: Sequence[Guess], threshold: float) -> Score:
    """What is proposed from the threshold on."""
    taken = [guess for guess in guesses if guess.probability >= threshold]
    right = sum(guess.wanted == guess.guessed for guess in taken)
    no_event = sum(guess.wanted == NONE for guess in taken)
    others = sum(guess.wanted == NONE for guess in guesses)
    return Score(len(guesses) - others, others, right, len(taken) - right - no_event, no_event)


def train(examples: Sequence[Example]) -> Model:
    """Fit with events weighed down to their natural share."""
    events = sum(example.event_type != NONE for example in examples)
    heavier = (1 - NATURAL) / NATURAL * events / max(1, len(examples) - events)
    importance = [heavier if example.event_type == NONE else 1.0 for example in examples]
    clues, types = [example.clues for example in examples], [example.event_type for example in examples]
    return fit(clues, types, importance, PENALTY)


def guess(model: Model, examples: Sequence[Example]) -> list[Guess]:
    """The likeliest type for each example that a proposal would be asked for."""
    asked = [example for example in examples if example.is_asked]
    types = [(index, name) for index, name in enumerate(model.classes) if name != NONE]
    guesses = []
    for example, row in zip(asked, model.probabilities([example.clues for example in asked]), strict=True):
        probability, name = max((float(row[index]), name) for index, name in types)
        guesses.append(Guess(example.event_type, name, probability))
    return guesses


def cross_validate(examples: Sequence[Example], key: Callable[[Example], str]) -> list[Guess]:
    """Guesses for every example by models that saw none with its key's fold: a sentence's place, or a verb."""
    folds = [zlib.crc32(key(example).encode()) % FOLDS for example in examples]
    guesses = []
    for fold in range(FOLDS):
        model = train([example for example, own in zip(examples, folds, strict=True) if own != fold])
        guesses += guess(model, [example for example, own in zip(examples, folds, strict=True) if own == fold])
    return guesses
