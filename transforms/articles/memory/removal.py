"""Removal: a site's known lines are taken out of an article where they can be no text of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from schemas.records import RemovedLine
from transforms.articles.bylines.bylines import is_byline_line
from transforms.articles.dates.dates import is_date_line
from transforms.articles.lines.boilerplate import Cleaned
from transforms.articles.lines.lines import Line, is_prose, is_scrap, word_count
from transforms.articles.lines.sign_off import trailing_sign_off
from transforms.articles.memory.memory import MOST, KnownLine, KnownLines, line_hash

REASON = "site memory"
# A sentence that fewer stories of a site have may be the background of a story that runs for weeks.
MOST_SENTENCES = 0.8
# A longer paragraph is text, however often it was printed.
LONG_WORDS = 40
# Where more than this would go, the page is an index or a live blog, and its lines are its text.
MAX_REMOVED_SHARE = 0.2

MayGo = Callable[[str, KnownLine], bool]


def without_known(cleaned: Cleaned, known: KnownLines) -> Cleaned:
    """The lines without those that the site repeats.

    What other rules mostly cut goes from the edges, and from inside where it is no prose. Anything else goes from the
    edges alone, where most of the site's stories have it: scraps from the top, scraps and sentences from the end.
    Credits and dates stay for those who read them, and an article never loses more than a fifth of its words.
    """
    cuts = _cuts(cleaned.kept, known) if known else set()
    if not cuts or _share(cleaned.kept, cuts) > MAX_REMOVED_SHARE:
        return cleaned
    gone = [RemovedLine(line.number, line.text, REASON) for at, line in enumerate(cleaned.kept) if at in cuts]
    kept = tuple(line for at, line in enumerate(cleaned.kept) if at not in cuts)
    return Cleaned(kept, tuple(sorted((*cleaned.removed, *gone), key=lambda line: line.line_number)))


def is_protected(text: str) -> bool:
    """Whether a line holds a credit or a date, which are read before anything is text."""
    return is_byline_line(text) or is_date_line(text)


def _cuts(lines: Sequence[Line], known: KnownLines) -> set[int]:
    signed = trailing_sign_off([line.text for line in lines]).lines
    found = {at: _known(line, known) for at, line in enumerate(lines[: len(lines) - signed])}
    top = _edge(found, lines, range(len(found)), _may_open)
    end = _edge(found, lines, range(len(found) - 1, -1, -1), _may_close)
    inside = {at for at, one in found.items() if one and one.is_suspect and not is_prose(lines[at].text)}
    return top | end | inside


def _known(line: Line, known: KnownLines) -> KnownLine | None:
    return None if is_protected(line.text) else known.get(line_hash(line.text))


def _edge(
    found: Mapping[int, KnownLine | None], lines: Sequence[Line], order: Iterable[int], may_go: MayGo
) -> set[int]:
    """The known lines that stand together at one edge; credits and dates between them do not part them."""
    edge = set()
    for at in order:
        known, text = found[at], lines[at].text
        if known is not None and may_go(text, known):
            edge.add(at)
        elif not is_protected(text):
            break
    return edge


def _may_open(text: str, known: KnownLine) -> bool:
    return known.is_suspect or (is_scrap(text) and known.share >= MOST)


def _may_close(text: str, known: KnownLine) -> bool:
    least = MOST_SENTENCES if is_prose(text) else MOST
    return known.is_suspect or (not _is_long(text) and known.share >= least)


def _is_long(text: str) -> bool:
    return is_prose(text) and word_count(text) > LONG_WORDS


def _share(lines: Sequence[Line], cuts: set[int]) -> float:
    words = [word_count(line.text) for line in lines]
    return sum(words[at] for at in cuts) / max(sum(words), 1)
