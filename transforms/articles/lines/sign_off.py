"""Printed credits below an article: a name, a place and a date, each on its own line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from transforms.articles.bylines.bylines import is_byline_line, looks_like_name, looks_like_place
from transforms.articles.dates.dates import is_date_line
from transforms.articles.lines.lines import is_scrap

Role = Literal["byline", "place", "date"]
MAX_LINES = 5


@dataclass(frozen=True, slots=True)
class SignOff:
    """The credits by kind, as printed, and how many lines they take."""

    bylines: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    lines: int = 0


def leading_sign_off(texts: Sequence[str]) -> SignOff:
    """The credits that the texts begin with."""
    roles = _roles(texts[:MAX_LINES])
    count = roles.index(None) if None in roles else len(roles)
    return _sign_off(texts[:count], roles[:count])


def trailing_sign_off(texts: Sequence[str]) -> SignOff:
    """The credits that the texts end with."""
    last = texts[-MAX_LINES:]
    roles = _roles(last)
    start = max((at + 1 for at, role in enumerate(roles) if role is None), default=0)
    return _sign_off(last[start:], roles[start:])


def _sign_off(texts: Sequence[str], roles: Sequence[Role | None]) -> SignOff:
    """A name or a place alone may be an article's last words: only a date or a byline proves a sign-off."""
    if not any(role == "date" or is_byline_line(text) for text, role in zip(texts, roles, strict=True)):
        return SignOff()

    def of(wanted: Role) -> tuple[str, ...]:
        return tuple(text for text, role in zip(texts, roles, strict=True) if role == wanted)

    return SignOff(of("byline"), of("place"), of("date"), len(texts))


def _roles(texts: Sequence[str]) -> list[Role | None]:
    found: list[Role | None] = [_role(text) for text in texts]
    for at in range(1, len(found) - 1):
        # A place that no list knows stands between the name and the date.
        if found[at] is None and found[at - 1] == "byline" and found[at + 1] == "date" and is_scrap(texts[at]):
            found[at] = "place"
    return found


def _role(text: str) -> Role | None:
    if is_date_line(text):
        return "date"
    if is_byline_line(text):
        return "byline"
    if looks_like_place(text):
        return "place"
    return "byline" if looks_like_name(text) else None
