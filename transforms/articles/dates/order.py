"""Day first or month first: which evidence on the page settles an ambiguous numeric date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from transforms.articles.dates.texts import DateReading, Order
from transforms.articles.dates.words import fold, weekdays
from transforms.articles.wordlists import rows


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """What the page, its source and its language say about the order of day and month."""

    certain_days: frozenset[date]
    numeric: tuple[tuple[str, Order], ...]
    textual: tuple[Order, ...]
    source: Order | None
    language: str | None
    body_weekdays: frozenset[int]
    latest: date


@dataclass(frozen=True, slots=True)
class SettledDay:
    """The day, or None, with what decided ("" where nothing had to be decided)."""

    day: date | None
    why: str


def gather(
    own: Sequence[DateReading],
    page: Sequence[DateReading],
    body_text: str,
    source: Order | None,
    language: str | None,
    latest: date,
) -> OrderEvidence:
    """Evidence from the article's `own` dates, the `page`'s other dates, the text, the source and the language."""
    readings = (*own, *page)
    return OrderEvidence(
        certain_days=frozenset(r.day for r in own if r.alternative is None),
        numeric=tuple((r.separator, r.shown) for r in readings if r.separator and r.shown),
        textual=tuple(r.shown for r in readings if r.shown and not r.separator),
        source=source,
        language=language,
        body_weekdays=_named_weekdays(body_text),
        latest=latest,
    )


def settle(reading: DateReading, evidence: OrderEvidence) -> SettledDay:
    """Decide between a reading's two days, by the strongest evidence that speaks at all."""
    if reading.alternative is None:
        return SettledDay(reading.day, "")
    day_first, month_first = reading.day, reading.alternative
    for why, test in (
        ("by its weekday", _fits_weekday(reading)),
        ("by the clock", [d <= evidence.latest for d in (day_first, month_first)]),
        ("by another date of the article", [d in evidence.certain_days for d in (day_first, month_first)]),
    ):
        if test[0] != test[1]:
            return SettledDay(day_first if test[0] else month_first, why)
    order, why = _order(reading, evidence)
    if order:
        return SettledDay(month_first if order == "MDY" else day_first, why)
    return SettledDay(None, "day and month could be swapped and nothing decides")


def convention(language: str | None) -> Order | None:
    """The order that a locale prints (data/date_orders.csv): en-GB before en; None where it varies."""
    if not language:
        return None
    orders = _orders()
    locale = language.replace("_", "-").casefold()
    return orders[locale] if locale in orders else orders.get(locale.split("-")[0])


def _order(reading: DateReading, evidence: OrderEvidence) -> tuple[Order | None, str]:
    steps: tuple[tuple[Order | None, str], ...] = (
        (_unanimous(o for s, o in evidence.numeric if s == reading.separator), "by the page's other dates"),
        (_unanimous(o for _, o in evidence.numeric), "by the page's other dates"),
        (evidence.source, "by the source's setting"),
        (_unanimous(o for o in evidence.textual if o != "YMD"), "by the page's other dates"),
        (_by_body(reading, evidence), "by a weekday of the text"),
        (convention(evidence.language), "by language"),
        ("DMY" if reading.separator == "." else None, "by its full stops"),
    )
    return next(((order, why) for order, why in steps if order), (None, ""))


def _unanimous(orders: Iterable[Order]) -> Order | None:
    found = set(orders)
    return found.pop() if len(found) == 1 else None


def _fits_weekday(reading: DateReading) -> list[bool]:
    if reading.weekday is None or reading.alternative is None:
        return [True, True]
    return [d.weekday() == reading.weekday for d in (reading.day, reading.alternative)]


def _by_body(reading: DateReading, evidence: OrderEvidence) -> Order | None:
    """News tells of its own day and the day before: the order under which the text names one of the two."""
    if reading.alternative is None:
        return None
    fits = [
        bool({d.weekday(), (d - timedelta(days=1)).weekday()} & evidence.body_weekdays)
        for d in (reading.day, reading.alternative)
    ]
    if fits[0] == fits[1]:
        return None
    return "DMY" if fits[0] else "MDY"


def _named_weekdays(text: str) -> frozenset[int]:
    names = weekdays()
    words = (fold(w) for w in re.findall(r"[^\W\d_]{5,}", text[:5000]))
    return frozenset(names[w] for w in words if w in names)


@cache
def _orders() -> dict[str, Order | None]:
    known: dict[str, Order] = {"DMY": "DMY", "MDY": "MDY"}
    return {r["locale"].casefold(): known.get(r["order"]) for r in rows("date_orders", "locale", "order", "note")}
