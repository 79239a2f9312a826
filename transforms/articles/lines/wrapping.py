"""Lines broken inside a sentence: text wrapped at a fixed width gets its paragraphs back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from transforms.articles.lines.lines import Line, ends_sentence

MIN_WORDS = 6
MAX_WIDTH = 120
MIN_BREAKS = 3
FULL = 0.75


def unwrap(lines: Sequence[Line]) -> list[Line]:
    """Joins a line with the next where the break falls inside a sentence; the joined line keeps the first one's number.

    A sentence goes on where a line of six words ends open and the next starts with a small letter. Where that happens
    at least three times and no line is long, the text is wrapped, and full lines are joined whatever follows them.
    """
    width = _width(lines)
    found: list[Line] = []
    previous: Line | None = None
    for line in lines:
        if previous is not None and _goes_on(previous, line, width):
            last = found[-1]
            found[-1] = replace(last, text=f"{last.text} {line.text}", before_blank=line.before_blank)
        else:
            found.append(line)
        previous = line
    return found


def _width(lines: Sequence[Line]) -> int:
    """The width at which a text is wrapped; 0 for one that is not."""
    widest = max((len(line.text) for line in lines), default=0)
    breaks = sum(_is_inside_sentence(a, b) for a, b in pairwise(lines))
    return widest if widest <= MAX_WIDTH and breaks >= MIN_BREAKS else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    if line.before_blank:
        return False
    return _is_inside_sentence(line, following) or (width > 0 and len(line.text) >= FULL * width)


def _is_inside_sentence(line: Line, following: Line) -> bool:
    is_open = not line.before_blank and not ends_sentence(line.text) and not line.text.endswith((":", ";"))
    return is_open and following.text[0].islower() and len(line.text.split()) >= MIN_WORDS
