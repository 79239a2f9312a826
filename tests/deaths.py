"""Death at a named moment, for child processes of the kill tests."""

from __future__ import annotations

import importlib
import os
import signal
from functools import reduce
from typing import Any


def die_at(module: str, name: str, calls: int, moment: str) -> None:
    """Let this process die by SIGKILL before or after the n-th call of a function, such as `Store.append_pages`."""
    *path, last = name.split(".")
    owner = reduce(getattr, path, importlib.import_module(module))
    original, left = getattr(owner, last), [calls]

    def deadly(*arguments: Any, **options: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 and moment == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*arguments, **options)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, last, deadly)
