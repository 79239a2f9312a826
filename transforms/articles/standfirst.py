"""The standfirst of a page with markup: what its description says and the page prints apart from the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.articles.lines import word_count
from transforms.articles.page_text import block_of, text_of

MIN_WORDS, MAX_WORDS = 5, 70
START = 24
_STARTS = XPath("//body//text()[contains(., $start)]/parent::*")
_ELSEWHERE = XPath(
    "boolean(ancestor-or-self::*[self::script or self::figure or self::nav or self::footer or self::aside])"
)
_CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[…\])\s*$")
_WORDS = re.compile(r"\w+")


def find_standfirst(tree: HtmlElement, descriptions: Sequence[str], title: str | None, text: str) -> str | None:
    """The first description that the page prints as a block of its own, apart from title and body; None without one.

    A description that is printed nowhere was written for search engines; one that opens the body is the body's.
    """
    taken = f"{_key(title or '')}\n{_key(text)}"
    return next((d for d in descriptions if _may_be(d) and _key(d) not in taken and _is_printed(tree, d)), None)


def _may_be(description: str) -> bool:
    return MIN_WORDS <= word_count(description) <= MAX_WORDS and not _CUT_SHORT.search(description)


def _is_printed(tree: HtmlElement, description: str) -> bool:
    key = _key(description)
    elements = _STARTS(tree, start=description[:START].strip())
    return any(_key(text_of(block_of(e))) == key and not _ELSEWHERE(e) for e in elements)


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
