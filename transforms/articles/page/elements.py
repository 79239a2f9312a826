"""Credits and dates that a page prints: by what its markup calls them, and by where they stand beside the headline."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from transforms.articles.bylines.bylines import BylineCandidate
from transforms.articles.bylines.credits import read_credit
from transforms.articles.bylines.names import is_person
from transforms.articles.bylines.vocabulary import opening, vocabulary
from transforms.articles.dates.candidates import DateCandidate
from transforms.articles.dates.words import fold
from transforms.articles.page.printed_dates import printed_dates
from transforms.articles.page.scan import Seen, scan
from transforms.articles.page.visible_text import block_of, lines_of, text_of

MAX_CREDIT_TEXT = 160
LINES_AFTER, LINES_BEFORE, LEVELS_BEFORE = 24, 8, 1
LONG_LINE = 200
MAX_LEAVES = 12


@dataclass(frozen=True, slots=True)
class PrintedElements:
    """Printed candidates in order of trust, and the date texts of other things on the page."""

    authors: tuple[BylineCandidate, ...]
    dates: tuple[DateCandidate, ...]
    page_dates: tuple[str, ...]


def read_printed(tree: HtmlElement, headline: HtmlElement | None) -> PrintedElements:
    """Read the marked elements of a page, the lines around its `headline` and the dated lines of the rest."""
    scanned = scan(tree, headline)
    seen = scanned.elements
    around = _lines_around(headline, scanned.elsewhere) if headline is not None else []
    near = [line for line in around if len(line) <= MAX_CREDIT_TEXT]
    authors = (*_credits(seen), *_credit_lines(near), *_labelled_credits(seen))
    dates = printed_dates(seen, near, text_of(headline) if headline is not None else None)
    return PrintedElements(authors, dates.candidates, dates.others)


def _credits(elements: Sequence[Seen]) -> Iterator[BylineCandidate]:
    """The article's first credit with those beside it; an inner element that names somebody stands for its parents."""
    own = [seen.element for seen in elements if "author" in seen.fields and not seen.elsewhere]
    found = [(element, text) for element in own for text in _credit_texts(element)]
    outer = {a for element, _ in found for a in element.iterancestors()}
    inner = [(element, text) for element, text in found if element not in outer]
    if inner:
        home = _climb(inner[0][0], 3)
        for element, text in inner:
            if home is element or home in element.iterancestors():
                yield BylineCandidate(text, "printed credit")


def _credit_texts(element: HtmlElement) -> tuple[str, ...]:
    """The element's text as one credit, or one for each leaf where names stand in elements of their own."""
    leaves = [text_of(e) for e in element.iterdescendants() if isinstance(e.tag, str) and len(e) == 0]
    names = tuple(text for text in leaves[:MAX_LEAVES] if is_person(text))
    if len(names) > 1:
        return names
    text = text_of(element)
    return (text,) if _names_somebody(text) else ()


def _climb(element: HtmlElement, steps: int) -> HtmlElement:
    for _ in range(steps):
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html", "main", "article"):
            break
        element = parent
    return element


def _names_somebody(text: str) -> bool:
    if not 2 <= len(text) <= MAX_CREDIT_TEXT:
        return False
    return any(" " in p or opening(text, "label") for p in read_credit(text).persons)


def _credit_lines(lines: Sequence[str]) -> Iterator[BylineCandidate]:
    for line in lines:
        if any(
            opening(s.strip(), "by") or opening(s.strip(), "label") for s in re.split(r"[|•·]", line)
        ) and _names_somebody(line):
            yield BylineCandidate(line, "printed line")


def _labelled_credits(elements: Sequence[Seen]) -> Iterator[BylineCandidate]:
    """Lines such as "Author: A. Person", wherever the article has them; the label may be an element of its own."""
    labels = vocabulary("label")
    for seen in elements:
        text = seen.text.lstrip("(（[")
        if seen.elsewhere or not 1 < len(text) <= MAX_CREDIT_TEXT:
            continue
        alone = fold(text.rstrip(": ：")) in labels
        if alone or opening(text, "label"):
            line = text_of(block_of(seen.element))
            rest = line[line.find(text) + len(text) :].lstrip(" :：") if alone else line
            if _names_somebody(rest) or (not alone and read_credit(line).persons):
                yield BylineCandidate(rest, "labelled credit")


def _lines_around(headline: HtmlElement, elsewhere: Collection[HtmlElement]) -> list[str]:
    """Block lines after the headline up to the first long one, then those before it, nearest first."""
    after: list[str] = []
    for line in lines_of(_following(headline)):
        if len(line) > LONG_LINE or len(after) == LINES_AFTER:
            break
        after.append(line)
    return after + list(_lines_before(headline, elsewhere))


def _lines_before(headline: HtmlElement, elsewhere: Collection[HtmlElement]) -> Iterator[str]:
    """Short texts beside the headline, then beside the element around it up to a long one or to page furniture."""
    left = LINES_BEFORE
    for level, home in enumerate((headline, *islice(headline.iterancestors(), LEVELS_BEFORE))):
        for element in home.itersiblings(preceding=True):
            line = text_of(element)
            if level and (len(line) > LONG_LINE or element in elsewhere):
                return
            if 0 < len(line) <= LONG_LINE:
                yield line
                left -= 1
            if not left:
                return


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    """What stands after this element: its later siblings, then its parents', in document order."""
    node: HtmlElement | None = element
    while node is not None:
        for sibling in node.itersiblings():
            if isinstance(sibling.tag, str):
                yield sibling
        node = node.getparent()
