"""The command line: what it prints, how it fails, and how little it loads."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import duckdb
import pytest
from click.testing import Result
from typer.testing import CliRunner

from flows.cli import app
from flows.counts import Counts
from tests.flows.desks import Desk, run_here
from tests.flows.test_build import article

HEAVY = ("prefect", "great_expectations", "spacy", "polars", "duckdb", "pydantic")
ANSWER = [
    "id",
    "origin",
    "article",
    "reject",
    "event_mentions",
    "quotes",
    "time_expressions",
    "places",
    "removed_lines",
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A warehouse of two articles and a reject."""
    desk = Desk.at(tmp_path_factory.mktemp("desk"))
    desk.add("a.jsonl", article(1), article(2, published=None), {"id": "x", "title": "only a title"})
    with pytest.MonkeyPatch.context() as patch:
        assert run_here(desk, patch).counts == Counts(seen=3, accepted=2, rejected=1)
    return desk


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def lines(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def loaded(*arguments: str) -> set[str]:
    """The heavy packages that a command loads, in a process of its own."""
    code = (
        "import sys\nfrom flows.cli import app\n"
        f"try:\n    app({list(arguments)!r})\nexcept SystemExit as end:\n    assert not end.code\n"
        "print('\\n' + ' '.join(sys.modules))"
    )
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    return set(printed.splitlines()[-1].split()) & set(HEAVY)


def test_help_loads_nothing_heavy() -> None:
    assert loaded("--help") == set()


def test_inspect_loads_neither_prefect_nor_great_expectations(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The river rose on Monday.", encoding="utf8")
    assert not loaded("inspect", "--json", str(tmp_path / "a.txt")) & {"prefect", "great_expectations"}


def test_help_tells_the_exit_codes() -> None:
    assert "Exit codes: 0 done" in " ".join(call("--help").stdout.split())


def test_inspect_answers_each_document_in_the_order_of_the_input(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("France condemned Russia on Monday.", encoding="utf8")
    feed = tmp_path / "feed.jsonl"
    feed.write_text(
        '{"id": "n2", "text": "Spain condemned Chile.", "published": "2026-03-04"}\n{"id": "n1"}\n',
        encoding="utf8",
    )
    found = lines(call("inspect", "--json", str(feed), str(page)))
    assert [one["id"] for one in found] == ["n2", f"{feed}#n1", str(page)]
    assert {tuple(one) for one in found} == {tuple(ANSWER)}
    dated, refused, _ = found
    assert refused["article"] is None
    assert refused["reject"]["reason"] == "bad record"  # type: ignore[index]
    assert dated["reject"] is None
    assert dated["article"]["published_date"] == "2026-03-04"  # type: ignore[index]
    (mention,) = dated["event_mentions"]  # type: ignore[misc]
    told = {name: mention[name] for name in ("actor_text", "recipient_text", "actor_code", "event_type", "status")}
    assert told == {
        "actor_text": "Spain",
        "recipient_text": "Chile",
        "actor_code": "ESP",
        "event_type": "ACCUSE",
        "status": "asserted",
    }


def test_inspect_for_people_says_the_same_in_words(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Spain condemned Chile.", encoding="utf8")
    result = call("inspect", "--trace", str(page), str(tmp_path / "*.txt"))
    assert result.exit_code == 0, result.output
    assert "ESP" in result.stdout
    assert "ACCUSE" in result.stdout


def test_inspect_refuses_a_name_that_is_not_there_before_anything_is_loaded(tmp_path: Path) -> None:
    result = call("inspect", str(tmp_path / "absent.txt"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"dateline: {tmp_path / 'absent.txt'}: no such file or folder\n"


def test_sql_prints_a_table_json_or_csv(desk: Desk) -> None:
    statement = "SELECT origin, published_date FROM articles ORDER BY origin"
    assert lines(call("sql", statement, "-c", desk.config, "--json")) == [
        {"origin": "in/a.jsonl#1", "published_date": "2026-03-04"},
        {"origin": "in/a.jsonl#2", "published_date": None},
    ]
    written = call("sql", statement, "-c", desk.config, "--csv").stdout
    assert list(csv.reader(StringIO(written)))[1:] == [["in/a.jsonl#1", "2026-03-04"], ["in/a.jsonl#2", ""]]
    table = call("sql", statement, "-c", desk.config).stdout
    assert "in/a.jsonl#2" in table
    assert "2 rows" in table


def test_sql_can_write_every_column_of_every_table(desk: Desk) -> None:
    for table in ("pages", "articles", "event_mentions", "runs"):
        assert lines(call("sql", f"FROM {table}", "-c", desk.config, "--json"))
        assert call("sql", f"FROM {table}", "-c", desk.config, "--csv").exit_code == 0
        assert call("sql", f"FROM {table}", "-c", desk.config).exit_code == 0


def test_status_tells_what_is_held_and_what_waits(desk: Desk) -> None:
    (found,) = lines(call("status", "-c", desk.config, "--json"))
    assert (found["snapshot"], found["pages"], found["waiting"]) == (1, 3, 0)
    assert found["rows"]["articles"] == 2  # type: ignore[index]
    shown = call("status", "-c", desk.config).stdout
    assert "snapshot 000001" in shown
    assert "3 pages, 0 of them wait" in shown


def test_catalog_is_written_for_another_mount(desk: Desk, tmp_path: Path) -> None:
    mount, output = tmp_path / "elsewhere", tmp_path / "there.duckdb"
    call("catalog", "-c", desk.config, "--root", str(mount), "--output", str(output))
    mount.symlink_to(Path(desk.config).parent / "data")
    with duckdb.connect(str(output), read_only=True) as there:
        assert there.sql("SELECT count(*) FROM articles").fetchall() == [(2,)]


def test_rejects_tells_what_fell_and_why(desk: Desk) -> None:
    (reject,) = lines(call("rejects", "-c", desk.config, "--json"))
    assert (reject["origin"], reject["reason"]) == ("in/a.jsonl#x", "bad record")
    assert lines(call("rejects", "-c", desk.config, "--json", "--source", "other")) == []
    (summary,) = lines(call("rejects", "-c", desk.config, "--json", "--summary"))
    assert (summary["reason"], summary["documents"]) == ("bad record", 1)


def test_config_show_prints_the_effective_settings(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_RUN__BATCH_SIZE", "17")
    (found,) = lines(call("config", "show", "-c", desk.config, "--json"))
    assert found["run"]["batch_size"] == 17  # type: ignore[index]
    assert found["sources"][0]["id"] == "desk"  # type: ignore[index]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["sql", "SELECT nothing FROM nowhere"], "dateline: Catalog Error: Table with name nowhere does not exist!"),
        (["sql", "DROP VIEW articles"], "read-only"),
    ],
)
def test_a_faulty_statement_is_the_users_mistake(desk: Desk, arguments: list[str], message: str) -> None:
    result = call(*arguments, "-c", desk.config)
    assert result.exit_code == 2
    assert message in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize("command", [["sql", "SELECT 1"], ["status"], ["rejects"]])
def test_without_a_warehouse_the_commands_say_what_to_do(tmp_path: Path, command: list[str]) -> None:
    result = call(*command, "-c", Desk.at(tmp_path).config)
    assert result.exit_code == 2
    assert result.stderr == f"dateline: no warehouse at {tmp_path / 'data'}: run `dateline run` first\n"


@pytest.mark.parametrize("command", [["run"], ["sql", "SELECT 1"], ["status"], ["config", "show"]])
def test_without_a_configuration_the_commands_say_what_to_do(tmp_path: Path, command: list[str]) -> None:
    result = call(*command, "-c", str(tmp_path / "absent.toml"))
    assert result.exit_code == 2
    assert result.stderr.endswith("absent.toml: no such file; write one, or name another by --config\n")


def test_a_run_beside_a_run_says_so_and_does_nothing(desk: Desk) -> None:
    holder = (
        "import sys\nfrom pathlib import Path\nfrom warehouse.store import Store\n"
        f"with Store(Path({str(desk.folder / 'data')!r})).lock():\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        result = call("run", "-c", desk.config)
        other.communicate()
    assert result.exit_code == 3
    assert "another process writes to" in result.stderr
