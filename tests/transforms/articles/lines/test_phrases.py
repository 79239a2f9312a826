from collections import Counter

import pytest

from schemas.data_files import DataFileError, Row
from transforms.articles.lines import phrases as module
from transforms.articles.lines.phrases import Phrase, find_phrase, glued_heading, phrases
from transforms.articles.wordlists import rows

REASONS = {row["reason"] for row in rows("removal_reasons", "reason", "meaning")}


@pytest.mark.parametrize("row", phrases(), ids=lambda row: f"{row.language}:{row.phrase[:40]}")
def test_every_row_finds_its_example_for_its_own_reason(row: Phrase) -> None:
    found = find_phrase(row.example or row.phrase)
    assert found is not None
    assert (found.reason, found.effect) == (row.reason, row.effect)


def test_every_reason_is_listed_with_its_meaning() -> None:
    assert {row.reason for row in phrases()} <= REASONS


def test_no_phrase_stands_twice() -> None:
    twice = [key for key, n in Counter((row.match, row.phrase.casefold()) for row in phrases()).items() if n > 1]
    assert twice == []


@pytest.mark.parametrize(
    "line",
    [
        "The minister said the latest news from the harbour was good.",
        "Share prices fell on Monday.",
        "More in sorrow than in anger, the captain closed the log.",
        "Police read out the copyright law to the crowd.",
        "She will contact the harbour office in the morning.",
        "The comments were made on Tuesday.",
        "Photographs of the ship were shown to the court.",
    ],
)
def test_sentences_that_hold_such_words_are_no_boilerplate(line: str) -> None:
    assert find_phrase(line) is None


@pytest.mark.parametrize(
    ("line", "effect"),
    [
        ("LATEST NEWS »", "block"),
        ("• Share:", "line"),
        ("Editor’s Picks", "block"),
        ("Comments (12)", "end"),
        ("Home", "nav"),
    ],
)
def test_case_marks_and_counters_do_not_matter(line: str, effect: str) -> None:
    found = find_phrase(line)
    assert found is not None
    assert found.effect == effect


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Latest newsStorm closes the harbour", 11),
        ("RelatedStorm closes the harbour", 7),
        ("Meistgelesen“Sturm” schließt den Hafen", 12),
        ("Latest news", 0),
        ("Storm closes the McKenzie harbour", 0),
    ],
)
def test_a_heading_glued_to_a_headline_is_told_from_it(line: str, start: int) -> None:
    assert glued_heading(line) == start


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("x", "word", "line", "share bar", "en", ""), "match must be one of"),
        (("x", "line", "cut", "share bar", "en", ""), "effect one of"),
        (("x", "line", "line", "", "en", ""), "give a reason"),
        (("x", "pattern", "line", "share bar", "en", ""), "an example"),
        (("(", "pattern", "line", "share bar", "en", "("), "cannot be read"),
        (("(a)", "pattern", "line", "share bar", "en", "a"), "write groups as"),
    ],
)
def test_a_faulty_row_is_named_with_what_to_do(cells: tuple[str, ...], message: str) -> None:
    row = Row("boilerplate.csv:7", dict(zip(module.COLUMNS, cells, strict=True)))
    with pytest.raises(DataFileError, match=f"boilerplate.csv:7: .*{message}"):
        module._phrase(row)
