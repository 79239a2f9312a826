"""What the first reader kept that is no article text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable

from transforms.articles.lines.lines import ends_sentence
from transforms.articles.page.blocks import Block
from transforms.articles.page.captions import captions
from transforms.articles.page.layout import Style, home_of, main_home, style_of
from transforms.articles.page.reading import PageText, Reading

CAPTION = "picture credit or caption mark"
LINK = "link to another article"
OUTSIDE = "outside the article"
UNTOLD = "not in the page's own article text"
# A hint around more of the article than this is the page's own word for it; so is a style that holds more.
MAX_SHARE = 0.15
MIN_TOLD = 0.8
MIN_LINK_WORDS = 5
_LISTED = frozenset(("li", "td", "th", "dd"))


def cuts(page: PageText, reading: Reading) -> dict[int, str]:
    """The reader's blocks that are no article text, each with its reason."""
    kept = reading.numbers
    named = page.reasons(kept, MAX_SHARE)
    found = {at: reason for at in kept if (reason := named[at])}
    left = kept - set(found)
    pictured = captions(page.blocks, left - page.prose, left & page.prose)
    if page.weight(pictured) <= MAX_SHARE * page.weight(kept):
        found |= dict.fromkeys(pictured, CAPTION)
    more = [
        *((at, LINK) for at in left if _is_link(page, at)),
        *((at, UNTOLD) for at in _untold(page, kept)),
        *((at, OUTSIDE) for at in _appended(page, left)),
    ]
    for at, reason in more:
        found.setdefault(at, reason)
    return found


def _untold(page: PageText, kept: Collection[int]) -> Iterable[int]:
    """Paragraphs that JSON-LD's articleBody leaves out, though it holds the rest, and that are set in another style."""
    if (page.told_share(kept) or 0.0) < MIN_TOLD:
        return ()
    told: set[Style] = {style_of(page.blocks[at]) for at in kept if page.is_told(at)}
    return (at for at in kept if at in page.prose and not page.is_told(at) and style_of(page.blocks[at]) not in told)


def _appended(page: PageText, kept: Collection[int]) -> Iterable[int]:
    """What follows the article's last paragraph in another element and another style."""
    prose = [at for at in kept if at in page.prose]
    home = main_home(page.blocks, page.words, prose)
    if home is None:
        return ()
    last = max(at for at in prose if home_of(page.blocks[at]) is home)
    homes, styles = (_weights(page, kept, of) for of in (home_of, style_of))
    limit = MAX_SHARE * page.weight(kept)
    after = (at for at in kept if at > last and page.blocks[at].element.tag != "li")
    return (
        at for at in after if homes[home_of(page.blocks[at])] <= limit and styles[style_of(page.blocks[at])] <= limit
    )


def _weights(page: PageText, kept: Collection[int], of: Callable[[Block], Hashable]) -> dict[Hashable, float]:
    found: dict[Hashable, float] = defaultdict(float)
    for at in kept:
        found[of(page.blocks[at])] += page.words[at]
    return found


def _is_link(page: PageText, at: int) -> bool:
    """Whether a block is a link and nothing else; a closed sentence may be one from end to end."""
    block = page.blocks[at]
    if not block.is_link or ends_sentence(block.text):
        return False
    if block.is_heading:
        return any(page.is_linked_heading(beside) for beside in (at - 1, at + 1))
    return page.words[at] >= MIN_LINK_WORDS or block.element.tag in _LISTED
