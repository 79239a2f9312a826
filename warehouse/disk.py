"""Disk: links, syncs and swaps that a crash leaves either undone or whole."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def link_or_copy(source: Path, target: Path) -> None:
    """Gives a file a second name; copies it where the file system has no hard links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
        sync(target)


def sync(path: Path) -> None:
    """Waits until a file's bytes, or a folder's names, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folders(root: Path) -> None:
    """Syncs a folder and all folders in it."""
    for folder in [root, *(path for path in root.rglob("*") if path.is_dir())]:
        sync(folder)


def write_text(path: Path, text: str) -> None:
    """Writes a text file whole: a reader sees the old text or the new."""
    writing = path.with_name(f".{path.name}.writing")
    writing.write_text(text, encoding="utf8")
    sync(writing)
    writing.replace(path)
    sync(path.parent)


def point(link: Path, target: str) -> None:
    """Makes `link` a symbolic link to `target`, in one rename."""
    pointing = link.with_name(f".{link.name}.pointing")
    pointing.unlink(missing_ok=True)
    pointing.symlink_to(target)
    pointing.replace(link)
    sync(link.parent)
