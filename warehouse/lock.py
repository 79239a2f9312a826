"""One writer at a time: a lock on the warehouse's root that dies with the process that holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

_HELD: dict[Path, int] = {}
_GUARD = RLock()


class WarehouseBusyError(RuntimeError):
    """Another process writes to this warehouse."""


def is_held(root: Path) -> bool:
    """Whether this process holds the lock of the warehouse at `root`."""
    return _HELD.get(root.resolve(), 0) > 0


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Holds the lock while the block runs; a block inside a block of the same process joins it.

    Raises WarehouseBusyError at once if another process holds it: waiting is for the scheduler.
    """
    root = root.resolve()
    root.mkdir(parents=True, exist_ok=True)
    if _joined(root):
        try:
            yield
        finally:
            _left(root)
        return
    with (root / ".lock").open("a+") as file:
        _take(file.fileno(), root)
        _joined(root, first=True)
        try:
            yield
        finally:
            _left(root)


def _take(descriptor: int, root: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        message = f"another process writes to {root}: wait until it has finished, or stop it (the lock goes with it)"
        raise WarehouseBusyError(message) from None
    os.ftruncate(descriptor, 0)
    os.write(descriptor, f"{os.getpid()}\n".encode())


def _joined(root: Path, *, first: bool = False) -> bool:
    with _GUARD:
        if not first and not _HELD.get(root):
            return False
        _HELD[root] = _HELD.get(root, 0) + 1
        return True


def _left(root: Path) -> None:
    with _GUARD:
        _HELD[root] -= 1
