"""Hostile pages: never a crash, never a hang, always an article or a reject with its reason."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Page
from tests.hostile.pages import PARAGRAPHS, SENTENCE, Hostile, hostile_pages, html, page_of
from transforms.articles.page.decode import RECORD_TYPE
from transforms.frames import frames
from transforms.walk import Tools, Walked, walk

MOST_SECONDS = 5.0
PAGES = list(hostile_pages())
TYPES = st.sampled_from(["text/html", "text/plain", "text/html; charset=utf-16", "application/octet-stream", ""])
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div class='date'>",
            "</div>",
            "<article>",
            "<table><tr><td>",
            "<!--",
            "-->",
            "<script>",
            "<",
        ),
        *(
            "<li><a href='/1'>",
            "</a>",
            "<h1>",
            "<h2>",
            "<br>",
            "<time datetime='2020-02-31'>",
            "</html>",
            "<body>",
            "&#0;",
        ),
        *(
            "<meta name='author' content='",
            "'>",
            '{"@type":"NewsArticle","author":[{',
            "}]}",
            "<![CDATA[",
            "]]>",
            "&amp;lt;",
        ),
        *(
            SENTENCE,
            "By Ann Lee",
            "12.02.2020",
            "LIMA, March 9 - ",
            "“",
            "\u202e",
            "\x00",
            "\ud83d",
            "é",
            "Ã©",
            "\n",
            " ",
        ),
    ]
)


# Records may hold halves of characters, which no encoding of Unicode knows.
TEXTS = st.one_of(st.text(st.characters(categories=["L", "P", "Zs", "Cs", "Cc"]), max_size=60), PIECES)


@pytest.fixture(scope="module")
def tools() -> Tools:
    """Tools that have worked once: word lists are read when they are first needed."""
    found = Tools.load()
    list(walk([page_of(html(PARAGRAPHS)), page_of(SENTENCE.encode(), "text/plain")], found))
    return found


def walked(page: Page, tools: Tools) -> Walked:
    began = time.process_time()
    (found,) = walk([page], tools)
    assert time.process_time() - began < MOST_SECONDS
    assert (found.article is None) != (found.reject is None)
    assert found.reject is None or (found.reject.reason != "unexpected error" and found.reject.message)
    assert sum(frames([found])[table].height for table in ("articles", "rejects")) == 1
    return found


def test_names_stand_once() -> None:
    assert len({page.name for page in PAGES}) == len(PAGES)


@pytest.mark.parametrize("hostile", PAGES, ids=lambda hostile: hostile.name)
def test_a_hostile_page_has_its_fate(hostile: Hostile, tools: Tools) -> None:
    found = walked(page_of(hostile.make(), hostile.content_type), tools)
    assert (found.reject.reason if found.reject else "article") == hostile.fate


@pytest.mark.fuzz
@given(body=st.binary(max_size=400), content_type=TYPES)
def test_any_bytes_become_an_article_or_a_reject(body: bytes, content_type: str, tools: Tools) -> None:
    walked(page_of(body, content_type), tools)


@pytest.mark.fuzz
@given(pieces=st.lists(PIECES, max_size=40), content_type=TYPES)
def test_any_markup_becomes_an_article_or_a_reject(pieces: list[str], content_type: str, tools: Tools) -> None:
    walked(page_of("".join(pieces).encode("utf8", "surrogatepass"), content_type), tools)


@pytest.mark.fuzz
@given(
    fields=st.dictionaries(
        st.sampled_from(["html", "text", "title", "authors", "published", "language", "url"]),
        st.one_of(TEXTS, st.lists(TEXTS, max_size=3), st.none(), st.integers(), st.just({"text": SENTENCE})),
    )
)
def test_any_record_becomes_an_article_or_a_reject(fields: dict[str, object], tools: Tools) -> None:
    walked(page_of(json.dumps(fields).encode(), RECORD_TYPE), tools)


@pytest.mark.fuzz
@given(cut=st.integers(0, 900), noise=st.binary(max_size=8), at=st.integers(0, 900))
def test_a_page_cut_and_damaged_anywhere_becomes_one_too(cut: int, noise: bytes, at: int, tools: Tools) -> None:
    body = html(f"<article><h1>A bridge</h1>{PARAGRAPHS}</article>")
    walked(page_of(body[:at] + noise + body[at + len(noise) : len(body) - cut], "text/html"), tools)
