"""Running: one daily run from the command line, without a server of the user's."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from flows.runs import Outcome
from flows.server import prefect_for
from flows.settings import load_settings
from warehouse.store import Store

if TYPE_CHECKING:
    from flows.remember import Learnt


def run_daily(config: Path, since: str | None = None, until: str | None = None) -> Outcome:
    """Run the daily flow in this process.

    Raises ConfigurationError before anything starts, WarehouseBusy if another run writes, and whatever stops the run.
    """
    with _alone(config):
        from flows.daily import daily

        # This module sets its own level, and Prefect's handlers would print each of its temporary folders.
        chatty = logging.getLogger("great_expectations.data_context.types.base")
        chatty.addFilter(lambda record: record.levelno >= logging.WARNING)
        return daily(str(config.absolute()), since, until)


def run_remember(config: Path) -> Learnt:
    """Learn a site memory in this process; raises as run_daily does, and NoWarehouseError before the first publish."""
    with _alone(config):
        from flows.remember import remember

        return remember(str(config.absolute()))


@contextmanager
def _alone(config: Path) -> Iterator[None]:
    """The one writer of the warehouse, with a Prefect server."""
    settings = load_settings(config)
    with Store(settings.data_root).lock(), prefect_for(settings.data_root / "prefect"):
        yield


def data_root(config: Path) -> Path:
    """The warehouse's folder: DATELINE_DATA with an absolute path is enough to read one without its configuration."""
    given = os.environ.get("DATELINE_DATA")
    if given and Path(given).is_absolute() and not config.exists():
        return Path(given)
    return load_settings(config).data_root
