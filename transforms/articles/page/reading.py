"""A page's blocks beside what the first reader takes for the article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from transforms.articles.lines.lines import Line, is_prose, word_count
from transforms.articles.page.blocks import Block, key_of
from transforms.articles.page.furniture import Furniture, read_furniture
from transforms.articles.page.markup import Found

# Shorter keys stand in too many places to prove anything.
MIN_KEY = 12
MIN_START = 24
MIN_PIECE = 0.6
MIN_JOINED = 0.8
MIN_JOINED_WORDS = 30.0
# How many blocks a line is looked for among, and how much of JSON-LD's text is read: bounds the work on hostile pages.
WINDOW = 500
MAX_TOLD = 200_000


@dataclass(frozen=True, slots=True)
class PageText:
    """The blocks of a page by number, with their keys and words, what the markup calls them, and JSON-LD's text."""

    blocks: Sequence[Block]
    keys: tuple[str, ...]
    words: tuple[float, ...]
    prose: frozenset[int]
    furniture: Furniture
    told: frozenset[int] | None
    _places: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for at, key in enumerate(self.keys):
            self._places.setdefault(key, []).append(at)

    def weight(self, numbers: Iterable[int]) -> float:
        """The words of several blocks."""
        return sum(self.words[at] for at in numbers)

    def line(self, at: int, heads: Collection[str]) -> Line:
        """A block as a line of the article; `heads` are texts known to be headings."""
        block = self.blocks[at]
        return Line(at + 1, block.text, block.is_heading or block.text in heads)

    def is_linked_heading(self, at: int) -> bool:
        """Whether there is such a block, and it is a heading that is a link."""
        if not 0 <= at < len(self.blocks):
            return False
        return self.blocks[at].is_heading and self.blocks[at].is_link

    def told_share(self, numbers: Collection[int]) -> float | None:
        """Which share of the blocks' words JSON-LD's articleBody holds; None without one."""
        if self.told is None:
            return None
        return self.weight(self.told.intersection(numbers)) / (self.weight(numbers) or 1.0)

    def is_told(self, at: int) -> bool:
        """Whether JSON-LD's articleBody holds the block."""
        return self.told is not None and at in self.told

    def is_single(self, at: int) -> bool:
        """Whether no other block says the same."""
        return len(self._places[self.keys[at]]) == 1

    def reasons(self, numbers: Collection[int], limit: float) -> list[str | None]:
        """The markup's reason against each block; a hint around more than `limit` of these blocks' words is none."""
        return self.furniture.reasons([w if at in numbers else 0.0 for at, w in enumerate(self.words)], limit)

    def first_of(self, keys: Iterable[str]) -> int:
        """Where the first of these keys stands that is a whole block."""
        return next((self._places[key][0] for key in keys if len(key) >= MIN_KEY and key in self._places), 0)

    def place(self, key: str, last: int) -> int | None:
        """The block that a line's key stands for, from `last` on where it can be: whole, in part, by its start."""
        places = self._places.get(key)
        if places:
            return next((at for at in places if at >= last), places[-1])
        if key and self.keys and key in self.keys[last]:
            return last
        return self._place_of_part(key, self._ahead(last)) if len(key) >= MIN_KEY else None

    def _ahead(self, last: int) -> range:
        return range(last, min(last + WINDOW, len(self.keys)))

    def joined(self, key: str, last: int) -> tuple[int, ...]:
        """The blocks that a line joins, as tables that only lay out a page are read: prose that makes up most of it."""
        ahead = self._ahead(max(0, last - WINDOW // 2))
        inside = tuple(at for at in ahead if len(self.keys[at]) >= MIN_KEY and self.keys[at] in key)
        words = self.weight(at for at in inside if at in self.prose)
        length = sum(len(own) * key.count(own) for own in {self.keys[at] for at in inside})
        return inside if words >= MIN_JOINED_WORDS and length >= MIN_JOINED * len(key) else ()

    def _place_of_part(self, key: str, later: range) -> int | None:
        part = next((at for at in later if key in self.keys[at]), None)
        if part is not None:
            return part
        start, length = key[:MIN_START], MIN_PIECE * len(key)
        return next((at for at in later if self.keys[at].startswith(start) and len(self.keys[at]) >= length), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """The first reader's blocks by number, its lines that are no one block (a table's rows), and the words of both."""

    numbers: frozenset[int]
    others: tuple[Line, ...]
    heads: frozenset[str]
    words: float


def page_text(blocks: Sequence[Block], article_body: str | None) -> PageText:
    """Read the blocks of a page once for all who ask about them."""
    keys = tuple(block.key for block in blocks)
    text = key_of((article_body or "")[:MAX_TOLD])
    told = frozenset(at for at, key in enumerate(keys) if len(key) >= MIN_KEY and key in text) if text else None
    return PageText(
        blocks,
        keys,
        tuple(float(word_count(block.text)) for block in blocks),
        frozenset(at for at, block in enumerate(blocks) if is_prose(block.text)),
        read_furniture(blocks),
        told,
    )


def placed(page: PageText, found: Found) -> Reading:
    """Find the first reader's lines among the page's blocks, in order."""
    numbers: set[int] = set()
    others: list[Line] = []
    last = page.first_of(key_of(text) for text in found.lines)
    for text in found.lines:
        key = key_of(text)
        at = page.place(key, last)
        among = () if at is not None else page.joined(key, last)
        if at is None and not among:
            others.append(Line(last + 1, text, text in found.heads))
            continue
        places = among if at is None else (at,)
        numbers.update(places)
        last = max(last, *places)
    words = page.weight(numbers) + sum(word_count(line.text) for line in others)
    return Reading(frozenset(numbers), tuple(others), found.heads, words)
