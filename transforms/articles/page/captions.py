"""Which blocks stand alone beside a picture: its caption, whatever the markup calls it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.articles.page.blocks import Block

MAX_LEVELS = 3
# Room for a credit or a button beside the caption.
MAX_OTHER = 1.3
_HOLDS_PICTURE = XPath("boolean(descendant::img|descendant::picture|descendant::video|descendant::amp-img)")
_TEXT_LENGTH = XPath("string-length(normalize-space())")


def captions(blocks: Sequence[Block], short: Collection[int], prose: Collection[int]) -> frozenset[int]:
    """The blocks whose element holds a picture and no other text; `prose` may hold a picture itself."""
    known: dict[HtmlElement, float | None] = {}
    return frozenset(
        [at for at in short if _is_alone(blocks[at], 0, known)]
        + [at for at in prose if _is_alone(blocks[at], 1, known)]
    )


def _is_alone(block: Block, first_level: int, known: dict[HtmlElement, float | None]) -> bool:
    node: HtmlElement | None = block.element
    for level in range(MAX_LEVELS):
        if node is None:
            return False
        if node not in known:
            known[node] = float(_TEXT_LENGTH(node)) if _HOLDS_PICTURE(node) else None
        length = known[node]
        if length is not None:
            return level >= first_level and length <= MAX_OTHER * len(block.text)
        node = node.getparent()
    return False
