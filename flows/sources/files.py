"""Files and folders: finding documents on disk, in a fixed order, and reading each by its ending."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from glob import glob, has_magic
from pathlib import Path

from flows.sources.intake import Intake
from flows.sources.records import read_jsonl, read_parquet
from schemas.records import Page

Reader = Callable[[Path, str, Intake], Iterator[Page]]


def read_paths(paths: Iterable[str], intake: Intake, base: Path | None = None) -> Iterator[Page]:
    """Pages of files, globs and folders, each path's files sorted by name, in flat memory.

    With `base` relative paths start there and origins are written relative to it, so that base can move; without it
    origins are the paths as given. A file that cannot be read becomes a page with a read_error; the rest goes on. An
    unknown ending is an error where the user named the file; folders and globs pass over such files.
    """
    for path in paths:
        for found in expanded(path, base):
            yield from read_file(found, shown(found, base), intake)


def read_file(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    """The pages of one file, or one page with a read_error."""
    try:
        reader = _reader(path)
        if reader is not None and stat.S_ISREG(path.stat().st_mode):
            yield from reader(path, origin, intake)
        else:
            yield intake.failure(origin, *_fault(path, reader))
    except PermissionError:
        yield intake.failure(origin, "permission denied", "the file may not be read; change its permissions")
    except FileNotFoundError:
        yield intake.failure(origin, "not found", "no such file")
    except OSError as error:
        yield intake.failure(origin, "unreadable", f"{error.strerror or error}")


def _fault(path: Path, reader: Reader | None) -> tuple[str, str]:
    """Reason and message for a path that is no file to read."""
    if path.is_dir():
        return "permission denied", "the folder may not be listed; change its permissions"
    if not path.exists():
        return "not found", "no such file"
    if reader is None:
        return "unknown ending", f"{path.suffix or path.name} is none of {', '.join(READERS)}"
    return "not a file", "it is a device, a socket or a pipe"


def _reader(path: Path) -> Reader | None:
    name = path.name.lower()
    return next((reader for ending, reader in READERS.items() if name.endswith(ending)), None)


def _read_text(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    yield from _read_whole(path, origin, intake, "text/plain")


def _read_html(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    yield from _read_whole(path, origin, intake, "text/html")


def _read_whole(path: Path, origin: str, intake: Intake, content_type: str) -> Iterator[Page]:
    with path.open("rb") as stream:
        body = stream.read(intake.max_bytes + 1)
    if len(body) > intake.max_bytes:
        yield intake.too_large(origin, "the file")
    else:
        yield intake.page(origin, body, content_type=content_type)


def _read_warc(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    from flows.sources.warc import read_warc

    yield from read_warc(path, origin, intake)


READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".html": _read_html,
    ".htm": _read_html,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl,
    ".parquet": read_parquet,
    ".warc": _read_warc,
    ".warc.gz": _read_warc,
}


def shown(path: Path, base: Path | None) -> str:
    """The path as text that UTF-8 can hold, with slashes on every system."""
    shown = os.path.relpath(path, base) if base else str(path)
    return shown.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def expanded(path: str, base: Path | None) -> Iterator[Path]:
    """The files that a path means: itself, the files below a folder, or the matches of a glob."""
    start = (base or Path()) / path
    if start.is_dir():
        yield from _walk(start, set())
    elif has_magic(path) and not start.exists():
        matches = glob(path, root_dir=base, recursive=True)  # noqa: PTH207 - Path.glob takes no absolute pattern
        for found in ((base or Path()) / match for match in sorted(matches)):
            if found.is_dir():
                yield from _walk(found, set())
            elif _reader(found):
                yield found
    else:
        yield start


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Readable files below a folder, sorted, hidden ones left out; a folder that links lead back to is entered once.

    A folder that may not be listed is yielded itself, so that its failure is told.
    """
    try:
        status = folder.stat()
        paths = sorted(folder.iterdir())
    except OSError:
        yield folder
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for path in (path for path in paths if not path.name.startswith(".")):
        if path.is_dir():
            yield from _walk(path, seen)
        elif _reader(path):
            yield path
