"""Lists of web archives, as Common Crawl publishes them for its news crawl: one archive's path a line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from flows.sources.documents import document_text
from flows.sources.files import expanded, read_file, read_paths, shown
from flows.sources.intake import Intake
from flows.sources.items import UnreadableError
from flows.sources.kinds import WarcSource
from flows.sources.lists import plain_lines
from schemas.records import Page

ARCHIVES = (".warc", ".warc.gz")
MAX_LIST_BYTES = 10 * 1024 * 1024


def read_archives(source: WarcSource, intake: Intake, root: Path) -> Iterator[Page]:
    """Pages of the source's archives, and of those that its lists name; a missing one becomes a page with an error."""
    for path in source.paths:
        for found in expanded(path, root):
            if found.is_dir() or found.name.lower().endswith(ARCHIVES):
                yield from read_file(found, shown(found, root), intake)
            else:
                yield from _listed(found, source, intake, root)


def _listed(path: Path, source: WarcSource, intake: Intake, root: Path) -> Iterator[Page]:
    try:
        names = list_names(path)
    except (UnreadableError, OSError) as error:
        yield intake.failure(shown(path, root), "bad list", str(error))
        return
    for name in names:
        yield from read_paths([str(Path(source.base) / name)], intake, root)


def list_names(path: Path) -> list[str]:
    """The paths in a list, gzipped or not, each once; raises UnreadableError where there are none."""
    with path.open("rb") as stream:
        body = stream.read(MAX_LIST_BYTES + 1)
    if len(body) > MAX_LIST_BYTES:
        raise UnreadableError("too large", f"the list is over {MAX_LIST_BYTES} bytes")
    names = list(dict.fromkeys(plain_lines(document_text(body, "text/plain"))))
    wrong = next((name for name in names if not name.lower().endswith(ARCHIVES)), None)
    if not names or wrong is not None:
        raise UnreadableError("no list of archives", f"'{wrong or ''}' is no path of a .warc or .warc.gz file")
    return names
