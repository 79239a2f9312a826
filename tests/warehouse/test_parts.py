from __future__ import annotations

from pathlib import Path

import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.tables import TABLES
from tests.warehouse import small
from warehouse import parts
from warehouse.parts import SchemaMismatchError

NAMES = pl.DataFrame(
    {
        "article_id": ["a2", "a1", "a1"],
        "position": [1, 2, 1],
        "author": ["Li", "Bo", "Al"],
        "published_month": "2026-03",
    },
    schema_overrides={"position": pl.Int32},
)


def test_a_part_is_sorted_by_key_and_named_by_its_bytes(tmp_path: Path) -> None:
    part = parts.write_part(tmp_path, "article_authors", NAMES, "2026-03")

    assert part.path == f"article_authors/published_month=2026-03/part-{part.sha256[:16]}.parquet"
    assert (part.table, part.partition, part.rows) == ("article_authors", "2026-03", 3)
    assert pl.read_parquet(tmp_path / part.path)["author"].to_list() == ["Al", "Bo", "Li"]


@given(st.permutations(range(5)), st.integers(1, 5))
@settings(max_examples=20, deadline=None)
def test_the_same_rows_in_any_order_and_chunks_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], first: int
) -> None:
    frame = (
        pl.concat([NAMES, NAMES.with_columns(article_id=pl.lit("a3"))])
        .unique(["article_id", "position"])
        .sort(pl.all())
    )
    shuffled = pl.concat([frame[order[:first]], frame[order[first:]]], rechunk=False)

    root = tmp_path_factory.mktemp("parts")
    written = parts.write_part(root, "article_authors", frame, "2026-03")

    assert parts.write_part(root, "article_authors", shuffled, "2026-03") == written


def test_parquet_tells_what_the_table_and_its_columns_mean(tmp_path: Path) -> None:
    schema = pq.read_schema(tmp_path / parts.write_part(tmp_path, "article_authors", NAMES, "2026-03").path)

    assert schema.metadata[b"table"] == b"article_authors"
    assert schema.metadata[b"description"].startswith(b"One name of one article's byline")
    assert schema.field("author").metadata == {b"description": b"The author's name."}
    assert not schema.field("author").nullable
    assert schema.names == ["article_id", "position", "author"]


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (NAMES.drop("author"), "author is missing"),
        (NAMES.with_columns(mood=pl.lit("calm")), "mood is unknown"),
        (NAMES.with_columns(pl.col("position").cast(pl.Int64)), "position is Int64, not Int32"),
    ],
)
def test_a_frame_that_does_not_fit_is_refused(tmp_path: Path, frame: pl.DataFrame, fault: str) -> None:
    with pytest.raises(SchemaMismatchError, match=fault):
        parts.write_part(tmp_path, "article_authors", frame, "2026-03")


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_keeps_its_columns_and_types(tmp_path: Path, name: str) -> None:
    path = tmp_path / parts.write_empty(tmp_path, name).path

    assert parts.scan(name, [path]).collect().schema == TABLES[name].to_polars_schema()
    assert parts.scan(name, []).collect().schema == TABLES[name].to_polars_schema()


def test_partitions_are_read_as_text_below_a_folder_that_looks_like_a_partition(tmp_path: Path) -> None:
    root = tmp_path / "year=2026"
    part = parts.write_part(root, "articles", small.rows("articles", small.article(1, small.MARCH)), "2026-03")

    assert parts.scan("articles", [root / part.path]).collect()["published_month"].to_list() == ["2026-03"]
