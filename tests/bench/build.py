"""Whole runs of the command: articles a second with one worker and with two, and the memory of the process tree."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.pages import page

CONFIG = """data = "data-{workers}"
[[sources]]
id = "bench"
path = "pages"
[run]
workers = {workers}
"""
PAGES_PER_FILE = 500
SAMPLE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall time, and the largest sum of resident memory over the process tree, in bytes."""

    seconds: float
    peak_bytes: int


def _write_pages(folder: Path, count: int) -> None:
    folder.mkdir()
    for first in range(0, count, PAGES_PER_FILE):
        numbers = range(first, min(first + PAGES_PER_FILE, count))
        lines = (json.dumps({"id": str(n), "html": page(n), "fetched_at": "2026-04-01T00:00:00Z"}) for n in numbers)
        (folder / f"{first:06}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf8")


def _resident(process: psutil.Process) -> int:
    total = 0
    for one in (process, *process.children(recursive=True)):
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def _run(folder: Path, workers: int) -> Measured:
    config = folder / f"dateline-{workers}.toml"
    config.write_text(CONFIG.format(workers=workers), encoding="utf8")
    command = [str(Path(sys.executable).with_name("dateline")), "run", "--config", str(config)]
    began, peak = time.perf_counter(), 0
    process = psutil.Popen(command, stdout=-3, env=os.environ | {"PREFECT_HOME": str(folder / "prefect")})
    while process.poll() is None:
        peak = max(peak, _resident(process))
        time.sleep(SAMPLE_SECONDS)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed with exit code {process.returncode}")
    return Measured(time.perf_counter() - began, peak)


def measure_builds(count: int) -> Iterator[tuple[str, str]]:
    """Rows of the table for runs over `count` pages."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _write_pages(folder / "pages", count)
        one, two = _run(folder, 1), _run(folder, 2)
    for workers, run in ((1, one), (2, two)):
        rate = f"{count / run.seconds:.1f} articles/s, {run.peak_bytes / 2**20:.0f} MiB at most"
        yield f"dateline run, {count} articles, {workers} worker(s)", rate
    yield "two workers / one", f"{one.seconds / two.seconds:.2f}"
