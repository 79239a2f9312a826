"""Times: every row of the grammar by its own example, then the choice of the expression that dates an event."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.codes import EVENT_DATE_PRECISIONS
from schemas.data_files import DataFileError, Row
from transforms.events.parsing.language import load_language
from transforms.events.times.dating import event_time
from transforms.events.times.grammar import Pattern, grammar
from transforms.events.times.holidays import (
    Holiday,
    easter,
    holidays,
    lunar_new_years,
    nth_weekday,
    orthodox_easter,
    read_holiday,
)
from transforms.events.times.readings import READINGS
from transforms.events.times.spans import FIRST_YEAR, LAST_YEAR
from transforms.events.times.times import find, time_expressions

WEDNESDAY = date(2020, 12, 2)


def dating(text: str, predicate: str, published: date | None = WEDNESDAY) -> str | None:
    """The value of the expression that dates the first token with the given text."""
    doc = load_language()(text)
    token = next(token for token in doc if token.text == predicate)
    found = event_time(token, token.sent, time_expressions(doc, published))
    return found.value if found else None


@pytest.mark.parametrize("row", grammar().patterns, ids=lambda row: row.name)
def test_a_row_reads_its_own_example(row: Pattern) -> None:
    found = [
        e for e in find(row.example, date.fromisoformat(row.published), lambda _: row.tense) if e.method == row.name
    ]
    assert [(e.text, e.value) for e in found] == [(row.found, row.value)]


@pytest.mark.parametrize("row", holidays(), ids=lambda row: row.name)
def test_a_holiday_falls_on_its_example(row: Holiday) -> None:
    assert row.on(row.year) == row.example
    name = re.sub(r"(?<![\w'’])(?!of\b)\w", lambda letter: letter[0].upper(), row.name)
    (found,) = find(f"They met on {name} {row.year}.", None, lambda _: "past")
    assert (found.method, found.first, found.last) == ("holiday_year", row.example, row.example)


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [
        (2016, date(2016, 3, 27), date(2016, 5, 1)),
        (2017, date(2017, 4, 16), date(2017, 4, 16)),
        (2021, date(2021, 4, 4), date(2021, 5, 2)),
        (2022, date(2022, 4, 17), date(2022, 4, 24)),
        (2024, date(2024, 3, 31), date(2024, 5, 5)),
    ],
)
def test_easter_in_both_churches(year: int, western: date, eastern: date) -> None:
    assert (easter(year), orthodox_easter(year)) == (western, eastern)


def test_lunar_years_begin_at_a_new_moon_between_january_21_and_february_20() -> None:
    days = lunar_new_years()
    assert sorted(days) == list(range(1990, 2036))
    for year, day in days.items():
        assert date(year, 1, 21) <= day <= date(year, 2, 20)
        moons = (day - date(2000, 2, 5)).days / 29.530588
        assert abs(moons - round(moons)) < 0.05


def test_a_lunar_year_that_no_table_has_stays_open() -> None:
    assert [e.first for e in find("They met on Lunar New Year 1980.", WEDNESDAY, lambda _: "past")] == [None]


def test_every_reading_is_used_by_a_row_and_names_are_unique() -> None:
    assert {row.reading for row in grammar().patterns} == set(READINGS)
    names = [row.name for row in grammar().patterns]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met on 02.12.2020.", WEDNESDAY, None),
        ("They met on 2 December.", None, "XXXX-12-02"),
        ("They met on Tuesday.", None, "XXXX-WXX-2"),
        ("They met last week.", None, None),
        ("They met on February 30, 2020.", WEDNESDAY, None),
        ("They met on Aug. 4.", date(2020, 12, 30), "2020-08-04"),
        ("They met on Dec. 28.", date(2021, 1, 4), "2020-12-28"),
    ],
)
def test_nothing_is_dated_beyond_what_the_text_supports(text: str, published: date | None, value: str | None) -> None:
    assert [e.value for e in find(text, published, lambda _: "past")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The March against hunger may grow.",
        "A 44-year-old man was held.",
        "It cost $2000 and 1,990 people came.",
        "He sat.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find(text, WEDNESDAY, lambda _: "past") == []


@pytest.mark.parametrize(
    ("text", "predicate", "value"),
    [
        ("The president visited Rome on Monday.", "visited", "2020-11-30"),
        ("The president will visit Rome on Monday.", "visit", "2020-12-07"),
        ("Spain's top official said Tuesday that the country welcomes the deal.", "welcomes", "2020-12-01"),
        ("Officials said Tuesday that rebels had attacked the town.", "attacked", None),
        ("Ministers met in Paris on Monday and signed the treaty.", "signed", "2020-11-30"),
        ("The army seized the port in 1991.", "seized", "1991"),
        ("The siege lasted three months.", "lasted", None),
    ],
)
def test_the_expression_that_governs_the_clause_dates_the_event(text: str, predicate: str, value: str | None) -> None:
    assert dating(text, predicate) == value


@given(
    st.text(alphabet="0123456789 .,/-:aeinorstuyADFJMNOS", max_size=60), st.dates(date(1900, 1, 1), date(2100, 1, 1))
)
def test_no_text_yields_a_date_out_of_range_or_an_end_before_its_start(text: str, published: date) -> None:
    for found in find(text, published, lambda _: "past"):
        assert text[found.start : found.end] == found.text
        assert (found.first is None) == (found.last is None) == (found.precision is None)
        if found.first and found.last:
            assert FIRST_YEAR <= found.first.year <= found.last.year <= LAST_YEAR
            assert found.first <= found.last
            assert found.precision in EVENT_DATE_PRECISIONS


@given(
    st.sampled_from([row.example for row in grammar().patterns]),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.sampled_from(["past", "future"]),
)
def test_examples_read_on_any_day_stay_in_range(example: str, published: date, tense: str) -> None:
    for found in find(example, published, lambda _: tense):
        assert found.first is None or (found.last is not None and found.first <= found.last)


WORDS = [word for row in grammar().patterns for word in row.example.split()] + [
    "0",
    "999",
    "9999",
    "ago",
    "later",
    "29",
]


@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.one_of(st.none(), st.dates()),
    st.sampled_from(["past", "future"]),
)
def test_no_mixture_of_time_words_on_any_day_leaves_the_calendar(
    words: list[str], published: date | None, tense: str
) -> None:
    for found in find(" ".join(words), published, lambda _: tense):
        assert (found.first is None) == (found.last is None) == (found.precision is None)
        if found.first and found.last:
            assert FIRST_YEAR <= found.first.year <= found.last.year <= LAST_YEAR
            assert found.first <= found.last


@given(st.lists(st.sampled_from([*WORDS, "'80s", "Fridays", "river"]), max_size=8))
def test_every_pattern_matches_only_at_its_starts(words: list[str]) -> None:
    text = " ".join(words)
    patterns = grammar().patterns
    matched = {(m.start(), row) for row, each in enumerate(patterns) for m in each.regex.finditer(text) if m[0]}
    assert matched <= {(start.offset, row) for start in grammar().starts.find(text) for row in start.patterns}


@given(st.dates(date(1000, 1, 1), date(2200, 12, 31)))
def test_the_nth_weekday_is_that_weekday_and_easter_is_a_sunday_in_spring(day: date) -> None:
    assert easter(day.year).weekday() == 6
    assert date(day.year, 3, 22) <= easter(day.year) <= date(day.year, 4, 25)
    assert orthodox_easter(day.year).weekday() == 6
    found = nth_weekday(day.year, day.month, day.weekday(), (day.day - 1) // 7 + 1)
    assert found == day


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("He fled on Nov. 3. The next day he returned.", WEDNESDAY, "2020-11-04"),
        ("He fled in 1991. The next day he returned.", WEDNESDAY, None),
        ("The next day he returned.", WEDNESDAY, None),
        ("The previous day he returned.", WEDNESDAY, "2020-12-01"),
        ("He fled on Nov. 3, 2001. Ten years later he returned.", None, "2011"),
        ("He fled on Nov. 3, 2001. It began at 9 p.m.", None, "2001-11-03T21:00"),
    ],
)
def test_what_counts_from_the_date_last_spoken_of(text: str, published: date | None, value: str | None) -> None:
    assert find(text, published, lambda _: "past")[-1].value == value


@pytest.mark.parametrize(
    ("rule", "words"), [("13-01", "month"), ("easter x", "invalid literal"), ("11 thu", "index"), ("", "index")]
)
def test_a_faulty_holiday_is_named(rule: str, words: str) -> None:
    row = Row("holidays.csv:2", {"name": "a day", "rule": rule, "year": "2020", "date": "2020-01-01"})
    with pytest.raises(DataFileError, match=f"holidays.csv:2: the rule or date of a day is faulty: .*{words}"):
        read_holiday(row)
