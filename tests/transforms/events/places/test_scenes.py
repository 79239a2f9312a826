"""Scenes: each sentence of the suite through the whole reading of an article; the first event's place counts."""

from pathlib import Path

import pytest

from schemas.data_files import Row, read_rows
from tests.transforms.events.articles import article
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import mentions
from transforms.events.parsing.language import load_language

ACTORS, CODEBOOK = Actors.load(), Codebook.load()


def suite() -> list[Row]:
    return read_rows(Path(__file__).with_name("event_places.csv"), ("sentence", "place", "method", "reason"))


@pytest.mark.parametrize("row", suite(), ids=lambda row: row.where)
def test_an_event_is_where_its_sentence_says(row: Row) -> None:
    doc = load_language()(row["sentence"])
    first = mentions(doc, article(doc.text, None), CODEBOOK, ACTORS).event_mentions[0]
    found = (first.place.text, first.place.method) if first.place else ("", "")
    assert found == (row["place"], row["method"]), row["reason"]
