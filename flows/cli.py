"""The command line. Imports stay inside the commands, so that help answers at once."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows import codebook_commands, explain_commands, memory_commands, source_commands
from flows.commands import DEFAULT_CONFIG, ConfigOption, JsonOption, fail, settings_of, show, user_errors

if TYPE_CHECKING:
    from flows.runs import Outcome
    from flows.sources.window import Window

LOOK = 4

HELP = """A news-event warehouse on one machine: articles in, events with proof for every row out.

Exit codes: 0 done, also when documents were rejected or nothing was new; 1 the run or its audit failed, and the
warehouse is as it was; 2 the command or the configuration is wrong, and nothing was done; 3 another run is writing, and
nothing was done; 4 done and published, but a source has gone quiet or bears no articles.
"""

app = typer.Typer(help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
config_app = typer.Typer(help="The configuration.", no_args_is_help=True)
app.add_typer(config_app, name="config")
app.add_typer(memory_commands.app, name="memory")
app.add_typer(source_commands.app, name="sources")
app.command()(codebook_commands.codebook)
app.command()(explain_commands.explain)


@app.command()
def inspect(
    paths: Annotated[list[str], typer.Argument(metavar="FILES...", help="Files, folders or globs.")],
    as_json: JsonOption = False,
    trace: Annotated[bool, typer.Option("--trace", help="Add how each decision was made.")] = False,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="Take overlays and sources from here.")] = None,
    source: Annotated[str, typer.Option(help="Source whose facts hold for the files.")] = "inspect",
) -> None:
    """Show what the warehouse would hold of these documents, and why; nothing is stored."""
    with user_errors():
        from flows import inspect as inspection

        settings = settings_of(config) if config else None
        lost = inspection.missing(paths)
        if lost is not None:
            fail(f"{lost}: no such file or folder")
        walked = inspection.inspect_paths(paths, settings, source)
        if as_json:
            for one in walked:
                sys.stdout.write(inspection.as_json(one, with_trace=trace) + "\n")
        else:
            from flows.article_view import show_walked

            for one in walked:
                show_walked(one, with_trace=trace)


@app.command()
def run(
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
    since: Annotated[
        str | None, typer.Option(help="Only what the web says was published on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Only what the web says was published on this day or before.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be fetched, and do nothing.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Show Prefect's log, and the trace of a failure.")
    ] = False,
) -> None:
    """Load what is new, build it and publish it: the daily flow, without a server."""
    with user_errors(verbose=verbose):
        from flows.sources.window import Window

        window = Window.of(since, until)
        if dry_run:
            _plan(config, window, as_json=as_json)
            return
        from flows.running import run_daily

        if verbose:
            os.environ.setdefault("PREFECT_LOGGING_LEVEL", "INFO")
        outcome = run_daily(config, since, until)
        _tell(outcome, as_json=as_json)
        if outcome.warnings:
            raise typer.Exit(LOOK)


@app.command()
def sql(
    statement: Annotated[str, typer.Argument(metavar="SQL", help="One statement in DuckDB's SQL.")],
    config: ConfigOption = DEFAULT_CONFIG,
    as_json: JsonOption = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV.")] = False,
) -> None:
    """Ask the warehouse; the tables are described in docs/data-dictionary.md."""
    with user_errors():
        from flows.running import data_root
        from warehouse import catalog

        show(catalog.query(data_root(config), statement), as_json=as_json, as_csv=as_csv)


@app.command()
def status(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Show the published snapshot, its rows and the last runs."""
    with user_errors():
        from flows.running import data_root
        from flows.status import warehouse_status

        found = warehouse_status(data_root(config))
        if as_json:
            from flows.tables import to_json

            sys.stdout.write(to_json(found.as_mapping()) + "\n")
        else:
            from flows.report import show_status

            show_status(found)


@app.command("catalog")
def write_catalog(
    root: Annotated[Path, typer.Option(help="The warehouse's folder as the other machine or container sees it.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write.")],
    config: ConfigOption = DEFAULT_CONFIG,
) -> None:
    """Write a catalog for another mount of the files. It shows the present snapshot: write it again after a run."""
    with user_errors():
        from flows.running import data_root
        from warehouse import catalog
        from warehouse.store import Store

        here = data_root(config)
        snapshot = Store(here).current()
        if snapshot is None:
            raise catalog.NoWarehouseError(here)
        catalog.write(snapshot, here, output, mount=root)


@app.command()
def rejects(
    config: ConfigOption = DEFAULT_CONFIG,
    reason: Annotated[str | None, typer.Option(help="Only this reason.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this source.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="Show at most so many.")] = 50,
    summary: Annotated[bool, typer.Option("--summary", help="Count by reason instead.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the documents that did not become articles, newest first, and why."""
    with user_errors():
        from flows import queries
        from flows.running import data_root

        root = data_root(config)
        found = queries.rejects_by_reason(root) if summary else queries.rejects(root, limit, reason, source)
        show(found, as_json=as_json)


@app.command()
def doctor(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Look at configuration, disk, model, warehouse and Prefect. Exit code 1 if anything is bad."""
    with user_errors():
        from dataclasses import asdict

        from flows.doctor import BAD, examine
        from flows.tables import show_rows, write_rows

        findings = examine(config)
        (write_rows if as_json else show_rows)([asdict(one) for one in findings])
        if any(one.state == BAD for one in findings):
            raise typer.Exit(1)


@app.command()
def demo(
    data: Annotated[Path | None, typer.Option(help="Folder of the demo's warehouse; data/demo unless given.")] = None,
) -> None:
    """Build a warehouse from the examples, report the run, and answer three questions."""
    with user_errors():
        from flows import queries
        from flows.running import data_root, run_daily
        from flows.tables import show_frame
        from warehouse import catalog

        config = Path(__file__).parent.parent / "examples" / "dateline.toml"
        if not config.exists():
            fail(f"{config.parent}: no examples here; run the demo in a checkout of the project")
        if data is not None:
            os.environ["DATELINE_DATA"] = str(data.absolute())
        _tell(run_daily(config), as_json=False)
        for question in queries.DEMO_QUESTIONS:
            show_frame(catalog.query(data_root(config), question.sql), question.title)


@config_app.command("show")
def configshow(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Print the effective settings: the file with DATELINE_* variables on top."""
    with user_errors():
        settings = settings_of(config)
        if as_json:
            sys.stdout.write(settings.model_dump_json() + "\n")
        else:
            from flows.report import show_settings

            show_settings(settings)


def _plan(config: Path, window: Window, *, as_json: bool) -> None:
    from dataclasses import asdict

    from flows.planning import plan
    from flows.tables import show_rows, write_rows

    (write_rows if as_json else show_rows)([asdict(one) for one in plan(config, window)])


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        from flows.tables import to_json

        sys.stdout.write(to_json(outcome.as_mapping()) + "\n")
    else:
        from flows.report import show_outcome

        show_outcome(outcome)
