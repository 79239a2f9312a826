"""Lists of addresses: one a line, the rows of a CSV file with a header, or JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

from flows.sources.documents import document_text
from flows.sources.items import Item, UnreadableError, article_address, instant, plain_title

MOST_ADDRESSES = 1_000_000
LONGEST_LINE = 64 * 1024
ADDRESS_COLUMNS = ("url", "address", "link", "loc")
DATE_COLUMNS = ("published", "date", "published_at")
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class AddressList:
    """The items of a list, each address once, and how many of its lines hold none."""

    items: tuple[Item, ...]
    unusable: int


def read_list(body: bytes, content_type: str | None, address: str = "") -> AddressList:
    """The addresses in these bytes, gzipped or not; relative ones start at `address`."""
    text = document_text(body, content_type)
    found: dict[str, Item] = {}
    unusable = 0
    for row in _rows(text):
        item = _item(row, address)
        if item is None:
            unusable += 1
        elif len(found) == MOST_ADDRESSES:
            raise UnreadableError("too large", f"the list names more than {MOST_ADDRESSES} addresses")
        else:
            found.setdefault(item.url, item)
    return AddressList(tuple(found.values()), unusable)


def plain_lines(text: str) -> Iterator[str]:
    """The lines that say something: neither empty nor a comment."""
    return (line for one in text.split("\n") if (line := one.strip()) and not line.startswith("#"))


def _rows(text: str) -> Iterator[Mapping[str, Any]]:
    """What each line says of an address, by column name."""
    first = next(plain_lines(text), "")[:LONGEST_LINE]
    if first.startswith("{"):
        return (_json_row(line) for line in plain_lines(text))
    delimiter = max(DELIMITERS, key=first.count)
    names = [name.strip().strip('"').lower() for name in first.split(delimiter)]
    if {*names} & {*ADDRESS_COLUMNS}:
        return _csv_rows(text, names, delimiter)
    return ({"url": line} for line in plain_lines(text))


def _json_row(line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line) if len(line) <= LONGEST_LINE else None
    except (ValueError, RecursionError):
        row = None
    return row if isinstance(row, dict) else {}


def _csv_rows(text: str, names: list[str], delimiter: str) -> Iterator[Mapping[str, Any]]:
    lines = csv.reader(StringIO(text.lstrip()), delimiter=delimiter)
    try:
        next(lines)
        yield from (dict(zip(names, cells, strict=False)) for cells in lines if cells)
    except csv.Error as error:
        raise UnreadableError("bad CSV", f"line {lines.line_num}: {error}") from None


def _item(row: Mapping[str, Any], base: str) -> Item | None:
    url = article_address(_first(row, ADDRESS_COLUMNS), base)
    if url is None:
        return None
    return Item(url, plain_title(_first(row, ("title",))), instant(_first(row, DATE_COLUMNS)))


def _first(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    return next((value for name in names if isinstance(value := row.get(name), str) and value), None)
