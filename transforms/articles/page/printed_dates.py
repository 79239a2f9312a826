"""Dates that a page prints: in elements marked as dates, beside the headline, behind a label, or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from transforms.articles.dates.candidates import UNVOUCHED, DateCandidate
from transforms.articles.dates.lines import is_date_line
from transforms.articles.dates.texts import DateReading, read_dates
from transforms.articles.dates.words import fold, words_of
from transforms.articles.page.scan import Field, Seen
from transforms.articles.page.visible_text import block_of, folded, lines_of, text_of

MAX_DATE_TEXT = 130
MAX_PAGE_DATES = 40
LONG_LINE, LONG_LABELLED = 200, 400
MAX_WORDS_BESIDE, MAX_WORDS_OF_UPDATE = 5, 9
MAX_LABEL = 40
MAX_LINES_OF_BLOCK = 400

_YEAR = re.compile(r"(?:19|20|25)\d\d|\d\d?[./]\s?\d\d?[./]\s?\d\d")
_SEGMENT = re.compile(r"[|•·»]|\s[/–—-]\s")
_UPDATE = re.compile(r"[^\W\d_]{5,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MACHINE_READABLE = (
    "datetime",
    "content",
    "title",
    "data-datetime",
    "data-date",
    "data-published",
    "data-timestamp",
    "data-time",
    "data-utime",
)


@dataclass(frozen=True, slots=True)
class PrintedDates:
    """The article's candidates in order of trust, and the date texts of other things on the page."""

    candidates: tuple[DateCandidate, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    elsewhere: bool
    after_headline: bool
    readings: tuple[DateReading, ...]


def printed_dates(elements: Sequence[Seen], near: Sequence[str], headline: str | None) -> PrintedDates:
    """Read a page's scanned elements and the lines `near` its headline."""
    dated = list(_dated_lines(elements))
    found = (
        *_marked(elements),
        *_near(near, dated),
        *_labelled(dated),
        *_only_dated([line for line in dated if line.after_headline or headline is None]),
        *_labelled_elsewhere(dated),
        *_told_of_headline(dated, headline or ""),
    )
    candidates = tuple(dict.fromkeys(found))
    taken = {c.text for c in candidates}
    others = dict.fromkeys(line.text for line in dated if line.text not in taken)
    return PrintedDates(candidates, tuple(others)[:MAX_PAGE_DATES])


def _dated_lines(elements: Sequence[Seen]) -> Iterator[_Line]:
    """The lines of the page that hold a date; captions and sentences count as lines too."""
    lines: dict[HtmlElement, tuple[str, ...]] = {}
    done: set[tuple[HtmlElement, str]] = set()
    for seen in elements:
        for text, is_tail in ((seen.text, False), (seen.tail, True)):
            home = seen.element.getparent() if is_tail else seen.element
            if not text or home is None or not _YEAR.search(text):
                continue
            block = block_of(home)
            if block not in lines:
                lines[block] = _lines_of_block(block)
            piece = folded(text)
            line = next((line for line in lines[block] if piece in line), "")
            if not line or len(line) > LONG_LABELLED or (block, line) in done:
                continue
            done.add((block, line))
            if readings := read_dates(line):
                labelled = line if readings[0].label else _with_label(block, line)
                read = readings if labelled == line else read_dates(labelled)
                yield _Line(labelled, seen.elsewhere, seen.after_headline, read)


def _lines_of_block(block: HtmlElement) -> tuple[str, ...]:
    return tuple(line for line, _ in zip(lines_of([block]), range(MAX_LINES_OF_BLOCK), strict=False))


def _with_label(block: HtmlElement, line: str) -> str:
    """The line behind its label where that is an element of its own: <dt>Published</dt><dd>2 December</dd>."""
    before = block.getprevious()
    label = text_of(before) if before is not None and isinstance(before.tag, str) else ""
    if not label or len(label) > MAX_LABEL:
        return line
    bare = fold(label).strip(" :：")
    known = words_of("published") | words_of("modified") | words_of("name")
    return f"{label} {line}" if bare in known else line


def _marked(elements: Sequence[Seen]) -> Iterator[DateCandidate]:
    for seen in elements:
        for name in seen.fields:
            if name in ("published", "modified", "date") and not seen.elsewhere:
                for text in _date_texts(seen.element)[:1]:
                    yield _as_marked(seen.element, name, text)


def _as_marked(element: HtmlElement, name: Field, text: str) -> DateCandidate:
    prop = (element.get("itemprop") or element.get("property") or "").lower().rpartition(":")[2]
    if prop == "datepublished":
        return DateCandidate(text, "itemprop datePublished", "published")
    if prop == "datemodified" or name == "modified":
        return DateCandidate(text, "itemprop dateModified", "modified")
    if any(reading.label == "published" for reading in read_dates(text)):
        return DateCandidate(text, "marked with its label", "published")
    if name == "published":
        return DateCandidate(text, "marked date", "published")
    return DateCandidate(text, "time element" if element.tag == "time" else "marked date")


def _date_texts(element: HtmlElement) -> tuple[str, ...]:
    """The element's machine-readable dates, then its text, where they hold a date."""
    given = [element.get(name) or "" for name in _MACHINE_READABLE]
    text = text_of(element)
    texts = [*given, text] if len(text) <= MAX_DATE_TEXT else given
    return tuple(t for t in texts if t and read_dates(t))


def _near(near: Sequence[str], dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    own, elsewhere = ({line.text for line in dated if line.elsewhere is there} for there in (False, True))
    for line in near:
        readings = read_dates(line) if len(line) <= MAX_DATE_TEXT else ()
        if _is_about(line, readings):
            boxed = line in elsewhere and line not in own
            yield DateCandidate(line, "printed in a side box" if boxed else _near_method(line, readings))


def _near_method(line: str, readings: Sequence[DateReading]) -> str:
    if any(r.label == "published" for r in readings):
        return "printed with its label"
    own = [r for r in readings if r.label != "modified"]
    updated = _UPDATE.findall(fold(line[own[0].end :])) if own else []
    return "printed beside an update" if words_of("modified").intersection(updated) else "printed"


def _is_about(line: str, readings: Sequence[DateReading]) -> bool:
    """Few words beside the date, in the line or a part of it; a caption that mentions a day is not about it."""
    if not readings or len(line) > MAX_DATE_TEXT:
        return False
    rest = line[: readings[0].start] + line[readings[-1].end :]
    if len(_WORD.findall(rest)) <= MAX_WORDS_BESIDE:
        return True
    return any(len(_WORD.findall(part)) <= MAX_WORDS_BESIDE and read_dates(part) for part in _SEGMENT.split(line))


def _labelled(dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    for line in dated:
        if not line.elsewhere and _is_labelled(line):
            yield DateCandidate(line.text, "labelled line")


def _labelled_elsewhere(dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    """Labelled lines of sidebars and footers, where all of them tell one and the same day."""
    lines = [line for line in dated if line.elsewhere and _is_labelled(line)]
    if len(_days(lines)) == 1:
        yield from (DateCandidate(line.text, "labelled line elsewhere") for line in lines)


def _told_of_headline(dated: Sequence[_Line], headline: str) -> Iterator[DateCandidate]:
    """Lines such as "Headline was posted on 2 December 2020 and filed under Ships", wherever they stand."""
    for line in dated:
        if headline and line.text.startswith(headline) and any(r.label == "published" for r in line.readings):
            yield DateCandidate(line.text, "labelled line")


def _is_labelled(line: _Line) -> bool:
    """A line about its date with a label, or one that opens with "this article was ..." or the like."""
    labels = {r.label for r in line.readings} & {"published", "modified"}
    if labels and _is_about(line.text, line.readings):
        return True
    if labels == {"modified"} and len(line.text) <= MAX_DATE_TEXT:
        return len(_WORD.findall(line.text)) <= MAX_WORDS_OF_UPDATE
    return ("published" in labels and _opens_with_phrase(line.text)) or _is_named_date(line.text)


def _opens_with_phrase(text: str) -> bool:
    folded_text = fold(text)
    return any(" " in w.replace(" ", "", 1) and folded_text.startswith(w) for w in words_of("published"))


def _is_named_date(text: str) -> bool:
    """Whether a line is a date behind the word for date."""
    first = re.match(r"\s*(\w+)", text)
    return first is not None and fold(first[1]) in words_of("name") and is_date_line(text)


def _only_dated(dated: Sequence[_Line]) -> Iterator[DateCandidate]:
    """The lines about a date, where all of them tell the same day."""
    lines = [line for line in dated if not line.elsewhere and _is_about(line.text, line.readings)]
    if len(_days(lines)) == 1:
        yield from (DateCandidate(line.text, UNVOUCHED) for line in lines)


def _days(lines: Sequence[_Line]) -> set[tuple[object, object]]:
    return {(r.day, r.alternative) for line in lines for r in line.readings if r.label != "modified"} or {
        (r.day, r.alternative) for line in lines for r in line.readings
    }
