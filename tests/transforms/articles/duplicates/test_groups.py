"""Groups of copies, worked out by hand, and the same whatever the order and the portions of arrival."""

from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.articles.duplicates.stories import DAY, OWN_REPORT, REWRITTEN, SHORTENED, WIRE, frame, row
from transforms.articles.duplicates.groups import duplicate_groups

FLOOD, VOTE = "Rivers rose over night.", "The council voted."


def groups(*rows: dict[str, Any]) -> dict[str, str]:
    return dict(duplicate_groups([frame(*rows)]).iter_rows())


def by_month(rows: list[dict[str, Any]]) -> list[pl.DataFrame]:
    months = {f"{one['published_date']:%Y-%m}" if one["published_date"] else "undated" for one in rows}
    whole = frame(*rows)
    month = pl.col("published_date").dt.strftime("%Y-%m").fill_null("undated")
    return [whole.filter(month == name) for name in sorted(months)]


def test_a_group_is_named_by_its_smallest_id_and_ends_after_two_quiet_weeks() -> None:
    found = groups(
        row("c", FLOOD, date(2026, 3, 1)),
        row("b", FLOOD, date(2026, 3, 15)),
        row("a", FLOOD, date(2026, 3, 30)),
        row("d", FLOOD, None),
        row("e", VOTE, date(2026, 3, 1)),
    )
    assert found == {"a": "a", "b": "b", "c": "b", "d": "b", "e": "e"}


def test_copies_that_all_lack_a_date_are_one_group() -> None:
    assert groups(row("b", FLOOD, None), row("a", FLOOD, None)) == {"a": "a", "b": "a"}


def test_the_same_text_is_a_copy_whatever_its_language_is_said_to_be() -> None:
    assert groups(row("a", FLOOD), row("b", FLOOD, language="no")) == {"a": "a", "b": "a"}


def test_copies_and_near_copies_are_one_group_and_another_report_is_none_of_it() -> None:
    rows = [row("d", WIRE), row("c", REWRITTEN), row("b", SHORTENED), row("a", OWN_REPORT), row("e", WIRE, None)]
    assert groups(*rows) == {"a": "a", "b": "b", "c": "b", "d": "b", "e": "b"}


def test_a_group_is_all_that_is_linked_however_long_the_chain() -> None:
    chain = [row(f"a{n}", (WIRE, REWRITTEN)[n % 2], DAY + timedelta(10 * n)) for n in range(5)]
    assert set(groups(*chain).values()) == {"a0"}
    broken = [one for one in chain if one["article_id"] != "a2"]
    assert groups(*broken) == {"a0": "a0", "a1": "a0", "a3": "a3", "a4": "a3"}


def test_a_chain_goes_on_over_the_end_of_a_portion() -> None:
    rows = [row("b", WIRE, date(2031, 1, 25)), row("c", OWN_REPORT, date(2031, 2, 1)), row("a", REWRITTEN, DAY)]
    link = row("d", REWRITTEN, date(2031, 2, 8))
    apart = dict(duplicate_groups(by_month(rows)).iter_rows())
    assert apart == {"a": "a", "b": "b", "c": "c"}
    near = row("e", WIRE, date(2031, 2, 22)), row("f", WIRE, date(2031, 3, 5))
    linked = dict(duplicate_groups(by_month([*rows, link, *near])).iter_rows())
    assert linked == {"a": "a", "b": "a", "c": "c", "d": "a", "e": "a", "f": "a"}


def test_no_articles_give_no_groups() -> None:
    assert groups() == {}
    assert duplicate_groups([]).is_empty()


TEXTS = (WIRE, REWRITTEN, SHORTENED, OWN_REPORT, FLOOD)
KNOWN = {text: row("", text) for text in TEXTS}
DAYS = st.none() | st.dates(date(2031, 1, 1), date(2031, 4, 1))
ARTICLES = st.lists(st.tuples(st.sampled_from(TEXTS), DAYS, st.sampled_from(["en", None])), max_size=14).map(
    lambda drawn: [
        KNOWN[text] | {"article_id": f"a{n:02}", "published_date": day, "language": language}
        for n, (text, day, language) in enumerate(drawn)
    ]
)


@given(ARTICLES, st.randoms(use_true_random=False))
def test_neither_order_nor_portions_make_a_difference(rows: list[dict[str, Any]], random: Random) -> None:
    expected = groups(*rows)
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert groups(*shuffled) == expected
    assert dict(duplicate_groups(by_month(shuffled)).iter_rows()) == expected


@given(ARTICLES)
def test_a_group_bears_its_smallest_id_and_has_no_quiet_fortnight(rows: list[dict[str, Any]]) -> None:
    found = groups(*rows)
    assert sorted(found) == [one["article_id"] for one in rows]
    for name in set(found.values()):
        members = [one for one in rows if found[one["article_id"]] == name]
        assert name == min(one["article_id"] for one in members)
        days = sorted(one["published_date"] for one in members if one["published_date"])
        assert all(later - earlier <= timedelta(14) for earlier, later in pairwise(days))


@given(ARTICLES, st.data())
def test_what_lies_two_weeks_away_from_a_group_does_not_touch_it(
    rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    dated = [one for one in rows if one["published_date"]]
    if not dated:
        return
    last = max(one["published_date"] for one in dated)
    text = data.draw(st.sampled_from(TEXTS))
    later = KNOWN[text] | {"article_id": "a99", "published_date": last + timedelta(15)}
    assert groups(*dated, later) == groups(*dated) | {"a99": "a99"}
