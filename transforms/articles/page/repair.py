"""What the first reader lost of an article, and what it kept that is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from lxml.html import HtmlElement

from transforms.articles.lines.lines import ends_sentence
from transforms.articles.page.blocks import key_of
from transforms.articles.page.layout import home_of, style_of
from transforms.articles.page.paragraphs import LINKED
from transforms.articles.page.reading import MIN_START, PageText, Reading

LINK = "link to another article"
UNTOLD = "not in the page's own article text"
# A hint around more of the article than this is the page's own word for it.
MAX_SHARE = 0.15
MIN_HOME = 0.5
MIN_TOLD = 0.8
MIN_LINK_WORDS = 5
_CELLS = frozenset(("td", "th"))


def missed(page: PageText, reading: Reading, second: Collection[int]) -> frozenset[int]:
    """The blocks to put back: the second reader's that look like kept ones or are told, and what lies between."""
    kept = reading.numbers
    prose = kept & page.prose
    styles = {style_of(page.blocks[at]) for at in prose}
    alike = {at for at in second if at not in kept and (page.is_told(at) or style_of(page.blocks[at]) in styles)}
    whole = "\n".join([*(page.keys[at] for at in kept), *(key_of(line.text) for line in reading.others)])
    known = [page.keys[at] for at in prose if len(page.keys[at]) >= MIN_START]

    def is_new(at: int) -> bool:
        key = page.keys[at]
        return page.is_single(at) and key not in whole and not any(other in key for other in known)

    return frozenset(at for at in alike | _between(page, kept) if is_new(at))


def cuts(page: PageText, reading: Reading) -> dict[int, str]:
    """The reader's blocks that are no article text, each with its reason."""
    kept = reading.numbers
    named = page.reasons(kept, MAX_SHARE)
    found = {at: reason for at in kept if (reason := named[at])}
    found |= {at: LINK for at in kept if at not in found and _is_link(page, at)}
    if (page.told_share(kept) or 0.0) >= MIN_TOLD:
        told = {style_of(page.blocks[at]) for at in kept if page.is_told(at)}
        untold = (at for at in kept & page.prose if not page.is_told(at) and style_of(page.blocks[at]) not in told)
        found |= {at: UNTOLD for at in untold if at not in found}
    return found


def _between(page: PageText, kept: Collection[int]) -> set[int]:
    """Blocks of the article's own element among its paragraphs: subheads, list items, quotes."""
    prose = [at for at in kept if at in page.prose]
    home = _main_home(page, prose)
    if home is None:
        return set()
    named = page.reasons(kept, MAX_SHARE)
    inside = (at for at in range(min(prose), max(prose)) if home_of(page.blocks[at]) is home)
    return {at for at in inside if at not in kept and not named[at] and _belongs(page, at)}


def _main_home(page: PageText, prose: Collection[int]) -> HtmlElement | None:
    """The element that holds most of the article's prose; None where none holds half."""
    homes: Counter[HtmlElement] = Counter()
    for at in prose:
        homes[home_of(page.blocks[at])] += round(page.words[at])
    most = homes.most_common(1)
    return most[0][0] if most and most[0][1] > MIN_HOME * homes.total() else None


def _belongs(page: PageText, at: int) -> bool:
    block = page.blocks[at]
    if not block.is_heading:
        return block.link_share <= LINKED and block.element.tag not in _CELLS
    below = page.blocks[at + 1]
    return not below.is_heading and below.link_share <= LINKED and home_of(below) is home_of(block)


def _is_link(page: PageText, at: int) -> bool:
    """Whether a block is a link and nothing else; a closed sentence may be one from end to end."""
    block = page.blocks[at]
    if block.link_share <= LINKED or block.is_heading or ends_sentence(block.text):
        return False
    return page.words[at] >= MIN_LINK_WORDS or block.element.tag == "li"
