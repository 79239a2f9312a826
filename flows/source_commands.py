"""The commands `dateline sources`: add a source, list the sources, check what they give."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from flows.commands import DEFAULT_CONFIG, ConfigOption, JsonOption, fail, user_errors

HELP = """Where documents come from: add, list and check sources.

Exit codes: 0 done, and every checked source works; 1 a checked source does not; 2 the command or the configuration is
wrong, or nothing was found behind the address; 3 a run is writing.
"""

app = typer.Typer(help=HELP, no_args_is_help=True)


@app.command("add")
def add_source(
    address: Annotated[str, typer.Argument(metavar="URL", help="The site, or its feed or sitemap.")],
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
    source_id: Annotated[str | None, typer.Option("--id", help="Short name of the source.")] = None,
    choose: Annotated[int, typer.Option(help="Take this one of what is found, from 1.")] = 1,
    allow_host: Annotated[list[str] | None, typer.Option(help="A host that may lie in a private network.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what is found, and write nothing.")] = False,
) -> None:
    """Find the feed or sitemap behind a site's address, show what there is, and write the entry."""
    with user_errors():
        from dataclasses import asdict

        from flows import adding
        from flows.tables import show_rows, to_json

        found = adding.propose(config, address, choose, source_id, tuple(allow_host or ()))
        if not dry_run:
            adding.add(config, found)
        rows = [asdict(offer) | {"address": offer.shown} for offer in found.offers]
        if as_json:
            answer = {"id": found.source_id, "written": not dry_run, "chosen": choose, "offers": rows}
            sys.stdout.write(to_json(answer) + "\n")
        else:
            show_rows(rows)
            sys.stdout.write(f"\n{found.entry if dry_run else f'{config}: source {found.source_id} is written'}\n")


@app.command("list")
def list_sources(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """List the configured sources with their last run."""
    with user_errors():
        from flows.settings import load_settings
        from flows.source_history import listed
        from flows.tables import show_rows, write_rows

        rows = listed(load_settings(config))
        (write_rows if as_json else show_rows)(rows)


@app.command("check")
def check(
    ids: Annotated[list[str] | None, typer.Argument(metavar="[IDS...]", help="Only these sources.")] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
) -> None:
    """Fetch one item of each source and say what works; nothing is stored."""
    with user_errors():
        from dataclasses import asdict

        from flows.checking import check_sources
        from flows.settings import load_settings
        from flows.tables import show_rows, write_rows

        settings = load_settings(config)
        unknown = {*(ids or ())} - {source.id for source in settings.enabled_sources()}
        if unknown:
            fail(f"{min(unknown)}: no enabled source of this name in {config}")
        rows = [asdict(one) for one in check_sources(settings, ids or ())]
        (write_rows if as_json else show_rows)(rows)
        if not all(row["works"] for row in rows):
            raise typer.Exit(1)
