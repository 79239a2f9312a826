"""Pairs of near-copies: found within two weeks and one language, and no others."""

from datetime import date, timedelta

import pytest

from tests.transforms.articles.duplicates.stories import DAY, OWN_REPORT, REWRITTEN, SHORTENED, WIRE, frame, row
from transforms.articles.duplicates import pairs
from transforms.articles.duplicates.pairs import LEAST_SHINGLES, WINDOW_DAYS, near_pairs


def found(*rows: dict[str, object]) -> list[tuple[str, str]]:
    return [(left, right) for left, right in near_pairs(frame(*rows)).iter_rows()]


def test_a_wire_story_under_another_lead_and_tail_is_a_near_copy() -> None:
    rows = [row("a", WIRE), row("b", REWRITTEN), row("c", SHORTENED)]
    assert found(*rows) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_two_reports_of_one_event_are_two_though_they_quote_the_same_words() -> None:
    assert found(row("a", WIRE), row("b", OWN_REPORT)) == []


@pytest.mark.parametrize(("days", "copies"), [(0, 1), (WINDOW_DAYS, 1), (WINDOW_DAYS + 1, 0), (-WINDOW_DAYS, 1)])
def test_near_copies_are_two_weeks_apart_at_most(days: int, copies: int) -> None:
    assert len(found(row("a", WIRE), row("b", REWRITTEN, DAY + timedelta(days)))) == copies


def test_without_a_date_only_the_same_text_counts() -> None:
    assert found(row("a", WIRE, None), row("b", REWRITTEN, None), row("c", REWRITTEN)) == []


def test_languages_are_kept_apart() -> None:
    assert found(row("a", WIRE), row("b", REWRITTEN, language="no")) == []
    assert found(row("a", WIRE, language=None), row("b", REWRITTEN, language=None)) == [("a", "b")]


def test_short_texts_are_not_compared() -> None:
    words = WIRE.split()
    short, other = " ".join(words[: LEAST_SHINGLES + 2]), " ".join(words[: LEAST_SHINGLES + 3])
    assert found(row("a", short), row("b", other)) == []
    long_enough = " ".join(words[: LEAST_SHINGLES + 10])
    assert found(row("a", long_enough), row("b", long_enough + " indeed")) == [("a", "b")]


def test_of_the_same_text_on_one_day_one_article_is_compared() -> None:
    rows = [row("a", WIRE), row("b", WIRE), row("c", REWRITTEN)]
    assert found(*rows) == [("a", "c")]


def market_report(day: int, level: int) -> str:
    return (
        f"Shares in Vestvik closed at {level} points on {date(2031, 3, day):%A}, {level % 7 + 1} points up on the day, "
        f"as {level % 90} firms rose and {level % 60} fell. Oil stood at {level % 50 + 40} dollars and the krone at "
        f"{level % 3 + 9}.{level % 10} to the euro. Turnover came to {level * 3} million, against {level * 2} million "
        f"on the day before. Fish farmers led with {level % 5 + 1}.{level % 9} percent, followed by {level % 4 + 2} "
        f"banks; ship owners lost {level % 8}.{level % 6} percent after freight rates fell to {level * 11} dollars."
    )


def test_reports_on_one_pattern_with_other_numbers_are_no_copies() -> None:
    rows = [row(f"a{day}", market_report(day, 1000 + 37 * day), date(2031, 3, day)) for day in (3, 4, 5, 6)]
    assert found(*rows) == []


def test_many_texts_that_agree_are_compared_with_their_neighbours_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pairs, "NEIGHBOURS", 2)
    rows = [row(f"a{n}", f"{WIRE} Reported by desk {n}.", DAY + timedelta(n)) for n in range(6)]
    neighbours = {(f"a{n}", f"a{n + step}") for n in range(6) for step in (1, 2) if n + step < 6}
    assert set(found(*rows)) >= neighbours
    assert ("a0", "a5") not in found(*rows)


def test_no_articles_give_no_pairs() -> None:
    assert found() == found(row("a", WIRE)) == []
