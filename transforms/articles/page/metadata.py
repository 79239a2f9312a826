"""What a page's markup says about its article: candidates from JSON-LD, meta tags, microdata and printed elements."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from transforms.articles.bylines.bylines import BylineCandidate
from transforms.articles.bylines.credits import Kind as CreditKind
from transforms.articles.dates.candidates import DateCandidate, rank
from transforms.articles.dates.candidates import Kind as DateKind
from transforms.articles.limits import MAX_CANDIDATES, MAX_CONTENT
from transforms.articles.page.elements import read_printed
from transforms.articles.page.headings import find_headline, read_titles
from transforms.articles.page.json_ld import JsonLd, objects, read_json_ld, texts
from transforms.articles.page.scripts import script_dates
from transforms.articles.page.visible_text import folded
from transforms.articles.titles import TitleCandidate
from transforms.articles.urls import date_in_url, site_label
from transforms.articles.wordlists import rows

_JSON_LD_DATES: tuple[tuple[str, DateKind], ...] = (("datePublished", "published"), ("dateModified", "modified"))


@dataclass(frozen=True, slots=True)
class Metadata:
    """Candidates in order of trust within each field; texts as the page gives them, blanks folded.

    `locale` is the page's language tag as declared (en-GB), `page_dates` are dates printed elsewhere on the page
    (lists, sidebars): evidence for the order of day and month only. `article_body` is JSON-LD's articleBody.
    """

    titles: tuple[TitleCandidate, ...] = ()
    descriptions: tuple[str, ...] = ()
    authors: tuple[BylineCandidate, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    page_dates: tuple[str, ...] = ()
    section: str | None = None
    keywords: tuple[str, ...] = ()
    locale: str | None = None
    site_name: str | None = None
    publisher: str | None = None
    canonical_url: str | None = None
    article_body: str | None = None


@dataclass(slots=True)
class _MetaTags:
    """Contents of the page's meta tags by field, best name first."""

    found: dict[str, list[tuple[int, str]]] = field(default_factory=dict)

    def texts(self, name: str) -> tuple[str, ...]:
        ranked = sorted(self.found.get(name, ()), key=lambda pair: pair[0])
        return tuple(dict.fromkeys(text for _, text in ranked))[:MAX_CANDIDATES]

    def first(self, name: str) -> str | None:
        return next(iter(self.texts(name)), None)


def read_metadata(tree: HtmlElement, url: str | None = None) -> Metadata:
    """Read the candidates of a parsed page; `url` is where it was fetched."""
    linked = read_json_ld(tree, url)
    meta = _meta_tags(tree)
    canonical = _canonical(tree) or meta.first("canonical_url")
    named = _first(_clean(texts(linked.article.get("publisher"))))
    publisher = named or meta.first("publisher") or meta.first("site_name") or site_label(url)
    site_name = meta.first("site_name") or publisher
    titles = read_titles(tree, _clean(texts(linked.article.get("headline"))), meta.texts("title"), canonical or url)
    tagged = tuple(_dates(linked, meta, canonical or url))
    printed = read_printed(tree, find_headline(tree, titles, site_name))
    return Metadata(
        titles=titles,
        descriptions=tuple(
            dict.fromkeys((*_clean(texts(linked.article.get("description"))), *meta.texts("description")))
        ),
        authors=(*_authors(linked, meta), *printed.authors)[:MAX_CANDIDATES],
        dates=tuple(dict.fromkeys((*tagged, *printed.dates, *_untagged_dates(tree, (*tagged, *printed.dates)))))[
            :MAX_CANDIDATES
        ],
        page_dates=printed.page_dates[:MAX_CANDIDATES],
        section=_section(linked, meta),
        keywords=_keywords(linked, meta),
        locale=tree.get("lang") or meta.first("locale"),
        site_name=site_name,
        publisher=publisher,
        canonical_url=canonical,
        article_body=_first(texts(linked.article.get("articleBody"))),
    )


def _authors(linked: JsonLd, meta: _MetaTags) -> Iterator[BylineCandidate]:
    for item in objects(linked.article.get("author") or linked.article.get("creator"), linked.by_id):
        for name in _clean(texts(item)):
            yield BylineCandidate(name, "json-ld author", _credit_kind(item))
    for text in meta.texts("author"):
        yield BylineCandidate(text, "meta author")


def _credit_kind(item: Mapping[str, Any] | str) -> CreditKind:
    kind = str(item.get("@type", "")) if isinstance(item, Mapping) else ""
    return "person" if "Person" in kind else "organisation" if "Organization" in kind else "unknown"


def _dates(linked: JsonLd, meta: _MetaTags, url: str | None) -> Iterator[DateCandidate]:
    for node in (linked.article, linked.page):
        for key, kind in _JSON_LD_DATES:
            for text in texts(node.get(key)):
                yield DateCandidate(text, f"json-ld {key}", kind)
    for text in meta.texts("published"):
        yield DateCandidate(text, "meta published", "published")
    for text in meta.texts("modified"):
        yield DateCandidate(text, "meta modified", "modified")
    for text in meta.texts("date"):
        yield DateCandidate(text, "meta date")
    day = date_in_url(url) if url else None
    if day:
        yield DateCandidate(day.isoformat(), "url", "published")


def _untagged_dates(tree: HtmlElement, known: Sequence[DateCandidate]) -> tuple[DateCandidate, ...]:
    """Dates in scripts: read only where nothing more trusted says when the article was published."""
    trusted = any(c.kind == "published" and rank(c.method) < rank("script published") for c in known)
    return () if trusted else script_dates(tree)


def _section(linked: JsonLd, meta: _MetaTags) -> str | None:
    """The section as named, else the first step of the breadcrumbs that is neither the front page nor the article."""
    named = _first(_clean(texts(linked.article.get("articleSection")))) or meta.first("section")
    return named or _first(_clean(linked.breadcrumbs[1:-1]))


def _keywords(linked: JsonLd, meta: _MetaTags) -> tuple[str, ...]:
    """Keywords of JSON-LD, then of the meta tags; commas part them, save in JSON-LD's own lists ("Doe, Jane")."""
    listed = _clean(texts(linked.article.get("keywords")))
    joined = (*(listed if len(listed) == 1 else ()), *meta.texts("keywords"))
    parted = (word.strip() for text in joined for word in re.split(r"[,;]", text))
    words = (*(listed if len(listed) > 1 else ()), *parted)
    return tuple({word.casefold(): word for word in words if word}.values())


def _canonical(tree: HtmlElement) -> str | None:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith("http"):
            return str(element.get("href")).strip()
    return None


def _meta_tags(tree: HtmlElement) -> _MetaTags:
    fields = _meta_fields()
    tags = _MetaTags()
    for element in tree.iter("meta"):
        text = clean_text((element.get("content") or "")[:MAX_CONTENT])
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            known = fields.get((element.get(attribute) or "").strip().lower())
            if known and text:
                tags.found.setdefault(known[0], []).append((known[1], text))
    return tags


@cache
def _meta_fields() -> dict[str, tuple[str, int]]:
    return {r["name"]: (r["field"], int(r["rank"])) for r in rows("meta_names", "name", "field", "rank", "note")}


def clean_text(text: str) -> str:
    """Entities decoded, blanks folded."""
    return folded(html.unescape(text))


def _clean(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in map(clean_text, values) if text)


def _first(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None
