"""The body of a page: what the first reader finds, repaired by what the page's own blocks say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lxml.html import HtmlElement

from schemas.records import RemovedLine
from transforms.articles.lines.lines import Line
from transforms.articles.page.additions import missed
from transforms.articles.page.blocks import blocks_of
from transforms.articles.page.cuts import cuts
from transforms.articles.page.markup import first_reading, visible_lines
from transforms.articles.page.paragraphs import MAX_SHARE, find_paragraphs
from transforms.articles.page.reading import PageText, Reading, page_text, placed

Extractor = Literal["trafilatura", "paragraphs", "visible lines"]
# Below this share of the page's prose the first reader may have missed something.
SURE = 0.98
# Below this one it is asked again, with the fallbacks that cost it twice the time.
DOUBTFUL = 0.5
LITTLE, FEW = 0.1, 0.2
MORE = 3.0
MIN_TOLD = 50.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why the body is what it is, in shares of words between 0 and 1.

    `coverage`: how much of the page's prose outside menus, lists of links and the like the first reader holds.
    `agreement`: how much of what either reader found both found; None where the second was not asked. `told`: how much
    of the chosen body JSON-LD's articleBody holds; None without one. `added` and `cut` count lines.
    """

    extractor: Extractor
    coverage: float | None = None
    agreement: float | None = None
    told: float | None = None
    added: int = 0
    cut: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """Lines in order (numbered by the page's blocks), the lines cut from among them, and the evidence."""

    lines: tuple[Line, ...]
    removed: tuple[RemovedLine, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Second:
    """What the second reader found, and the words that it shares with the first."""

    numbers: Sequence[int]
    words: float
    shared: float


def read_body(tree: HtmlElement, url: str | None = None, article_body: str | None = None) -> Body:
    """The article's lines on a parsed page; `article_body` is JSON-LD's articleBody where the page has one."""
    root = tree.find("body")
    page = page_text(blocks_of(tree if root is None else root), article_body)
    reading = placed(page, first_reading(tree, url))
    coverage = _coverage(page, reading)
    if coverage < DOUBTFUL:
        reading = placed(page, first_reading(tree, url, thorough=True))
        coverage = _coverage(page, reading)
    second = _second(page, reading) if coverage < SURE else None
    agreement = _agreement(reading, second) if second else None
    if not reading.words and not (second and second.numbers):
        return Body(tuple(visible_lines(tree)), (), Evidence("visible lines"))
    if second and _is_better(page, reading, second):
        told = page.told_share(second.numbers)
        lines = tuple(page.line(at, reading.heads) for at in second.numbers)
        return Body(lines, (), Evidence("paragraphs", coverage, agreement, told))
    return _repaired(page, reading, second, Evidence("trafilatura", coverage, agreement))


def _repaired(page: PageText, reading: Reading, second: _Second | None, evidence: Evidence) -> Body:
    added = missed(page, reading, second.numbers if second else ())
    removed = cuts(page, reading)
    lines = [page.line(at, reading.heads) for at in (reading.numbers | added) - set(removed)]
    return Body(
        tuple(sorted((*lines, *reading.others), key=lambda line: line.number)),
        tuple(RemovedLine(at + 1, page.blocks[at].text, removed[at]) for at in sorted(removed)),
        replace(evidence, told=page.told_share(reading.numbers), added=len(added), cut=len(removed)),
    )


def _coverage(page: PageText, reading: Reading) -> float:
    named = page.reasons(page.prose, MAX_SHARE)
    open_prose = [at for at in page.prose if not named[at] and not page.blocks[at].is_link]
    return page.weight(reading.numbers.intersection(open_prose)) / (page.weight(open_prose) or 1.0)


def _second(page: PageText, reading: Reading) -> _Second:
    numbers = find_paragraphs(page.blocks, page.furniture)
    return _Second(numbers, page.weight(numbers), page.weight(reading.numbers.intersection(numbers)))


def _agreement(reading: Reading, second: _Second) -> float:
    return second.shared / ((reading.words + second.words - second.shared) or 1.0)


def _is_better(page: PageText, reading: Reading, second: _Second) -> bool:
    """Whether the first reader took another block for the article.

    The two share little, and the second's is far longer or JSON-LD's articleBody holds it and not the first one's.
    """
    told_first = page.weight(at for at in reading.numbers if page.is_told(at))
    told_second = page.weight(at for at in second.numbers if page.is_told(at))
    if second.shared < FEW * second.words and told_second > MORE * max(told_first, MIN_TOLD):
        return True
    return second.shared <= LITTLE * reading.words and second.words > MORE * reading.words
