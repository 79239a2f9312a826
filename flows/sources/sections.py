"""Section pages: the links of a page that lead to articles of the same site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from flows.sources.documents import document_text
from flows.sources.items import LONGEST_TITLE, Item, UnreadableError, article_address, plain_title

MOST_LINKS = 20_000


def read_section(
    body: bytes, content_type: str | None, address: str, links: Iterable[str], skip: Iterable[str] = ()
) -> list[Item]:
    """The addresses on a page that match a pattern of `links` and none of `skip`, each once, in the page's order."""
    wanted, unwanted = [re.compile(one) for one in links], [re.compile(one) for one in skip]
    found: dict[str, Item] = {}
    for item in page_links(body, content_type, address):
        if not is_same_site(item.url, address) or any(one.search(item.url) for one in unwanted):
            continue
        if any(one.search(item.url) for one in wanted):
            known = found.get(item.url)
            found[item.url] = item if known is None or known.title is None else known
    return list(found.values())


def page_links(body: bytes, content_type: str | None, address: str) -> Iterator[Item]:
    """Every link of a page with its text; raises UnreadableError where the document is no page."""
    root = page_root(body, content_type)
    base = next((href for href in (one.get("href") for one in root.iter("base")) if href), None)
    start = article_address(base, address) or address
    for anchor in islice(root.iter("a"), MOST_LINKS):
        url = article_address(anchor.get("href"), start)
        if url is not None:
            yield Item(url, plain_title(_words(anchor)))


def page_root(body: bytes, content_type: str | None) -> Any:
    """The root element of an HTML page, whatever its faults."""
    text = document_text(body, content_type)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(text.encode(errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise UnreadableError("no page", "the document holds no HTML")
    return root


def is_same_site(url: str, address: str) -> bool:
    """Whether both lie at one host or one lies at a subdomain of the other; www counts for nothing."""
    first, second = (_host(one) for one in (url, address))
    return first == second or first.endswith(f".{second}") or second.endswith(f".{first}")


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _words(anchor: Any) -> str:
    """The link's text, no more of it than a title can hold."""
    held: Sequence[str] = list(islice(anchor.itertext(), 20))
    return " ".join(part[:LONGEST_TITLE] for part in held)
