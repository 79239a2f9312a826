"""The command `dateline explain`: what a published event rests on."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from flows.commands import DEFAULT_CONFIG, ConfigOption, JsonOption, fail, settings_of, user_errors


def explain(
    event_id: Annotated[str, typer.Argument(metavar="EVENT_ID", help="An event_id of the events table.")],
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
) -> None:
    """Show an event's best sentence with its words marked, its rule, actors, date, place and the texts that tell it."""
    with user_errors():
        from flows import explanations

        try:
            found = explanations.explain(settings_of(config), event_id)
        except explanations.NoEventError as error:
            fail(str(error))
        if as_json:
            from flows.tables import to_json

            sys.stdout.write(to_json(found.as_mapping()) + "\n")
        else:
            sys.stdout.write(explanations.as_text(found))
