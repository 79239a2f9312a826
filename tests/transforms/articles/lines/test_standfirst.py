from lxml.html import HtmlElement, document_fromstring

from transforms.articles.lines.lines import Line
from transforms.articles.lines.standfirst import Standfirst, find_standfirst
from transforms.articles.wordlists import rows

LINE = "Ships wait outside while two cranes are mended."
FIRST = "The harbour was closed on Monday after a storm."
BODY = [Line(1, FIRST), Line(2, "Three ferries were cancelled.")]


def page(middle: str) -> HtmlElement:
    return document_fromstring(
        f"<html><body><h1>Storm</h1>{middle}<p>{FIRST}</p><p>Three ferries were cancelled.</p></body></html>"
    )


def test_a_description_that_the_page_prints_is_the_standfirst() -> None:
    assert find_standfirst(page(f"<p>{LINE}</p>"), [LINE], "Storm", BODY) == Standfirst(LINE, "description")


def test_a_description_that_is_printed_nowhere_is_none() -> None:
    assert find_standfirst(page(""), [LINE], "Storm", BODY) is None


def test_a_description_that_is_cut_short_or_under_a_picture_is_none() -> None:
    cut = "Ships wait outside while two cranes…"
    assert find_standfirst(page(f"<p>{cut}</p>"), [cut], "Storm", BODY) is None
    assert find_standfirst(page(f"<figure><p>{LINE}</p></figure>"), [LINE], "Storm", BODY) is None


def test_a_first_paragraph_that_only_a_description_repeats_stays_body() -> None:
    assert find_standfirst(page(""), [FIRST], "Storm", BODY) is None


def test_an_element_that_is_called_a_standfirst_is_one_even_where_it_opens_the_body() -> None:
    assert find_standfirst(page(f'<p class="article-standfirst">{LINE}</p>'), [], "Storm", BODY) == Standfirst(
        LINE, "marked in the page"
    )
    marked = page(f'<p class="article__standfirst">{FIRST}</p>')
    assert find_standfirst(marked, [], "Storm", BODY) == Standfirst(FIRST, "marked in the page", opens_body=True)


def test_a_name_that_many_texts_bear_is_a_lists() -> None:
    teasers = "".join(f'<p class="excerpt">Teaser number {n} tells of something else.</p>' for n in range(3))
    assert find_standfirst(page(teasers), [], "Storm", BODY) is None


def test_every_hint_works() -> None:
    for row in rows("standfirst_hints", "word", "amid_paragraphs", "note"):
        marked = page(f'<p class="article-{row["word"]}">{LINE}</p>')
        assert find_standfirst(marked, [], "Storm", BODY) == Standfirst(LINE, "marked in the page"), row
