import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement, tostring

from transforms.articles.page import markup
from transforms.articles.page.body import Body, read_body
from transforms.articles.page.markup import Refusal, parse, visible_lines

PARAGRAPHS = [
    "The harbour was closed on Monday after a storm broke two of its cranes, the port authority said in the evening.",
    "Ships waited outside for the whole day, and three ferries to the islands were cancelled before noon.",
    "Repairs will take a week, harbour master Nils Aune told reporters, and cost more than the port has.",
    "The cranes were built in 1987 and had been inspected in spring, when no cracks were found in them.",
]
PAGE = f"""<html><head><title>Storm | Harbour Gazette</title><script>var x = "not text";</script></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Storm closes the harbour</h1>
<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><h2>Repairs take a week</h2><p>{PARAGRAPHS[2]}</p><p>{PARAGRAPHS[3]}</p>
<ul><li>Crane one is to be replaced by a new one from Gdansk.</li></ul></article>
<footer>© 2026 Harbour Gazette</footer></body></html>"""


def tree_of(html: str) -> HtmlElement:
    tree = parse(html)
    assert not isinstance(tree, Refusal)
    return tree


def test_the_body_comes_in_order_with_its_subheads_marked() -> None:
    found = [(line.text, line.is_heading) for line in read_body(tree_of(PAGE)).lines]
    assert found == [
        (PARAGRAPHS[0], False),
        (PARAGRAPHS[1], False),
        ("Repairs take a week", True),
        (PARAGRAPHS[2], False),
        (PARAGRAPHS[3], False),
        ("Crane one is to be replaced by a new one from Gdansk.", False),
    ]


def test_reading_the_body_leaves_the_tree_as_it_was() -> None:
    tree = tree_of(PAGE)
    before = tostring(tree)
    read_body(tree)
    visible_lines(tree)
    assert tostring(tree) == before


def test_a_page_without_a_body_that_stands_out_gives_its_visible_lines() -> None:
    html = "<html><body><nav>Home</nav><div>The port is <b>open</b>.</div><script>1</script><footer>©</footer></html>"
    assert [line.text for line in read_body(tree_of(html)).lines] == ["The port is open."]


def test_a_declared_encoding_does_not_harm_text_that_is_decoded() -> None:
    html = '<?xml version="1.0" encoding="ISO-8859-1"?><html><body><p>Grüße – „Hafen“</p></body></html>'
    assert [line.text for line in visible_lines(tree_of(html))] == ["Grüße – „Hafen“"]


@pytest.mark.parametrize("html", ["", "   ", "<!-- nothing -->"])
def test_no_markup_is_empty(html: str) -> None:
    found = parse(html)
    assert isinstance(found, Refusal)
    assert found.reason == "empty"


@pytest.mark.parametrize("depth", [260, 5_000, 100_000])
def test_a_tree_beyond_the_depth_limit_is_refused(depth: int) -> None:
    found = parse("<div>" * depth + "text")
    assert isinstance(found, Refusal)
    assert found.reason == "tree too deep"


def test_a_deep_tree_within_the_limit_is_read() -> None:
    assert [line.text for line in read_body(tree_of("<div>" * 150 + "The port is open.")).lines] == [
        "The port is open."
    ]


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_ELEMENTS", 20)
    found = parse("<p>one</p>" * 30)
    assert isinstance(found, Refusal)
    assert found.reason == "too many elements"


@given(st.text(alphabet=st.sampled_from("<>/=\"' apdivbrhtml&;é!-[]"), max_size=200))
def test_no_markup_crashes_the_reader(html: str) -> None:
    found = parse(html)
    assert isinstance(found, Refusal) or isinstance(read_body(found), Body)
