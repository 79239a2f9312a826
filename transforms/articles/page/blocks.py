"""A page's text in blocks, in document order, each with what its markup says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from transforms.articles.lines.lines import flat
from transforms.articles.page.visible_text import BLOCKS, SILENT

LINKED = 0.6
HEADS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# Old portals put the whole page into one form.
_SILENT = SILENT - {"form"}
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the page: its text, the block element around it, and which share of its letters are links."""

    text: str
    element: HtmlElement
    link_share: float

    @property
    def key(self) -> str:
        """The text's letters and digits alone: what two readings of one block share."""
        return key_of(self.text)

    @property
    def is_link(self) -> bool:
        """Whether most of its letters are links."""
        return self.link_share > LINKED

    @property
    def is_heading(self) -> bool:
        """Whether the markup calls it one."""
        return self.element.tag in HEADS


@dataclass(slots=True)
class _Pending:
    """The pieces of a line that is not yet closed."""

    pieces: list[str] = field(default_factory=list)
    linked: int = 0

    def add(self, text: str, *, in_link: bool) -> None:
        self.pieces.append(text)
        self.linked += len(text.strip()) if in_link else 0

    def close(self, element: HtmlElement) -> Iterator[Block]:
        text = flat("".join(self.pieces))
        if text:
            yield Block(text, element, min(1.0, self.linked / len(text)))
        self.pieces.clear()
        self.linked = 0


def key_of(text: str) -> str:
    """Letters and digits of a text in small letters."""
    return "".join(_WORDS.findall(text.casefold()))


def blocks_of(root: HtmlElement) -> list[Block]:
    """The blocks below an element; scripts, buttons and the like hold none. Walks without recursion, for deep trees."""
    found: list[Block] = []
    pending, around, links = _Pending(), [root], 0
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SILENT:
            if event == "start":
                walk.skip_subtree()
                continue
        elif tag in BLOCKS:
            if pending.pieces:
                found += pending.close(around[-1])
            if event == "start":
                around.append(element)
            else:
                around.pop()
        elif tag == "a":
            links += 1 if event == "start" else -1
        text = element.text if event == "start" else element.tail
        if text and (event == "start" or element is not root):
            pending.add(text, in_link=links > 0)
    return [*found, *pending.close(root)]
