"""The commands about site memory, over a warehouse without articles: what they print and when they refuse."""

import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner, Result

from flows.cli import app
from flows.remember import Learnt
from schemas.tables import TABLES
from tests.flows.desks import Desk

VERSION = "0123456789ab"
LINE = {
    "site": "courier.example",
    "line_hash": "ab" * 8,
    "line": "Get the tide tables on your phone",
    "pages_seen": 30,
    "pages_removed": 2,
    "days_seen": 9,
    "site_pages": 40,
    "share": 0.75,
    "is_suspect": False,
    "snapshot": "000003",
    "memory_version": VERSION,
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """One version with a line on each of two sites, adopted."""
    desk = Desk.at(tmp_path)
    lines = [LINE, LINE | {"site": "herald.example", "pages_seen": 20, "share": 0.5}]
    desk.store.append_memory(pl.DataFrame(lines, schema=TABLES["site_memory"].to_polars_schema()))
    config = Path(desk.config)
    config.write_text(f'memory = "{VERSION}"\n' + config.read_text(encoding="utf8"), encoding="utf8")
    return desk


def call(*arguments: str) -> Result:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, ["memory", *arguments])


def test_list_marks_the_adopted_version(desk: Desk) -> None:
    result = call("list", "-c", desk.config, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == {
        "memory_version": VERSION,
        "snapshot": "000003",
        "sites": 2,
        "lines": 2,
        "adopted": True,
    }


def test_show_tells_lines_with_their_counts(desk: Desk) -> None:
    assert "tide tables" in call("show", VERSION, "-c", desk.config).stdout
    result = call("show", VERSION, "--site", "herald.example", "-c", desk.config, "--json")
    assert json.loads(result.stdout)["pages_seen"] == 20


def test_show_refuses_what_is_not_there(desk: Desk) -> None:
    result = call("show", VERSION, "--site", "tribune.example", "-c", desk.config)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"no lines of version {VERSION} on tribune.example" in result.stderr


@pytest.mark.parametrize(
    ("learnt", "said"),
    [
        (
            Learnt(VERSION, 2, 5, is_new=True),
            f"Version {VERSION} (new): lines 5, sites 2.\nTo adopt it, put memory =",
        ),
        (Learnt(VERSION, 2, 5, is_new=False), f"Version {VERSION} (known already): lines 5"),
        (Learnt(None, 0, 0, is_new=False), "No line repeats often enough on any site.\n"),
    ],
)
def test_learn_says_how_to_adopt(desk: Desk, monkeypatch: pytest.MonkeyPatch, learnt: Learnt, said: str) -> None:
    monkeypatch.setattr("flows.running.run_remember", lambda _: learnt)
    assert call("learn", "-c", desk.config).stdout.startswith(said)
    assert json.loads(call("learn", "-c", desk.config, "--json").stdout)["lines"] == learnt.lines


def test_a_command_without_a_warehouse_says_what_to_do(tmp_path: Path) -> None:
    result = call("list", "-c", str(tmp_path / "absent.toml"))
    assert result.exit_code == 2
    assert "no such file" in result.stderr
