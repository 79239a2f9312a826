"""Commands: what all commands of the command line share: options, how failures are told, how rows are shown."""

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
    from polars import DataFrame

    from flows.settings import Settings

MISUSED = 2
ConfigOption = Annotated[Path, typer.Option("--config", "-c", envvar="DATELINE_CONFIG", help="The configuration file.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")]
DEFAULT_CONFIG = Path("dateline.toml")


def settings_of(path: Path) -> Settings:
    """The settings in a file."""
    from flows.settings import load_settings

    return load_settings(path)


def show(frame: DataFrame, *, as_json: bool, as_csv: bool = False) -> None:
    """Write rows to standard output: a table, unless JSON or CSV is asked for."""
    from flows import tables

    write = tables.write_json if as_json else tables.write_csv if as_csv else tables.show_frame
    write(frame)


def fail(message: str, code: int = MISUSED) -> NoReturn:
    """End the command with a message on standard error."""
    sys.stderr.write(f"dateline: {message}\n")
    raise typer.Exit(code)


@contextmanager
def user_errors(*, verbose: bool = False) -> Iterator[None]:
    """Turn what went wrong into a message and an exit code; a reader that leaves early ends the command quietly."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter's last flush complains
        raise typer.Exit(0) from None
    except (typer.Exit, typer.Abort):
        raise
    except Exception as error:
        from flows.failures import explained

        failure = explained(error)
        if verbose and not failure.is_foreseen:
            raise
        fail(failure.message, failure.code)
