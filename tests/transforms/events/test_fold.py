"""Folding over tiny frames, worked out by hand."""

from __future__ import annotations

import hashlib
import time
from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from schemas.events import EventMentions, Events
from transforms.events.fold import Folded, fold

MAY = date(2031, 5, 1)
ARTICLE_SCHEMA = {"article_id": pl.String, "published_date": pl.Date, "duplicate_group_id": pl.String}
TOLD: dict[str, Any] = {
    "source_id": "paper",
    "sentence": "Chad attacked Mali.",
    "sentence_start": 0,
    "sentence_end": 19,
    "predicate_text": "attacked",
    "predicate_start": 5,
    "predicate_end": 13,
    "actor_text": "Chad",
    "actor_name": "Chad",
    "actor_code": "TCD",
    "recipient_text": "Mali",
    "recipient_name": "Mali",
    "recipient_code": "MLI",
    "event_type": "ASSAULT",
    "plover_quad": 4,
    "plover_score": -9.0,
    "status": "asserted",
    "is_historical": False,
    "event_date": MAY,
    "event_date_end": MAY,
    "event_date_precision": "day",
    "event_date_method": "clause",
    "confidence": 0.5,
    "rule": "assault-attack",
    "published_month": "2031-05",
}


def told(*rows: dict[str, Any]) -> pl.DataFrame:
    full = [{"event_mention_id": f"m{number}", "article_id": "a1"} | TOLD | row for number, row in enumerate(rows)]
    schema = {name: dtype for name, dtype in EventMentions.to_polars_schema().items() if name != "event_id"}
    return pl.DataFrame([{name: row.get(name) for name in schema} for row in full], schema=schema)


def articles(**published: date | None) -> pl.DataFrame:
    rows = [{"article_id": key, "published_date": day, "duplicate_group_id": key} for key, day in published.items()]
    return pl.DataFrame(rows, schema=ARTICLE_SCHEMA)


def sizes(folded: Folded) -> list[int]:
    return sorted(folded.events["mention_count"].to_list())


def test_one_event_told_by_two_papers() -> None:
    mentions = told({"confidence": 0.6}, {"article_id": "a2", "confidence": 0.9})
    folded = fold(mentions, articles(a1=MAY, a2=MAY + timedelta(2)))
    event = folded.events.row(0, named=True)
    assert sizes(folded) == [2]
    assert event["article_count"] == event["independent_source_count"] == 2
    assert (event["first_published_date"], event["last_published_date"]) == (MAY, MAY + timedelta(2))
    assert (event["best_event_mention_id"], event["confidence"]) == ("m1", 0.9)
    assert (event["event_month"], event["is_historical"]) == ("2031-05", False)
    assert folded.mentions["event_id"].unique().to_list() == [event["event_id"]]


def test_the_id_is_the_hash_of_the_key() -> None:
    event = fold(told({}), articles(a1=MAY)).events.row(0, named=True)
    day = MAY.isoformat()
    parts = ["ASSAULT", "asserted", day, day, "day", "TCD", "chad", "MLI", "mali", "", "everywhere", day]
    assert event["event_id"] == "e" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]


@pytest.mark.parametrize(
    "other",
    [
        {"actor_name": "Niger", "actor_code": "NER"},
        {"recipient_name": "Niger", "recipient_code": "NER"},
        {"event_type": "ACCUSE"},
        {"status": "future"},
        {"place_country": "MLI"},
        {"event_date": MAY + timedelta(1), "event_date_end": MAY + timedelta(1)},
        {"event_date_end": date(2031, 5, 31), "event_date_precision": "month"},
    ],
)
def test_what_keeps_mentions_apart(other: dict[str, Any]) -> None:
    assert sizes(fold(told({}, other), articles(a1=MAY))) == [1, 1]


@pytest.mark.parametrize("role", ["actor", "recipient"])
def test_a_missing_participant_joins_nothing(role: str) -> None:
    nobody = {f"{role}_text": None, f"{role}_name": None, f"{role}_code": None}
    assert sizes(fold(told(nobody, nobody), articles(a1=MAY))) == [1, 1]


def test_the_best_mention_is_the_surest_then_the_first_id() -> None:
    folded = fold(told({"context": "x"}, {"context": "y"}, {"confidence": 0.1}), articles(a1=MAY))
    assert folded.events["best_event_mention_id"].to_list() == ["m0"]
    assert folded.events["context"].to_list() == ["x"]


def test_articles_join_within_thirty_days_of_the_earliest() -> None:
    mentions = told({}, {"article_id": "a2"}, {"article_id": "a3"})
    days = articles(a1=MAY, a2=MAY + timedelta(30), a3=MAY + timedelta(31))
    folded = fold(mentions, days)
    assert sizes(folded) == [1, 2]
    assert folded.events["event_id"].n_unique() == 2


def test_background_and_undated_articles_stay_in_their_article() -> None:
    old = {"is_historical": True}
    mentions = told(old, old, {**old, "article_id": "a2"})
    assert sizes(fold(mentions, articles(a1=MAY, a2=MAY))) == [1, 2]
    unknown = {"is_historical": None}
    mentions = told(unknown, unknown, {**unknown, "article_id": "a2"})
    folded = fold(mentions, articles(a1=None, a2=None))
    assert sizes(folded) == [1, 2]
    assert folded.events["is_historical"].to_list() == [None, None]


UNDATED = {"event_date": None, "event_date_end": None, "event_date_precision": None, "event_date_method": None}


@pytest.mark.parametrize(
    "vague",
    [
        UNDATED,
        {"event_date_method": "article"},
        {"event_date_method": "report"},
        {"actor_text": "gunmen", "actor_name": None, "actor_code": "---UAF"},
        {"recipient_text": "villagers", "recipient_name": None, "recipient_code": None},
    ],
)
def test_vague_mentions_join_only_in_copies_of_one_text(vague: dict[str, Any]) -> None:
    mentions = told(vague, {**vague, "article_id": "a2"}, {**vague, "article_id": "a3"})
    days = articles(a1=MAY, a2=MAY + timedelta(1), a3=MAY)
    copies = days.with_columns(duplicate_group_id=pl.Series(["a1", "a1", "a3"]))
    folded = fold(mentions, copies)
    assert sizes(folded) == [1, 2]
    assert folded.events["independent_source_count"].to_list() == [1, 1]


def by_publication(day: date) -> dict[str, Any]:
    return {"event_date": day, "event_date_end": day, "event_date_method": "article", "is_historical": None}


def test_the_day_of_publication_joins_nothing_that_no_day_joined() -> None:
    mentions = told(by_publication(MAY), {"article_id": "a2"}, {**by_publication(MAY), "article_id": "a3"})
    assert sizes(fold(mentions, articles(a1=MAY, a2=MAY, a3=MAY))) == [1, 1, 1]


def test_copies_printed_on_different_days_are_dated_by_the_first_and_never_called_new() -> None:
    later = MAY + timedelta(1)
    mentions = told({**by_publication(later), "confidence": 0.9}, {**by_publication(MAY), "article_id": "a2"})
    copies = articles(a1=later, a2=MAY).with_columns(duplicate_group_id=pl.lit("a1"))
    (event,) = fold(mentions, copies).events.rows(named=True)
    assert (event["event_date"], event["event_date_end"], event["event_month"]) == (MAY, MAY, "2031-05")
    assert (event["event_date_method"], event["is_historical"], event["mention_count"]) == ("article", None, 2)


def test_the_day_of_publication_leaves_the_id_of_an_event_as_it_was() -> None:
    undated, dated = ({**UNDATED, "is_historical": None}, by_publication(MAY))
    first, second = (fold(told(row), articles(a1=MAY)).events["event_id"].to_list() for row in (undated, dated))
    assert first == second


def test_copies_of_one_text_are_one_independent_source() -> None:
    mentions = told({}, {"article_id": "a2"}, {"article_id": "a3"})
    days = articles(a1=MAY, a2=MAY, a3=MAY).with_columns(duplicate_group_id=pl.Series(["a1", "a1", "a3"]))
    event = fold(mentions, days).events.row(0, named=True)
    assert (event["article_count"], event["independent_source_count"]) == (3, 2)


def test_nothing_told_gives_typed_empty_frames() -> None:
    folded = fold(told(), articles())
    assert folded.events.is_empty()
    assert folded.events.schema == Events.to_polars_schema()
    assert "event_id" in folded.mentions.columns


def test_events_keep_the_declared_schema() -> None:
    assert fold(told({}), articles(a1=MAY)).events.schema == Events.to_polars_schema()


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "article_id": st.sampled_from(["a1", "a2", "a3"]),
            "actor_name": st.sampled_from([None, "Chad", "Niger"]),
            "event_date": st.sampled_from([None, MAY, MAY + timedelta(1)]),
            "is_historical": st.sampled_from([None, True, False]),
            "confidence": st.sampled_from([0.2, 0.7]),
        }
    ),
    max_size=8,
)


@settings(deadline=None, max_examples=40)
@given(rows=ROWS, data=st.data())
def test_order_makes_no_difference_and_nothing_is_lost(rows: list[dict[str, Any]], data: st.DataObject) -> None:
    mentions = told(*rows)
    days = articles(a1=MAY, a2=MAY + timedelta(20), a3=MAY + timedelta(45))
    order = data.draw(st.permutations(range(len(rows))))
    first, second = fold(mentions, days), fold(mentions[order] if rows else mentions, days)
    assert_frame_equal(first.mentions, second.mentions)
    assert_frame_equal(first.events, second.events)
    assert first.events["mention_count"].sum() == len(rows)
    assert set(first.mentions["event_id"]) == set(first.events["event_id"])


def test_a_hundred_thousand_mentions_fold_in_seconds() -> None:
    count = 100_000
    mentions = told({}).select(pl.all().repeat_by(count).explode())
    numbers = pl.int_range(count, eager=True)
    mentions = mentions.with_columns(
        event_mention_id="m" + numbers.cast(pl.String),
        article_id="a" + (numbers % 5000).cast(pl.String),
        actor_name="actor " + (numbers % 700).cast(pl.String),
    )
    days = pl.DataFrame({"article_id": [f"a{number}" for number in range(5000)]}).with_columns(
        published_date=MAY + pl.duration(days=pl.int_range(5000) % 300), duplicate_group_id="article_id"
    )
    started = time.perf_counter()
    folded = fold(mentions, days)
    assert folded.events["mention_count"].sum() == count
    assert time.perf_counter() - started < 10
