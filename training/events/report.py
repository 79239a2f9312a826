"""PROPOSALS.md: how right proposals would be, by threshold and by type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from schemas.codes import PLOVER_TYPES
from training.events.examples import HELD, OPEN, ROW, Example
from training.events.marked import NONE
from training.events.scores import FOLDS, NATURAL, Guess, Score, score
from training.report import table

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
WANTED = 0.85
NOTHING = "-"


def report(examples: Sequence[Example], guesses: dict[str, list[Guess]], day: date) -> str:
    """The whole file; `guesses` by the title of what they were made for."""
    marked = [example for example in examples if example.event_type != NONE]
    states = Counter(example.state for example in marked)
    asked = sum(example.is_asked for example in marked)
    parts = [
        "# Proposed types: figures",
        f"Written by `python -m training.events` on {day.isoformat()} from `sentences/` and `news.csv`. "
        f"Of {len(marked)} marked clauses the codebook has a row for {states[ROW]}, other rows of the predicate for "
        f"{states[HELD]}, nothing for {states[OPEN]}; of these {asked} have two coded participants: there a proposal "
        "would be asked for.",
        "Right, another type and no event are counts of proposals. Precision is what they would come to if "
        f"{NATURAL:.0%} of the clauses asked told an event, as in the news sentences, which were not written for this. "
        "Recall is of the clauses asked that tell an event.",
        *(part for title, own in guesses.items() for part in (f"## {title}", *_figures(own))),
    ]
    return "\n\n".join(parts) + "\n"


def titles() -> tuple[str, str, str]:
    """What the guesses are made for: sentences and verbs not seen before, and the part held back."""
    return (
        f"Sentences not seen, {FOLDS} folds",
        f"Predicates not seen, {FOLDS} folds",
        "The held-back part, most predicates seen",
    )


def least_threshold(guesses: Sequence[Guess]) -> float | None:
    """The lowest threshold from which on precision is what is wanted; None where no threshold reaches it."""
    reached = None
    for threshold in reversed(THRESHOLDS):
        precision = score(guesses, threshold).precision
        if precision is not None and precision < WANTED:
            break
        reached = threshold if precision is not None else reached
    return reached


def _figures(guesses: Sequence[Guess]) -> Iterable[str]:
    header = ["from", "proposed", "right", "another type", "no event", "precision", "recall"]
    rows = [[f"{threshold}", *_cells(score(guesses, threshold))] for threshold in THRESHOLDS]
    yield table(header, rows)
    threshold = least_threshold(guesses)
    if threshold is None:
        yield f"No threshold reaches a precision of {WANTED}."
        return
    yield f"By type from {threshold}, the least threshold with a precision of {WANTED}:"
    counts = [(name, _of_type(guesses, name, threshold)) for name in PLOVER_TYPES]
    yield table(["type", *header[1:]], [[name, *_cells(own)] for name, own in counts])


def _of_type(guesses: Sequence[Guess], name: str, threshold: float) -> Score:
    """Proposals of one type; recall is of its own events."""
    taken = score([guess for guess in guesses if guess.guessed == name], threshold)
    events = sum(guess.wanted == name for guess in guesses)
    others = sum(guess.wanted == NONE for guess in guesses)
    return Score(events, others, taken.right, taken.other_type, taken.no_event)


def _cells(own: Score) -> list[str]:
    precision = NOTHING if own.precision is None else f"{own.precision:.2f}"
    recall = NOTHING if not own.events else f"{own.right / own.events:.2f}"
    return [str(own.proposed), str(own.right), str(own.other_type), str(own.no_event), precision, recall]
