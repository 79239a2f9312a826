"""Remember: the lines that sites repeat, learnt from the published articles as a new version of the site memory."""

from __future__ import annotations

from dataclasses import dataclass

from prefect import flow

from flows.counts import Counts
from flows.memories import remembered
from flows.runs import Run, finish
from warehouse.catalog import NoWarehouseError


@dataclass(frozen=True, slots=True)
class Learnt:
    """A version of the site memory; None where no line repeats enough. `is_new`: it was not stored before."""

    version: str | None
    sites: int
    lines: int
    is_new: bool


@flow(name="remember", persist_result=False, validate_parameters=False)
def remember(config: str | None = None) -> Learnt:
    """Learn from the current snapshot and store the version; nothing uses it before the configuration names it."""
    run = Run.start("remember", config)
    with run.store.lock():
        snapshot = run.store.current()
        if snapshot is None:
            raise NoWarehouseError(run.settings.data_root)
        lines = remembered(snapshot)
        version = lines["memory_version"].first()
        is_new = lines.height > 0 and version not in run.store.memory_versions()
        if is_new:
            run.store.append_memory(lines)
        finish(run, Counts(), record=True)
        return Learnt(None if version is None else str(version), lines["site"].n_unique(), lines.height, is_new)
