"""Which blocks of a page are no article text by what the markup calls the elements around them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, cast, get_args

from lxml.html import HtmlElement

from schemas.data_files import DataFileError, Row
from transforms.articles.page.blocks import Block
from transforms.articles.wordlists import rows

Kind = Literal["tag", "word"]
COLUMNS = ("kind", "name", "reason", "note")
HIDDEN = "hidden on the page"
_ENCLOSING = frozenset(("html", "body", "main"))
_NAMES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hint:
    """A row of furniture_hints.csv: an element's tag, or a word of its class or id, with the reason for the cut."""

    kind: Kind
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """The hints around each block of a page, nearest first."""

    around: tuple[tuple[Hint, ...], ...]

    def reasons(self, weights: Sequence[float], limit: float) -> list[str | None]:
        """For each block the reason against it; a hint that stands around more than `limit` of the weights is none."""
        shares: dict[Hint, float] = defaultdict(float)
        for found, weight in zip(self.around, weights, strict=True):
            for hint in found:
                shares[hint] += weight
        most = limit * sum(weights)
        return [next((hint.reason for hint in found if shares[hint] <= most), None) for found in self.around]


def read_furniture(blocks: Sequence[Block]) -> Furniture:
    """Read what the markup calls the elements around each block."""
    known: dict[HtmlElement, tuple[Hint, ...]] = {}
    return Furniture(tuple(_around(block.element, known) for block in blocks))


def _around(element: HtmlElement, known: dict[HtmlElement, tuple[Hint, ...]]) -> tuple[Hint, ...]:
    """The hints of an element and of those around it, nearest first."""
    chain: list[HtmlElement] = []
    node: HtmlElement | None = element
    while node is not None and node not in known:
        chain.append(node)
        node = node.getparent()
    found = known[node] if node is not None else ()
    for inner in reversed(chain):
        found = tuple(dict.fromkeys((*_hints(inner), *found)))
        known[inner] = found
    return found


def _hints(element: HtmlElement) -> tuple[Hint, ...]:
    if element.tag in _ENCLOSING:
        return ()
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    found = _named(names) if names != " " else ()
    tag = _vocabulary().get(("tag", str(element.tag)))
    return (*found, *((tag,) if tag else ()), *((Hint("tag", "hidden", HIDDEN),) if _is_hidden(element) else ()))


@lru_cache(maxsize=8192)
def _named(names: str) -> tuple[Hint, ...]:
    known = _vocabulary()
    found: list[Hint] = []
    for name in names.split():
        words = [w.lower() for w in _NAMES.findall(name)]
        found += [known["word", w] for w in (*words, "".join(words)) if ("word", w) in known]
    return tuple(dict.fromkeys(found))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or (style is not None and _NOT_SHOWN.search(style) is not None)


@cache
def _vocabulary() -> dict[tuple[str, str], Hint]:
    return {(hint.kind, hint.name): hint for hint in hints()}


@cache
def hints() -> tuple[Hint, ...]:
    """All rows of furniture_hints.csv; raises DataFileError for a kind that is neither tag nor word."""
    return tuple(_hint(row) for row in rows("furniture_hints", *COLUMNS))


def _hint(row: Row) -> Hint:
    if row["kind"] not in get_args(Kind) or not row["name"] or not row["reason"]:
        raise DataFileError(f"{row.where}: kind must be one of {get_args(Kind)}; give a name and a reason")
    return Hint(cast(Kind, row["kind"]), row["name"], row["reason"])
