"""What is asked for: pages, feeds, sitemaps and the like, each with the content types that it may come as."""

from __future__ import annotations

from enum import Enum
from functools import cache

from schemas.data_files import packaged, read_rows


class What(Enum):
    """A kind of document, by its name in data/content_types.csv; one without rows there may be of any type."""

    PAGE = "page"
    FEED = "feed"
    SITEMAP = "sitemap"
    LIST = "list"
    ROBOTS = "robots"

    def types(self) -> frozenset[str]:
        """The content types that it may come as; empty where any will do."""
        return _types()[self]


@cache
def _types() -> dict[What, frozenset[str]]:
    rows = read_rows(packaged("flows.fetching", "content_types.csv"), ("what", "content_type"))
    return {what: frozenset(row["content_type"] for row in rows if row["what"] == what.value) for what in What}
