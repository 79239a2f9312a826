"""A site memory from learning to dropping it, over a small warehouse: it changes its site, and nothing by itself."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from flows import memories
from flows.counts import Counts
from flows.remember import Learnt, remember
from flows.settings import ConfigurationError
from schemas.tables import TABLES
from tests.flows.desks import Desk, run_here
from warehouse.catalog import NoWarehouseError

PROMPT = "Get the tide tables on your phone"
WALKED = [name for name in TABLES if name not in ("pages", "site_memory", "runs")]
COUNT = 20
SHIPS = ("Alma", "Bris", "Cato", "Dag", "Elin", "Frei", "Gro", "Hauk", "Ida", "Jan")


def story(site: str, number: int, *last: str) -> dict[str, Any]:
    ship, port = SHIPS[number % 10], SHIPS[number // 10]
    lines = [
        f"The ship {ship} {number} left {port}holm on day {number} with a load of timber for the mills of the north.",
        f"Its master, a woman of {number + 30}, has sailed this coast for {number + 2} years and knows it well.",
        f"The harbour took {number * 7} crowns for the {number + 1} nights that the ship lay at the western pier.",
        *last,
    ]
    return {
        "id": f"{site}-{number}",
        "url": f"https://www.{site}.example/{number}",
        "title": f"Ship {number} leaves {port}holm",
        "text": "\n".join(lines),
        "published": f"2031-03-{number + 1:02}",
        "fetched_at": "2031-05-01T06:00:00Z",
    }


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Twenty stories of the courier, twelve of them with a prompt, and two of the herald with the same one."""
    desk = Desk.at(tmp_path, batch_size=50)
    courier = [story("courier", n, *([PROMPT] if n < 12 else [])) for n in range(COUNT)]
    desk.add("a.jsonl", *courier, *(story("herald", n, PROMPT) for n in range(COUNT, COUNT + 2)))
    run_here(desk, monkeypatch)
    return desk


def adopt(desk: Desk, version: str | None) -> None:
    config = Path(desk.config)
    rest = [line for line in config.read_text(encoding="utf8").splitlines() if not line.startswith("memory")]
    config.write_text("\n".join([*([f'memory = "{version}"'] if version else []), *rest]) + "\n", encoding="utf8")


def prompts(desk: Desk) -> dict[str, int]:
    """How many articles of each site have the prompt in their text."""
    found = desk.table("articles").filter(pl.col("text").str.contains(PROMPT))
    return dict(found.group_by(pl.col("url").str.extract(r"(\w+)\.example")).len().iter_rows())


def learnt(desk: Desk) -> str:
    version = remember.fn(desk.config).version
    assert version is not None
    return version


def test_learning_changes_nothing_and_again_learns_the_same(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = remember.fn(desk.config)
    assert first == Learnt(first.version, sites=1, lines=1, is_new=True)
    assert remember.fn(desk.config) == Learnt(first.version, sites=1, lines=1, is_new=False)
    (row,) = desk.store.memories().collect().to_dicts()
    assert (row["site"], row["line"], row["pages_seen"], row["site_pages"]) == ("courier.example", PROMPT, 12, 20)
    assert (row["snapshot"], row["memory_version"]) == ("000001", first.version)
    outcome = run_here(desk, monkeypatch)
    assert outcome.snapshot is None
    assert prompts(desk) == {"courier": 12, "herald": 2}
    flows = desk.store.runs().collect()["flow"].to_list()
    assert sorted(flows) == ["daily", "daily", "remember", "remember"]


def test_an_adopted_memory_reads_its_site_again_and_no_other(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    version = learnt(desk)
    adopt(desk, version)
    outcome = run_here(desk, monkeypatch, with_audit=True)
    assert outcome.pipeline_version.endswith(f"+{version}")
    assert outcome.counts == Counts(seen=42, accepted=20, duplicate=22)  # 22 pages offered again, 20 read again
    assert prompts(desk) == {"herald": 2}
    removed = desk.table("removed_lines")
    assert removed.filter(reason="site memory")["text"].to_list() == [PROMPT] * 12
    assert run_here(desk, monkeypatch).snapshot is None


def test_it_gives_the_rows_of_a_warehouse_that_never_knew_another(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add("b.jsonl", story("courier", 3, "A late word on the ship.", PROMPT) | {"published": "2031-03-30"})
    run_here(desk, monkeypatch)
    version = learnt(desk)
    adopt(desk, version)
    run_here(desk, monkeypatch)
    anew = Desk.at(tmp_path / "anew", batch_size=50)
    for name in ("a.jsonl", "b.jsonl"):
        (anew.folder / "in" / name).write_bytes((desk.folder / "in" / name).read_bytes())
    anew.store.append_memory(desk.store.memories().collect())
    adopt(anew, version)
    run_here(anew, monkeypatch, with_audit=True)
    assert desk.table("superseded_pages").height == 1
    for name in WALKED:
        assert desk.table(name).equals(anew.table(name)), name


def test_a_dropped_memory_gives_the_lines_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name: desk.table(name) for name in WALKED}
    adopt(desk, learnt(desk))
    run_here(desk, monkeypatch)
    adopt(desk, None)
    assert run_here(desk, monkeypatch).counts == Counts(seen=42, accepted=20, duplicate=22)
    assert all(desk.table(name).equals(frame) for name, frame in before.items())


def test_a_memory_that_knows_the_same_of_a_site_leaves_it_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    version = learnt(desk)
    adopt(desk, version)
    run_here(desk, monkeypatch)
    lines = desk.store.memories().collect()
    other = lines.with_columns(site=pl.lit("herald.example"), line_hash=pl.lit("00" * 8))
    later = pl.concat([lines, other]).with_columns(memory_version=pl.lit("ab" * 6))
    desk.store.append_memory(later)
    assert memories.changed_sites(desk.store, version, "ab" * 6) == {"herald.example"}
    adopt(desk, "ab" * 6)
    assert run_here(desk, monkeypatch).counts == Counts(seen=24, accepted=2, duplicate=22)


def test_where_the_old_memory_is_gone_all_pages_are_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    version = learnt(desk)
    adopt(desk, version)
    run_here(desk, monkeypatch)
    for path in (desk.store.root / "site_memory").glob(f"*{version}/*"):
        path.unlink()
    adopt(desk, None)
    assert run_here(desk, monkeypatch).counts == Counts(seen=44, accepted=22, duplicate=22)
    assert prompts(desk) == {"courier": 12, "herald": 2}


def test_what_an_adopted_memory_removed_is_learnt_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    version = learnt(desk)
    adopt(desk, version)
    run_here(desk, monkeypatch)
    assert remember.fn(desk.config) == Learnt(version, sites=1, lines=1, is_new=False)


def test_a_version_that_is_not_stored_stops_the_run(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    adopt(desk, "0123456789ab")
    with pytest.raises(ConfigurationError, match="no version 0123456789ab of the site memory"):
        run_here(desk, monkeypatch)
    adopt(desk, "newest")
    with pytest.raises(ConfigurationError, match="memory"):
        run_here(desk, monkeypatch)


def test_without_articles_there_is_nothing_to_learn_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk.at(tmp_path)
    with pytest.raises(NoWarehouseError):
        remember.fn(desk.config)
    desk.add("a.jsonl", story("courier", 1, PROMPT))
    run_here(desk, monkeypatch)
    assert remember.fn(desk.config) == Learnt(None, sites=0, lines=0, is_new=False)
    assert desk.store.memory_versions() == []
