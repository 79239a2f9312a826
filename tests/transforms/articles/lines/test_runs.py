from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.lines.runs import article_run

MENU, LINK, END = -10.0, -12.0, -80.0


def test_the_heaviest_run_wins() -> None:
    assert article_run([MENU, 30.0, MENU, MENU, MENU, MENU, 50.0, LINK, 40.0, MENU]) == (6, 9)


def test_a_part_cut_off_by_a_block_of_links_is_joined() -> None:
    block = [LINK] * 9
    assert article_run([MENU, 60.0, 60.0, *block, 55.0, 55.0, MENU]) == (1, 14)


def test_a_part_is_left_where_it_is_light_far_or_below_an_ending() -> None:
    assert article_run([60.0, 60.0, *[LINK] * 9, 55.0]) == (0, 2)
    assert article_run([60.0, 60.0, *[LINK] * 13, 55.0, 55.0]) == (0, 2)
    assert article_run([90.0, END, 60.0]) == (0, 1)


def test_without_prose_the_run_is_empty() -> None:
    assert article_run([MENU, LINK]) == (2, 2)
    assert article_run([]) == (0, 0)


@given(st.lists(st.sampled_from([-80.0, -12.0, -10.0, 8.0, 30.0, 60.0]), max_size=40))
def test_a_run_begins_and_ends_with_prose(weights: list[float]) -> None:
    first, last = article_run(weights)
    assert first == last or (weights[first] > 0 and weights[last - 1] > 0)
