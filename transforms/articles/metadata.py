"""What a page's markup says about its article: candidates from JSON-LD, meta tags, microdata and printed elements."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from transforms.articles.bylines import BylineCandidate
from transforms.articles.dates import DateCandidate
from transforms.articles.titles import TitleCandidate


@dataclass(frozen=True, slots=True)
class Metadata:
    """Candidates in order of trust within each field; texts as the page gives them, blanks folded.

    `locale` is the page's language tag as declared (en-GB), `page_dates` are dates printed elsewhere on the page (lists,
    sidebars): evidence for the order of day and month only. `article_body` is JSON-LD's articleBody.
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


def read_metadata(tree: HtmlElement, url: str | None = None) -> Metadata:
    """Read the candidates of a parsed page; `url` is where it was fetched."""
    return Metadata()
