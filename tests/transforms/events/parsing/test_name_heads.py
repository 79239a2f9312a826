"""Kinds of names by their head words."""

import pytest
import spacy
from spacy.tokens import Doc, Span

from transforms.events.parsing.name_heads import KINDS, PLACES, name_heads, with_kinds


def doc_of(text: str, tags: dict[str, str] | None = None) -> Doc:
    """Words with Penn tags: NNP where capitalised, NN otherwise, unless given."""
    words = text.split()
    given = [(tags or {}).get(word, "NNP" if word[0].isupper() else "NN") for word in words]
    return Doc(spacy.blank("en").vocab, words=words, tags=given)


def kinds(doc: Doc, *names: tuple[int, int, str]) -> list[tuple[str, str]]:
    spans = [Span(doc, start, end, label=label) for start, end, label in names]
    return [(span.text, span.label_) for span in with_kinds(doc, spans)]


def test_the_table_holds_kinds_and_places_only() -> None:
    assert set(name_heads().values()) <= set(KINDS)
    assert {place for _, place in name_heads()} == set(PLACES)
    assert all(word == word.strip() and word for word, _ in name_heads())


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("Bomi County", "PERSON", "LOC"),
        ("Lofa River", "ORG", "LOC"),
        ("Kasai Battalion", "PERSON", "ORG"),
        ("Harvest Festival", "LOC", "MISC"),
        ("Battle of Tondibi", "LOC", "MISC"),
        ("Ministry of Works", "LOC", "ORG"),
    ],
)
def test_a_head_tells_the_kind(text: str, found: str, kind: str) -> None:
    doc = doc_of(text, {"of": "IN"})
    assert kinds(doc, (0, len(doc), found)) == [(text, kind)]


def test_other_names_keep_their_kind() -> None:
    assert kinds(doc_of("Amara Conteh spoke", {"spoke": "VBD"}), (0, 2, "PERSON")) == [("Amara Conteh", "PERSON")]


def test_a_head_alone_tells_nothing() -> None:
    assert kinds(doc_of("River won", {"won": "VBD"}), (0, 1, "PERSON")) == [("River", "PERSON")]


def test_letters_are_no_person() -> None:
    doc = doc_of("The MNDL rejected it", {"The": "DT", "rejected": "VBD"})
    assert kinds(doc, (1, 2, "PERSON")) == [("MNDL", "ORG")]


def test_a_word_of_a_headline_in_capitals_may_be_a_person() -> None:
    doc = doc_of("CONTEH REJECTS IT")
    assert kinds(doc, (0, 1, "PERSON")) == [("CONTEH", "PERSON")]


def test_a_run_of_capitalised_words_before_a_head_is_a_name() -> None:
    doc = doc_of("near the Kasai Valley Railway depot", {"near": "IN", "the": "DT"})
    assert kinds(doc) == [("Kasai Valley Railway", "LOC")]


def test_a_run_that_a_name_interrupts_is_left() -> None:
    doc = doc_of("Kasai Valley Railway")
    assert kinds(doc, (1, 2, "LOC")) == [("Valley", "LOC")]
