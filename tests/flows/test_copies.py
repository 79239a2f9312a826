"""Copies of one story count as one source, and groups follow what comes, changes and goes."""

from pathlib import Path
from typing import Any

import pytest

from schemas.tables import TABLES
from tests.flows.desks import Desk, run_here
from tests.transforms.articles.duplicates.stories import OWN_REPORT, REWRITTEN, SHORTENED, WIRE

WALKED = [name for name in TABLES if name not in ("pages", "runs")]
TOLD = "Norway accused Iceland on Monday of overfishing, a spokesman in Oslo said."


def printed(site: str, text: str, published: str = "2031-03-10", **known: Any) -> dict[str, Any]:
    fixed = {
        "id": site,
        "url": f"https://{site}.example/port-strike",
        "title": f"The {site} on the strike",
        "text": text,
        "published": published,
        "fetched_at": "2031-05-01T06:00:00Z",
    }
    return fixed | known


def group_of(desk: Desk) -> dict[str, str]:
    """The group of each article, both by the site's name."""
    rows = desk.table("articles").select("article_id", "origin", "duplicate_group_id").rows()
    sites = {article_id: origin.partition("#")[2] for article_id, origin, _ in rows}
    return {sites[article_id]: sites[group] for article_id, _, group in rows}


def parts_of(desk: Desk, month: str) -> list[str]:
    current = desk.store.current()
    assert current is not None
    return [part.path for part in current.manifest.of("articles") if part.partition == month]


def test_three_copies_at_three_sites_are_one_independent_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.at(tmp_path)
    copies = {"courier": WIRE, "herald": REWRITTEN, "tribune": SHORTENED}
    desk.add("a.jsonl", *(printed(site, f"{TOLD}\n{text}") for site, text in copies.items()))
    run_here(desk, monkeypatch)
    assert len(set(group_of(desk).values())) == 1
    (event,) = desk.table("events").filter(event_type="ACCUSE").to_dicts()
    assert (event["article_count"], event["independent_source_count"]) == (3, 1)
    desk.add("b.jsonl", printed("observer", f"{TOLD}\n{OWN_REPORT}"))
    run_here(desk, monkeypatch, with_audit=True)
    (event,) = desk.table("events").filter(event_type="ACCUSE").to_dicts()
    assert (event["article_count"], event["independent_source_count"]) == (4, 2)


def test_what_comes_later_joins_older_groups_and_a_correction_parts_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slowly = Desk.at(tmp_path / "slowly")
    wire, report = one("courier", "herald", "tribune"), OWN_REPORT.replace("Per", "Pål")
    courier, tribune = printed("courier", WIRE, "2031-02-25"), printed("tribune", SHORTENED, "2031-03-21")
    steps: list[tuple[list[dict[str, Any]], set[frozenset[str]]]] = [
        ([courier, tribune], {one("courier"), one("tribune")}),
        ([printed("herald", REWRITTEN, "2031-03-09")], {wire}),
        ([printed("observer", OWN_REPORT, "2031-03-09")], {wire, one("observer")}),
        ([printed("herald", report, "2031-03-10")], {one("courier"), one("herald", "observer"), one("tribune")}),
    ]
    for number, (records, expected) in enumerate(steps):
        slowly.add(f"{number}.jsonl", *records)
        run_here(slowly, monkeypatch)
        found = group_of(slowly)
        assert {frozenset(site for site in found if found[site] == name) for name in found.values()} == expected
    at_once = Desk.at(tmp_path / "at-once", batch_size=100)
    for number, (records, _) in enumerate(steps):
        at_once.add(f"{number}.jsonl", *records)
    run_here(at_once, monkeypatch, with_audit=True)
    for name in WALKED:
        assert slowly.table(name).equals(at_once.table(name)), name


def one(*sites: str) -> frozenset[str]:
    return frozenset(sites)


def test_months_whose_groups_stay_keep_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk.at(tmp_path)
    desk.add("a.jsonl", printed("tribune", SHORTENED, "2031-02-25"), printed("observer", OWN_REPORT, "2031-01-10"))
    run_here(desk, monkeypatch)
    january, february = parts_of(desk, "2031-01"), parts_of(desk, "2031-02")
    desk.add("b.jsonl", *(printed(site, REWRITTEN, "2031-03-05") for site in ("courier", "herald", "gazette", "echo")))
    run_here(desk, monkeypatch)
    ids = desk.table("articles").sort("published_date")["article_id"].to_list()
    assert parts_of(desk, "2031-01") == january
    assert (parts_of(desk, "2031-02") == february) == (ids[1] == min(ids[1:]))
    assert len(set(group_of(desk).values())) == 2


def test_an_older_version_of_an_article_stays_a_page_and_is_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.at(tmp_path)
    desk.add("a.jsonl", printed("courier", WIRE))
    desk.add("b.jsonl", printed("courier", REWRITTEN, "2031-03-11"))
    run_here(desk, monkeypatch)
    assert group_of(desk) == {"courier": "courier"}
    assert desk.table("articles")["text"].to_list() == [REWRITTEN]
    (old,) = desk.table("superseded_pages").to_dicts()
    assert old["page_id"] in desk.store.known_page_ids()
    assert desk.table("text_signatures").height == 1
