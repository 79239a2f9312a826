import pytest

from transforms.articles.lines.sign_off import SignOff, leading_sign_off, trailing_sign_off


def test_name_place_and_date_below_an_article_are_credits() -> None:
    texts = ["The last paragraph ends here.", "Ada Lindqvist", "Washington D.C.", "02.12.2020 08:37"]
    expected = SignOff(("Ada Lindqvist",), ("Washington D.C.",), ("02.12.2020 08:37",), 3)
    assert trailing_sign_off(texts) == expected
    assert leading_sign_off([*texts[1:], "Latest news"]) == expected


def test_a_place_that_no_list_knows_is_told_by_its_neighbours() -> None:
    texts = ["The last paragraph ends here.", "Ada Lindqvist", "Batumi", "3 March 2026"]
    assert trailing_sign_off(texts).places == ("Batumi",)


@pytest.mark.parametrize("last", ["Ada Lindqvist", "Berlin"])
def test_a_name_or_place_alone_may_be_the_articles_last_words(last: str) -> None:
    assert trailing_sign_off(["And this is who won:", last]) == SignOff()


def test_no_lines_hold_no_credits() -> None:
    assert leading_sign_off([]) == trailing_sign_off([]) == SignOff()
