"""Store: the warehouse's root folder, with the pages and runs that only grow and the snapshots beside them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import polars as pl

from schemas.outside import Pages, Runs, SiteMemory, SourceRuns
from schemas.tables import OUTSIDE
from warehouse import disk, lock, parts
from warehouse.audit import SPILL
from warehouse.snapshots import MANIFEST, MEMORY_MARK, Snapshot
from warehouse.staging import Staging


class Store:
    """A warehouse on disk. Writers hold `lock()`; readers need nothing."""

    def __init__(self, root: Path) -> None:
        self.root = root.absolute()

    def lock(self) -> AbstractContextManager[None]:
        """Makes this process the one writer while the block runs; raises WarehouseBusyError if another one is."""
        return lock.held(self.root)

    def append_pages(self, pages: pl.DataFrame) -> list[Path]:
        """Stores pages for good, one file for each day of fetched_at; the caller leaves known ids out."""
        Pages.validate(pages)
        with self.lock():
            days = pages.partition_by("fetched_date", as_dict=True)
            return [self._add("pages", rows, str(day)) for (day,), rows in sorted(days.items())]

    def append_run(self, runs: pl.DataFrame) -> Path:
        """Records a run; raises if its counts do not add up."""
        Runs.validate(runs)
        with self.lock():
            return self._add("runs", runs, None)

    def append_source_runs(self, rows: pl.DataFrame) -> Path:
        """Records what a run did with its sources; raises if the counts of one do not add up."""
        SourceRuns.validate(rows)
        with self.lock():
            return self._add("source_runs", rows, None)

    def append_memory(self, lines: pl.DataFrame) -> None:
        """Stores a version of the site memory for good; one that is there already stays as it is."""
        SiteMemory.validate(lines)
        with self.lock():
            for (version,), rows in lines.partition_by("memory_version", as_dict=True).items():
                if version not in self.memory_versions():
                    self._add("site_memory", rows, str(version))

    def memory_versions(self) -> list[str]:
        """The versions of the site memory that are stored, those of the latest snapshot last."""
        held = self.memories().select("snapshot", "memory_version").unique().collect()
        return held.sort("snapshot", "memory_version")["memory_version"].to_list()

    def memories(self) -> pl.LazyFrame:
        """The lines of all versions of the site memory."""
        return parts.scan("site_memory", sorted((self.root / "site_memory").glob("*/part-*.parquet")))

    def known_page_ids(self) -> pl.Series:
        """The ids of all stored pages."""
        return self.pages().select("page_id").collect().to_series()

    def page_files(self) -> list[Path]:
        """The files of pages, oldest day first."""
        return sorted((self.root / "pages").glob("*/part-*.parquet"))

    def pages(self) -> pl.LazyFrame:
        """All stored pages."""
        return parts.scan("pages", self.page_files())

    def runs(self) -> pl.LazyFrame:
        """All recorded runs."""
        return parts.scan("runs", sorted((self.root / "runs").glob("part-*.parquet")))

    def source_runs(self) -> pl.LazyFrame:
        """What all recorded runs did with their sources."""
        return parts.scan("source_runs", sorted((self.root / "source_runs").glob("part-*.parquet")))

    def current(self) -> Snapshot | None:
        """The published state; None before the first publish."""
        link = self.root / "current"
        return Snapshot.load(link.resolve()) if link.is_symlink() else None

    def snapshots(self) -> list[Snapshot]:
        """All whole snapshots, oldest first."""
        return [Snapshot.load(path) for path in self._folders() if (path / MANIFEST).exists()]

    def stage(self, pipeline_version: str) -> Staging:
        """Starts the next snapshot; call it, and publish, inside `lock()`. What a killed run left behind goes."""
        if not lock.is_held(self.root):
            raise RuntimeError("hold Store.lock() from stage() to publish()")
        self._clean()
        for name in OUTSIDE:
            self._ensure(name)
        numbers = [int(path.name) for path in self._folders()]
        return Staging(self.root, max(numbers, default=0) + 1, pipeline_version, self._base(pipeline_version))

    def rollback(self, number: int) -> Snapshot:
        """Makes another snapshot the current one; pages and runs stay. Raises KeyError if it is gone."""
        with self.lock():
            found = {snapshot.number: snapshot for snapshot in self.snapshots()}
            snapshot = found[number]
            disk.point(self.root / "current", f"snapshots/{snapshot.path.name}")
            return snapshot

    def vacuum(self, keep: int) -> list[int]:
        """Deletes staged data that failed, and all but the newest `keep` snapshots and the current one."""
        with self.lock():
            current = self.current()
            kept = {snapshot.number for snapshot in self.snapshots()[-keep:] if keep > 0}
            doomed = [one for one in self.snapshots() if one.number not in kept and one != current]
            for snapshot in doomed:
                # Without its manifest a half-deleted snapshot counts as stale, not as whole.
                (snapshot.path / MANIFEST).unlink()
            self._clean()
            shutil.rmtree(self.root / "staged-failed", ignore_errors=True)
            return [snapshot.number for snapshot in doomed]

    def _base(self, pipeline_version: str) -> Snapshot | None:
        current = self.current()
        if current is None or current.manifest.schema_hash != parts.schema_hash():
            return None
        same = current.manifest.code_version == pipeline_version.partition(MEMORY_MARK)[0]
        return current if same else None

    def _folders(self) -> Iterator[Path]:
        return iter(sorted((self.root / "snapshots").glob("[0-9]*")))

    def _clean(self) -> None:
        """Removes what a killed writer left: snapshots without a manifest, and files that were being written."""
        for path in self._folders():
            if not (path / MANIFEST).exists():
                shutil.rmtree(path)
        shutil.rmtree(self.root / "snapshots" / SPILL, ignore_errors=True)
        for name in OUTSIDE:
            for path in (self.root / name).rglob(".writing-*"):
                path.unlink()

    def _ensure(self, name: str) -> None:
        """Pages and runs have a typed file from the start, so that the catalog can bind its views."""
        if not any((self.root / name).rglob("part-*.parquet")):
            parts.write_empty(self.root, name)

    def _add(self, name: str, rows: pl.DataFrame, partition: str | None) -> Path:
        path = self.root / parts.write_part(self.root, name, rows, partition).path
        disk.sync(path.parent)
        return path
