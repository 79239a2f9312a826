"""Names that the actor tables are sure of."""

import spacy
from spacy.tokens import Doc, Span

from transforms.events.parsing.entities import clean_entities
from transforms.events.parsing.known_names import known_names, with_known


def doc_of(text: str) -> Doc:
    words = text.split()
    tags = ["NNP" if word[0].isupper() else "NN" for word in words]
    return Doc(spacy.blank("en").vocab, words=words, tags=tags)


def found(doc: Doc, *names: tuple[int, int, str]) -> list[tuple[str, str]]:
    spans = [Span(doc, start, end, label=label) for start, end, label in names]
    return [(span.text, span.label_) for span in with_known(doc, spans)]


def test_countries_peoples_and_bodies_have_their_labels() -> None:
    labels = known_names()
    assert labels["Kenya"] == "LOC"
    assert labels["Kenyan"] == "MISC"
    assert labels["African Union"] == "ORG"
    assert labels["NATO"] == "ORG"


def test_the_tables_outrank_the_model() -> None:
    assert found(doc_of("Kenya won"), (0, 1, "ORG")) == [("Kenya", "LOC")]
    assert found(doc_of("the African Union met"), (1, 3, "MISC")) == [("African Union", "ORG")]


def test_a_person_may_be_called_like_a_country() -> None:
    assert found(doc_of("Chad spoke"), (0, 1, "PERSON")) == [("Chad", "PERSON")]
    assert found(doc_of("rebels in Chad"), (2, 3, "PERSON")) == [("Chad", "LOC")]


def test_a_nation_that_the_model_left_out_is_found() -> None:
    assert found(doc_of("a Kenyan court")) == [("Kenyan", "MISC")]
    assert found(doc_of("a kenyan court")) == []


def test_an_article_within_a_sentence_belongs_to_its_name_if_it_has_a_capital() -> None:
    doc = doc_of("judges in The Hague and the Kasai Tribune")
    doc.ents = (Span(doc, 3, 4, label="LOC"), Span(doc, 6, 8, label="ORG"))
    assert [span.text for span in clean_entities(doc).ents] == ["The Hague", "Kasai Tribune"]


def test_titles_and_years_stay_outside() -> None:
    doc = doc_of("Professor Amina Diallo met in 1985 Diallo")
    doc.ents = (Span(doc, 0, 3, label="PERSON"), Span(doc, 5, 7, label="PERSON"))
    assert [span.text for span in clean_entities(doc).ents] == ["Amina Diallo", "Diallo"]
