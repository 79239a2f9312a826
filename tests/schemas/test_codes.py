from __future__ import annotations

import csv
from pathlib import Path

import polars as pl
import pytest

from schemas import codes
from schemas.tables import TABLES

SHARED = Path(__file__).parents[3] / "shared" / "codes"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the code lists of ../shared/codes are not here")
TYPES, CAMEO = codes.reference_rows("event_types"), codes.reference_rows("cameo_codes")


def listed(name: str) -> list[dict[str, str]]:
    with (SHARED / name).open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", ["event_types", "cameo_codes", "countries"])
def test_reference_rows_fit_their_table(name: str) -> None:
    table = TABLES[name]
    schema = table.to_polars_schema()
    found = codes.reference_rows(name)
    nullable = [column for column in schema if table.columns()[column].nullable]

    assert list(found[0]) == schema.names()
    texts = pl.DataFrame(found, schema=dict.fromkeys(schema, pl.String))
    table.validate(texts.with_columns(pl.col(nullable).replace("", None)).cast(dict(schema)))


def test_all_sixteen_types_have_a_row_of_their_own() -> None:
    assert {row["event_type"] for row in TYPES if not row["event_mode"]} == set(codes.PLOVER_TYPES)
    assert {row["event_type"] for row in TYPES} == set(codes.PLOVER_TYPES)


@pytest.mark.parametrize("row", CAMEO, ids=lambda row: row["cameo_code"])
def test_a_cameo_code_has_a_label_a_root_a_quad_and_a_type(row: dict[str, str]) -> None:
    code = row["cameo_code"]
    root = int(code[:2])
    quads = {1: range(1, 6), 2: range(6, 9), 3: range(9, 14), 4: range(14, 21)}

    assert row["label"][0].isupper()
    assert not row["label"].endswith(".")
    assert code[:2] in {other["cameo_code"] for other in CAMEO}
    assert root in quads[int(row["quad_class"])]
    assert (row["event_type"] in codes.PLOVER_TYPES) is (root != 1)
    assert row["event_type"] == "REQUEST" or root not in (2, 10)


@pytest.mark.parametrize("rows", [TYPES, CAMEO], ids=["event_types", "cameo_codes"])
def test_labels_tell_codes_apart(rows: tuple[dict[str, str], ...]) -> None:
    labels = [row["label"] for row in rows]

    assert len(set(labels)) == len(labels)


def test_an_appeal_is_read_as_the_demand_with_the_same_ending() -> None:
    found = {row["cameo_code"]: (row["event_type"], row["event_mode"], row["context"]) for row in CAMEO}

    assert found["0231"] == found["1031"] == ("REQUEST", "assist", "economic")
    for code, values in found.items():
        assert not code.startswith("02") or values == found[f"10{code[2:]}"]


@needs_shared
def test_cameo_values_are_those_of_the_code_list() -> None:
    given = {row["cameo_code"]: row for row in listed("cameo.csv")}

    assert list(given) == [row["cameo_code"] for row in CAMEO]
    for row in CAMEO:
        source = given[row["cameo_code"]]
        assert (row["quad_class"], row["goldstein"]) == (source["gdelt_quad_class"], source["gdelt_goldstein"])
        if not row["cameo_code"].startswith("02"):
            mapped = (source["plover_type"], source["plover_mode"], source["plover_context"])
            assert (row["event_type"], row["event_mode"], row["context"]) == mapped


@needs_shared
def test_plover_values_are_those_of_the_code_list() -> None:
    values = ("type", "mode", "score", "quad")
    given = [tuple(row[f"plover_{value}"] for value in values) for row in listed("plover.csv")]

    assert given == [(row["event_type"], row["event_mode"], row["plover_score"], row["plover_quad"]) for row in TYPES]
