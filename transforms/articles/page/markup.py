"""HTML: one parsed tree for all readers, and the lines of the article's body. The only user of trafilatura."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import dataclass

import trafilatura
from lxml.etree import ParserError, XPath, XPathEvalError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from transforms.articles.limits import MAX_CHARACTERS, MAX_DEPTH, MAX_ELEMENTS, MAX_NAMES
from transforms.articles.lines.lines import Line, flat
from transforms.articles.page.visible_text import lines_of

# A bad page is a row in rejects; the extractor's own warnings would only repeat it on the terminal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_ELEMENTS = XPath("count(//*)")
_TOO_DEEP = XPath("boolean(" + "/*" * (MAX_DEPTH + 1) + ")")
_LONG_NAMES = XPath(f"//*[string-length(@class) > {MAX_NAMES} or string-length(@id) > {MAX_NAMES}]")
_FURNITURE = XPath("//nav|//footer|//aside")
_SCRIPTS = ("script", "style")
_LIST_MARK = re.compile(r"^[-•*]\s+")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a tree is not worked on."""

    reason: str
    message: str


def parse(html: str) -> HtmlElement | Refusal:
    """The parsed page; a Refusal where it is empty or beyond the limits on elements and depth."""
    parser = HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        huge_tree=True,  # else a text of ten million characters would vanish without a word
        remove_comments=True,
        remove_pis=True,
    )
    try:
        tree = document_fromstring(html.encode("utf8", "replace"), parser=parser)
    except (ParserError, ValueError):
        return Refusal("empty", "the page holds no markup that can be read")
    return _beyond_limits(tree) or _with_short_names(tree)


@dataclass(frozen=True, slots=True)
class Found:
    """What the first reader takes for the article: its lines in order, and which of them are headings."""

    lines: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()


def first_reading(tree: HtmlElement, url: str | None = None, *, thorough: bool = False) -> Found:
    """The lines that trafilatura finds (`thorough`: with its fallbacks); none where no body stands out."""
    found = trafilatura.bare_extraction(tree, url=url, favor_precision=True, fast=not thorough, include_comments=False)
    if not isinstance(found, trafilatura.metadata.Document):
        return Found()
    texts = (_LIST_MARK.sub("", flat(line)) for line in (found.text or "").split("\n"))
    heads = frozenset(flat("".join(head.itertext())) for head in found.body.iter("head"))
    return Found(tuple(text for text in texts if text), heads)


def visible_lines(tree: HtmlElement) -> list[Line]:
    """The page's text, one line a block, without scripts, navigation, footers, sidebars and forms."""
    pruned = deepcopy(tree)
    for element in _FURNITURE(pruned):
        element.drop_tree()
    texts = (flat(text) for text in lines_of(pruned.iterfind("body")))
    return [Line(n, text) for n, text in enumerate(filter(None, texts), start=1)]


def _beyond_limits(tree: HtmlElement) -> Refusal | None:
    elements = int(_ELEMENTS(tree))
    if elements > MAX_ELEMENTS:
        return Refusal("too many elements", f"{elements:,} elements; the limit is {MAX_ELEMENTS:,}")
    if _is_too_deep(tree):
        return Refusal("tree too deep", f"elements are nested deeper than {MAX_DEPTH}")
    characters = sum(map(_characters, tree.iter()))
    if characters > MAX_CHARACTERS:
        return Refusal("too much text", f"{characters:,} characters; the limit is {MAX_CHARACTERS:,}")
    return None


def _characters(element: HtmlElement) -> int:
    """The characters in and behind an element; those of scripts do not count."""
    inside = 0 if element.tag in _SCRIPTS else len(element.text or "")
    return inside + len(element.tail or "")


def _with_short_names(tree: HtmlElement) -> HtmlElement:
    for element in _LONG_NAMES(tree):
        for name in ("class", "id"):
            element.attrib.pop(name, None)
    return tree


def _is_too_deep(tree: HtmlElement) -> bool:
    try:
        return bool(_TOO_DEEP(tree.getroottree()))
    except XPathEvalError:
        return True
