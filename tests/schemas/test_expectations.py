from __future__ import annotations

import pytest

from schemas import expectations
from schemas.expectations import Check, Expectation
from schemas.tables import SNAPSHOT, TABLES


def test_the_suite_of_a_table_by_hand() -> None:
    columns = ["article_id", "position", "author", "published_month"]
    month = r"^(\d{4}-\d{2}|undated)$"

    def expect(column: str, kind: str, meaning: str, **arguments: object) -> Expectation:
        return Expectation("article_authors", column, kind, {"column": column} | arguments, meaning)

    assert expectations.suite("article_authors") == (
        Expectation(
            "article_authors",
            "",
            "ExpectTableColumnsToMatchOrderedList",
            {"column_list": columns},
            "All columns, in their order.",
        ),
        expect("article_id", "ExpectColumnValuesToNotBeNull", "article_id is always known."),
        expect("position", "ExpectColumnValuesToNotBeNull", "position is always known."),
        expect("position", "ExpectColumnValuesToBeBetween", "position is at least 1.", min_value=1, max_value=None),
        expect("author", "ExpectColumnValuesToNotBeNull", "author is always known."),
        expect("author", "ExpectColumnValueLengthsToBeBetween", "author is never empty.", min_value=1),
        expect("published_month", "ExpectColumnValuesToNotBeNull", "published_month is always known."),
        expect(
            "published_month", "ExpectColumnValuesToMatchRegex", f"published_month has the form {month}.", regex=month
        ),
    )


def test_rules_and_checks_are_columns_of_the_suite() -> None:
    computed = [one for one in expectations.suite("quotes") if one.arguments.get("value_set") == [True]]

    assert [(one.column, one.meaning) for one in computed] == [
        ("text_stands_in_the_article", "The article's text from char_start to char_end is text.")
    ]
    assert [one.column for one in expectations.suite("rejects")][-1] == "month_is_that_of_the_date"


def test_the_checks_of_a_table_by_hand() -> None:
    (check,) = expectations.checks("quotes")

    assert check == Check(
        "text_stands_in_the_article",
        "article.text IS NULL"
        " OR (row.text IS NULL AND row.char_start IS NULL AND row.char_end IS NULL)"
        " OR coalesce(substring(article.text, row.char_start + 1, row.char_end - row.char_start) = row.text"
        " AND row.char_start < row.char_end, false)",
        "The article's text from char_start to char_end is text.",
    )
    assert [one.name for one in expectations.checks("event_mentions")] == [
        "sentence_stands_in_the_article",
        "predicate_text_stands_in_the_article",
        "actor_text_stands_in_the_article",
        "recipient_text_stands_in_the_article",
    ]


def test_relations_cover_keys_references_and_counts() -> None:
    names = [relation.name for relation in expectations.relations()]

    assert len(set(names)) == len(names)
    assert {f"{name}_keys_are_unique" for name in SNAPSHOT} <= set(names)
    assert {
        "event_mentions_article_id_is_known",
        "event_mentions_event_id_is_known",
        "articles_duplicate_group_id_is_known",
        "events_mention_count_agrees",
        "events_article_count_agrees",
    } <= set(names)


def test_rows_of_an_article_lie_in_its_partition_but_copies_may_not() -> None:
    relations = {relation.name: relation.sql for relation in expectations.relations()}

    assert "row.published_month = other.published_month" in relations["quotes_article_id_is_known"]
    assert "published_month" not in relations["articles_duplicate_group_id_is_known"]


@pytest.mark.parametrize("name", TABLES)
def test_every_column_that_may_not_be_null_is_expected_not_to_be(name: str) -> None:
    expected = {one.column for one in expectations.suite(name) if one.type == "ExpectColumnValuesToNotBeNull"}

    table = TABLES[name]
    assert expected == {column for column in table.flat_columns() if not table.columns()[column].nullable}
