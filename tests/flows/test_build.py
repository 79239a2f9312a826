"""Ingest and build: nothing is lost, nothing is read twice, and what came bit by bit is what comes at once."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.counts import Counts
from schemas.tables import SNAPSHOT
from tests.flows.desks import Desk, run_here

WALKED = SNAPSHOT
BODY = "France condemned Russia on Tuesday. The two countries signed a treaty last week, officials in Paris said."


def article(number: int, **known: Any) -> dict[str, Any]:
    fixed = {
        "id": str(number),
        "url": f"https://desk.example/{number}",
        "title": f"Report number {number} from the river",
        "text": f"{BODY} It was report {number} of the year, and nobody expected another one so soon.",
        "published": "2026-03-04",
        "fetched_at": "2026-05-01T06:00:00Z",
    }
    return fixed | known


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path)


def test_a_run_tells_what_became_of_every_document(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1), article(2), {"id": "3", "title": "only a title"}, article(4, text=""))
    outcome = run_here(desk, monkeypatch)
    assert outcome.counts == Counts(seen=4, accepted=2, rejected=2)
    assert outcome.snapshot == 1
    (report,) = outcome.sources.values()
    assert (report.seen, report.new, report.fetched, report.failed) == (4, 4, 3, {"bad record": 1})
    assert (report.accepted, report.rejected, report.oldest) == (2, 2, date(2026, 3, 4))
    assert outcome.reasons["bad record"] == 1
    assert sorted(desk.table("rejects")["origin"]) == ["in/a.jsonl#3", "in/a.jsonl#4"]
    assert desk.table("articles")["origin"].sort().to_list() == ["in/a.jsonl#1", "in/a.jsonl#2"]
    assert desk.table("event_mentions").height > 0
    assert desk.table("sources")["name"].to_list() == ["Desk"]
    (run,) = desk.store.runs().collect().to_dicts()
    assert (run["flow"], run["seen"], run["accepted"], run["rejected"]) == ("daily", 4, 2, 2)
    assert (run["snapshot"], run["article_count"]) == ("000001", 2)


def test_running_again_publishes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1), article(2))
    run_here(desk, monkeypatch)
    again = run_here(desk, monkeypatch)
    assert again.counts == Counts(seen=2, duplicate=2)
    assert again.snapshot is None
    assert [snapshot.number for snapshot in desk.store.snapshots()] == [1]
    assert desk.store.runs().collect().height == 2
    assert not (desk.folder / "data" / "work").exists()


def test_the_same_record_in_another_file_is_another_page_of_one_article(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add("a.jsonl", article(1))
    desk.add("b.jsonl", article(1))
    assert run_here(desk, monkeypatch).counts == Counts(seen=2, accepted=1, duplicate=1)
    assert desk.table("superseded_pages").height == 1


def test_a_corrected_article_replaces_the_old_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1), article(2))
    run_here(desk, monkeypatch)
    before = desk.table("articles")
    corrected = article(1, text="Germany accused Iran on Monday. Nothing else was known.", published="2026-04-02")
    desk.add("b.jsonl", corrected)
    assert run_here(desk, monkeypatch).counts == Counts(seen=3, accepted=1, duplicate=2)
    after = desk.table("articles")
    assert after["article_id"].to_list() == before["article_id"].to_list()
    assert sorted(after["published_month"]) == ["2026-03", "2026-04"]
    (old,) = desk.table("superseded_pages").to_dicts()
    assert old["origin"] == "in/a.jsonl#1"
    mentions = desk.table("event_mentions").filter(article_id=old["article_id"])
    assert not mentions.filter(pl.col("sentence").str.contains("France")).height


def test_an_older_version_that_comes_late_changes_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1, published="2026-03-09"))
    run_here(desk, monkeypatch)
    before = desk.table("articles")
    desk.add("b.jsonl", article(1, published="2026-03-08", text="An early word on the river."))
    assert run_here(desk, monkeypatch).counts == Counts(seen=2, duplicate=2)
    assert desk.table("articles").equals(before)
    assert desk.table("superseded_pages")["origin"].to_list() == ["in/b.jsonl#1"]


def test_bit_by_bit_and_all_at_once_give_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "a.jsonl": [article(1), article(2, published=None), {"id": "x", "fetched_at": "2026-05-01T06:00:00Z"}],
        "b.jsonl": [article(3, text=article(1)["text"], published="2026-03-06"), article(2, published="2026-02-27")],
        "c.jsonl": [
            article(1, published="2026-03-20", text=f"{BODY} It was corrected."),
            article(5, published="2026-04-01"),
        ],
    }
    slowly, at_once = Desk.at(tmp_path / "slowly"), Desk.at(tmp_path / "at-once", batch_size=100)
    for name, records in files.items():
        slowly.add(name, *records)
        run_here(slowly, monkeypatch, with_audit=name == "c.jsonl")
        at_once.add(name, *records)
    run_here(at_once, monkeypatch)
    for name in WALKED:
        assert slowly.table(name).equals(at_once.table(name)), name


def test_no_documents_at_all_still_make_a_warehouse(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = run_here(desk, monkeypatch)
    assert (outcome.counts, outcome.snapshot) == (Counts(), 1)
    assert {name: desk.table(name).height for name in ("articles", "events", "rejects")} == dict.fromkeys(
        ("articles", "events", "rejects"), 0
    )
    assert run_here(desk, monkeypatch).snapshot is None


def test_a_changed_source_is_published_without_new_pages(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1))
    run_here(desk, monkeypatch)
    config = Path(desk.config)
    config.write_text(config.read_text(encoding="utf8").replace('"Desk"', '"River Desk"'), encoding="utf8")
    outcome = run_here(desk, monkeypatch)
    assert (outcome.counts, outcome.snapshot) == (Counts(seen=1, duplicate=1), 2)
    assert desk.table("sources")["name"].to_list() == ["River Desk"]


def test_another_source_leaves_what_is_there_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1))
    run_here(desk, monkeypatch)
    with Path(desk.config).open("a", encoding="utf8") as config:
        config.write('[[sources]]\nid = "hill"\npath = "hill/*.txt"\ntime_zone = "Asia/Tbilisi"\n')
    outcome = run_here(desk, monkeypatch)
    assert (outcome.counts, outcome.snapshot) == (Counts(seen=1, duplicate=1), 2)
    assert desk.table("sources")["source_id"].to_list() == ["desk", "hill"]


def test_other_facts_of_a_source_build_all_pages_anew(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.add("a.jsonl", article(1), article(2))
    run_here(desk, monkeypatch)
    config = Path(desk.config)
    config.write_text(config.read_text(encoding="utf8").replace("[run]", 'country = "FRA"\n[run]'), encoding="utf8")
    outcome = run_here(desk, monkeypatch)
    assert outcome.counts == Counts(seen=4, accepted=2, duplicate=2)
    assert outcome.snapshot == 2
    assert desk.table("articles").height == 2


RECORD = st.fixed_dictionaries(
    {"url": st.sampled_from(["https://desk.example/1", "https://desk.example/2", None])},
    optional={
        "text": st.sampled_from([BODY, "Short.", "", "  \n "]),
        "html": st.sampled_from(["<html><body><p>Spain thanked Chile.</p></body></html>", "<", ""]),
        "title": st.sampled_from(["A title", ""]),
        "published": st.sampled_from(["2026-03-04", "2026-04-05T10:00:00Z", "soon"]),
    },
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(st.lists(RECORD, max_size=4), min_size=1, max_size=3))
def test_nothing_is_lost(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, files: list[list[dict[str, Any]]]
) -> None:
    desk = Desk.at(tmp_path_factory.mktemp("desk"))
    stored = 0
    for number, records in enumerate(files):
        desk.add(f"{number}.jsonl", *records)
        outcome = run_here(desk, monkeypatch)
        assert outcome.counts.seen == stored + len(records)
        stored += len(records)
        fates = [desk.table(name)["page_id"] for name in ("articles", "rejects", "superseded_pages")]
        assert sorted(pl.concat(fates)) == sorted(desk.store.known_page_ids())
