"""The lines above an article's body on a page dump: the headline, byline and date that stand among menus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from schemas.records import RemovedLine
from transforms.articles.bylines.bylines import is_byline_line
from transforms.articles.dates.dates import is_date_line
from transforms.articles.lines.lines import is_headline, word_count
from transforms.articles.lines.phrases import find_phrase

MAX_LINES = 20
MIN_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the body; `used` are the removed lines that carry it."""

    title: str | None = None
    bylines: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    used: frozenset[RemovedLine] = frozenset()


def find_opening(removed: Sequence[RemovedLine], first_line: int) -> Opening:
    """Read the removed lines above line `first_line`; the headline is one that the page repeats, else the nearest."""
    above = [line for line in removed if line.line_number < first_line][-MAX_LINES:]
    counts = Counter(line.text.casefold() for line in removed)
    titles = [line for line in above if _may_be_title(line.text)]
    if not titles:
        return Opening()
    at = max(range(len(titles)), key=lambda n: (counts[titles[n].text.casefold()] > 1, n))
    title = titles[at]
    below = above[above.index(title) + 1 :]
    dates = [line for line in below if is_date_line(line.text)]
    bylines = [line for line in below if line not in dates and is_byline_line(line.text)]
    return Opening(
        title.text,
        tuple(dict.fromkeys(line.text for line in bylines)),
        tuple(dict.fromkeys(line.text for line in dates)),
        frozenset((title, *dates, *bylines)),
    )


def _may_be_title(text: str) -> bool:
    is_long = word_count(text) >= MIN_TITLE_WORDS
    return (
        is_long and is_headline(text) and not is_date_line(text) and not is_byline_line(text) and not find_phrase(text)
    )
