"""How a block stands on its page: what holds it, and in which style it is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from lxml.html import HtmlElement

from transforms.articles.page.blocks import HEADS, Block

MAX_STYLE_DEPTH = 4
MIN_HOME = 0.5
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


def main_home(blocks: Sequence[Block], words: Sequence[float], prose: Collection[int]) -> HtmlElement | None:
    """The element that holds most of these blocks' words; None where none holds half."""
    homes: Counter[HtmlElement] = Counter()
    for at in prose:
        homes[home_of(blocks[at])] += round(words[at])
    most = homes.most_common(1)
    return most[0][0] if most and most[0][1] > MIN_HOME * homes.total() else None


def is_quoted_in(block: Block, home: HtmlElement) -> bool:
    """Whether the block stands in a quotation of its own below this element: a pulled quote, an embedded post."""
    around = [block.element, *block.element.iterancestors()]
    return home in around and any(element.tag == "blockquote" for element in around[: around.index(home)])
