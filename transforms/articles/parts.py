"""The parts of an article among its lines: title, standfirst, body with subheads, printed byline, place and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.articles.bylines import Dateline, is_byline_line, looks_like_name, looks_like_place, split_dateline
from transforms.articles.dates import is_date_line
from transforms.articles.lines import (
    SUBHEAD_WORDS,
    Line,
    ends_sentence,
    flat,
    is_headline,
    is_prose,
    word_count,
)

MAX_HEAD = 8
MAX_TAIL = 5
MAX_STANDFIRST = 60
_SUBHEAD_MARK = re.compile(r"^(?:#{1,6}|[–—■▪●•*]+)\s+")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Parts:
    """`body` in order, subheads with `is_heading` set and without their mark; the printed texts as they stand on the page."""

    title: str | None
    standfirst: str | None
    body: tuple[Line, ...]
    bylines: tuple[str, ...]
    places: tuple[str, ...]
    dates: tuple[str, ...]
    dateline: Dateline | None

    @property
    def text(self) -> str:
        """The body's lines joined by newlines."""
        return "\n".join(line.text for line in self.body)

    @property
    def subheads(self) -> tuple[str, ...]:
        """The body's subheads in order."""
        return tuple(line.text for line in self.body if line.is_heading)


@dataclass(slots=True)
class _Found:
    title: str | None
    standfirst: str | None = None
    bylines: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


def read_parts(lines: Sequence[Line], title: str | None = None, *, may_title: bool = True) -> Parts:
    """Name the parts of cleaned lines. `title` is known from elsewhere; `may_title`: else line 1 may be it.

    The last line left is always body: a document of one paragraph has no title.
    """
    found = _Found(title)
    start = _read_head(lines, found, may_title=may_title and title is None)
    end = _read_tail(lines, start, found)
    body = _with_subheads(lines[start:end])
    dateline = split_dateline(body[0].text) if body else None
    return Parts(found.title, found.standfirst, body, found.bylines, found.places, found.dates, dateline)


def same_words(one: str, other: str) -> bool:
    """Whether two lines hold the same words, punctuation and case aside."""
    return _WORDS.findall(one.casefold()) == _WORDS.findall(other.casefold())


def _read_head(lines: Sequence[Line], found: _Found, *, may_title: bool) -> int:
    at = 0
    while at < min(MAX_HEAD, len(lines) - 1):
        text = lines[at].text
        if is_date_line(text):
            found.dates += (text,)
        elif is_byline_line(text):
            found.bylines += (text,)
        elif found.title is not None and same_words(text, found.title):
            pass
        elif may_title and found.title is None and _may_be_title(lines, at):
            found.title = text
        elif found.standfirst is None and _is_standfirst(lines, at):
            found.standfirst = text
        else:
            break
        at += 1
    return at


def _may_be_title(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    follows_prose = any(is_prose(line.text) for line in lines[at + 1 : at + 4])
    return is_headline(text) and not is_prose(text) and not _SUBHEAD_MARK.match(text) and follows_prose


def _is_standfirst(lines: Sequence[Line], at: int) -> bool:
    """A line is the standfirst where the next one opens the article with a dateline."""
    opening = split_dateline(lines[at + 1].text)
    opens = opening is not None and opening.end > 0 and is_prose(lines[at + 1].text[opening.end :])
    return opens and split_dateline(lines[at].text) is None and word_count(lines[at].text) <= MAX_STANDFIRST


def _read_tail(lines: Sequence[Line], start: int, found: _Found) -> int:
    """Printed byline, place and date close an article together: a lone name or place may be its last words."""
    end = len(lines)
    while end - 1 > start and len(lines) - end < MAX_TAIL and _is_credit(lines[end - 1].text):
        end -= 1
    credits = [line.text for line in lines[end:]]
    if not any(is_date_line(text) or is_byline_line(text) for text in credits):
        return len(lines)
    found.dates += tuple(t for t in credits if is_date_line(t))
    rest = [t for t in credits if not is_date_line(t)]
    named = [t for t in rest if is_byline_line(t) or not looks_like_place(t)]
    found.bylines += tuple(named)
    found.places += tuple(t for t in rest if t not in named)
    return end


def _is_credit(text: str) -> bool:
    return is_date_line(text) or is_byline_line(text) or looks_like_name(text) or looks_like_place(text)


def _with_subheads(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(_subhead(line) if _is_subhead(lines, at) else line for at, line in enumerate(lines))


def _subhead(line: Line) -> Line:
    return replace(line, text=flat(_SUBHEAD_MARK.sub("", line.text)), is_heading=True)


def _is_subhead(lines: Sequence[Line], at: int) -> bool:
    """A short open line between closed ones, with prose right after it; or what the markup calls a heading."""
    if lines[at].is_heading:
        return True
    text = lines[at].text
    if (
        at == len(lines) - 1
        or word_count(text) > SUBHEAD_WORDS
        or ends_sentence(text)
        or text.endswith((":", ",", ";"))
    ):
        return False
    follows = is_prose(lines[at + 1].text)
    return follows and (at == 0 or ends_sentence(lines[at - 1].text))
