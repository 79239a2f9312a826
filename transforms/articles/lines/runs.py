"""The run of lines that is the article, by what each line weighs: above zero for prose, below for the rest."""

from __future__ import annotations

from collections.abc import Sequence

MAX_GAP = 12
MIN_PART = 80.0
BARRIER = -40.0


def article_run(weights: Sequence[float]) -> tuple[int, int]:
    """First line, and the one after the last: the heaviest run, with the parts that a block of links cut off from it.

    A part is joined where it weighs 80 words or more, begins at most 12 lines away, and nothing that ends an article
    stands between. Without a line above zero the run is empty.
    """
    first, last, _ = _heaviest(weights)
    while added := _part(weights[last:]):
        last += added
    while added := _part(weights[:first][::-1]):
        first -= added
    return first, last


def _part(weights: Sequence[float]) -> int:
    """How many of the first lines reach to the end of the next part; 0 where there is none."""
    barrier = next((at for at, weight in enumerate(weights) if weight <= BARRIER), len(weights))
    start, end, total = _heaviest(weights[:barrier])
    return end if total >= MIN_PART and start <= MAX_GAP else 0


def _heaviest(weights: Sequence[float]) -> tuple[int, int, float]:
    best, total, start = (len(weights), len(weights), 0.0), 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best[2]:
            best = (start, at + 1, total)
    return best
