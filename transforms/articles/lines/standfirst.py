"""The standfirst of a page with markup: what the page prints below its headline and apart from its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.articles.lines.lines import Line, is_prose, word_count
from transforms.articles.page.visible_text import block_of, lines_of, text_of
from transforms.articles.wordlists import rows

MIN_WORDS, MAX_WORDS = 5, 70
MANY = 2
START = 24
MARKED, DESCRIBED = "marked in the page", "description"
_STARTS = XPath("//body//text()[contains(., $start)]/parent::*")
_NAMED = XPath("//body//*[self::p or self::div or self::h2 or self::h3 or self::span or self::section][@class or @id]")
_ELSEWHERE = XPath(
    "boolean(ancestor-or-self::*[self::a or self::script or self::figure or self::nav or self::footer or self::aside])"
)
_CUT_SHORT = re.compile(r"(?:\.\.\.|…|\[…\])\s*$")
_WORDS = re.compile(r"\w+")
_NAME_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The text, how it was found, and whether the body's first line is it."""

    text: str
    method: str
    opens_body: bool = False


def find_standfirst(
    tree: HtmlElement, descriptions: Sequence[str], title: str | None, body: Sequence[Line]
) -> Standfirst | None:
    """What the markup names a standfirst, else a description printed as a block of its own; None without one.

    A description that is printed nowhere was written for search engines; a first paragraph that nothing marks is body.
    """
    first = _key(body[0].text) if len(body) > 1 else ""
    taken = "\n".join(_key(text) for text in (title or "", *(line.text for line in body)))
    for text in _marked(tree):
        if _key(text) == first or _key(text) not in taken:
            return Standfirst(text, MARKED, _key(text) == first)
    described = (d for d in descriptions if _may_be(d) and _key(d) not in taken and _is_printed(tree, d))
    return next((Standfirst(text, DESCRIBED) for text in described), None)


def _marked(tree: HtmlElement) -> Iterator[str]:
    """The texts of elements whose class or id names a standfirst; a name used for several texts is a list's."""
    by_word: dict[str, dict[str, HtmlElement]] = {}
    for element in _NAMED(tree):
        for word in _hints(element):
            by_word.setdefault(word, {})[text_of(element)] = element
    for word, texts in by_word.items():
        text, element = next(iter(texts.items()))
        if len(texts) > 1 or not _may_be(text) or _ELSEWHERE(element):
            continue
        if not _hint_words()[word] and _is_one_of_many(element):
            continue
        if len(list(lines_of([element]))) == 1:
            yield text


def _is_one_of_many(element: HtmlElement) -> bool:
    """Whether it is a paragraph among the article's own: then "lead" or "intro" may just name the first of them."""
    parent = element.getparent()
    if element.tag != "p" or parent is None:
        return False
    return sum(is_prose(text_of(sibling)) for sibling in parent.iterchildren("p")) > MANY


def _hints(element: HtmlElement) -> set[str]:
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word.casefold() for word in _NAME_WORDS.findall(names)} & _hint_words().keys()


@cache
def _hint_words() -> dict[str, bool]:
    """Words that name a standfirst, and whether they do so even amid the article's paragraphs."""
    found = rows("standfirst_hints", "word", "amid_paragraphs", "note")
    return {row["word"]: row["amid_paragraphs"] == "yes" for row in found}


def _may_be(text: str) -> bool:
    return MIN_WORDS <= word_count(text) <= MAX_WORDS and not _CUT_SHORT.search(text)


def _is_printed(tree: HtmlElement, description: str) -> bool:
    key = _key(description)
    elements = _STARTS(tree, start=description[:START].strip())
    return any(_key(text_of(block_of(e))) == key and not _ELSEWHERE(e) for e in elements)


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
