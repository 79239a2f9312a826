"""Redaction: addresses as they may be logged, stored and told, without user names, passwords and tokens.

A secret value gives way to a short hash of it, so that addresses that differ stay different.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from urllib.parse import unquote_plus

from schemas.data_files import packaged, read_rows

MARK = "~"
_AUTHORITY = re.compile(r"^(https?:[/\\]*|(?:[a-z][a-z0-9+.-]*:)?[/\\]{2})([^/\\?#]*)", re.IGNORECASE)
_PATH = re.compile(r"^[^?#]*")
_IN_PATH = re.compile(r"(?<=;)([^=;/]+)=([^;/]*)")
_IN_QUERY = re.compile(r"(?<=[?&;#])([^=&;#?]+)=([^&;#]*)")
_MARKED = re.compile(rf"{MARK}[0-9a-f]{{8}}")


def redacted(url: str) -> str:
    """The address without userinfo, its secret parameters' values hashed; one without secrets comes back as it was."""
    bare = _AUTHORITY.sub(_without_userinfo, url.strip(), count=1)
    path = _PATH.match(bare)
    end = path.end() if path else 0
    return _IN_PATH.sub(_hidden, bare[:end]) + _IN_QUERY.sub(_hidden, bare[end:])


def is_secret(name: str) -> bool:
    """Whether a query parameter of this name holds a secret."""
    return unquote_plus(name).strip().casefold() in secret_names()


@cache
def secret_names() -> frozenset[str]:
    """The names of parameters that hold secrets, in lower case."""
    file = packaged("flows.fetching", "secret_parameters.csv")
    return frozenset(row["parameter"].casefold() for row in read_rows(file, ("parameter", "what_it_holds")))


def _without_userinfo(found: re.Match[str]) -> str:
    start, authority = found.groups()
    return f"{start}{authority.rpartition('@')[2]}"


def _hidden(found: re.Match[str]) -> str:
    name, value = found.groups()
    if not value or not is_secret(name) or _MARKED.fullmatch(value):
        return found.group()
    return f"{name}={MARK}{sha256(value.encode('utf8', 'surrogatepass')).hexdigest()[:8]}"
