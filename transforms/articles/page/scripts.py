"""Dates that stand only in a page's own scripts: inline state, data layers, calls of analytics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from lxml.html import HtmlElement

from transforms.articles.dates.candidates import DateCandidate, Kind
from transforms.articles.dates.texts import read_dates
from transforms.articles.wordlists import rows

MAX_SCRIPTS = 2_000_000
LEAD = 60
_KINDS: Mapping[str, Kind] = {"published": "published", "created": "published", "modified": "modified"}
_VALUE = re.compile(
    r"(?:19|20)\d\d\\?[/-]\d\d?\\?[/-]\d\d?(?:(?:T|\s|%20)\d\d(?::|%3A)\d\d[^\"'\\<>,;)}\s]{0,24})?|\b1\d{9}(?:\d{3})?\b"
)
_KEY = re.compile(r"([A-Za-z][\w.\-]*)\\?[\"']?\s*[:=,]\s*\\?[\"']?\s*$")


def script_dates(tree: HtmlElement) -> tuple[DateCandidate, ...]:
    """The dates behind known keys (data/script_keys.csv), a field at a time and only where all its values are one day.

    Scripts of lists hold other articles' dates under the same keys: where days differ, none of them is a candidate.
    """
    found: dict[str, dict[str, None]] = {}
    for key, text in _dated_keys(tree):
        if field := _fields().get(key):
            found.setdefault(field, {})[text] = None
    return tuple(
        DateCandidate(text, f"script {field}", _KINDS[field])
        for field, texts in found.items()
        if _tell_one_day(texts)
        for text in texts
    )


def _dated_keys(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    left = MAX_SCRIPTS
    for element in tree.iter("script"):
        text = element.text or ""
        left -= len(text)
        if left < 0:
            return
        if "ld+json" in (element.get("type") or ""):
            continue
        for match in _VALUE.finditer(text):
            key = _KEY.search(text[max(0, match.start() - LEAD) : match.start()])
            if key:
                value = match[0].replace("\\", "").replace("%20", " ").replace("%3A", ":")
                yield re.sub(r"[^a-z]", "", key[1].rpartition(".")[2].lower()), value


def _tell_one_day(texts: Mapping[str, None]) -> bool:
    days = {reading.day for text in texts for reading in read_dates(text)}
    return len(days) == 1


@cache
def _fields() -> dict[str, str]:
    return {row["key"]: row["field"] for row in rows("script_keys", "key", "field", "note")}
