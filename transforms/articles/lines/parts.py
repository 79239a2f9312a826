"""The parts of an article among its lines: title, standfirst, body with subheads, printed byline, place and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from transforms.articles.bylines.bylines import Dateline, is_byline_line, looks_like_name, split_dateline
from transforms.articles.dates.dates import is_date_line
from transforms.articles.lines.credits import is_dated_credit
from transforms.articles.lines.lines import (
    SUBHEAD_WORDS,
    Line,
    ends_sentence,
    flat,
    is_headline,
    is_prose,
    word_count,
)
from transforms.articles.lines.sign_off import trailing_sign_off

MAX_HEAD = 8
MAX_STANDFIRST = 60
MIN_OPENING = 6
DASHES = ("–", "—", "-", "_")
_SUBHEAD_MARK = re.compile(r"^(?:#{1,6}|[–—■▪●•*]+)\s+")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Parts:
    """`body` in order, subheads with `is_heading` set and without their mark; the rest as printed on the page."""

    title: str | None
    standfirst: str | None
    body: tuple[Line, ...]
    bylines: tuple[str, ...]
    places: tuple[str, ...]
    dates: tuple[str, ...]
    dateline: Dateline | None

    @property
    def text(self) -> str:
        """The body's lines joined by newlines, with a blank line where the document has one."""
        breaks = ("\n\n" if line.before_blank else "\n" for line in self.body)
        return "".join(part for line, end in zip(self.body, breaks, strict=True) for part in (line.text, end)).rstrip()

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
    dateline = opening_dateline(body)
    return Parts(found.title, found.standfirst, body, found.bylines, found.places, found.dates, dateline)


def opening_dateline(body: Sequence[Line]) -> Dateline | None:
    """The dateline before the body's first word."""
    return split_dateline(body[0].text) if body else None


def words(text: str) -> tuple[str, ...]:
    """A line's words, punctuation and case aside: lines with the same words say the same."""
    return tuple(_WORDS.findall(text.casefold()))


def _read_head(lines: Sequence[Line], found: _Found, *, may_title: bool) -> int:
    at = 0
    while at < min(MAX_HEAD, len(lines) - 1):
        text = lines[at].text
        if _opens(text) or _is_bare_dateline(text):
            break
        if is_date_line(text) or is_dated_credit(text):
            found.dates += (text,)
        elif is_byline_line(text) or (found.title is not None and looks_like_name(text)):
            found.bylines += (text,)
        elif found.title is not None and words(text) == words(found.title):
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
    follows_prose = any(is_prose(line.text) for line in lines[at + 1 : at + MAX_HEAD])
    return is_headline(text) and not is_prose(text) and not _SUBHEAD_MARK.match(text) and follows_prose


def _is_standfirst(lines: Sequence[Line], at: int) -> bool:
    """A line is the standfirst where the next one opens the article with a dateline."""
    return _opens(lines[at + 1].text) and word_count(lines[at].text) <= MAX_STANDFIRST


def _opens(text: str) -> bool:
    """Whether a line is an article's first: a dateline with words behind it."""
    opening = split_dateline(text)
    return opening is not None and opening.end > 0 and word_count(text[opening.end :]) >= MIN_OPENING


def _is_bare_dateline(text: str) -> bool:
    """A dateline on a line of its own that its dash leads into the article."""
    return text.endswith(DASHES) and split_dateline(text) is not None


def _read_tail(lines: Sequence[Line], start: int, found: _Found) -> int:
    signed = trailing_sign_off([line.text for line in lines[start + 1 :]])
    found.bylines += signed.bylines
    found.places += signed.places
    found.dates += signed.dates
    return len(lines) - signed.lines


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
