import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.lines.lines import (
    Line,
    ends_sentence,
    flat,
    is_headline,
    is_prose,
    is_scrap,
    text_lines,
    word_count,
)

PARAGRAPH = "The harbour was closed on Monday after a storm broke two of its cranes."


def test_lines_keep_their_number_and_know_a_blank_below() -> None:
    assert text_lines("Title\n\n  One\u00a0 two \n \nThree") == [
        Line(1, "Title", before_blank=True),
        Line(3, "One two", before_blank=True),
        Line(5, "Three"),
    ]


def test_invisible_characters_are_dropped_and_composed_ones_joined() -> None:
    assert flat("Ha\u00adfen\u200b cafe\u0301") == "Hafen café"


@pytest.mark.parametrize(("line", "words"), [("one two three", 3), ("港口今天重新开放", 5), ("", 0)])
def test_words_are_counted_in_scripts_with_and_without_blanks(line: str, words: int) -> None:
    assert word_count(line) == words


@pytest.mark.parametrize("line", ["It is open.", "Is it?", "“It is open.”", "It is open.)", "港口开放。", "It is…"])
def test_a_sentence_may_close_with_quotation_marks(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["It is open", "It is open:", "It is open,", ""])
def test_open_lines_end_no_sentence(line: str) -> None:
    assert not ends_sentence(line)


def test_shapes_of_lines() -> None:
    assert is_prose(PARAGRAPH)
    assert is_prose("word " * 25)
    assert not is_prose("The harbour was closed on Monday")
    assert is_headline("Storm closes the harbour")
    assert is_headline("Who will mend the cranes?")
    assert not is_headline(PARAGRAPH)
    assert not is_headline("The minister said:")
    assert is_scrap("World News")
    assert not is_scrap("It rained.")
    assert not is_scrap("The full list:")


@given(st.text())
def test_lines_are_never_empty_and_numbers_grow(text: str) -> None:
    found = text_lines(text)
    numbers = [line.number for line in found]
    assert all(line.text == flat(line.text) != "" for line in found)
    assert numbers == sorted(set(numbers))
