"""Misread UTF-8 is read back where that is certain, and left alone everywhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Reject
from tests.hostile.pages import page_of
from transforms.articles.assemble import assemble
from transforms.articles.page.decode import Document, decode
from transforms.articles.page.mojibake import find_mojibake, repaired

SENTENCES = (
    ("Über den Fluß führt eine „Brücke“ – sagt der Bürgermeister.", "cp1252"),
    ("L’école rouvrira à la rentrée, a déclaré le maire, « très ému ».", "cp1252"),
    ("Çocuklar köprüden geçti, dedi belediye başkanı.", "cp1252"),
    ("Мост через реку снова открыт, сообщили власти города.", "cp1251"),
    ("Мост через реку снова открыт, сообщили власти города.", "cp1252"),
    ("桥梁将在三月底之前重新开放。", "cp1252"),
)
SOUND = (
    *(sentence for sentence, _ in SENTENCES),
    "SÃO PAULO – São “às” ÂNGELA Ã Â â",
    "Он сказал: «СССР», «РФ», «ВТБ» и «УНР».",
    "Le prix : 5 €, « déjà vu » – 20 °C ± 2",
    "Plain ASCII, nothing else.",
    "",
)


def misread(text: str, charset: str) -> str:
    return "".join(bytes((one,)).decode(charset, errors="ignore") or chr(one) for one in text.encode())


@pytest.mark.parametrize(("sentence", "charset"), SENTENCES)
def test_misread_sentences_are_read_back(sentence: str, charset: str) -> None:
    found = find_mojibake(misread(sentence, charset))
    assert found is not None
    assert (found.charset, found.is_certain) == (charset, True)
    assert repaired(misread(sentence, charset), charset) == sentence


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_shows_no_sign(text: str) -> None:
    assert find_mojibake(text) is None


def test_one_or_two_sequences_prove_nothing() -> None:
    assert find_mojibake(misread("déjà", "cp1252")) is None


def test_a_text_that_is_partly_misread_is_flagged_and_left_alone() -> None:
    text = "Über die schöne Brücke führt ein Weg. " + misread("Über die schöne Brücke führt ein Weg.", "cp1252")
    found = find_mojibake(text)
    assert found is not None and not found.is_certain
    document = decode(page_of(text.encode(), "text/plain"))
    assert isinstance(document, Document)
    assert (document.text, document.flags) == (text, ("mojibake",))


def test_an_article_says_that_it_was_repaired() -> None:
    text = "Die Brücke über den Fluß führt wieder zum Markt für Gemüse, sagte die Bürgermeisterin am Montag."
    document = decode(page_of(misread(text, "cp1252").encode(), "text/plain"))
    assert not isinstance(document, Reject)
    article = assemble(document).article
    assert article is not None
    assert (article.text, article.flags) == (text, ("mojibake repaired",))


def test_an_article_says_that_characters_were_lost() -> None:
    document = decode(page_of("The caf\ufffd on the bridge was open on Monday, its owner said.".encode(), "text/plain"))
    assert not isinstance(document, Reject)
    article = assemble(document).article
    assert article is not None
    assert article.flags == ("characters lost",)


@given(st.text(st.characters(categories=["L", "N", "Po", "Zs"]), max_size=200), st.sampled_from(["cp1252", "cp1251"]))
def test_a_certain_misreading_is_undone_exactly(text: str, charset: str) -> None:
    bad = misread(text, charset)
    found = find_mojibake(bad)
    if found and found.is_certain and found.charset == charset and len(bad) == len(text.encode()):
        assert repaired(bad, charset).encode("utf8", "replace") == text.encode("utf8", "replace")


@given(st.text(max_size=300))
def test_any_text_can_be_looked_at(text: str) -> None:
    found = find_mojibake(text)
    assert found is None or repaired(text, found.charset)
