"""What is learnt from the lines of many stories, and what never is; each guard with a site of its own."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.memory import learning
from transforms.articles.memory.learning import FOUND, LEAST_STORIES, learn, seen_lines, stories

DAY = date(2031, 3, 1)
ARTICLES = {
    "article_id": pl.String,
    "url": pl.String,
    "source_id": pl.String,
    "published_date": pl.Date,
    "fetched_at": pl.Datetime("us", "UTC"),
    "duplicate_group_id": pl.String,
}
LINES = {"article_id": pl.String, "text": pl.String, "reason": pl.String}
PROMPT = "Get the tide tables on your phone"


def article(number: int, **known: Any) -> dict[str, Any]:
    fixed = {
        "article_id": f"a{number:03}",
        "url": f"https://www.courier.example/{number}",
        "source_id": "wire",
        "published_date": DAY + timedelta(number),
        "fetched_at": datetime(2031, 6, 1, tzinfo=UTC),
        "duplicate_group_id": f"a{number:03}",
    }
    return fixed | known


def body(number: int) -> list[tuple[str, str | None]]:
    told = f"Report {number} tells what happened in the harbour of Nordholm on day {number} of the year."
    return [(f"{told} Part {part}.", None) for part in "ABC"]


def learnt(
    articles: list[dict[str, Any]], lines: dict[str, list[tuple[str, str | None]]] | None = None
) -> dict[str, dict[str, Any]]:
    """The remembered lines by text; every article has a body of its own before its `lines`."""
    rows = [
        {"article_id": one["article_id"], "text": text, "reason": reason}
        for number, one in enumerate(articles)
        for text, reason in [*body(number), *(lines or {}).get(one["article_id"], [])]
    ]
    told = stories(pl.DataFrame(articles, schema=ARTICLES))
    found = learn(told, seen_lines(pl.DataFrame(rows, schema=LINES)))
    assert dict(found.schema) == FOUND
    return {row["line"]: row for row in found.iter_rows(named=True)}


def printed_on(
    numbers: range, text: str = PROMPT, reason: str | None = None
) -> dict[str, list[tuple[str, str | None]]]:
    return {f"a{number:03}": [(text, reason)] for number in numbers}


SITE = [article(number) for number in range(LEAST_STORIES)]


def test_a_line_of_most_stories_is_remembered() -> None:
    row = learnt(SITE, printed_on(range(12)))[PROMPT]
    assert (row["site"], row["pages_seen"], row["site_pages"], row["share"]) == ("courier.example", 12, 20, 0.6)
    assert (row["days_seen"], row["pages_removed"], row["is_suspect"]) == (12, 0, False)


def test_a_line_of_fewer_stories_is_not() -> None:
    assert learnt(SITE, printed_on(range(9))) == {}


def test_a_line_that_other_rules_cut_every_second_time_needs_few_stories() -> None:
    lines = printed_on(range(4), reason="outside the article") | printed_on(range(4, 8))
    row = learnt(SITE, lines)[PROMPT]
    assert (row["pages_seen"], row["pages_removed"], row["is_suspect"]) == (8, 4, True)
    assert learnt(SITE, printed_on(range(3), reason="outside the article") | printed_on(range(3, 8))) == {}
    assert learnt(SITE, printed_on(range(7), reason="outside the article")) == {}


@pytest.mark.parametrize("reason", ["line printed before", "the headline repeated", "site memory"])
def test_what_says_nothing_about_the_site_makes_no_line_suspect(reason: str) -> None:
    assert learnt(SITE, printed_on(range(8), reason=reason)) == {}


def test_what_a_memory_removed_is_learnt_again() -> None:
    before = learnt(SITE, printed_on(range(12)))
    assert learnt(SITE, printed_on(range(12), reason="site memory")) == before


def test_a_small_site_teaches_nothing() -> None:
    assert learnt(SITE[:-1], printed_on(range(19))) == {}


def test_one_story_under_many_addresses_is_one() -> None:
    copies = [one | {"duplicate_group_id": "a000"} if number < 12 else one for number, one in enumerate(SITE)]
    more = [article(number) for number in range(20, 40)]
    assert learnt([*copies, *more], printed_on(range(12))) == {}
    assert stories(pl.DataFrame([*copies, *more], schema=ARTICLES)).height == 29


def test_a_line_of_two_days_is_the_news_of_these_days() -> None:
    one_day = [one | {"published_date": DAY + timedelta(number % 2)} for number, one in enumerate(SITE)]
    assert learnt(one_day, printed_on(range(20))) == {}


def test_without_dates_the_days_of_fetching_count() -> None:
    undated = [one | {"published_date": None} for one in SITE]
    assert learnt(undated, printed_on(range(20))) == {}
    fetched = [one | {"fetched_at": one["fetched_at"] + timedelta(n)} for n, one in enumerate(undated)]
    assert PROMPT in learnt(fetched, printed_on(range(20)))


def test_an_index_like_site_teaches_nothing() -> None:
    headlines = [f"{place} counts the cost of the storm that came on Sunday" for place in "ABCDEF"]
    lines = {one["article_id"]: [(text, None) for text in headlines] for one in SITE}
    assert learnt(SITE, lines) == {}


def test_a_live_blog_that_is_printed_again_and_again_teaches_nothing() -> None:
    posts = [(f"{hour}:15 The wind has turned, and the ferry from Nordholm waits outside.", None) for hour in range(9)]
    assert learnt(SITE, {one["article_id"]: posts[: 5 + n % 5] for n, one in enumerate(SITE)}) == {}


def test_a_site_with_a_long_menu_that_other_rules_cut_is_no_index() -> None:
    menu = [(f"Section {name}", "outside the article") for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    assert len(learnt(SITE, {one["article_id"]: menu for one in SITE})) == 26


def test_credits_dates_and_rules_are_no_lines_to_remember() -> None:
    lines: list[tuple[str, str | None]] = [("By Ada Berg", None), ("12 March 2026", None), ("* * *", None)]
    assert learnt(SITE, {one["article_id"]: lines for one in SITE}) == {}


def test_sites_are_told_apart_and_the_source_stands_in_for_an_address() -> None:
    herald = [article(n, url=f"https://herald.example/{n}") for n in range(20, 40)]
    wire = [article(n, url=None) for n in range(40, 60)]
    lines = printed_on(range(12)) | printed_on(range(20, 24)) | printed_on(range(40, 60), "Every tide, every ship")
    found = learnt([*SITE, *herald, *wire], lines)
    assert {(row["site"], row["line"]) for row in found.values()} == {
        ("courier.example", PROMPT),
        ("wire", "Every tide, every ship"),
    }


def test_only_the_newest_stories_of_a_site_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learning, "STORIES_OF_SITE", 25)
    many = [article(number) for number in range(50)]
    assert learnt(many, printed_on(range(25))) == {}
    assert learnt(many, printed_on(range(25, 50)))[PROMPT]["site_pages"] == 25


def test_nothing_teaches_nothing() -> None:
    assert learnt([]) == {}


@given(st.permutations(SITE))
def test_the_order_of_articles_makes_no_difference(articles: list[dict[str, Any]]) -> None:
    told = stories(pl.DataFrame(articles, schema=ARTICLES))
    assert told.equals(stories(pl.DataFrame(SITE, schema=ARTICLES)))
    rows = [{"article_id": one["article_id"], "text": PROMPT, "reason": None} for one in articles]
    bodies = [{"article_id": one["article_id"], "text": body(int(one["article_id"][1:]))[0][0]} for one in articles]
    found = learn(told, seen_lines(pl.DataFrame([*rows, *bodies], schema=LINES)))
    assert found["pages_seen"].to_list() in ([], [LEAST_STORIES])
