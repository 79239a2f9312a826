import pytest

from transforms.articles.lines.author_notes import ABOUT, author_notes
from transforms.articles.lines.lines import Line

BODY = [
    "The harbour was closed on Monday after a storm broke two of its cranes.",
    "Ships waited outside for the whole day.",
    "Repairs will take a week, harbour master Nils Aune told reporters.",
]


def notes_of(*texts: str, authors: tuple[str, ...] = ("Ada Lindqvist",)) -> list[tuple[int, str]]:
    lines = [Line(n, text) for n, text in enumerate([*BODY, *texts], start=1)]
    return [(note.line_number, note.reason) for note in author_notes(lines, authors)]


@pytest.mark.parametrize(
    "note",
    [
        "Ada Lindqvist covers ports and ferries.",
        "Korrespondentin Ada Lindqvist berichtet für uns aus Bergen.",
        "Have a tip? Ada Lindqvist may be reached at the office.",
        "Ada Lindqvist's book on lighthouses is out now.",
    ],
)
def test_last_lines_that_begin_with_the_author_go(note: str) -> None:
    assert notes_of(note) == [(4, ABOUT)]


@pytest.mark.parametrize(
    "line",
    [
        "Lindqvist, the ferry's captain, was not hurt.",
        "The captain thanked all who had helped that night, Ada Lindqvist among them.",
        "Nils Aune said that the port would open again.",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert notes_of(line) == []


def test_lines_further_up_and_short_bodies_stay() -> None:
    assert notes_of("Ada Lindqvist was there.", *BODY) == []
    assert author_notes([Line(1, BODY[0]), Line(2, "Ada Lindqvist covers ports.")], ("Ada Lindqvist",)) == ()


def test_a_single_name_proves_nothing() -> None:
    assert notes_of("Reuters reported on Monday.", authors=("Reuters",)) == []
