"""A page's elements seen once: what their markup calls them, and which belong to furniture and other articles."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from lxml.html import HtmlElement

from transforms.articles.page.visible_text import SILENT
from transforms.articles.wordlists import rows

Field = Literal["author", "published", "modified", "date", "elsewhere"]

_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_FURNITURE = frozenset(("nav", "aside", "figcaption"))
_ENCLOSING = frozenset(("html", "body", "main", "article"))
# Of microdata and RDFa; HTML once had an attribute "pubdate" too.
_PROPERTIES: dict[str, Field] = {
    "datepublished": "published",
    "issued": "published",
    "created": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "dateupdated": "modified",
    "modified": "modified",
    "date": "date",
    "creator": "author",
    "author": "author",
}
_NAMING = frozenset(("class", "id", "data-testid", "data-qa", "data-component"))


@dataclass(frozen=True, slots=True)
class Seen:
    """An element that has a text of its own, a text behind it (`tail`), or fields that its attributes speak of.

    `elsewhere` is True within page furniture and lists of other articles, `after_headline` in document order behind it.
    """

    element: HtmlElement
    fields: tuple[Field, ...]
    text: str
    tail: str
    elsewhere: bool
    after_headline: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """The page's telling elements in document order, and all elements that stand elsewhere."""

    elements: tuple[Seen, ...]
    elsewhere: Collection[HtmlElement]


def scan(tree: HtmlElement, headline: HtmlElement | None) -> Scan:
    """See every visible element once; what encloses the headline is never elsewhere."""
    own = {headline, *headline.iterancestors()} if headline is not None else set()
    silent: set[HtmlElement] = set()
    outside: set[HtmlElement] = set()
    found: list[Seen] = []
    after = False
    for element in tree.iter():
        parent = element.getparent()
        if not isinstance(element.tag, str) or element.tag in SILENT or parent in silent:
            silent.add(element)
            continue
        after = after or element is headline
        fields = _fields(element)
        if parent in outside or (element not in own and _is_elsewhere(element, fields)):
            outside.add(element)
        text, tail = (element.text or "").strip(), (element.tail or "").strip()
        if text or tail or fields:
            found.append(Seen(element, fields, text, tail, element in outside, after))
    return Scan(tuple(found), outside)


@lru_cache(maxsize=65_536)
def named_fields(names: str) -> tuple[Field, ...]:
    """Fields that class names speak of: by a word ("entry-date", "postDate") or the whole name ("=footer")."""
    vocabulary = _vocabulary()
    found: list[Field] = []
    for name in names.split():
        words = [w.lower() for w in _WORDS.findall(name)]
        found += [vocabulary[w] for w in (*words, "".join(words), "=" + "".join(words)) if w in vocabulary]
    return tuple(dict.fromkeys(found))


def _fields(element: HtmlElement) -> tuple[Field, ...]:
    found: list[Field] = ["date"] if element.tag == "time" else []
    for name, value in element.items():
        if name in _NAMING:
            found += named_fields(value)
        elif name in ("itemprop", "property"):
            found += _property_fields(value)
        elif name == "pubdate":
            found.append("published")
        elif name == "rel" and value.lower() == "author":
            found.append("author")
    return tuple(dict.fromkeys(found)) if found else ()


@lru_cache(maxsize=4096)
def _property_fields(value: str) -> tuple[Field, ...]:
    names = (name.rpartition(":")[2] for name in value.lower().split())
    return tuple(_PROPERTIES[name] for name in names if name in _PROPERTIES)


def _is_elsewhere(element: HtmlElement, fields: tuple[Field, ...]) -> bool:
    if element.tag in _ENCLOSING:
        return False
    if element.tag == "footer":
        return all(a.tag != "article" for a in element.iterancestors())
    return element.tag in _FURNITURE or "elsewhere" in fields


@cache
def _vocabulary() -> dict[str, Field]:
    known: dict[str, Field] = {
        "author": "author",
        "published": "published",
        "modified": "modified",
        "date": "date",
        "elsewhere": "elsewhere",
    }
    return {row["word"]: known[row["field"]] for row in rows("markup_hints", "word", "field", "note")}
