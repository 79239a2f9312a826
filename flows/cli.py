"""The command line. Imports stay inside the commands, so that help answers at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from flows.settings import Settings

FAILED, MISUSED, BUSY = 1, 2, 3
HELP = """A news-event warehouse on one machine: articles in, events with proof for every row out.

Exit codes: 0 done, also when documents were rejected or nothing was new; 1 the run or its audit failed, and the
warehouse is as it was; 2 the command or the configuration is wrong, and nothing was done; 3 another run is writing, and
nothing was done.
"""

app = typer.Typer(help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
config_app = typer.Typer(help="The configuration.", no_args_is_help=True)
app.add_typer(config_app, name="config")

ConfigOption = Annotated[Path, typer.Option("--config", "-c", envvar="DATELINE_CONFIG", help="The configuration file.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")]
DEFAULT_CONFIG = Path("dateline.toml")


@app.command()
def inspect(
    paths: Annotated[list[str], typer.Argument(metavar="FILES...", help="Files, folders or globs.")],
    as_json: JsonOption = False,
    trace: Annotated[bool, typer.Option("--trace", help="Add how each decision was made.")] = False,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="Take overlays and sources from here.")] = None,
    source: Annotated[str, typer.Option(help="Source whose facts hold for the files.")] = "inspect",
) -> None:
    """Show what the warehouse would hold of these documents, and why; nothing is stored."""
    with _user_errors():
        from flows import inspect as inspection

        settings = _settings(config) if config else None
        lost = inspection.missing(paths)
        if lost is not None:
            _fail(f"{lost}: no such file or folder")
        walked = inspection.inspect_paths(paths, settings, source)
        if as_json:
            for one in walked:
                sys.stdout.write(inspection.as_json(one, with_trace=trace) + "\n")
        else:
            from flows.report import show_walked

            for one in walked:
                show_walked(one, with_trace=trace)


@config_app.command("show")
def config_show(config: ConfigOption = DEFAULT_CONFIG, as_json: JsonOption = False) -> None:
    """Print the effective settings: the file with DATELINE_* variables on top."""
    with _user_errors():
        settings = _settings(config)
        if as_json:
            sys.stdout.write(settings.model_dump_json() + "\n")
        else:
            from flows.report import show_settings

            show_settings(settings)


def _settings(path: Path) -> Settings:
    from flows.settings import load_settings

    return load_settings(path)


def _fail(message: str, code: int = MISUSED) -> NoReturn:
    sys.stderr.write(f"dateline: {message}\n")
    raise typer.Exit(code)


@contextmanager
def _user_errors() -> Iterator[None]:
    """Turn mistakes of the user's into one clear line; a reader that leaves early ends the command quietly."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter's last flush complains
        raise typer.Exit(0) from None
    except ValueError as error:
        if type(error).__name__ == "ConfigurationError":
            _fail(str(error))
        raise
