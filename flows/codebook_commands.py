"""The command `dateline codebook`: which row a phrase fires, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from flows.commands import JsonOption, fail, settings_of, user_errors

NOTHING_FIRES = 1


def codebook(
    phrase: Annotated[str, typer.Argument(help="Words that tell an event, with or without a sentence around them.")],
    config: Annotated[Path | None, typer.Option("--config", "-c", help="Take overlays from here.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show the codebook row that a phrase fires, what in it was met, and the runners-up. Exit code 1: no row fires."""
    with user_errors():
        from flows import trials

        trial = trials.try_phrase(phrase, settings_of(config) if config else None)
        if as_json:
            from flows.tables import to_json

            sys.stdout.write(to_json(trials.as_mapping(trial)) + "\n")
        else:
            sys.stdout.write(trials.as_text(trial))
        if not trial.fired:
            fail(f"{phrase!r}: no row fires", NOTHING_FIRES)
