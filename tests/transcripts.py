"""Transcripts: the `console` blocks of README and docs, run in a sandbox of the checkout, compared or written anew.

A line that starts with "$ " is a command, the lines below it what it prints; a line "…" stands for any lines, and no
lines at all claim nothing. Run as a module this rewrites the outputs that are shown:
`python -m tests.transcripts README.md docs/running.md`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Running these inside the tests would run the tests inside the tests.
NOT_RUN = ("make test", "make check", "make bench", "make fuzz", "make model", "git clone", "cd ")
GAP = "…"
# Lines that differ from run to run are written as a gap.
VOLATILE = ("Started ", "Pipeline version ", "pipeline version ", "finished ")


@dataclass(slots=True)
class Step:
    """One command with the output that the page shows for it."""

    command: str
    shown: list[str] = field(default_factory=list)

    @property
    def is_run(self) -> bool:
        return not self.command.startswith(NOT_RUN)


def pages() -> list[Path]:
    """The pages whose commands are run."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def steps(page: Path) -> Iterator[Step]:
    """Commands of a page, in order."""
    for block in BLOCK.findall(page.read_text(encoding="utf8")):
        yield from _block_steps(block)


def _block_steps(block: str) -> list[Step]:
    found: list[Step] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append(Step(line[2:]))
        elif line.startswith("> "):
            found[-1].command += "\n" + line[2:]
        else:
            found[-1].shown.append(line)
    return found


def sandbox(folder: Path) -> Path:
    """A folder that looks like a fresh checkout whose data lies apart, so that commands leave no trace in this one."""
    for entry in ROOT.iterdir():
        if entry.name not in ("data", ".git"):
            (folder / entry.name).symlink_to(entry)
    return folder


def run(command: str, folder: Path) -> str:
    """What a command prints in the sandbox; raises CalledProcessError with the output when it fails."""
    # A make that runs these tests must not tell the one that is run here how deep it stands.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")} | {
        "PATH": f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "DATELINE_DATA": str(folder / "data" / "demo"),
        "PREFECT_HOME": str(folder / "prefect"),
        "COLUMNS": "120",
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:
        raise AssertionError(f"$ {command}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout.rstrip()


def matches(shown: list[str], printed: str) -> bool:
    """Whether a page shows what was printed; an empty block claims nothing, a gap stands for any lines."""
    if not shown:
        return True
    parts = [re.escape(line.rstrip()) if line != GAP else r"(?:.*\n)*?.*" for line in shown]
    return re.fullmatch("\n".join(parts), "\n".join(line.rstrip() for line in printed.splitlines())) is not None


def _rewrite(page: Path, folder: Path) -> None:
    def renewed(block: re.Match[str]) -> str:
        lines = []
        for step in _block_steps(block[1]):
            first, *more = step.command.splitlines()
            lines += [f"$ {first}", *(f"> {line}" for line in more)]
            printed = run(step.command, folder).splitlines() if step.is_run and step.shown else []
            lines += [GAP if line.lstrip().startswith(VOLATILE) else line.rstrip() for line in printed]
        return "```console\n" + "\n".join(lines) + "\n```"

    page.write_text(BLOCK.sub(renewed, page.read_text(encoding="utf8")), encoding="utf8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        for name in sys.argv[1:]:
            _rewrite(Path(name), sandbox(Path(scratch)) if not any(Path(scratch).iterdir()) else Path(scratch))
