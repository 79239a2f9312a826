"""Two real inputs, through the command and through the warehouse; they are not part of the project."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb
import pytest

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
DATELINE = Path(sys.executable).with_name("dateline")

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")


@pytest.fixture(scope="module")
def inspected() -> dict[str, Any]:
    files = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    done = subprocess.run([DATELINE, "inspect", "--json", *files], capture_output=True, text=True, check=True)
    return {Path(row["id"]).name[:3]: row for row in map(json.loads, done.stdout.splitlines())}


def told(document: dict[str, Any]) -> set[tuple[str | None, str, str | None, str, str | None]]:
    return {
        (m["actor_name"], m["event_type"], m["recipient_name"], m["status"], m["event_date"])
        for m in document["event_mentions"]
    }


def test_a_page_without_headline_and_date(inspected: dict[str, Any]) -> None:
    document = inspected["000"]
    article = document["article"]
    lines = (SEEDS / "000_41af0bb593e21f6b.txt").read_text(encoding="utf8").splitlines()
    assert (article["title"], article["standfirst"]) == (None, lines[0])
    assert article["text"].split("\n") == [line.removeprefix("– ") for line in lines[1:16]]
    assert article["subheads"] == ["Russian proposal on missile moratorium"]
    assert (article["dateline_place"], article["agency"], article["authors"]) == ("Brussels", "AA", [])
    assert (article["published_date"], article["published_at"]) == (None, None)
    events = told(document)
    assert ("NATO", "SUPPORT", "Azerbaijan", "asserted", None) in events
    assert ("NATO", "SUPPORT", "Armenia", "asserted", None) in events
    assert ("Jens Stoltenberg", "CONSULT", "Ilham Aliyev", "asserted", None) in events
    assert ("Ilham Aliyev", "AGREE", "Nikol Pashinyan", "future", None) in events
    by_day = {(m["actor_country"], m["event_date"]) for m in document["event_mentions"]}
    assert {("ARM", "1991-01-01"), ("USA", "2019-01-01")} <= by_day
    assert {m["is_historical"] for m in document["event_mentions"]} == {None}


def test_a_page_with_a_list_of_other_headlines(inspected: dict[str, Any]) -> None:
    document = inspected["004"]
    article = document["article"]
    lines = (SEEDS / "004_e88f38b87c0b595d.txt").read_text(encoding="utf8").splitlines()
    assert article["title"] == lines[0]
    assert article["text"].split("\n") == lines[2:12]
    assert (article["authors"], article["dateline_place"]) == (["Alex Raufoglu"], "Washington D.C.")
    assert (article["published_date"], article["published_local"]) == ("2020-12-02", "2020-12-02T08:37:00")
    assert article["published_at"] is None
    assert len(document["removed_lines"]) == 22
    events = document["event_mentions"]
    # "The ministers" are of thirty nations: what they supported has no actor of a known one (decision 0053).
    assert not [m for m in events if m["event_type"] == "SUPPORT"]
    accusers = {m["actor_name"] for m in events if m["event_type"] == "ACCUSE" and m["recipient_country"] == "RUS"}
    assert accusers & {"NATO", "Jens Stoltenberg"}


def test_the_warehouse_holds_what_inspect_shows(inspected: dict[str, Any], tmp_path: Path) -> None:
    config = tmp_path / "dateline.toml"
    config.write_text(f'[[sources]]\nid = "seeds"\npath = "{SEEDS}"\n', encoding="utf8")
    subprocess.run([DATELINE, "run", "--config", config], check=True, capture_output=True)
    with duckdb.connect(str(tmp_path / "data" / "warehouse.duckdb"), read_only=True) as catalog:
        texts = {row[0] for row in catalog.sql("SELECT text FROM articles").fetchall()}
        stored = catalog.sql("SELECT event_mention_id, event_type, status, event_date::VARCHAR FROM event_mentions")
        rows = set(stored.fetchall())
    assert texts == {document["article"]["text"] for document in inspected.values()}
    shown = [m for document in inspected.values() for m in document["event_mentions"]]
    assert {row[1:] for row in rows} == {(m["event_type"], m["status"], m["event_date"]) for m in shown}
    assert len(rows) == len(shown)
