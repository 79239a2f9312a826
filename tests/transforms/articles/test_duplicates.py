from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.duplicates import duplicate_groups, text_key

SCHEMA = {"article_id": pl.String, "text_key": pl.String, "published_date": pl.Date}


def groups(*rows: tuple[str, str, date | None]) -> dict[str, str]:
    return dict(duplicate_groups(pl.DataFrame(rows, schema=SCHEMA, orient="row")).iter_rows())


def test_copies_share_a_key_whatever_their_case_spacing_and_punctuation() -> None:
    assert text_key("Rivers rose.\nRoads closed!") == text_key("RIVERS rose – roads closed")
    assert text_key("Rivers rose.") != text_key("Rivers rose again.")


def test_a_group_is_named_by_its_smallest_id_and_ends_after_two_quiet_weeks() -> None:
    found = groups(
        ("c", "flood", date(2026, 3, 1)),
        ("b", "flood", date(2026, 3, 15)),
        ("a", "flood", date(2026, 3, 30)),
        ("d", "flood", None),
        ("e", "vote", date(2026, 3, 1)),
    )
    assert found == {"a": "a", "b": "b", "c": "b", "d": "b", "e": "e"}


def test_copies_that_all_lack_a_date_are_one_group() -> None:
    assert groups(("b", "flood", None), ("a", "flood", None)) == {"a": "a", "b": "a"}


def test_no_articles_give_no_groups() -> None:
    assert groups() == {}


rows = st.lists(
    st.tuples(st.sampled_from("xyz"), st.none() | st.dates(date(2026, 1, 1), date(2026, 3, 1))), max_size=12
).map(lambda drawn: [(f"a{i:02}", key, day) for i, (key, day) in enumerate(drawn)])


@given(rows, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(drawn: list[tuple[str, str, date | None]], random: object) -> None:
    shuffled = list(drawn)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert groups(*shuffled) == groups(*drawn)
