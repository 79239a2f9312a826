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


@dataclass(frozen=True, slots=True)
class PageText:
    """The blocks of a page by number, with their keys and words, what the markup calls them, and JSON-LD's text."""

    blocks: Sequence[Block]
    keys: tuple[str, ...]
    words: tuple[float, ...]
    prose: frozenset[int]
    furniture: Furniture
    told: str
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

    def told_share(self, numbers: Collection[int]) -> float | None:
        """Which share of the blocks' words JSON-LD's articleBody holds; None without one."""
        if not self.told:
            return None
        return self.weight(at for at in numbers if self.is_told(at)) / (self.weight(numbers) or 1.0)

    def is_told(self, at: int) -> bool:
        """Whether JSON-LD's articleBody holds the block."""
        return len(self.keys[at]) >= MIN_KEY and self.keys[at] in self.told

    def is_single(self, at: int) -> bool:
        """Whether no other block says the same."""
        return len(self._places[self.keys[at]]) == 1

    def reasons(self, numbers: Collection[int], limit: float) -> list[str | None]:
        """The markup's reason against each block; a hint around more than `limit` of these blocks' words is none."""
        return self.furniture.reasons([w if at in numbers else 0.0 for at, w in enumerate(self.words)], limit)

    def place(self, key: str, last: int) -> int | None:
        """The block that a line's key stands for, from `last` on where it can be: whole, in part, by its start."""
        places = self._places.get(key)
        if places:
            return next((at for at in places if at >= last), places[-1])
        if key and self.keys and key in self.keys[last]:
            return last
        return self._place_of_part(key, range(last, len(self.keys))) if len(key) >= MIN_KEY else None

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
    return PageText(
        blocks,
        tuple(block.key for block in blocks),
        tuple(float(word_count(block.text)) for block in blocks),
        frozenset(at for at, block in enumerate(blocks) if is_prose(block.text)),
        read_furniture(blocks),
        key_of(article_body or ""),
    )


def placed(page: PageText, found: Found) -> Reading:
    """Find the first reader's lines among the page's blocks, in order."""
    numbers: set[int] = set()
    others: list[Line] = []
    last = 0
    for text in found.lines:
        at = page.place(key_of(text), last)
        if at is None:
            others.append(Line(last + 1, text, text in found.heads))
        else:
            numbers.add(at)
            last = max(last, at)
    words = page.weight(numbers) + sum(word_count(line.text) for line in others)
    return Reading(frozenset(numbers), tuple(others), found.heads, words)
