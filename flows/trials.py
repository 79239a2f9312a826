"""Trials: what `dateline codebook` says of a phrase, for a terminal and as a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flows.settings import Settings
from flows.tools import load_tools
from transforms.events.codebook.fits import Fit
from transforms.events.codebook.rows import Row
from transforms.events.trials import Bench, Fired, Trial


def try_phrase(phrase: str, settings: Settings | None = None) -> Trial:
    """A phrase held against the codebook, with the overlays of the settings, if any."""
    tools = load_tools(settings)
    return Bench(tools.language, tools.codebook, tools.actors).try_phrase(phrase)


def as_mapping(trial: Trial) -> dict[str, Any]:
    """Keys phrase, sentence and fired: predicate, row, points, actors, recipients, runners_up."""
    return {"phrase": trial.phrase, "sentence": trial.sentence, "fired": [_fired(one) for one in trial.fired]}


def as_text(trial: Trial) -> str:
    """The trial for a terminal, a row a paragraph."""
    if not trial.fired:
        return ""
    read = [] if trial.sentence == trial.phrase else [f"read as: {trial.sentence}", ""]
    return "\n".join([*read, *(line for one in trial.fired for line in _lines(one))])


def _lines(one: Fired) -> Iterator[str]:
    row = one.first.row
    mode = " ".join(filter(None, (row.event_type, row.event_mode, row.context and f"({row.context})")))
    yield f"{one.predicate}: {mode}, CAMEO {row.cameo_code}"
    yield f"  row        {row.rule_id} ({row.where})"
    yield f"  why        {_why(one.first)}"
    yield f"  actor      {', '.join(one.actors) or '-'}  ({'|'.join(row.actor)})"
    yield f"  recipient  {', '.join(one.recipients) or '-'}  ({'|'.join(row.recipient) or 'none'})"
    yield f"  example    {row.example}"
    for other in one.others:
        yield f"  then       {other.row.rule_id}, {other.row.event_type} {other.row.cameo_code}: {_why(other)}"
    yield ""


def _why(found: Fit) -> str:
    """What was met, with its points."""
    met = [f"{name} {points}" for name, points in _points(found).items() if points]
    return f"{' + '.join(met) or 'the predicate alone'} = {found.score}"


def _points(found: Fit) -> dict[str, int]:
    return {
        "object": found.object,
        "preposition": found.preposition,
        "complement": found.complement,
        "actor": found.actor,
        "recipient": found.recipient,
    }


def _fired(one: Fired) -> dict[str, Any]:
    return {
        "predicate": one.predicate,
        "row": _row(one.first.row),
        "points": _points(one.first),
        "actors": list(one.actors),
        "recipients": list(one.recipients),
        "runners_up": [{"row": _row(other.row), "points": _points(other)} for other in one.others],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "rule_id": row.rule_id,
        "where": row.where,
        "event_type": row.event_type,
        "event_mode": row.event_mode,
        "context": row.context,
        "cameo_code": row.cameo_code,
        "example": row.example,
    }
