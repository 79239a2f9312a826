import pytest

from transforms.articles.lines.boilerplate import clean
from transforms.articles.lines.credits import is_dated_credit
from transforms.articles.lines.lines import text_lines
from transforms.articles.lines.parts import read_parts

PROSE = [
    "The harbour was closed on Monday after a storm broke two of its cranes, the port authority said in the evening.",
    "Ships waited outside for the whole day, and three ferries to the islands were cancelled before noon.",
    "The cranes were built in 1987 and had been inspected in spring, when no cracks were found in them.",
]


@pytest.mark.parametrize(
    "line",
    [
        "Posted by Ada Lindqvist on 9 March 2026",
        "Monday, 9 March 2026, 7:45 am by Ada Lindqvist",
        "segunda-feira, 9 de março de 2026 às 20:15",
        "Nils on March 9, 2026 at 10:58 am said:",
    ],
)
def test_a_date_with_few_words_is_a_credit(line: str) -> None:
    assert is_dated_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "The port was closed on 9 March 2026.",
        "On 9 March 2026 a storm broke two of the harbour's cranes and three ferries were cancelled",
        "Storm closes the harbour",
    ],
)
def test_a_sentence_with_a_date_is_none(line: str) -> None:
    assert not is_dated_credit(line)


def test_a_head_line_with_a_date_is_read_as_the_credit() -> None:
    parts = read_parts(text_lines("\n".join(["Posted by Ada Lindqvist on 9 March 2026", *PROSE])), "Storm")
    assert [line.text for line in parts.body] == PROSE
    assert "Posted by Ada Lindqvist on 9 March 2026" in (*parts.dates, *parts.bylines)


def test_a_thread_of_comments_ends_the_article() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Contact us", "Log in", "Subscribe"]
    comment = "I was there that evening and saw how the second crane went down into the water, terrible to see."
    thread = [text for n in range(4) for text in (f"Nils on March {9 + n}, 2026 at 10:58 am said:", f"{comment} {n}.")]
    cleaned = clean(text_lines("\n".join([*menu, "Storm closes the harbour", *PROSE, *thread])))
    kept = [line.text for line in cleaned.kept]
    assert [text for text in kept if text in PROSE] == PROSE
    assert not any(comment in text for text in kept)


def test_teasers_that_are_cut_short_do_not_outweigh_the_article() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Contact us", "Log in", "Subscribe"]
    teaser = "The county has paid for a new lighthouse after talks that took three years and which..."
    teasers = [text for n in range(8) for text in (f"Another story from the coast, {n}", f"{n} {teaser}")]
    cleaned = clean(text_lines("\n".join([*menu, *teasers, *menu, "Storm closes the harbour", *PROSE])))
    assert [line.text for line in cleaned.kept if line.text in PROSE] == PROSE
    assert not any(teaser in line.text for line in cleaned.kept)
