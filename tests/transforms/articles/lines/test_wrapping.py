from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.lines.lines import text_lines
from transforms.articles.lines.wrapping import unwrap

WRAPPED = """\
The harbour of the old town was closed on Monday after a storm
broke two of its cranes and flooded the quay where the ferries to
Bergen and Oslo are loaded, the port authority said.

Ships waited outside for the whole day. The first of them, the
freighter Nora, was let in when the wind had dropped in the early
evening.
"""


def texts(text: str) -> list[str]:
    return [line.text for line in unwrap(text_lines(text))]


def test_wrapped_paragraphs_become_one_line_each() -> None:
    found = texts(WRAPPED)
    assert len(found) == 2
    assert found[0].endswith("the ferries to Bergen and Oslo are loaded, the port authority said.")
    assert found[1].startswith("Ships waited outside for the whole day. The first of them, the freighter Nora,")


def test_a_single_break_inside_a_sentence_is_mended() -> None:
    assert texts("The minister said on Monday that\nthe harbour would open.\nNobody asked.") == [
        "The minister said on Monday that the harbour would open.",
        "Nobody asked.",
    ]


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "A storm closes the old harbour\nBy Ada Lindqvist\nThe harbour was closed on Monday.\nquay two stays shut"
    assert texts(text) == text.split("\n")


def test_a_blank_line_always_parts() -> None:
    assert len(texts("The minister said on Monday that\n\nthe harbour would open.")) == 2


@given(st.text(alphabet="ab. \nAB,:é"))
def test_no_word_is_lost_and_numbers_still_grow(text: str) -> None:
    found = unwrap(text_lines(text))
    assert " ".join(line.text for line in found).split() == text.split()
    assert [line.number for line in found] == sorted({line.number for line in found})
