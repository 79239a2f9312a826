"""The commands `dateline memory`: learn which lines sites repeat, and look at what was learnt."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from flows.commands import DEFAULT_CONFIG, ConfigOption, JsonOption, fail, show, user_errors

app = typer.Typer(help="Lines that sites repeat: learn them, and look at what was learnt.", no_args_is_help=True)


@app.command("learn")
def learn(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Learn from the published articles. Nothing changes before the configuration names the version."""
    with user_errors():
        from dataclasses import asdict

        from flows.running import run_remember
        from flows.tables import to_json

        learnt = run_remember(config)
        if as_json:
            sys.stdout.write(to_json(asdict(learnt)) + "\n")
        elif learnt.version is None:
            sys.stdout.write("No line repeats often enough on any site.\n")
        else:
            known = "new" if learnt.is_new else "known already"
            sys.stdout.write(f"Version {learnt.version} ({known}): lines {learnt.lines}, sites {learnt.sites}.\n")
            sys.stdout.write(f'To adopt it, put memory = "{learnt.version}" at the top of the configuration.\n')


@app.command("list")
def list_versions(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """List the versions, the latest last, and mark the one that is adopted."""
    with user_errors():
        from flows.queries import memory_versions
        from flows.settings import load_settings

        settings = load_settings(config)
        show(memory_versions(settings.data_root, settings.memory), as_json=as_json)


@app.command("show")
def show_version(
    version: Annotated[str, typer.Argument(help="A version that `dateline memory list` shows.")],
    site: Annotated[str | None, typer.Option(help="Only this site.")] = None,
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
) -> None:
    """Show the lines of one version, those of most pages first."""
    with user_errors():
        from flows.queries import memory_lines
        from flows.running import data_root

        found = memory_lines(data_root(config), version, site)
        if found.is_empty():
            fail(f"no lines of version {version}" + (f" on {site}" if site else "") + "; see `dateline memory list`")
        show(found, as_json=as_json)
