"""JSON-LD of a page: the object that describes its article, references resolved."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from transforms.articles.page.charset import without_halves
from transforms.articles.urls import canonical_url

_NESTING = (
    "@graph",
    "mainEntity",
    "mainEntityOfPage",
    "author",
    "publisher",
    "hasPart",
    "itemListElement",
    "breadcrumb",
)
Node = Mapping[str, Any]
MAX_SCRIPT = 2_000_000
MAX_DEPTH = 8
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review|Recipe|NewsStory)$")
_PAGE = re.compile(r"(?:WebPage|VideoObject|PodcastEpisode|MediaGallery|ImageGallery|ItemPage)$")
_STEPS = re.compile(r"BreadcrumbList$")
_LISTS = re.compile(r"BreadcrumbList$|ItemList$")
_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",\s*([}\]])")


@dataclass(frozen=True, slots=True)
class JsonLd:
    """`article`: the node of the page's article, empty without one; `page`: that of page or video; `by_id`: by @id.

    `breadcrumbs` are the names of the steps from the front page to the article.
    """

    article: Node
    page: Node
    by_id: Mapping[str, Node]
    breadcrumbs: tuple[str, ...] = ()


def read_json_ld(tree: HtmlElement, url: str | None) -> JsonLd:
    """Read every script of the page; what is no JSON is passed over."""
    nodes = [node for script in _scripts(tree) for node in _nodes(script, 0)]
    articles = [n for n in nodes if _is_a(n, _ARTICLE)]
    pages = [n for n in nodes if _is_a(n, _PAGE)]
    by_id = {str(n["@id"]): n for n in nodes if n.get("@id") and len(n) > 1}
    return JsonLd(_own(articles, url), _own(pages, url), by_id, _breadcrumbs(nodes))


def texts(value: Any) -> tuple[str, ...]:
    """The strings of a string, a list of strings, or objects with a name or @value; in order, never nested deeper."""
    if isinstance(value, str):
        return (without_halves(value),)
    if isinstance(value, Mapping):
        return texts(value.get("name") or value.get("@value") or "") if value else ()
    if isinstance(value, Sequence):
        return tuple(t for item in value if isinstance(item, str | Mapping) for t in texts(item))
    return ()


def objects(value: Any, by_id: Mapping[str, Node]) -> tuple[Node | str, ...]:
    """A field's value as a list of objects and strings, references by @id replaced by what they name."""
    items = value if isinstance(value, list) else [value]
    return tuple(_resolved(item, by_id) for item in items if isinstance(item, str | Mapping) and item)


def _breadcrumbs(nodes: Sequence[Node]) -> tuple[str, ...]:
    for node in nodes:
        steps = node.get("itemListElement")
        if _is_a(node, _STEPS) and isinstance(steps, list):
            named = (step.get("name") or step.get("item") for step in steps if isinstance(step, Mapping))
            return tuple(name for step in named for name in texts(step))
    return ()


def _resolved(item: Node | str, by_id: Mapping[str, Node]) -> Node | str:
    if isinstance(item, Mapping) and "name" not in item and str(item.get("@id")) in by_id:
        return by_id[str(item["@id"])]
    return item


def _scripts(tree: HtmlElement) -> Iterator[Any]:
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        text = element.text or ""
        if len(text) <= MAX_SCRIPT and (parsed := _parse(text)) is not None:
            yield parsed


def _parse(text: str) -> Any:
    bare = _COMMENT.sub("", _COMMENT.sub("", text)).strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub(r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in _NESTING:
            if key != "itemListElement" or not _is_a(value, _LISTS):
                yield from _nodes(value.get(key), depth + 1)


def _is_a(node: Node, pattern: re.Pattern[str]) -> bool:
    kinds = node.get("@type")
    return any(isinstance(k, str) and pattern.search(k) for k in (kinds if isinstance(kinds, list) else [kinds]))


def _own(nodes: Sequence[Node], url: str | None) -> Node:
    """The node that names this page's address, else the first that is dated, else the first."""
    if url:
        wanted = canonical_url(url)
        for node in nodes:
            if wanted in {canonical_url(a) for a in _addresses(node)} and node.get("datePublished"):
                return node
    dated = [n for n in nodes if n.get("datePublished")]
    return (dated or list(nodes) or [{}])[0]


def _addresses(node: Node) -> Iterator[str]:
    for key in ("url", "@id", "mainEntityOfPage"):
        value = node.get(key)
        address = value.get("@id") or value.get("url") if isinstance(value, Mapping) else value
        if isinstance(address, str):
            yield address
