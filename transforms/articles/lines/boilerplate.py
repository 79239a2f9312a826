"""Which lines of a page are no article text, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.records import RemovedLine
from transforms.articles.dates.dates import is_date_line
from transforms.articles.lines.credits import is_dated_credit
from transforms.articles.lines.lines import (
    Line,
    ends_sentence,
    is_cut_short,
    is_headline,
    is_prose,
    is_scrap,
    word_count,
)
from transforms.articles.lines.phrases import Phrase, find_phrase, glued_heading
from transforms.articles.lines.runs import article_run
from transforms.articles.lines.sign_off import MAX_LINES, leading_sign_off

OUTSIDE = "outside the article"
LINK = "headline in a block of links"
DATED = "headline list with dates"
REPEATED = "line printed before"
HEADLINE = "the headline repeated"
PAGE_DATE = "the page's own date"

# Clean articles were seen to hold two lines of the vocabulary at most, whole pages seldom fewer than five.
DUMP_PHRASES = 4
WEAK = ("nav", "comment")
MIN_LINKS = 3
MIN_DATES = 3
REPEATED_WORDS = 8

PROSE_CAP = 60.0
IN_BLOCK = -12.0
DATE = -15.0
EFFECTS = {"line": -12.0, "block": -12.0, "end": -80.0, "comment": -40.0, "nav": -10.0}
SCRAP = -10.0
SHORT = -12.0
LISTED = -6.0
CUT_SHORT = 5.0
COMMENTED = -60.0
MIN_THREAD = 3
_CLOCK = re.compile(r"\d[:.h]\d\d")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that stay, and those that went with their reasons, both in order."""

    kept: tuple[Line, ...]
    removed: tuple[RemovedLine, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with what its words and shape say."""

    line: Line
    phrase: Phrase | None
    is_date: bool
    is_prose: bool
    is_scrap: bool

    @property
    def effect(self) -> str | None:
        """What its phrase does; None where it holds none."""
        return self.phrase.effect if self.phrase else None

    @property
    def is_link(self) -> bool:
        """Whether the line may be one of a block of links: a date, a scrap or a headline."""
        return self.is_date or self.is_scrap or (not self.is_prose and is_headline(self.line.text))

    @property
    def may_be_listed(self) -> bool:
        """Whether the line may stand in a row of links or items."""
        return (self.is_link or self.phrase is not None) and not self.line.is_heading


def clean(lines: Sequence[Line]) -> Cleaned:
    """Removes boilerplate until nothing more is found, so that clean lines come out as they went in."""
    all_lines = split_glued(lines)
    kept = list(range(len(all_lines)))
    reasons: dict[int, str] = {}
    while cuts := _cuts([all_lines[at] for at in kept]):
        reasons |= {kept[at]: reason for at, reason in cuts.items()}
        kept = [at for at in kept if at not in reasons]
    removed = (RemovedLine(all_lines[at].number, all_lines[at].text, reasons[at]) for at in sorted(reasons))
    return Cleaned(tuple(all_lines[at] for at in kept), tuple(removed))


def split_glued(lines: Sequence[Line]) -> list[Line]:
    """Gives a heading glued to the first link of its block a line of its own (under the same number)."""
    found: list[Line] = []
    for line in lines:
        at = glued_heading(line.text)
        pieces = [line.text[:at].strip(), line.text[at:].strip()] if at else [line.text]
        found += [Line(line.number, piece, line.is_heading) for piece in pieces[:-1]]
        found.append(Line(line.number, pieces[-1], line.is_heading, line.before_blank))
    return found


def is_dump(marked: Sequence[Marked]) -> bool:
    """Whether the lines are a whole page's, menus included, and not an article's alone."""
    return len({m.line.text for m in marked if m.effect is not None}) >= DUMP_PHRASES


def _cuts(lines: Sequence[Line]) -> dict[int, str]:
    marked = [_mark(line) for line in lines]
    cuts = _dated_lists(marked) | _phrase_cuts(marked)
    if all(m.effect == "nav" for m in marked):
        return {at: m.phrase.reason for at, m in enumerate(marked) if m.phrase}
    if is_dump(marked):
        cuts = _outside(marked, cuts) | cuts
    return cuts | _page_date(marked, cuts)


def _mark(line: Line) -> Marked:
    phrase = find_phrase(line.text)
    prose = is_prose(line.text) and phrase is None
    return Marked(line, phrase, is_date_line(line.text), prose, is_scrap(line.text))


def _repeated(marked: Sequence[Marked], first: int, last: int) -> dict[int, str]:
    seen: set[str] = set()
    cuts: dict[int, str] = {}
    for at, m in enumerate(marked[first:last], start=first):
        if m.is_prose and word_count(m.line.text) >= REPEATED_WORDS:
            if m.line.text in seen:
                cuts[at] = REPEATED
            seen.add(m.line.text)
    return cuts


def _phrase_cuts(marked: Sequence[Marked]) -> dict[int, str]:
    cuts: dict[int, str] = {}
    in_block = False
    for at, m in enumerate(marked):
        if m.phrase is not None and m.effect not in WEAK:
            cuts[at] = m.phrase.reason
            in_block = m.effect == "block"
        elif in_block and m.is_link:
            cuts[at] = LINK
        else:
            in_block = False
    return cuts


def _dated_lists(marked: Sequence[Marked]) -> dict[int, str]:
    """Runs of headlines that each carry a date, before or after them, three or more."""
    cuts: dict[int, str] = {}
    at = 0
    while at < len(marked):
        end = at
        while end < len(marked) and marked[end].is_link and not _is_undated(marked[end : end + 2]):
            end += 1
        if sum(m.is_date for m in marked[at:end]) >= MIN_DATES:
            cuts |= dict.fromkeys(range(at, end), DATED)
        at = max(end, at + 1)
    return cuts


def _is_undated(pair: Sequence[Marked]) -> bool:
    return len(pair) == 2 and not any(m.is_date for m in pair)


def _page_date(marked: Sequence[Marked], cuts: dict[int, str]) -> dict[int, str]:
    """A date at the very end, below what was cut, is the page's."""
    last = len(marked) - 1
    if last > 0 and marked[last].is_date and (last in cuts or last - 1 in cuts):
        return {last: PAGE_DATE}
    return {}


def _outside(marked: Sequence[Marked], cuts: dict[int, str]) -> dict[int, str]:
    listed = {at for run in _runs(marked) if _is_introduced(marked, run) for at in run}
    thread = _thread(marked)
    weights = [LISTED if at in listed else _weight(m, cuts.get(at)) for at, m in enumerate(marked)]
    first, last = article_run([COMMENTED if at in thread else weight for at, weight in enumerate(weights)])
    last += leading_sign_off([m.line.text for m in marked[last : last + MAX_LINES]]).lines
    outside = {at: OUTSIDE for at in range(len(marked)) if not first <= at < last}
    blocks = (at for run in _runs(marked[:last], first) if len(run) >= MIN_LINKS for at in run if at not in listed)
    return outside | dict.fromkeys(blocks, LINK) | _repeated(marked, first, last)


def _thread(marked: Sequence[Marked]) -> frozenset[int]:
    """The dated credits of a thread of comments: three or more with a day and a clock, each with words below it."""
    stamps = [at for at, m in enumerate(marked[:-1]) if _is_stamp(m) and not _is_stamp(marked[at + 1])]
    return frozenset(stamps) if len(stamps) >= MIN_THREAD else frozenset()


def _is_stamp(m: Marked) -> bool:
    return _CLOCK.search(m.line.text) is not None and is_dated_credit(m.line.text)


def _runs(marked: Sequence[Marked], first: int = 0) -> list[range]:
    """The runs of lines from `first` on that might be links: a block that lost its heading, or a list."""
    ends = [at for at in range(first, len(marked)) if not marked[at].may_be_listed]
    starts = [first, *(at + 1 for at in ends)]
    return [range(a, b) for a, b in zip(starts, [*ends, len(marked)], strict=True) if a < b]


def _is_introduced(marked: Sequence[Marked], run: range) -> bool:
    """Whether a line that ends with a colon stands before the run: then it is a list of the article's own."""
    before = marked[run.start - 1] if run.start else None
    return before is not None and before.phrase is None and before.line.text.endswith(":")


def _weight(m: Marked, reason: str | None) -> float:
    if m.phrase is not None:
        return EFFECTS[m.phrase.effect]
    if reason is not None:
        return IN_BLOCK
    if m.is_date:
        return DATE
    if m.is_prose and is_cut_short(m.line.text):
        return CUT_SHORT
    if m.is_prose:
        words = min(word_count(m.line.text), PROSE_CAP)
        return words if ends_sentence(m.line.text) else 0.7 * words
    return SCRAP if m.is_scrap else SHORT
