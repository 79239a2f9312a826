"""Credits and dates that a page prints: by what its markup calls them, and by where they stand beside the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from lxml.html import HtmlElement

from transforms.articles.bylines import BylineCandidate
from transforms.articles.credits import fold, is_person, opening, read_credit, vocabulary
from transforms.articles.date_texts import read_dates
from transforms.articles.dates import DateCandidate, is_date_line
from transforms.articles.page_text import SILENT, block_of, lines_of, text_of
from transforms.articles.wordlists import rows

Field = Literal["author", "published", "modified", "date", "elsewhere"]
MAX_CREDIT_TEXT = 160
MAX_DATE_TEXT = 130
MAX_PAGE_DATES = 40
LINES_AFTER, LINES_BEFORE = 24, 8
LONG_LINE = 200
MAX_WORDS_BESIDE = 5
MAX_LEAVES = 12

_YEAR = re.compile(r"(?:19|20)\d\d|\d\d?[./]\d\d?[./]\d\d")
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_FURNITURE = frozenset(("nav", "aside", "figcaption"))
_DATED = ("datetime", "content", "title")
_NAMING = ("class", "id", "data-testid", "data-qa", "data-component")


@dataclass(frozen=True, slots=True)
class PrintedElements:
    """Printed candidates in order of trust, and the date texts of other things on the page."""

    authors: tuple[BylineCandidate, ...]
    dates: tuple[DateCandidate, ...]
    page_dates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    element: HtmlElement
    field: Field
    elsewhere: bool


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    elsewhere: bool


def read_printed(tree: HtmlElement, headline: HtmlElement | None) -> PrintedElements:
    """Read the marked elements of a page, the lines around its `headline` and the dated lines of the rest."""
    outside = _outside(tree, headline)
    marked = list(_marked(tree, outside))
    dated = list(_dated_lines(tree, outside))
    near = [t for t in _lines_around(headline) if len(t) <= MAX_CREDIT_TEXT] if headline is not None else []
    authors = (*_credits(marked), *_credit_lines(near), *_labelled_credits(tree, outside))
    dates = tuple(dict.fromkeys((*_marked_dates(marked), *_near_dates(near), *_labelled(dated))))
    taken = {c.text for c in dates}
    others = dict.fromkeys(line.text for line in dated if line.text not in taken)
    return PrintedElements(authors, dates, tuple(others)[:MAX_PAGE_DATES])


def _outside(tree: HtmlElement, headline: HtmlElement | None) -> frozenset[HtmlElement]:
    """Elements within page furniture and lists of other articles; what encloses the headline is neither."""
    own = {headline, *headline.iterancestors()} if headline is not None else set()
    found: set[HtmlElement] = set()
    for element in tree.iter():
        if element.getparent() in found or (element not in own and _is_elsewhere(element)):
            found.add(element)
    return frozenset(found)


def _is_elsewhere(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag == "footer":
        return all(a.tag != "article" for a in element.iterancestors())
    return element.tag in _FURNITURE or "elsewhere" in _class_hints(element)


def _marked(tree: HtmlElement, outside: frozenset[HtmlElement]) -> Iterator[_Marked]:
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in SILENT:
            for name in _hints(element):
                yield _Marked(element, name, element in outside)


def _dated_lines(tree: HtmlElement, outside: frozenset[HtmlElement]) -> Iterator[_Line]:
    """The lines of the page that hold a date; captions and sentences count as lines too."""
    seen: set[HtmlElement] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in SILENT:
            continue
        for text, home in ((element.text, element), (element.tail, element.getparent())):
            if not text or home is None or not _YEAR.search(text):
                continue
            block = block_of(home)
            if block in seen:
                continue
            seen.add(block)
            line = text_of(block)
            if len(line) <= MAX_DATE_TEXT and read_dates(line):
                yield _Line(line, block in outside)


def _hints(element: HtmlElement) -> tuple[Field, ...]:
    found: list[Field] = []
    prop = (element.get("itemprop") or "").lower()
    if (element.get("rel") or "").lower() == "author" or "author" in prop.split():
        found.append("author")
    if element.tag == "time":
        found.append("date")
    if prop in ("datepublished", "datemodified"):
        found.append("published" if prop == "datepublished" else "modified")
    return tuple(dict.fromkeys(name for name in (*found, *_class_hints(element)) if name != "elsewhere"))


def _class_hints(element: HtmlElement) -> tuple[Field, ...]:
    values = [value for name in _NAMING if (value := element.get(name))]
    return _known(" ".join(values)) if values else ()


@cache
def _vocabulary() -> dict[str, Field]:
    known: dict[str, Field] = {
        "author": "author", "published": "published", "modified": "modified", "date": "date", "elsewhere": "elsewhere"
    }
    return {row["word"]: known[row["field"]] for row in rows("markup_hints", "word", "field", "note")}


@lru_cache(maxsize=4096)
def _known(value: str) -> tuple[Field, ...]:
    """Fields that class names speak of, by a word of the name ("entry-date", "postDate") or by the whole name ("=footer")."""
    vocabulary = _vocabulary()
    found: list[Field] = []
    for name in value.split():
        words = [w.lower() for w in _WORDS.findall(name)]
        found += [vocabulary[w] for w in (*words, "".join(words), "=" + "".join(words)) if w in vocabulary]
    return tuple(dict.fromkeys(found))


def _credits(marked: Sequence[_Marked]) -> Iterator[BylineCandidate]:
    """The first credit of the article with those beside it; the innermost element that names somebody stands for its parents."""
    found = [(m.element, t) for m in marked if m.field == "author" and not m.elsewhere for t in _credit_texts(m.element)]
    outer = {a for element, _ in found for a in element.iterancestors()}
    inner = [(element, text) for element, text in found if element not in outer]
    if inner:
        home = _climb(inner[0][0], 3)
        for element, text in inner:
            if home in element.iterancestors():
                yield BylineCandidate(text, "printed credit")


def _credit_texts(element: HtmlElement) -> tuple[str, ...]:
    """The element's text as one credit, or one for each of its leaves where every name stands in an element of its own."""
    leaves = [text_of(e) for e in element.iterdescendants() if isinstance(e.tag, str) and len(e) == 0 and e.tag not in SILENT]
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
        if any(opening(s.strip(), "by") or opening(s.strip(), "label") for s in re.split(r"[|•·]", line)) and _names_somebody(line):
            yield BylineCandidate(line, "printed line")


def _labelled_credits(tree: HtmlElement, outside: frozenset[HtmlElement]) -> Iterator[BylineCandidate]:
    """Lines such as "Author: A. Person", wherever the article has them; the label may be an element of its own."""
    labels = vocabulary("label")
    for element in tree.iter():
        text = (element.text or "").strip().lstrip("(（[") if isinstance(element.tag, str) else ""
        if not 1 < len(text) <= MAX_CREDIT_TEXT or element.tag in SILENT or element in outside:
            continue
        alone = fold(text.rstrip(": ：")) in labels
        if alone or opening(text, "label"):
            line = text_of(block_of(element))
            rest = line[line.find(text) + len(text) :].lstrip(" :：") if alone else line
            if _names_somebody(rest) or (not alone and read_credit(line).persons):
                yield BylineCandidate(rest, "labelled credit")


def _marked_dates(marked: Sequence[_Marked]) -> Iterator[DateCandidate]:
    for mark in marked:
        if mark.field != "author" and not mark.elsewhere:
            for text in _date_texts(mark.element)[:1]:
                yield _dated(mark, text)


def _near_dates(near: Sequence[str]) -> Iterator[DateCandidate]:
    """Lines beside the headline that are about their date: a caption that mentions a day is not."""
    for line in near:
        found = read_dates(line) if len(line) <= MAX_DATE_TEXT else ()
        if found:
            rest = line[: found[0].start] + line[found[-1].end :]
            few = len(re.findall(r"[^\W\d_]{2,}", rest)) <= MAX_WORDS_BESIDE
            if few or any(map(is_date_line, re.split(r"[|•·]", line))):
                yield DateCandidate(line, "printed")


def _labelled(dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    for line in dated:
        if not line.elsewhere and any(r.label == "published" for r in read_dates(line.text)):
            yield DateCandidate(line.text, "labelled line")


def _dated(mark: _Marked, text: str) -> DateCandidate:
    prop = (mark.element.get("itemprop") or "").lower()
    if prop == "datepublished":
        return DateCandidate(text, "itemprop datePublished", "published")
    if prop == "datemodified" or mark.field == "modified":
        return DateCandidate(text, "itemprop dateModified", "modified")
    if mark.field == "published":
        return DateCandidate(text, "marked date", "published")
    return DateCandidate(text, "time element" if mark.element.tag == "time" else "marked date")


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
