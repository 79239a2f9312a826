"""Fit the weights of the confidence to judged mentions, and show how far it can be trusted.

    python -m training.confidence docs/benchmarks/judgements-*.csv

Each reading of a mention is one case: right as a whole or not, with the signs that the coder saw. Weights are those
of a logistic regression held near nought (ridge). What is printed is cross-fitted: each article is scored with weights
that were fitted to the other articles.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np

from training import regression
from transforms.events.confidence import ALWAYS, WEIGHT_COLUMNS

TARGET = Path(__file__).parents[1] / "transforms/events/data/confidence.csv"
WHOLE = ("type", "actor", "recipient", "status")
PENALTY = 4.0
RIGHT, WRONG = "right", "wrong"
FOLDS = 10
BINS = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One reading of one mention."""

    article: str
    signs: frozenset[str]
    right: bool


def read_cases(paths: Sequence[Path]) -> list[Case]:
    """Readings with their signs; raises ValueError for a file without them."""
    cases = []
    for path in paths:
        with path.open(encoding="utf8", newline="") as lines:
            for row in csv.DictReader(lines):
                if not row.get("signs"):
                    raise ValueError(f"{path}: no signs in a row; draw and judge anew with tests.bench.judging")
                right = all(row[field] == "r" for field in WHOLE)
                cases.append(Case(row["article"], frozenset(row["signs"].split()), right))
    return cases


def fit(cases: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Weight of each sign, in log odds; the one that always holds bears no penalty."""
    model = regression.fit(
        [case.signs - {ALWAYS} for case in cases],
        [RIGHT if case.right else WRONG for case in cases],
        [1.0] * len(cases),
        PENALTY,
    )
    by_class = dict(zip(model.classes, model.weights.T, strict=True))
    odds = by_class[RIGHT] - by_class[WRONG]
    places = model.clues | {ALWAYS: -1}
    return {name: float(odds[places[name]]) for name in names if name in places}


def chance_of(case: Case, found: dict[str, float]) -> float:
    """The chance that these weights give the case."""
    return float(1 / (1 + np.exp(-sum(found.get(sign, 0.0) for sign in case.signs))))


def cross_fitted(cases: Sequence[Case], names: Sequence[str]) -> list[float]:
    """The chance of each case, by weights that have not seen its article."""
    folds = [crc32(case.article.encode()) % FOLDS for case in cases]
    by_fold = {fold: fit([c for c, at in zip(cases, folds, strict=True) if at != fold], names) for fold in set(folds)}
    return [chance_of(case, by_fold[fold]) for case, fold in zip(cases, folds, strict=True)]


def reliability(cases: Sequence[Case], chances: Sequence[float]) -> list[tuple[int, float, float]]:
    """Cases, mean chance and share right of groups of equal size, from the least sure to the surest."""
    order = np.argsort(np.array(chances), kind="stable")
    groups = [group for group in np.array_split(order, BINS) if len(group)]
    return [
        (len(g), float(np.mean([chances[i] for i in g])), float(np.mean([cases[i].right for i in g]))) for g in groups
    ]


def write(found: dict[str, float], counts: dict[str, int], target: Path) -> None:
    """The table that transforms.events.confidence reads."""
    with target.open("w", encoding="utf8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(WEIGHT_COLUMNS)
        writer.writerows([name, f"{weight:.2f}", f"{counts[name]} readings"] for name, weight in found.items())


def main() -> None:
    """Read the command line, fit, print and write."""
    parser = argparse.ArgumentParser(prog="python -m training.confidence", description=__doc__)
    parser.add_argument("judgements", type=Path, nargs="+", help="CSV files of tests.bench.judging")
    cases = read_cases(parser.parse_args().judgements)
    names = sorted({sign for case in cases for sign in case.signs})
    table = reliability(cases, cross_fitted(cases, names))
    print("| readings | confidence | right |\n|---|---|---|")
    for size, chance, right in table:
        print(f"| {size} | {chance:.2f} | {right:.2f} |")
    error = sum(size * abs(chance - right) for size, chance, right in table) / len(cases)
    print(f"\nexpected calibration error, cross-fitted: {error:.3f} over {len(cases)} readings")
    counts = {name: sum(name in case.signs for case in cases) for name in names}
    write(fit(cases, names), counts, TARGET)


if __name__ == "__main__":
    main()
