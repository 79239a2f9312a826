from __future__ import annotations

from pathlib import Path

from schemas.tables import TABLES
from warehouse import dictionary

WRITTEN = Path(__file__).parents[2] / "docs" / "data-dictionary.md"


def test_the_written_dictionary_is_that_of_the_declarations() -> None:
    assert WRITTEN.read_text(encoding="utf8") == dictionary.markdown(), "run `make docs`"


def test_every_column_has_its_row() -> None:
    text = dictionary.markdown()

    assert "| **article_id** | VARCHAR |  | Hash of the canonical address" in text
    assert "| authors | VARCHAR[] |  | Names of the people" in text
    assert "| published_at | TIMESTAMPTZ | yes | The instant of publication" in text
    assert "| plover_quad | INTEGER |  | PLOVER's quad of event_type. From 1 to 4. |" in text
    assert "| event_id | VARCHAR |  | The event that this mention belongs to. A row of [events](#events). |" in text
    assert text.count("\n## ") == len(TABLES) + 1
