import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.page.charset import declared_charset, text_of

SENTENCE = "Über den Fluß führt eine Brücke – sagt der „Bote“."


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_bytes_are_read_in_the_charset_they_were_written_in(charset: str) -> None:
    assert text_of(SENTENCE.encode(charset), f"text/plain; charset={charset}") == SENTENCE


def test_bytes_that_are_valid_utf8_win_over_a_wrong_label() -> None:
    assert text_of(SENTENCE.encode(), "text/html; charset=ISO-8859-1") == SENTENCE


def test_latin_1_is_read_as_browsers_read_it() -> None:
    assert text_of("Schöne “Brücke”".encode("cp1252"), "text/plain; charset=iso-8859-1") == "Schöne “Brücke”"


def test_the_page_itself_may_declare_its_charset() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Порт открыт</body></html>'.encode("cp1251")
    assert declared_charset(page, "text/html") == "cp1251"
    assert "Порт открыт" in (text_of(page, "text/html") or "")


def test_without_a_label_the_bytes_decide() -> None:
    text = "В порту снова работают краны, сообщили портовые власти. Корабли ждали на рейде три дня."
    assert text_of(text.encode("cp1251")) == text


def test_a_character_cut_at_the_end_costs_only_itself() -> None:
    assert text_of(("Der Hafen ist offen. " * 20 + "ü").encode()[:-1]) == "Der Hafen ist offen. " * 20 + "\ufffd"


def test_line_ends_become_newlines() -> None:
    assert text_of(b"one\r\ntwo\rthree") == "one\ntwo\nthree"


def test_bytes_that_are_no_text_are_none() -> None:
    assert text_of(bytes(range(256)) * 8) is None


@pytest.mark.parametrize("label", ["no-such-charset", "base64", "zlib", "rot13"])
def test_a_label_that_names_no_charset_is_ignored(label: str) -> None:
    assert declared_charset(b"", f"text/plain; charset={label}") is None


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"], blacklist_characters="\x00\r\ufeff")))
def test_what_was_written_as_utf8_is_read_back(text: str) -> None:
    assert text_of(text.encode()) == text


@given(st.binary(max_size=300), st.sampled_from([None, "text/html; charset=utf-16", "text/plain; charset=big5"]))
def test_no_bytes_crash_the_reader(body: bytes, content_type: str | None) -> None:
    found = text_of(body, content_type)
    assert found is None or isinstance(found, str)
