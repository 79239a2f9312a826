"""Scenes: the place of the event that one word of a sentence tells, against what the sentence says."""

from pathlib import Path

import pytest

from schemas.data_files import Row, read_rows
from transforms.events.actors.actors import Actors
from transforms.events.clauses.clauses import clauses
from transforms.events.parsing.language import load_language
from transforms.events.places.places import places
from transforms.events.places.scenes import event_place

ACTORS = Actors.load()
COLUMNS = ("sentence", "predicate", "event_type", "place", "method", "reason")


def suite() -> list[Row]:
    return read_rows(Path(__file__).with_name("event_places.csv"), COLUMNS)


@pytest.mark.parametrize("row", suite(), ids=lambda row: row.where)
def test_an_event_is_where_its_sentence_says(row: Row) -> None:
    doc = load_language()(row["sentence"])
    told = next(token for token in doc if token.text == row["predicate"])
    clause = next(clause for clause in clauses(told.sent) if clause.predicate == told.i)
    place = event_place(clause, row["event_type"], told.sent, places(doc, ACTORS.read(doc)), None)
    assert ((place.text, place.method) if place else ("", "")) == (row["place"], row["method"]), row["reason"]
