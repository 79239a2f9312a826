"""The visible text of a page's elements, one line a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

MAX_TEXT = 600
SILENT = frozenset(
    ("script", "style", "noscript", "template", "iframe", "svg", "head", "form", "select", "button", "textarea")
)
_SECTIONS = ("address", "article", "aside", "blockquote", "body", "div", "fieldset", "footer", "header", "main", "nav")
_TEXTS = ("br", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "ul")
_TABLES = ("caption", "figcaption", "figure", "table", "tbody", "td", "tfoot", "th", "thead", "tr")
BLOCKS = frozenset((*_SECTIONS, *_TEXTS, *_TABLES))
_BREAK = "\n"


def text_of(element: HtmlElement) -> str:
    """The element's text without scripts, blanks folded; cut after some 600 characters (no credit is longer)."""
    found: list[str] = []
    length = 0
    for piece in _pieces(element):
        found.append(" " if piece == _BREAK else piece)
        length += len(piece)
        if length > MAX_TEXT:
            break
    return folded("".join(found))


def block_of(element: HtmlElement) -> HtmlElement:
    """The nearest element around this one, itself included, that begins a line of its own."""
    node: HtmlElement | None = element
    while node is not None and node.tag not in BLOCKS:
        node = node.getparent()
    return element if node is None else node


def lines_of(elements: Iterable[HtmlElement]) -> Iterator[str]:
    """The block lines of several elements in order, none empty."""
    for element in elements:
        pieces: list[str] = []
        for piece in _pieces(element):
            if piece != _BREAK:
                pieces.append(piece)
                continue
            if line := folded("".join(pieces)):
                yield line
            pieces.clear()
        if line := folded("".join(pieces)):
            yield line


def folded(text: str) -> str:
    """Runs of blanks as one."""
    return re.sub(r"\s+", " ", text).strip()


def _pieces(root: HtmlElement) -> Iterator[str]:
    """Text pieces in order with a break at every block's edge; walks without recursion, for deep trees."""
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, is_end = stack.pop()
        silent = not isinstance(element.tag, str) or element.tag in SILENT
        if element.tag in BLOCKS and not silent:
            yield _BREAK
        if is_end or silent:
            if element is not root:
                yield element.tail or ""
            continue
        yield (element.text or "").replace(_BREAK, " ")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))
