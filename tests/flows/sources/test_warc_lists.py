"""Lists of web archives: the archives that they name, each once, and what is told where one is missing."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.sources.intake import Intake
from flows.sources.kinds import WarcSource
from flows.sources.warc_lists import read_archives
from schemas.records import Page
from tests.flows.sources.archives import http, record, zipped

NAME = "crawl-data/CC-NEWS/2026/03/CC-NEWS-20260302100000-00001.warc.gz"


def read(folder: Path, *paths: str, base: str = "") -> list[Page]:
    source = WarcSource(id="crawl", kind="warc", paths=paths, base=base)
    return list(read_archives(source, Intake("crawl", datetime(2026, 4, 1, tzinfo=UTC)), folder))


def archive(folder: Path, name: str = NAME) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(zipped(record(f"https://a.example/{path.stem}", http(b"<p>one</p>"))))


@pytest.mark.parametrize("zip_it", [False, True], ids=["plain", "gzipped"])
def test_a_list_names_archives_below_its_base(tmp_path: Path, zip_it: bool) -> None:
    archive(tmp_path / "mirror")
    listed = f"# March\n{NAME}\n\n{NAME}\n".encode()
    (tmp_path / "warc.paths.gz").write_bytes(gzip.compress(listed) if zip_it else listed)
    (page,) = read(tmp_path, "warc.paths.gz", base="mirror")
    assert (page.url, page.read_error) == ("https://a.example/CC-NEWS-20260302100000-00001.warc", None)


def test_archives_and_folders_are_read_as_they_are(tmp_path: Path) -> None:
    archive(tmp_path, "here/a.warc.gz")
    archive(tmp_path, "here/b.warc.gz")
    assert len(read(tmp_path, "here")) == len(read(tmp_path, "here/*.warc.gz")) == 2


def test_a_missing_archive_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    archive(tmp_path, "a.warc.gz")
    (tmp_path / "list.txt").write_text("gone.warc.gz\na.warc.gz\n", encoding="utf8")
    missing, found = read(tmp_path, "list.txt")
    assert (missing.origin, missing.read_error) == ("gone.warc.gz", "not found: no such file")
    assert found.read_error is None


@pytest.mark.parametrize("content", [b"", b"words\n", b"https://a.example/1\n", b"\x1f\x8bbroken"])
def test_what_is_no_list_of_archives(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "list.txt").write_bytes(content)
    (page,) = read(tmp_path, "list.txt")
    assert (page.read_error or "").startswith("bad list: ")
