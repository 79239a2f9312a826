"""Pipeline version: one hash over everything that decides which rows come out of a page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from flows.settings import OverlayFiles, Settings
from warehouse.snapshots import MEMORY_MARK

PACKAGES = ("schemas", "transforms")
OWN_FILES = ("memories.py", "merge.py", "references.py", "versions.py")
LIBRARIES = ("charset-normalizer", "lxml", "polars", "py3langid", "spacy", "trafilatura")
ROOT = Path(__file__).parent.parent


@cache
def pipeline_version(settings: Settings) -> str:
    """16 hexadecimal digits: code and data files with the model in use, overlays, versions of libraries.

    Where a site memory is adopted, a plus sign and its version follow: another one changes only the sites it knows.
    """
    digest = hashlib.sha256()
    for path in _files(settings):
        digest.update(_file_hash(path))
    digest.update(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    memory = f"{MEMORY_MARK}{settings.memory}" if settings.memory else ""
    return digest.hexdigest()[:16] + memory


def _files(settings: Settings) -> Iterator[Path]:
    for package in PACKAGES:
        found = (path for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts)
        yield from sorted(found)
    yield from (ROOT / "flows" / name for name in OWN_FILES)
    if settings.model_folder:
        yield from sorted(path for path in settings.model_folder.rglob("*") if path.is_file())
    for kind in OverlayFiles.model_fields:
        yield from settings.overlay_paths(kind)


def _file_hash(path: Path) -> bytes:
    """Hash of the name and the bytes; the folder of the installation does not count."""
    with path.open("rb") as file:
        content = hashlib.file_digest(file, "sha256").digest()
    name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    return hashlib.sha256(name.encode() + content).digest()
