"""Versions: which page of an article is current, in whatever order its pages come."""

from datetime import UTC, date, datetime
from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from flows.versions import COLUMNS, newest, superseded
from schemas.tables import TABLES

DAY = datetime(2026, 3, 1, tzinfo=UTC)
SCHEMA = {name: dtype for name, dtype in TABLES["articles"].to_polars_schema().items() if name in COLUMNS}


def version(page_id: str, **known: Any) -> dict[str, Any]:
    unknown: dict[str, Any] = dict.fromkeys(COLUMNS)
    fixed = {"article_id": "a1", "source_id": "s", "origin": page_id, "fetched_at": DAY, "published_month": "undated"}
    return unknown | fixed | {"page_id": page_id} | known


def current(*versions: dict[str, Any]) -> list[str]:
    return newest(pl.DataFrame(versions, schema=SCHEMA))["page_id"].to_list()


def test_the_version_modified_last_is_current() -> None:
    modified = version("p1", modified_at=datetime(2026, 3, 2, tzinfo=UTC))
    later = version("p2", modified_at=datetime(2026, 3, 3, tzinfo=UTC))
    fetched_later = version("p3", fetched_at=datetime(2026, 3, 9, tzinfo=UTC))
    assert current(later, fetched_later, modified) == ["p2"]


def test_without_modification_publication_decides_then_the_fetch_then_the_id() -> None:
    by_day = version("p1", published_date=date(2026, 3, 4))
    by_clock = version("p2", published_local=datetime(2026, 3, 4, 9), published_date=date(2026, 3, 4))
    by_zone = version("p3", published_at=datetime(2026, 3, 4, 8, tzinfo=UTC))
    assert current(by_day, by_clock, by_zone) == ["p2"]
    fetched = version("p0", fetched_at=datetime(2026, 3, 2, tzinfo=UTC))
    assert current(version("p8"), fetched, version("p9")) == ["p0"]
    assert current(version("p8"), version("p9")) == ["p9"]


def test_articles_do_not_compete_with_each_other() -> None:
    assert current(version("p1"), version("p2", article_id="a2")) == ["p1", "p2"]


def test_a_superseded_version_becomes_a_row_of_its_table() -> None:
    rows = superseded(pl.DataFrame([version("p1", url="https://a.example/1")], schema=SCHEMA))
    assert rows.to_dicts() == [
        {
            "page_id": "p1",
            "article_id": "a1",
            "source_id": "s",
            "origin": "p1",
            "url": "https://a.example/1",
            "seen_at": DAY,
            "seen_month": "2026-03",
        }
    ]


INSTANT = st.none() | st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 3)).map(lambda at: at.replace(tzinfo=UTC))


@given(st.lists(st.tuples(INSTANT, INSTANT), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(times: list[tuple[Any, Any]], shuffle: Any) -> None:
    rows = [version(f"p{n}", modified_at=changed, published_at=told) for n, (changed, told) in enumerate(times)]
    expected = current(*rows)
    shuffle.shuffle(rows)
    assert current(*rows) == expected
    step_by_step = rows[0]
    for row in rows[1:]:
        (winner,) = current(step_by_step, row)
        step_by_step = row if winner == row["page_id"] else step_by_step
    assert [step_by_step["page_id"]] == expected
