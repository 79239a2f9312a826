"""The model that would propose types: it learns what tells classes apart, and its figures count as told."""

import numpy as np
import pytest

from training.events.examples import HELD, OPEN, Example
from training.events.report import least_threshold
from training.events.scores import NATURAL, PENALTY, Guess, cross_validate, guess, score, train
from training.regression import fit

WARM, COLD = frozenset({"sun", "day"}), frozenset({"snow", "day"})


def example(event_type: str, clue: str, state: str = OPEN) -> Example:
    return Example("train", clue, event_type, clue, state, coded=True, clues=frozenset({clue, "verb"}))


def test_the_clue_that_tells_two_classes_apart_gets_the_weight() -> None:
    model = fit([WARM, COLD] * 20, ["summer", "winter"] * 20, [1.0] * 40, PENALTY)
    assert model.classes == ("summer", "winter")
    warm, cold, neither = model.probabilities([WARM, COLD, frozenset({"day", "never seen"})])
    assert warm[0] > 0.9
    assert cold[1] > 0.9
    assert neither == pytest.approx([0.5, 0.5], abs=0.01)


def test_without_clues_the_importance_decides() -> None:
    model = fit([frozenset()] * 4, ["a", "a", "b", "b"], [3.0, 3.0, 1.0, 1.0], PENALTY)
    assert model.probabilities([frozenset()])[0] == pytest.approx([0.75, 0.25], abs=0.01)


def test_the_same_sentences_give_the_same_weights() -> None:
    first, second = (fit([WARM, COLD], ["a", "b"], [1.0, 1.0], PENALTY).weights for _ in range(2))
    assert np.array_equal(first, second)


def test_precision_is_that_of_the_natural_share_of_events() -> None:
    guesses = [
        Guess("ACCUSE", "ACCUSE", 0.9),
        Guess("ACCUSE", "REJECT", 0.8),
        Guess("none", "ACCUSE", 0.7),
        Guess("none", "ACCUSE", 0.1),
    ]
    found = score(guesses, 0.7)
    assert (found.events, found.others) == (2, 2)
    assert (found.right, found.other_type, found.no_event, found.proposed) == (1, 1, 1, 3)
    assert found.precision == pytest.approx(1 / (2 + (1 - NATURAL) / NATURAL))
    assert score(guesses, 0.85).precision == 1
    assert score(guesses, 0.95).precision is None


def test_a_threshold_is_low_enough_only_if_all_above_it_are_right() -> None:
    right = [Guess("AID", "AID", 0.95), Guess("AID", "AID", 0.65)]
    assert least_threshold([*right, Guess("AID", "AGREE", 0.55), Guess("none", "AID", 0.05)]) == 0.6
    assert least_threshold([Guess("AID", "AGREE", 0.95), *right[1:]]) is None
    assert least_threshold([]) is None


def test_only_open_clauses_with_a_coded_pair_are_guessed_and_never_as_no_event() -> None:
    seen = [example("ACCUSE", "upbraid"), example("none", "border")] * 20
    model = train(seen)
    asked = [example("ACCUSE", "upbraid"), example("none", "border"), example("ACCUSE", "upbraid", state=HELD)]
    guesses = guess(model, asked)
    assert [(each.wanted, each.guessed) for each in guesses] == [("ACCUSE", "ACCUSE"), ("none", "ACCUSE")]
    assert guesses[0].probability > 0.5 > guesses[1].probability


def test_every_example_is_guessed_once_by_a_model_that_saw_none_of_its_fold() -> None:
    verbs = [f"verb{number}" for number in range(10)]
    seen = [example(kind, verb) for kind, verb in zip(["ACCUSE", "none"] * 5, verbs, strict=True)]
    guesses = cross_validate(seen, lambda each: each.lemma)
    assert sorted(each.wanted for each in guesses) == ["ACCUSE"] * 5 + ["none"] * 5
    assert all(each.probability < 0.5 for each in guesses)
