"""A page's titles, in its markup and printed, and the heading that prints the article's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from transforms.articles.dates.words import fold
from transforms.articles.limits import MAX_CANDIDATES, MAX_CONTENT
from transforms.articles.page.visible_text import text_of
from transforms.articles.titles import TitleCandidate, choose_title, clean_title
from transforms.articles.urls import slug_words

MIN_HEADLINE = 12
SLUG_SHARE = 0.75
_WORD = re.compile(r"\w+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def read_titles(
    tree: HtmlElement, tagged: Iterable[str], meta: Iterable[str], url: str | None
) -> tuple[TitleCandidate, ...]:
    """JSON-LD's headlines (`tagged`), printed headings, `meta` titles and the title element, in order of the page."""
    printed = tuple(islice(_printed(tree), MAX_CANDIDATES))
    return (
        *(TitleCandidate(text, "json-ld headline") for text in tagged),
        *printed,
        *(() if any(c.method == "h1" for c in printed) else _told_by_address(tree, url)),
        *(TitleCandidate(text, "meta title") for text in meta),
        *(TitleCandidate(text_of(element)[:MAX_CONTENT], "title element") for element in tree.iterfind("head/title")),
    )


def find_headline(tree: HtmlElement, titles: Sequence[TitleCandidate], site_name: str | None) -> HtmlElement | None:
    """The heading that prints the chosen title; else the page's first h1 with words."""
    chosen = choose_title(titles, site_name).text
    heads = [(e, text) for e in tree.iter("h1", "h2", "h3") if (text := clean_title(text_of(e)))]
    exact = next((e for e, text in heads if text == chosen), None)
    if exact is not None or chosen is None:
        return exact
    part = next((e for e, text in heads if len(text) >= MIN_HEADLINE and text in chosen), None)
    return part if part is not None else next((e for e, _ in heads if e.tag == "h1"), None)


def _printed(tree: HtmlElement) -> Iterator[TitleCandidate]:
    for element in tree.iter("h1"):
        text = text_of(element)
        if text:
            yield TitleCandidate(text, "site heading" if _leads_home(element) else "h1")


def _leads_home(heading: HtmlElement) -> bool:
    """Whether a heading is a link to the site's first page: its text names the site."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return bool(links) and all(_is_home(link.get("href") or "") for link in links)


def _is_home(address: str) -> bool:
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return bool(address.strip()) and not address.startswith("#") and parts.path in ("", "/") and not parts.query


def _told_by_address(tree: HtmlElement, url: str | None) -> Iterator[TitleCandidate]:
    """Lower headings of a page without h1 whose words make up its address."""
    slug = slug_words(url) if url else frozenset()
    if not slug:
        return
    for element in tree.iter("h2", "h3"):
        text = text_of(element)
        words = set(_WORD.findall(fold(text))) | set(_WORD.findall(text.casefold().translate(_UMLAUTS)))
        if len(slug & words) >= SLUG_SHARE * len(slug):
            yield TitleCandidate(text, "heading as in the address")
            return
