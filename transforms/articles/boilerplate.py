"""Which lines of a page are no article text, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from schemas.records import RemovedLine
from transforms.articles.dates import is_date_line
from transforms.articles.lines import Line, ends_sentence, ends_with_stop, is_headline, is_prose, is_scrap, word_count
from transforms.articles.phrases import Phrase, find_phrase, glued_heading

OUTSIDE = "outside the article"
LINK = "headline in a block of links"
DATED = "headline list with dates"
REPEATED = "line printed before"

# A page dump holds menus: many scraps, and more of them than paragraphs.
DUMP_SCRAPS = 12
DUMP_RATIO = 1.0
MIN_RUN = 3

PROSE_CAP = 60.0
BARRIER = -80.0
CUT = -12.0
SCRAP = -10.0
SHORT = -12.0


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines that stay, and those that went with their reasons, both in order."""

    kept: tuple[Line, ...]
    removed: tuple[RemovedLine, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with the phrase it matches."""

    line: Line
    phrase: Phrase | None
    is_date: bool

    @property
    def effect(self) -> str | None:
        return self.phrase.effect if self.phrase else None

    @property
    def is_prose(self) -> bool:
        return self.phrase is None and is_prose(self.line.text)


def clean(lines: Sequence[Line]) -> Cleaned:
    """Removes boilerplate until nothing more is found, so that clean lines come out as they went in."""
    kept = split_glued(lines)
    removed: list[RemovedLine] = []
    while cuts := _cuts(kept):
        removed += [RemovedLine(kept[at].number, kept[at].text, reason) for at, reason in cuts.items()]
        kept = [line for at, line in enumerate(kept) if at not in cuts]
    return Cleaned(tuple(kept), tuple(sorted(removed, key=lambda r: r.line_number)))


def split_glued(lines: Sequence[Line]) -> list[Line]:
    """Gives a heading glued to the first link of its block a line of its own (under the same number)."""
    found: list[Line] = []
    for line in lines:
        at = glued_heading(line.text)
        pieces = [line.text[:at].strip(), line.text[at:].strip()] if at else [line.text]
        found += [Line(line.number, piece, line.is_heading) for piece in pieces[:-1]]
        found.append(Line(line.number, pieces[-1], line.is_heading, line.before_blank))
    return found


def _cuts(lines: Sequence[Line]) -> dict[int, str]:
    marked = [Marked(line, find_phrase(line.text), is_date_line(line.text)) for line in lines]
    cuts = _phrase_cuts(marked) | _dated_lists(marked)
    if is_dump(marked):
        cuts = _outside(marked, cuts) | cuts
    return cuts


def is_dump(marked: Sequence[Marked]) -> bool:
    """Whether the lines are a whole page's, menus included, and not an article's alone."""
    scraps = sum(1 for m in marked if m.effect is not None or is_scrap(m.line.text))
    prose = sum(1 for m in marked if m.is_prose)
    return scraps >= DUMP_SCRAPS and scraps > DUMP_RATIO * prose


def _phrase_cuts(marked: Sequence[Marked]) -> dict[int, str]:
    cuts: dict[int, str] = {}
    in_block = False
    for at, m in enumerate(marked):
        if m.phrase is not None and m.effect != "nav":
            cuts[at] = m.phrase.reason
            in_block = m.effect == "block"
        elif in_block and is_link(m):
            cuts[at] = LINK
        else:
            in_block = False
    return cuts


def is_link(m: Marked) -> bool:
    """Whether a line may be one of a block of links: a date, a scrap or a headline."""
    return m.is_date or is_scrap(m.line.text) or (is_headline(m.line.text) and not is_prose(m.line.text))


def _dated_lists(marked: Sequence[Marked]) -> dict[int, str]:
    """Runs of headlines that each carry a date, before or after them, three or more."""
    cuts: dict[int, str] = {}
    at = 0
    while at < len(marked):
        end = at
        while end < len(marked) and is_link(marked[end]) and not _are_two_links(marked, end):
            end += 1
        if sum(m.is_date for m in marked[at:end]) >= MIN_RUN:
            cuts |= dict.fromkeys(range(at, end), DATED)
        at = max(end, at + 1)
    return cuts


def _are_two_links(marked: Sequence[Marked], at: int) -> bool:
    window = marked[at : at + 2]
    return len(window) == 2 and not any(m.is_date for m in window)


def _outside(marked: Sequence[Marked], cuts: dict[int, str]) -> dict[int, str]:
    first, last = _best_run([_weight(m, at in cuts) for at, m in enumerate(marked)])
    return {at: OUTSIDE for at in range(len(marked)) if not first <= at < last}


def _weight(m: Marked, is_cut: bool) -> float:
    if m.effect == "end":
        return BARRIER
    if is_cut:
        return CUT
    words = word_count(m.line.text)
    if is_prose(m.line.text):
        return min(words, PROSE_CAP) * (1.0 if ends_sentence(m.line.text) else 0.7)
    return SCRAP if is_scrap(m.line.text) else SHORT


def _best_run(weights: Sequence[float]) -> tuple[int, int]:
    """The run of lines whose weights add up highest."""
    best, total, start = (0.0, 0, len(weights)), 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best[0]:
            best = (total, start, at + 1)
    return best[1], best[2]
