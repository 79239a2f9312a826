import pytest

from schemas.data_files import DataFileError, Row
from tests.transforms.articles.page.pages import PARAGRAPHS, tree_of
from transforms.articles.page import furniture as module
from transforms.articles.page.blocks import blocks_of
from transforms.articles.page.furniture import Hint, hints, read_furniture
from transforms.articles.wordlists import rows

REASONS = {row["reason"] for row in rows("removal_reasons", "reason", "meaning")}


def reasons_of(content: str, limit: float = 0.3) -> dict[str, str | None]:
    blocks = blocks_of(tree_of(f"<div>{content}<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></div>"))
    found = read_furniture(blocks).reasons([float(len(block.text.split())) for block in blocks], limit)
    return {block.text: reason for block, reason in zip(blocks, found, strict=True)}


@pytest.mark.parametrize("hint", hints(), ids=lambda hint: f"{hint.kind}:{hint.name}")
def test_every_row_names_a_listed_reason_and_works(hint: Hint) -> None:
    assert hint.reason in REASONS
    if hint.kind == "word":
        assert reasons_of(f"<div class='x-{hint.name}'>Some text</div>")["Some text"] == hint.reason
    elif hint.name != "caption":
        assert reasons_of(f"<{hint.name}>Some text</{hint.name}>")["Some text"] == hint.reason


def test_no_name_stands_twice() -> None:
    assert len({(hint.kind, hint.name) for hint in hints()}) == len(hints())


@pytest.mark.parametrize("names", ["relatedness", "shareholders", "x-commentary-free", "navy"])
def test_a_part_of_a_word_is_no_name(names: str) -> None:
    assert reasons_of(f"<div class='{names}'>Some text</div>")["Some text"] is None


def test_the_nearest_name_tells_the_reason() -> None:
    found = reasons_of("<div class='footer'><div class='newsletter'>Some text</div></div>")
    assert found["Some text"] == "newsletter prompt"


def test_a_name_around_most_of_the_text_is_none() -> None:
    blocks = blocks_of(tree_of(f"<div class='modal'><p>{PARAGRAPHS[0]}</p></div><p>Short text</p>"))
    assert read_furniture(blocks).reasons([20.0, 2.0], 0.3) == [None, None]


@pytest.mark.parametrize("attribute", ["hidden", "style='display: none'", "class='visually-hidden'"])
def test_what_is_not_shown_is_no_text(attribute: str) -> None:
    assert reasons_of(f"<div {attribute}>Some text</div>")["Some text"] == "hidden on the page"


def test_a_kind_that_nobody_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    row = Row("furniture_hints.csv:2", {"kind": "colour", "name": "red", "reason": "navigation", "note": ""})
    monkeypatch.setattr(module, "rows", lambda *_: (row,))
    hints.cache_clear()
    with pytest.raises(DataFileError, match="kind must be one of"):
        hints()
    hints.cache_clear()
