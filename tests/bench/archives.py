"""A large web archive, as CC-NEWS has them: records a second, and the memory that reading takes."""

from __future__ import annotations

import gzip
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.pages import page
from tests.flows.sources.archives import http, record

PAGES = 50
READ = """
import resource, sys, time
from datetime import UTC, datetime
from pathlib import Path
from flows.sources.intake import Intake
from flows.sources.warc import read_warc

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

intake = Intake("bench", datetime(2026, 4, 1, tzinfo=UTC))
began = time.perf_counter()
read = sum(one.read_error is None for one in read_warc(Path(sys.argv[1]), "bench.warc.gz", intake))
print(read, time.perf_counter() - began, peak())
"""


def _write_archive(path: Path, mebibytes: int) -> None:
    """Gzip members of news pages with noise that does not compress, until the file is that large."""
    chance = random.Random(0)
    with path.open("wb") as file:
        number = 0
        while file.tell() < mebibytes * 1024 * 1024:
            body = page(number % PAGES).encode() + b"<!-- " + chance.randbytes(20_000).hex().encode() + b" -->"
            file.write(gzip.compress(record(f"https://bench.example/{number}", http(body)), 1, mtime=0))
            number += 1


def measure_archive(mebibytes: int) -> Iterator[tuple[str, str]]:
    """Rows of the table for an archive of that size, and for one of an eighth of it: memory must be the same."""
    with tempfile.TemporaryDirectory() as scratch:
        for size in (max(mebibytes // 8, 1), mebibytes):
            path = Path(scratch) / "bench.warc.gz"
            _write_archive(path, size)
            told = subprocess.run(
                [sys.executable, "-c", READ, str(path)], check=True, capture_output=True, text=True
            ).stdout
            read, seconds, peak = (float(one) for one in told.split())
            figure = f"{read / seconds:.0f} records/s, {peak:.0f} MiB at most"
            yield f"WARC file of {size} MiB, {read:.0f} records", figure
