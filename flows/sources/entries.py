"""Entries: a new table [[sources]] at the end of the user's file, which otherwise stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from flows.sources.probing import Offer


def free_id(address: str, taken: Collection[str]) -> str:
    """A short name from the address's host that no source has yet."""
    host = (urlsplit(address).hostname or "site").removeprefix("www.")
    longest = max(host.split("."), key=len)
    base = re.sub(r"[^a-z0-9]+", "-", longest.lower()).strip("-")[:40] or "site"
    names = [base, *(f"{base}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def entry_text(source_id: str, offer: Offer, home: str) -> str:
    """The table as TOML."""
    values = {"id": source_id, "name": offer.title, "home": home, "kind": offer.kind, "address": offer.address}
    lines = [f"{key} = {_quoted(value)}" for key, value in values.items() if value]
    return "\n".join(["[[sources]]", *lines]) + "\n"


def with_entry(text: str, entry: str) -> str:
    """The file's text with the table at its end."""
    return f"{text.rstrip()}\n\n{entry}" if text.strip() else entry


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is never half there, with the permissions that it has."""
    draft = path.with_name(f".{path.name}.writing")
    draft.write_text(text, encoding="utf8")
    draft.chmod(path.stat().st_mode)
    draft.replace(path)


def _quoted(value: str) -> str:
    """A basic string of TOML, which escapes as JSON does, and the delete sign too."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
