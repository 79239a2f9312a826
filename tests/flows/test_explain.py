"""`dateline explain` and `dateline codebook`: why a published event is what it is, and which row a phrase fires."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from flows.cli import app
from tests.flows.desks import Desk, run_here

TEXT = "Norway recalled its ambassador from Hungary on Tuesday. The minister gave no reason for the step."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A warehouse of two articles of one day that tell one event in other words around it."""
    desk = Desk.at(tmp_path_factory.mktemp("desk"))
    desk.add("a.jsonl", article(1, TEXT), article(2, f"It was a long day in the capital. {TEXT}"))
    with pytest.MonkeyPatch.context() as patch:
        run_here(desk, patch)
    return desk


def article(number: int, text: str) -> dict[str, Any]:
    return {
        "id": str(number),
        "url": f"https://desk.example/{number}",
        "title": f"Report number {number} on a quarrel",
        "text": text,
        "published": "2026-03-04",
        "fetched_at": "2026-05-01T06:00:00Z",
    }


def call(*arguments: str) -> Result:
    return CliRunner().invoke(app, [*arguments])


def event_of(desk: Desk) -> str:
    [event] = desk.table("events").filter(event_type="SANCTION").to_dicts()
    return str(event["event_id"])


def test_an_event_is_explained_from_the_warehouse(desk: Desk) -> None:
    result = call("explain", event_of(desk), "--config", desk.config)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("[Norway] *recalled its ambassador* from <Hungary> on Tuesday.\n")
    assert "rule       sanction-recall-envoys (sanction.csv:" in result.stdout
    assert "actor      “Norway” is Norway NOR, by " in result.stdout
    assert "date       2026-03-03 (day), from “" in result.stdout
    assert "told by    2 articles" in result.stdout
    assert "2026-03-04 desk Report number 1 on a quarrel https://desk.example/1" in result.stdout


def test_an_explanation_in_json_holds_all_that_the_event_rests_on(desk: Desk) -> None:
    result = call("explain", event_of(desk), "--config", desk.config, "--json")
    found = json.loads(result.stdout)
    assert list(found) == ["event", "mention", "sentence", "rule", "resolved", "tellers"]
    assert found["event"]["cameo_code"] == "161"
    assert found["rule"]["rule_id"] == "sanction-recall-envoys"
    assert found["resolved"]["actor"] is not None
    assert [row["article_id"] for row in found["tellers"]] == sorted(row["article_id"] for row in found["tellers"])
    assert len(found["tellers"]) == 2


def test_an_unknown_event_is_the_callers_mistake(desk: Desk) -> None:
    result = call("explain", "e0", "--config", desk.config)
    assert result.exit_code == 2
    assert "no event e0 in snapshot 1" in result.stderr


def test_nothing_is_explained_without_a_warehouse(tmp_path: Path) -> None:
    empty = Desk.at(tmp_path)
    assert call("explain", "e0", "--config", empty.config).exit_code == 2


def test_a_bare_phrase_is_read_with_participants_around_it() -> None:
    result = call("codebook", "imposed sanctions on")
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("read as: The government imposed sanctions on Norway.\n")
    assert "row        coerce-impose-sanctions (coerce.csv:" in result.stdout
    assert "recipient  Norway" in result.stdout


def test_a_trial_in_json_gives_the_row_its_points_and_the_runners_up() -> None:
    [fired] = json.loads(call("codebook", "Chad accused Sudan of an attack.", "--json").stdout)["fired"]
    assert fired["row"]["event_type"] == "ACCUSE"
    assert fired["actors"] == ["Chad"]
    assert fired["recipients"] == ["Sudan"]
    assert "accuse-accuse" in [other["row"]["rule_id"] for other in fired["runners_up"]]
    own, next_best = (sum(points.values()) for points in (fired["points"], fired["runners_up"][0]["points"]))
    assert own >= next_best


def test_a_phrase_that_no_row_knows_ends_with_1() -> None:
    result = call("codebook", "peeled an onion")
    assert result.exit_code == 1
    assert "no row fires" in result.stderr
