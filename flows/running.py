"""Running: one daily run from the command line, without a server of the user's."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from flows.runs import Outcome
from flows.server import prefect_for
from flows.settings import load_settings
from warehouse.store import Store


def run_daily(config: Path) -> Outcome:
    """Run the daily flow in this process.

    Raises ConfigurationError before anything starts, WarehouseBusy if another run writes, and whatever stops the run.
    """
    settings = load_settings(config)
    with Store(settings.data_root).lock(), prefect_for(settings.data_root / "prefect"):
        from flows.daily import daily

        # This module sets its own level, and Prefect's handlers would print each of its temporary folders.
        chatty = logging.getLogger("great_expectations.data_context.types.base")
        chatty.addFilter(lambda record: record.levelno >= logging.WARNING)
        return daily(str(config.absolute()))


def data_root(config: Path) -> Path:
    """The warehouse's folder: DATELINE_DATA with an absolute path is enough to read one without its configuration."""
    given = os.environ.get("DATELINE_DATA")
    if given and Path(given).is_absolute() and not config.exists():
        return Path(given)
    return load_settings(config).data_root
