"""Addresses: one form for the same article, and the date that a path may hold."""

from __future__ import annotations

import re
from datetime import date
from hashlib import sha256
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urlsplit

from transforms.articles.wordlists import rows

MAX_SUFFIX = 3
MIN_SLUG = 3
_FILE_ENDING = re.compile(r"\.(?:[sp]?html?|php\d?|aspx?|jsp|cms|amp)$")
_PATH_SAFE = "/:@!$&'()*+,;=~-._"
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/\-_.]?)(1[0-2]|0?[1-9])\2(3[01]|[12]\d|0?[1-9])(?!\d)")
_NAMED_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)/([a-z]{3,9})/(3[01]|[12]\d|0?[1-9])(?!\d)", re.IGNORECASE)
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def canonical_url(url: str) -> str:
    """One spelling for the same article: https, lower-case host, no fragment, no tracking parameters, sorted query.

    It is a key for sameness, not an address to fetch. What is no http address comes back stripped of blanks alone.
    """
    text = url.strip().encode("utf8", "replace").decode("utf8")
    parts = _split(text)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        return text
    query = urlencode(sorted(_kept_parameters(parts.query)), errors="surrogateescape")
    path = _path(parts.path)
    return f"https://{_host(parts)}{path}" + (f"?{query}" if query else "")


def article_id(url: str | None, source_id: str, text: str) -> str:
    """ "a" and the first 20 hex digits of the SHA-256 of the canonical URL, else of source_id, newline and text."""
    key = canonical_url(url) if url else f"{source_id}\n{text}"
    return "a" + sha256(key.encode("utf8", "surrogatepass")).hexdigest()[:20]


def date_in_url(url: str) -> date | None:
    """The day that stands whole in the path (2020/12/02, 2020-12-02, 20201202, 2020/dec/02); a bare month is no day."""
    parts = _split(url.strip())
    if parts is None:
        return None
    found = {day for day in map(_named_day, _NAMED_DAY.finditer(parts.path)) if day}
    found |= {day for day in map(_numeric_day, _DAY.finditer(parts.path)) if day}
    return found.pop() if len(found) == 1 else None


def slug_words(url: str) -> frozenset[str]:
    """The words of the address that tell its title ("bridge-falls-at-noon"); empty where fewer than three stand."""
    parts = _split(url.strip())
    segments = [s for s in (parts.path if parts else "").split("/") if s]
    for segment in reversed(segments[-2:]):
        title = _FILE_ENDING.sub("", unquote(segment).casefold())
        words = [w for w in re.split(r"[-_+.,\s]", title) if len(w) > 1 and w.isalpha()]
        if len(words) >= MIN_SLUG:
            return frozenset(words)
    return frozenset()


def site_label(url: str | None) -> str | None:
    """The name that a site's host bears: "harbourpost" of www.harbourpost.co.uk; None without one."""
    parts = _split(url.strip()) if url else None
    labels = (parts.hostname or "").split(".")[:-1] if parts else []
    while len(labels) > 1 and len(labels[-1]) <= MAX_SUFFIX:
        labels.pop()
    return labels[-1] if labels and labels[-1] else None


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = (parts.port, parts.hostname)
    except ValueError:
        return None
    return parts


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    return host if parts.port in (None, 80, 443) else f"{host}:{parts.port}"


def _path(path: str) -> str:
    spelt = quote(unquote(path, errors="surrogateescape"), safe=_PATH_SAFE, errors="surrogateescape")
    return spelt.rstrip("/")


def _kept_parameters(query: str) -> list[tuple[str, str]]:
    exact, prefixes = _tracking()
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape")
    return [(k, v) for k, v in pairs if k.casefold() not in exact and not k.casefold().startswith(prefixes)]


def _tracking() -> tuple[frozenset[str], tuple[str, ...]]:
    names = [row["parameter"] for row in rows("tracking_parameters", "parameter", "sets_it")]
    return frozenset(n for n in names if not n.endswith("*")), tuple(n[:-1] for n in names if n.endswith("*"))


def _numeric_day(match: re.Match[str]) -> date | None:
    year, separator, month, day = match.groups()
    if not separator and len(match.group()) != 8:
        return None
    return _day(int(year), int(month), int(day))


def _named_day(match: re.Match[str]) -> date | None:
    year, name, day = match.groups()
    if name[:3].lower() not in _ENGLISH_MONTHS:
        return None
    return _day(int(year), _ENGLISH_MONTHS.index(name[:3].lower()) + 1, int(day))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
