"""Printed credits at an article's end: a name, a place and a date, each on its own line."""

from __future__ import annotations

from collections.abc import Sequence

from transforms.articles.bylines import is_byline_line, looks_like_name, looks_like_place
from transforms.articles.dates import is_date_line

MAX_CREDITS = 5


def is_credit(text: str) -> bool:
    """Whether a line may be a byline, a place or a date."""
    return is_date_line(text) or is_byline_line(text) or looks_like_name(text) or looks_like_place(text)


def prove_each_other(texts: Sequence[str]) -> bool:
    """Whether credits hold a date or a byline: a name or a place alone may be an article's last words."""
    return any(is_date_line(text) or is_byline_line(text) for text in texts)


def leading_credits(texts: Sequence[str]) -> int:
    """How many of the first texts are an article's closing credits."""
    count = 0
    while count < min(MAX_CREDITS, len(texts)) and is_credit(texts[count]):
        count += 1
    return count if prove_each_other(texts[:count]) else 0


def trailing_credits(texts: Sequence[str]) -> int:
    """How many of the last texts are an article's closing credits."""
    count = 0
    while count < min(MAX_CREDITS, len(texts)) and is_credit(texts[-1 - count]):
        count += 1
    return count if prove_each_other(texts[len(texts) - count :]) else 0
