"""Writes the expectation beside every golden page whose expectation is missing or no longer true.

usage: python -m tests.golden.expectations

A new or changed expectation says `"reviewed": false`, and its test fails until someone has read it against the page and
set that to true.
"""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from schemas.records import Page, Reject
from transforms.articles.assemble import Assembled, assemble
from transforms.articles.page.decode import decode

PAGES = Path(__file__).parent / "pages"
FETCHED = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
CONTENT_TYPES = {".html": "text/html", ".txt": "text/plain"}
# Hashes and the page's own address say nothing about how it was read.
LEFT_OUT = ("article_id", "page_id", "source_id", "origin", "fetched_at", "seen_at")


def golden_pages() -> list[Path]:
    """The pages in the order of their names."""
    return sorted(path for path in PAGES.iterdir() if path.suffix in CONTENT_TYPES)


def expectation_path(page: Path) -> Path:
    """The expectation's place beside its page."""
    return page.with_name(page.name + ".json")


def outcome(page: Path) -> dict[str, object]:
    """What the article half makes of a page, as plain values."""
    found = _assembled(page)
    return {
        "article": _fields(asdict(found.article)) if found.article else None,
        "reject": _fields(asdict(found.reject)) if found.reject else None,
        "removed_lines": [f"{line.line_number}: {line.text} [{line.reason}]" for line in found.removed_lines],
    }


def _assembled(path: Path) -> Assembled:
    body = path.read_bytes()
    digest = sha256(body).hexdigest()
    page = Page(digest[:20], "golden", path.name, None, CONTENT_TYPES[path.suffix], body, digest, FETCHED)
    document = decode(page)
    return Assembled(reject=document) if isinstance(document, Reject) else assemble(document)


def _fields(record: dict[str, object]) -> dict[str, object]:
    fields = {name: _plain(value) for name, value in record.items() if name not in LEFT_OUT}
    return fields | {"text": str(fields["text"]).split("\n")} if "text" in fields else fields


def _plain(value: object) -> object:
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def main() -> None:
    """Write what is missing or no longer true."""
    for page in golden_pages():
        path = expectation_path(page)
        known = json.loads(path.read_text(encoding="utf8")) if path.exists() else {}
        found = outcome(page)
        if {k: v for k, v in known.items() if k != "reviewed"} != found:
            path.write_text(
                json.dumps({"reviewed": False} | found, ensure_ascii=False, indent=1) + "\n", encoding="utf8"
            )


if __name__ == "__main__":
    main()
