"""Memory: which lines of which site are known to repeat, as the transform gets it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from urllib.parse import urlsplit

# Below this share of a site's stories a line may be a series' own.
MOST = 0.5
_WORDS = re.compile(r"\w+")
_SAME_SITE = re.compile(r"^(?:www|m|amp|mobile)\.(?=.*\.)")


@dataclass(frozen=True, slots=True)
class KnownLine:
    """A line that repeats: the share of the site's stories that have it, and whether other rules mostly cut it too."""

    share: float
    is_suspect: bool


KnownLines = Mapping[str, KnownLine]
NOTHING: KnownLines = {}


@dataclass(frozen=True, slots=True)
class SiteMemory:
    """Known lines by site and line hash; without sites it knows nothing."""

    sites: Mapping[str, KnownLines] = field(default_factory=dict)

    @classmethod
    def of_rows(cls, rows: Iterable[Mapping[str, object]]) -> SiteMemory:
        """The memory in rows of the table site_memory."""
        sites: dict[str, dict[str, KnownLine]] = {}
        for row in rows:
            line = KnownLine(float(str(row["share"])), bool(row["is_suspect"]))
            sites.setdefault(str(row["site"]), {})[str(row["line_hash"])] = line
        return cls(sites)

    def lines_of(self, url: str | None, source_id: str) -> KnownLines:
        """What is known of the site that an article stands on."""
        return self.sites.get(site_of(url, source_id), NOTHING)


def site_of(url: str | None, source_id: str) -> str:
    """The site of an article: its address's host without "www." and the like, else its source."""
    try:
        host = urlsplit(url.strip()).hostname if url else None
    except ValueError:
        host = None
    return _SAME_SITE.sub("", host.rstrip(".")) if host else source_id


def line_hash(text: str) -> str:
    """16 hex digits for the words of a line, case and punctuation aside; "" for a line without words."""
    words = " ".join(_WORDS.findall(text.casefold()))
    return blake2b(words.encode("utf8", "surrogatepass"), digest_size=8).hexdigest() if words else ""
