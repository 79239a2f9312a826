"""How a block stands on its page: what holds it, and in which style it is set."""

from __future__ import annotations

from lxml.html import HtmlElement

from transforms.articles.page.blocks import HEADS, Block

MAX_STYLE_DEPTH = 4
Style = tuple[tuple[str, str | None], ...]
_SHELLS = HEADS | {"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"}


def home_of(block: Block) -> HtmlElement:
    """The element that holds the block's paragraph, list or quote."""
    node = block.element
    while node.tag in _SHELLS and (parent := node.getparent()) is not None:
        node = parent
    return node


def style_of(block: Block) -> Style:
    """Tags and classes from the block's element out to the nearest one around it that has a class."""
    found: list[tuple[str, str | None]] = []
    node: HtmlElement | None = block.element
    while node is not None and len(found) < MAX_STYLE_DEPTH:
        found.append((str(node.tag), node.get("class")))
        if len(found) > 1 and node.get("class"):
            break
        node = node.getparent()
    return tuple(found)
