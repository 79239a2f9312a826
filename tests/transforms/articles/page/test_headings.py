"""Titles as a page gives them, and the heading of its article."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from transforms.articles.page.headings import find_headline, read_titles
from transforms.articles.page.visible_text import text_of
from transforms.articles.titles import choose_title

URL = "https://harbourpost.example/2020/bridge-falls-at-noon"


def tree(body: str, title: str = "Bridge falls at noon | Quay") -> HtmlElement:
    return document_fromstring(f"<html><head><title>{title}</title></head><body>{body}</body></html>")


@pytest.mark.parametrize(
    ("body", "method"),
    [
        ("<h1>Bridge falls at noon</h1>", "h1 as in title element"),
        ('<h1><a href="/">Quay</a></h1><h2>Bridge falls at noon</h2>', "heading as in the address"),
        ('<a href="https://quay.example/"><h1>Quay</h1></a><h3>Bridge falls at noon</h3>', "heading as in the address"),
        ('<h1><a href="#top">Bridge falls at noon</a></h1>', "h1 as in title element"),
        ("<h2>More ships</h2>", "title element"),
    ],
)
def test_the_headline_of_a_page(body: str, method: str) -> None:
    titles = read_titles(tree(body), (), (), URL)
    assert (choose_title(titles, "Quay").text, choose_title(titles, "Quay").method) == ("Bridge falls at noon", method)


def test_the_heading_that_prints_the_title_is_found() -> None:
    page = tree('<h1><a href="/">Quay</a></h1><h2>More ships</h2><h2>Bridge falls at noon</h2>')
    heading = find_headline(page, read_titles(page, (), (), URL), "Quay")
    assert heading is not None
    assert text_of(heading) == "Bridge falls at noon"
    assert find_headline(tree("<p>Ships</p>"), (), None) is None


@settings(deadline=None)
@given(st.text(alphabet="ab <>h123/=\"'#?:", max_size=60), st.text(max_size=30))
def test_any_page_and_address_are_read_without_error(body: str, url: str) -> None:
    page = tree(body)
    find_headline(page, read_titles(page, (), (), url), None)
