"""Multinomial logistic regression with an L2 penalty over sets of clues, in numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

STEPS = 150

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by clue (rows, the last for all) and by class (columns, in the order of `classes`)."""

    classes: tuple[str, ...]
    clues: dict[str, int]
    weights: Matrix

    def probabilities(self, examples: Sequence[frozenset[str]]) -> Matrix:
        """One row for each example, summing to 1."""
        return _softmax(_table(examples, self.clues) @ self.weights)


def fit(
    examples: Sequence[frozenset[str]], labels: Sequence[str], importance: Sequence[float], penalty: float
) -> Model:
    """The model of least loss; `importance` weighs the examples. The same input gives the same model."""
    classes = tuple(sorted(set(labels)))
    clues = {clue: index for index, clue in enumerate(sorted(set(chain.from_iterable(examples))))}
    table = _table(examples, clues)
    wanted = np.array([[float(label == name) for name in classes] for label in labels])
    share = np.array(importance)[:, None] * len(labels) / sum(importance)
    return Model(classes, clues, _descend(table, wanted, share, penalty))


def _descend(table: Matrix, wanted: Matrix, share: Matrix, held: float) -> Matrix:
    """Nesterov's accelerated gradient descent; the constant term bears no penalty."""
    penalty = np.full((table.shape[1], 1), held)
    penalty[-1] = 0
    bound = 0.5 * np.linalg.norm(table * np.sqrt(share), 2) ** 2 + held
    weights = ahead = np.zeros((table.shape[1], wanted.shape[1]))
    speed = 1.0
    for _ in range(STEPS):
        slope = table.T @ ((_softmax(table @ ahead) - wanted) * share) + penalty * ahead
        following = ahead - slope / bound
        faster = (1 + (1 + 4 * speed * speed) ** 0.5) / 2
        ahead = following + (speed - 1) / faster * (following - weights)
        weights, speed = following, faster
    return weights


def _table(examples: Sequence[frozenset[str]], clues: dict[str, int]) -> Matrix:
    table = np.zeros((len(examples), len(clues) + 1))
    table[:, -1] = 1
    for row, example in enumerate(examples):
        table[row, [clues[clue] for clue in example if clue in clues]] = 1
    return table


def _softmax(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float64)
