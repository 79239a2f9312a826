"""The second reader: the run of blocks that reads as an article, by prose, links and the names of elements."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.articles.dates.dates import is_date_line
from transforms.articles.lines.lines import ends_sentence, is_prose, word_count
from transforms.articles.lines.phrases import find_phrase
from transforms.articles.lines.runs import article_run
from transforms.articles.page.blocks import Block
from transforms.articles.page.furniture import Furniture

MAX_SHARE = 0.3
PROSE_CAP = 60.0
OPEN = 0.7
HEADING, PARAGRAPH, SCRAP, DATE, LINK, PHRASE = -3.0, -1.0, -6.0, -8.0, -10.0, -12.0
_TEXTS = frozenset(("p", "li", "blockquote"))


def find_paragraphs(blocks: Sequence[Block], furniture: Furniture) -> list[int]:
    """The numbers of the blocks that are the article's, in order; none where no block reads as prose."""
    prose = [float(word_count(block.text)) if is_prose(block.text) else 0.0 for block in blocks]
    reasons = furniture.reasons(prose, MAX_SHARE)
    weights = [SCRAP if reason else _weight(block) for block, reason in zip(blocks, reasons, strict=True)]
    first, last = article_run(weights)
    return [at for at in range(first, last) if not reasons[at] and (weights[at] > 0 or may_be_body(blocks[at]))]


def may_be_body(block: Block) -> bool:
    """Whether a block without weight of its own may stand among paragraphs: a heading, a list item, a short line."""
    return (block.is_heading or block.element.tag in _TEXTS) and not block.is_link


def _weight(block: Block) -> float:
    text = block.text
    if block.is_heading:
        return HEADING
    if block.is_link:
        return LINK
    if find_phrase(text):
        return PHRASE
    if is_prose(text):
        words = min(float(word_count(text)), PROSE_CAP)
        return words * (1 - block.link_share) * (1.0 if ends_sentence(text) else OPEN)
    if is_date_line(text):
        return DATE
    return PARAGRAPH if block.element.tag in _TEXTS else SCRAP
