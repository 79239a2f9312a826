"""Lines of text and what their shape says: prose, a headline, a scrap of a menu."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

PROSE_WORDS = 8
LONG_WORDS = 25
SCRAP_WORDS = 4
SUBHEAD_WORDS = 16
_END = re.compile(r"[.!?…。！？؟।]['\"”’»›)\]]*$")
_STOP = re.compile(r"[.…。।]['\"”’»›)\]]*$")
_CUT = re.compile(r"(?:\.\.\.|…)[\])»\"”]*$")
_OPEN = re.compile(r"[:;,]$")
_DENSE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: where it stands (counted from 1) and what is known from markup or blank lines around it."""

    number: int
    text: str
    is_heading: bool = False
    before_blank: bool = False


def flat(text: str) -> str:
    """The text in NFC with blanks folded and invisible characters dropped."""
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def text_lines(text: str) -> list[Line]:
    """The lines of a plain text that hold anything; `number` counts blank lines too."""
    folded = [flat(line) for line in text.splitlines()]
    return [
        Line(n, line, before_blank=n < len(folded) and not folded[n]) for n, line in enumerate(folded, start=1) if line
    ]


def word_count(line: str) -> int:
    """Words by blanks; where a script writes none, two characters count as a word."""
    dense = len(_DENSE.findall(line))
    return len(line.split()) + dense // 2


def ends_sentence(line: str) -> bool:
    """Whether the line closes with a sentence's mark, quotation marks and brackets aside."""
    return _END.search(line) is not None


def ends_with_stop(line: str) -> bool:
    """Whether the line closes with a full stop: headlines may ask or shout, but seldom stop."""
    return _STOP.search(line) is not None


def is_cut_short(line: str) -> bool:
    """Whether the line ends in an ellipsis, as the texts of lists do."""
    return _CUT.search(line) is not None


def is_prose(line: str) -> bool:
    """A line that reads as a paragraph: a closed sentence of eight words or more, or any line of twenty-five."""
    words = word_count(line)
    return words >= LONG_WORDS or (words >= PROSE_WORDS and ends_sentence(line))


def is_scrap(line: str) -> bool:
    """A line as menus have them: four words at most and no sentence's end."""
    return word_count(line) <= SCRAP_WORDS and not ends_sentence(line) and not _OPEN.search(line)


def is_headline(line: str) -> bool:
    """A line as headlines have them: no full stop, no open end, three to twenty-five words."""
    return 3 <= word_count(line) <= LONG_WORDS and not ends_with_stop(line) and not _OPEN.search(line)
