"""A page's elements seen once: what their markup calls them, and which belong to furniture and other articles."""

from __future__ import annotations

import re
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
}
_NAMING = ("class", "id", "data-testid", "data-qa", "data-component")


@dataclass(frozen=True, slots=True)
class Seen:
    """An element with the fields that its attributes speak of.

    `elsewhere` is True within page furniture and lists of other articles, `after_headline` in document order behind it.
    """

    element: HtmlElement
    fields: tuple[Field, ...]
    elsewhere: bool
    after_headline: bool


def scan(tree: HtmlElement, headline: HtmlElement | None) -> tuple[Seen, ...]:
    """Every visible element in document order; what encloses the headline is never elsewhere."""
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
        found.append(Seen(element, fields, element in outside, after))
    return tuple(found)


@lru_cache(maxsize=4096)
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
    given = dict(element.items())
    if not given:
        return tuple(found)
    prop = (given.get("itemprop") or given.get("property", "")).lower().rpartition(":")[2]
    if "author" in prop.split() or given.get("rel", "").lower() == "author":
        found.append("author")
    if prop in _PROPERTIES:
        found.append(_PROPERTIES[prop])
    if "pubdate" in given:
        found.append("published")
    names = " ".join(given[attribute] for attribute in _NAMING if attribute in given)
    return tuple(dict.fromkeys((*found, *named_fields(names)))) if names else tuple(found)


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
