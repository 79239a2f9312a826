"""Files and folders: which files are found, in which order, and what cannot be read."""

import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.files import read_paths
from flows.sources.intake import Intake, page_id
from schemas.records import Page
from tests.flows.sources.archives import http, record

INTAKE = Intake("desk", datetime(2026, 4, 1, tzinfo=UTC), 1000)


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"Text of {name}.", encoding="utf8")


def read(root: Path, *paths: str) -> list[Page]:
    return list(read_paths(paths, INTAKE, root))


def origins(root: Path, *paths: str) -> list[str]:
    return [page.origin for page in read(root, *paths)]


def test_a_folder_is_read_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    write(
        tmp_path, "in/b.txt", "in/a/z.HTM", "in/a/y.html", "in/.hidden.txt", "in/.git/x.txt", "in/notes.md", "in/c.txt"
    )
    assert origins(tmp_path, "in") == ["in/a/y.html", "in/a/z.HTM", "in/b.txt", "in/c.txt"]


def test_globs_match_files_and_folders_in_order(tmp_path: Path) -> None:
    write(tmp_path, "in/b.txt", "in/a.txt", "in/deep/er/c.txt", "in/d.md", "in/e.html")
    assert origins(tmp_path, "in/*.txt") == ["in/a.txt", "in/b.txt"]
    assert origins(tmp_path, "in/**/*.txt") == ["in/a.txt", "in/b.txt", "in/deep/er/c.txt"]
    assert origins(tmp_path, "in/d*") == ["in/deep/er/c.txt"]
    assert origins(tmp_path, "in/*.warc") == []


def test_a_name_with_brackets_is_a_name_where_there_is_such_a_file(tmp_path: Path) -> None:
    write(tmp_path, "[1].txt", "1.txt")
    assert origins(tmp_path, "[1].txt") == ["[1].txt"]


def test_paths_keep_their_order_and_absolute_ones_become_relative(tmp_path: Path) -> None:
    write(tmp_path, "home/b.txt", "other/a.txt")
    home = tmp_path / "home"
    assert [page.origin for page in read_paths(["b.txt", str(tmp_path / "other")], INTAKE, home)] == [
        "b.txt",
        "../other/a.txt",
    ]


def test_without_a_base_origins_are_the_paths_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "in/a.txt")
    monkeypatch.chdir(tmp_path)
    given_paths = ["in/a.txt", str(tmp_path / "in")]
    assert [page.origin for page in read_paths(given_paths, INTAKE)] == ["in/a.txt", str(tmp_path / "in" / "a.txt")]


def test_links_are_followed_once(tmp_path: Path) -> None:
    write(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in/loop").symlink_to(tmp_path / "in", target_is_directory=True)
    (tmp_path / "in/out").symlink_to(tmp_path / "out", target_is_directory=True)
    (tmp_path / "in/self.txt").symlink_to(tmp_path / "in/self.txt")
    (tmp_path / "in/zzz").symlink_to(tmp_path / "out", target_is_directory=True)
    found = read(tmp_path, "in")
    assert [page.origin for page in found] == ["in/a.txt", "in/out/b.txt", "in/self.txt"]
    assert found[-1].read_error is not None


def test_content_types_follow_the_endings(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.html")
    (tmp_path / "c.warc").write_bytes(record("https://a.example/1", http(b"<p>x</p>")))
    (tmp_path / "d.jsonl").write_text('{"text": "x"}\n', encoding="utf8")
    assert [page.content_type for page in read(tmp_path, "a.txt", "b.html", "c.warc", "d.jsonl")] == [
        "text/plain",
        "text/html",
        "text/html; charset=utf-8",
        "application/vnd.dateline.record+json",
    ]


def test_what_cannot_be_read_says_why_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "good.txt", "paper.pdf")
    (tmp_path / "big.txt").write_bytes(b"x" * 1001)
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    pages = read(tmp_path, "paper.pdf", "big.txt", "dangling.txt", "pipe.txt", "absent.txt", "good.txt")
    endings = ".txt, .html, .htm, .jsonl, .jsonl.gz, .parquet, .warc, .warc.gz"
    assert [page.read_error for page in pages] == [
        f"unknown ending: .pdf is none of {endings}",
        "too large: the file is over 1000 bytes; see run.max_document_bytes",
        "not found: no such file",
        "not a file: it is a device, a socket or a pipe",
        "not found: no such file",
        None,
    ]


def test_a_socket_with_a_text_ending_is_no_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.txt")
        assert [page.read_error for page in read(tmp_path, "s.txt")] == [
            "not a file: it is a device, a socket or a pipe"
        ]


@pytest.mark.parametrize(("name", "what"), [("in/secret.txt", "open"), ("in/closed", "iterdir")])
def test_what_may_not_be_read_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, what: str) -> None:
    """The system's refusal is imitated, since permissions do not bind every user who runs the tests."""
    write(tmp_path, "in/a.txt", "in/secret.txt", "in/closed/b.txt")
    real = getattr(Path, what)

    def refuse(path: Path, *rest: str) -> object:
        if path == tmp_path / name:
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    monkeypatch.setattr(Path, what, refuse)
    errors = {page.origin: page.read_error for page in read(tmp_path, "in")}
    assert errors.pop(name).startswith("permission denied: ")  # type: ignore[union-attr]
    assert errors
    assert set(errors.values()) == {None}


def test_a_name_that_is_no_utf_8_still_has_an_origin(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("x", encoding="utf8")
    (page,) = read(tmp_path, ".")
    assert page.origin == "caf�.txt"


def test_page_ids_do_not_change() -> None:
    """The recipe is a promise to warehouses that exist; the values were worked out apart from the code."""
    assert page_id("a.txt", b"words", None) == "pf707dd6f12157dd41e8b"
    assert page_id("a.txt", b"words", "bad gzip: x") != page_id("a.txt", b"words", None)


@given(st.tuples(st.text(max_size=5), st.binary(max_size=5), st.none() | st.text(max_size=5)), st.data())
def test_page_ids_tell_apart_where_the_parts_end(parts: tuple[str, bytes, str | None], data: st.DataObject) -> None:
    other = data.draw(
        st.tuples(st.text(max_size=5), st.binary(max_size=5), st.none() | st.text(min_size=1, max_size=5))
    )
    origin, body, error = parts
    same = (origin, body, error or None) == other
    assert (page_id(origin, body, error) == page_id(*other)) == same
