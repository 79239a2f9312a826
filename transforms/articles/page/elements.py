"""Credits and dates that a page prints: by what its markup calls them, and by where they stand beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from transforms.articles.bylines.bylines import BylineCandidate
from transforms.articles.bylines.credits import is_person, opening, read_credit, vocabulary
from transforms.articles.dates.dates import DateCandidate, is_date_line
from transforms.articles.dates.texts import read_dates
from transforms.articles.dates.words import fold, words_of
from transforms.articles.page.scan import Field, Seen, scan
from transforms.articles.page.visible_text import block_of, lines_of, text_of

MAX_CREDIT_TEXT = 160
MAX_DATE_TEXT = 130
MAX_PAGE_DATES = 40
LINES_AFTER, LINES_BEFORE = 24, 8
LONG_LINE = 200
MAX_WORDS_BESIDE = 5
MAX_LEAVES = 12

_YEAR = re.compile(r"(?:19|20)\d\d|\d\d?[./]\d\d?[./]\d\d")
_DATED = ("datetime", "content", "title")


@dataclass(frozen=True, slots=True)
class PrintedElements:
    """Printed candidates in order of trust, and the date texts of other things on the page."""

    authors: tuple[BylineCandidate, ...]
    dates: tuple[DateCandidate, ...]
    page_dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    elsewhere: bool
    after_headline: bool


def read_printed(tree: HtmlElement, headline: HtmlElement | None) -> PrintedElements:
    """Read the marked elements of a page, the lines around its `headline` and the dated lines of the rest."""
    seen = scan(tree, headline)
    near = [t for t in _lines_around(headline) if len(t) <= MAX_CREDIT_TEXT] if headline is not None else []
    dated = list(_dated_lines(seen))
    authors = (*_credits(seen), *_credit_lines(near), *_labelled_credits(seen))
    dates = tuple(dict.fromkeys((*_marked_dates(seen), *_near_dates(near), *_labelled(dated), *_only_dated(dated))))
    taken = {c.text for c in dates}
    others = dict.fromkeys(line.text for line in dated if line.text not in taken)
    return PrintedElements(authors, dates, tuple(others)[:MAX_PAGE_DATES])


def _dated_lines(elements: Sequence[Seen]) -> Iterator[_Line]:
    """The lines of the page that hold a date; captions and sentences count as lines too."""
    done: set[HtmlElement] = set()
    for seen in elements:
        parent = seen.element.getparent()
        for text, home in ((seen.element.text, seen.element), (seen.element.tail, parent)):
            if not text or home is None or not _YEAR.search(text):
                continue
            block = block_of(home)
            if block in done:
                continue
            done.add(block)
            line = text_of(block)
            if len(line) <= LONG_LINE and read_dates(line):
                yield _Line(line, seen.elsewhere, seen.after_headline)


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
        text = (seen.element.text or "").strip().lstrip("(（[")
        if seen.elsewhere or not 1 < len(text) <= MAX_CREDIT_TEXT:
            continue
        alone = fold(text.rstrip(": ：")) in labels
        if alone or opening(text, "label"):
            line = text_of(block_of(seen.element))
            rest = line[line.find(text) + len(text) :].lstrip(" :：") if alone else line
            if _names_somebody(rest) or (not alone and read_credit(line).persons):
                yield BylineCandidate(rest, "labelled credit")


def _marked_dates(elements: Sequence[Seen]) -> Iterator[DateCandidate]:
    for seen in elements:
        for name in seen.fields:
            if name in ("published", "modified", "date") and not seen.elsewhere:
                for text in _date_texts(seen.element)[:1]:
                    yield _dated(seen.element, name, text)


def _near_dates(near: Sequence[str]) -> Iterator[DateCandidate]:
    return (DateCandidate(line, "printed") for line in near if _is_about_its_date(line))


def _is_about_its_date(line: str) -> bool:
    """Few words beside the date, or a part that is nothing else; a caption that mentions a day is not."""
    found = read_dates(line) if len(line) <= MAX_DATE_TEXT else ()
    if not found:
        return False
    rest = line[: found[0].start] + line[found[-1].end :]
    few = len(re.findall(r"[^\W\d_]{2,}", rest)) <= MAX_WORDS_BESIDE
    return few or any(map(is_date_line, re.split(r"[|•·]", line)))


def _labelled(dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    for line in dated:
        if not line.elsewhere and (_says_published(line.text) or _is_named_date(line.text)):
            yield DateCandidate(line.text, "labelled line")


def _says_published(text: str) -> bool:
    """A line about its date with a word for publishing, or one that opens with "this article was ..." or the like."""
    if not any(r.label == "published" for r in read_dates(text)):
        return False
    folded = fold(text)
    return _is_about_its_date(text) or any(
        " " in w.replace(" ", "", 1) and folded.startswith(w) for w in words_of("published")
    )


def _is_named_date(text: str) -> bool:
    """Whether a line is a date behind the word for date."""
    first = re.match(r"\s*(\w+)", text)
    return first is not None and fold(first[1]) in words_of("name") and is_date_line(text)


def _only_dated(dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    """The lines about a date below the headline, where all of them tell the same day."""
    lines = [line for line in dated if line.after_headline and not line.elsewhere and _is_about_its_date(line.text)]
    days = {(r.day, r.alternative) for line in lines for r in read_dates(line.text) if r.label != "modified"}
    if len(days) == 1:
        yield from (DateCandidate(line.text, "only date below the headline") for line in lines)


def _dated(element: HtmlElement, name: Field, text: str) -> DateCandidate:
    prop = (element.get("itemprop") or "").lower()
    if prop == "datepublished":
        return DateCandidate(text, "itemprop datePublished", "published")
    if prop == "datemodified" or name == "modified":
        return DateCandidate(text, "itemprop dateModified", "modified")
    if name == "published":
        return DateCandidate(text, "marked date", "published")
    return DateCandidate(text, "time element" if element.tag == "time" else "marked date")


def _date_texts(element: HtmlElement) -> tuple[str, ...]:
    """The element's machine-readable dates, then its text, where they hold a date."""
    given = [element.get(name) or "" for name in _DATED]
    text = text_of(element)
    texts = [*given, text] if len(text) <= MAX_DATE_TEXT else given
    return tuple(t for t in texts if t and read_dates(t))


def _lines_around(headline: HtmlElement) -> list[str]:
    """Block lines after the headline up to the first long one, then those before it, nearest first."""
    after: list[str] = []
    for line in lines_of(_following(headline)):
        if len(line) > LONG_LINE or len(after) == LINES_AFTER:
            break
        after.append(line)
    before = (text_of(element) for element in headline.itersiblings(preceding=True))
    return after + [line for line in before if 0 < len(line) <= LONG_LINE][:LINES_BEFORE]


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    """What stands after this element: its later siblings, then its parents', in document order."""
    node: HtmlElement | None = element
    while node is not None:
        for sibling in node.itersiblings():
            if isinstance(sibling.tag, str):
                yield sibling
        node = node.getparent()
