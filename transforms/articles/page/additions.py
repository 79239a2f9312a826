"""What the first reader lost of an article."""

from __future__ import annotations

from collections.abc import Collection

from lxml.html import HtmlElement

from transforms.articles.lines.lines import ends_sentence
from transforms.articles.page.blocks import key_of
from transforms.articles.page.cuts import MAX_SHARE
from transforms.articles.page.layout import home_of, is_quoted_in, main_home, style_of
from transforms.articles.page.reading import MIN_START, PageText, Reading

# Bounds the work on hostile pages.
MAX_WHOLE, MAX_KNOWN = 400_000, 200
_CELLS = frozenset(("td", "th"))


def missed(page: PageText, reading: Reading, second: Collection[int]) -> frozenset[int]:
    """The blocks to put back: the second reader's that look like kept ones or are told, and what lies between."""
    kept = reading.numbers
    prose = kept & page.prose
    styles = {style_of(page.blocks[at]) for at in prose}
    alike = {at for at in second if at not in kept and (page.is_told(at) or style_of(page.blocks[at]) in styles)}
    whole = "\n".join([*(page.keys[at] for at in kept), *(key_of(line.text) for line in reading.others)])[:MAX_WHOLE]
    known = [page.keys[at] for at in sorted(prose)[:MAX_KNOWN] if len(page.keys[at]) >= MIN_START]

    def is_new(at: int) -> bool:
        key = page.keys[at]
        return page.is_single(at) and key not in whole and not any(k in key for k in known)

    return frozenset(at for at in alike | _between(page, kept) if is_new(at))


def _between(page: PageText, kept: Collection[int]) -> set[int]:
    """Blocks of the article's own element among its paragraphs: subheads, list items, quotes."""
    prose = [at for at in kept if at in page.prose]
    home = main_home(page.blocks, page.words, prose)
    if home is None:
        return set()
    named = page.reasons(kept, MAX_SHARE)
    among = (at for at in range(min(prose), max(prose)) if at not in kept and not named[at])
    return {at for at in among if _belongs(page, at, home)}


def _belongs(page: PageText, at: int, home: HtmlElement) -> bool:
    block = page.blocks[at]
    if home_of(block) is not home:
        return not block.is_link and is_quoted_in(block, home)
    if not block.is_heading:
        closed = block.element.tag == "p" and at in page.prose and ends_sentence(block.text)
        return (closed or not block.is_link) and block.element.tag not in _CELLS
    below = page.blocks[at + 1]
    return not below.is_heading and not below.is_link and home_of(below) is home
