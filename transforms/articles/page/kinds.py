"""Kinds of pages: walls, checks, errors, lists and videos are no articles; the open part of a paid article is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import XPath
from lxml.html import HtmlElement

from transforms.articles.lines.lines import flat, is_prose, word_count
from transforms.articles.page.blocks import Block, blocks_of
from transforms.articles.page.signs import Sign, line_sign, title_sign

PARTIAL, VIDEO, LIST = "partial text", "video page", "list page"
# What stands on a wall or in the open part of a paid article is short.
MAX_WALL = 150
MAX_STUB = 250
MAX_CAPTION = 60
NEAR_END = 8
MIN_TEASERS = 5
TEASER_SHARE = 0.6
LINKED = 0.8
_ORDER = ("bot check", "error page", "paywall", "consent wall")
_IS_VIDEO = XPath("boolean(//meta[@property='og:type' and starts-with(@content, 'video')])")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a page is beside a plain article: a reason to refuse it, or a flag on the article that it holds."""

    name: str
    is_article: bool
    message: str


def kind_of(
    body: Sequence[str], title: str | None, tree: HtmlElement | None, lines: Sequence[str], *, is_dated: bool
) -> Kind | None:
    """The kind of a page, None for a plain article; `body` are the lines that would be the article.

    `tree` is the page's markup; a plain text has `lines` instead. `is_dated`: markup tells a date of publication.
    """
    words = sum(map(word_count, body))
    is_short = words <= MAX_STUB
    if not is_short and (tree is None or is_dated):
        return None
    blocks = [] if tree is None else blocks_of(_root(tree))
    if _is_list(body, blocks) and not is_dated:
        return Kind(LIST, False, "most of its lines are teasers of other pages")
    if not is_short:
        return None
    around = [block.text for block in blocks] if tree is not None else [flat(line) for line in lines]
    is_video = tree is not None and bool(_IS_VIDEO(tree))
    return _wall(body, title, words) or _short(body, around, words, is_video=is_video)


def _root(tree: HtmlElement) -> HtmlElement:
    root = tree.find("body")
    return tree if root is None else root


def _wall(body: Sequence[str], title: str | None, words: int) -> Kind | None:
    """A page on which hardly anything stands beside the words of a wall."""
    named = title_sign(title)
    if named and named.kind != "paywall" and words <= MAX_WALL:
        return _refused(named)
    found = [(line, sign) for line in body if (sign := line_sign(line))]
    told = sum(word_count(line) for line, _ in found)
    own = [line for line in body if not line_sign(line)]
    if not found or (any(map(is_prose, own)) and told <= words - told):
        return None
    return _refused(min((sign for _, sign in found), key=lambda sign: _ORDER.index(sign.kind)))


def _short(body: Sequence[str], around: Sequence[str], words: int, *, is_video: bool) -> Kind | None:
    """A page with few words: why there are no more."""
    has_prose = any(map(is_prose, body))
    if is_video and words <= MAX_CAPTION:
        return Kind(VIDEO, has_prose, "its words go with a film")
    signs = [sign for line in _behind(body, around) if (sign := line_sign(line))]
    if has_prose:
        paid = next((sign for sign in signs if sign.kind == "paywall"), None)
        return Kind(PARTIAL, True, f"the rest is for subscribers: {paid.phrase}") if paid else None
    if body or not signs:
        return None
    return _refused(min(signs, key=lambda sign: _ORDER.index(sign.kind)))


def _behind(body: Sequence[str], around: Sequence[str]) -> Sequence[str]:
    """The lines right behind the body's last; all of them where it is not found."""
    last = next((at for at in range(len(around) - 1, -1, -1) if body and around[at] == body[-1]), None)
    return around if last is None else around[last + 1 : last + 1 + NEAR_END]


def _refused(sign: Sign) -> Kind:
    return Kind(sign.kind, False, f"the page says: {sign.phrase}")


def _is_list(body: Sequence[str], blocks: Sequence[Block]) -> bool:
    places = {block.text: at for at, block in enumerate(blocks)}
    found = [places[line] for line in body if line in places]
    teasers = sum(1 for at in found if _is_link(blocks, at) or _is_link(blocks, at - 1))
    return teasers >= MIN_TEASERS and teasers >= TEASER_SHARE * len(body)


def _is_link(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is a headline that leads to another page."""
    return at >= 0 and blocks[at].link_share >= LINKED and word_count(blocks[at].text) > 2
