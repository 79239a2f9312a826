"""Progress: a bar for people at a terminal, and nothing for pipes, logs and schedulers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

Item = TypeVar("Item")


def tracked(items: Iterable[Item], total: int, label: str) -> Iterator[Item]:
    """The items, counted on standard error while they come."""
    console = Console(stderr=True)
    return iter(track(items, label, total, console=console, transient=True, disable=not console.is_terminal))
