"""Lines that are the credit of an article or a comment: a date with few words beside it."""

from __future__ import annotations

import re

from transforms.articles.dates.texts import read_dates
from transforms.articles.lines.lines import ends_with_stop

MAX_LENGTH = 130
MAX_BESIDE_DATE = 5
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def is_dated_credit(text: str) -> bool:
    """Whether a line is a date with few words beside it: "Monday, 9 March 2026, by A. Lindqvist", "Posted 9.3.2026"."""
    dates = read_dates(text) if len(text) <= MAX_LENGTH and any(map(str.isdigit, text)) else ()
    if not dates or ends_with_stop(text):
        return False
    rest = text[: dates[0].start] + " " + text[dates[-1].end :]
    return len(_LETTERS.findall(rest)) <= MAX_BESIDE_DATE
