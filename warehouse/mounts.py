"""Mounts: the warehouse's files under the path at which another machine or container sees them."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from fsspec import AbstractFileSystem  # type: ignore[import-untyped]

SCHEME = "file://"


class MountedElsewhere(AbstractFileSystem):  # type: ignore[misc]
    """The files below `root` under the names that they have where the root is mounted at `mount`.

    DuckDB binds a view when it is made, so it has to find files here under the names that it writes down for there.
    """

    protocol = "file"
    cachable = False

    def __init__(self, root: Path, mount: Path) -> None:
        super().__init__()
        self._root = root.absolute()
        self._mount = mount
        self._opened = ExitStack()

    def glob(self, path: str, **_: Any) -> list[str]:
        """Names there of the files that match a pattern."""
        pattern = Path(path.removeprefix(SCHEME)).relative_to(self._mount)
        return sorted(
            f"{SCHEME}{self._mount / found.relative_to(self._root)}" for found in self._root.glob(str(pattern))
        )

    def info(self, path: str, **_: Any) -> dict[str, Any]:
        """Name, kind, size and age of a file."""
        stat = self._here(path).stat()
        return {"name": path, "type": "file", "size": stat.st_size, "mtime": stat.st_mtime}

    def modified(self, path: str) -> datetime:
        """When a file was last changed."""
        return datetime.fromtimestamp(self._here(path).stat().st_mtime, UTC)

    def open(self, path: str, *_: Any, **__: Any) -> BinaryIO:
        """The bytes of a file, to read."""
        return self._opened.enter_context(self._here(path).open("rb"))

    def close(self) -> None:
        """Closes the files that DuckDB opened: it leaves that to Python."""
        self._opened.close()

    def _here(self, path: str) -> Path:
        return self._root / Path(path.removeprefix(SCHEME)).relative_to(self._mount)
