"""Doctor: whether all that a run needs is there, one finding for each thing, none of which stops the others."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from flows.failures import explained
from flows.settings import Settings, load_settings

GOOD, WARNING, BAD = "good", "warning", "bad"
LOW_BYTES = 2 * 1024**3
TOO_LOW_BYTES = 200 * 1024**2


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is (good, warning or bad), and in words what to do where it is not good."""

    what: str
    state: str
    message: str


def examine(config: Path) -> list[Finding]:
    """Look at configuration, disk, model, warehouse and Prefect."""
    settings: list[Settings] = []
    findings = [_look("configuration", partial(_configuration, config, settings))]
    if settings:
        looks = {"secrets": _secrets, "disk": _disk, "model": _model, "warehouse": _warehouse}
        findings += [_look(what, partial(look, settings[0])) for what, look in looks.items()]
    return [*findings, _look("prefect", _prefect)]


def _look(what: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Exception as error:  # a doctor who falls ill at one finding helps with none
        return Finding(what, BAD, explained(error).message)


def _configuration(config: Path, loaded: list[Settings]) -> Finding:
    settings = load_settings(config)
    loaded.append(settings)
    enabled = len(settings.enabled_sources())
    return Finding("configuration", GOOD, f"{config}: {enabled} of {len(settings.sources)} sources are enabled")


def _secrets(settings: Settings) -> Finding:
    """Whether the variables that headers name are set."""
    from flows.web import site_of

    for source in settings.web_sources():
        site_of(source)
    return Finding("secrets", GOOD, "every header's variable is set")


def _disk(settings: Settings) -> Finding:
    root = settings.data_root
    here = next(path for path in (root, *root.parents) if path.exists())
    free = shutil.disk_usage(here).free
    if not os.access(here, os.W_OK):
        return Finding("disk", BAD, f"{here}: nothing can be written there; change its permissions")
    state = BAD if free < TOO_LOW_BYTES else WARNING if free < LOW_BYTES else GOOD
    return Finding("disk", state, f"{here}: {free / 1024**3:.1f} GiB are free")


def _model(settings: Settings) -> Finding:
    from flows.tools import load_tools

    meta = load_tools(settings).language.meta
    return Finding("model", GOOD, f"{meta['lang']}_{meta['name']} {meta['version']} and all tables load")


def _warehouse(settings: Settings) -> Finding:
    from warehouse.catalog import query
    from warehouse.store import Store

    current = Store(settings.data_root).current()
    if current is None:
        return Finding("warehouse", WARNING, f"nothing is published at {settings.data_root} yet: `dateline run` does")
    held = query(settings.data_root, "SELECT count(*) FROM articles").item()
    return Finding("warehouse", GOOD, f"snapshot {current.number:06d} can be queried; it holds {held} articles")


def _prefect() -> Finding:
    number = version("prefect")
    address = os.environ.get("PREFECT_API_URL")
    if not address:
        return Finding("prefect", GOOD, f"{number}; `dateline run` starts a server of its own")
    import httpx2

    try:
        answer = httpx2.get(f"{address.rstrip('/')}/health", timeout=5)
    except httpx2.HTTPError as error:
        return Finding(
            "prefect", BAD, f"{number}; the server of PREFECT_API_URL does not answer: {type(error).__name__}"
        )
    state = GOOD if answer.status_code == 200 else BAD
    return Finding("prefect", state, f"{number}; the server of PREFECT_API_URL answered {answer.status_code}")
