"""Records of JSON Lines and Parquet files: one record is one document."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO, Any

from flows.sources.intake import Intake
from schemas.records import Page

RECORD_TYPE = "application/vnd.dateline.record+json"
FIELDS = ("id", "url", "html", "text", "title", "authors", "published", "fetched_at", "source")
TEXT_FIELDS = ("url", "html", "text", "title", "published", "fetched_at", "source")
GZIP_ERRORS = (gzip.BadGzipFile, EOFError, zlib.error)
ROWS_AT_ONCE = 64


def read_jsonl(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    """The documents of a JSON Lines file, gzipped where its name ends in .gz; a line at a time."""
    number = 0
    with _opened(path) as stream:
        try:
            for number, line in _lines(stream, intake.max_bytes):
                if line is None:
                    yield intake.too_large(f"{origin}#{number}", f"line {number}")
                elif line.strip():
                    yield _line_page(line, number, origin, intake)
        except GZIP_ERRORS as error:
            yield intake.failure(origin, "bad gzip", f"{error} after line {number}; write the file anew")


def read_parquet(path: Path, origin: str, intake: Intake) -> Iterator[Page]:
    """The documents of a Parquet file with the same fields; a few rows at a time."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        with ParquetFile(path) as table:
            columns = [name for name in table.schema_arrow.names if name in FIELDS]
            batches = table.iter_batches(batch_size=ROWS_AT_ONCE, columns=columns)
            rows = (row for batch in batches for row in batch.to_pylist())
            for number, row in enumerate(rows, start=1):
                yield _record_page(row, number, "row", origin, intake)
    except (pyarrow.ArrowException, UnicodeDecodeError) as error:
        message = str(error).splitlines()[0] if str(error) else type(error).__name__
        yield intake.failure(origin, "bad Parquet", f"{message} after row {number}; write the file anew")


def record_id(page: Page) -> str | None:
    """The id that a record gives itself; None for other pages and for records without one."""
    if page.content_type != RECORD_TYPE or page.read_error is not None:
        return None
    given = json.loads(page.body).get("id")
    return None if given is None else str(given)


def _opened(path: Path) -> gzip.GzipFile | IO[bytes]:
    return gzip.GzipFile(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")


def _lines(stream: gzip.GzipFile | IO[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines, None for a line over the limit, which is skipped without holding it."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(limit + 1)
        yield number, None


def _line_page(line: bytes, number: int, origin: str, intake: Intake) -> Page:
    try:
        row = json.loads(line.rstrip(b"\r\n"))
    except UnicodeDecodeError:
        message = f"line {number} is not UTF-8"
    except RecursionError:
        message = f"line {number} is nested too deeply"
    except json.JSONDecodeError as error:
        message = f"line {number}, column {error.colno}: {error.msg}"
    except ValueError as error:
        message = f"line {number}: {error}"
    else:
        if isinstance(row, dict):
            return _record_page(row, number, "line", origin, intake)
        message = f"line {number} holds no object in braces"
    return intake.failure(f"{origin}#{number}", "bad JSON", message, body=line.rstrip(b"\r\n"))


def _record_page(row: Mapping[str, Any], number: int, unit: str, origin: str, intake: Intake) -> Page:
    found = {name: _plain(row[name]) for name in FIELDS if row.get(name) is not None}
    named = found.get("id")
    here = _encodable(f"{origin}#{number if named in (None, '') else named}")
    fault = _fault(found)
    body, fetched_at = _canonical(found), _instant(found.get("fetched_at"))
    if fault is not None:
        message = f"{unit} {number}: {fault}"
        return intake.failure(here, "bad record", message, body=body, fetched_at=fetched_at)
    if len(body) > intake.max_bytes:
        return intake.too_large(here, f"{unit} {number}")
    url = found.get("url")
    return intake.page(
        here,
        body,
        url=None if url is None else _encodable(url),
        content_type=RECORD_TYPE,
        fetched_at=fetched_at,
    )


def _plain(value: Any) -> Any:
    """The value as JSON can hold it; Parquet also gives dates and bytes."""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, bytes):
        with suppress(UnicodeDecodeError):
            return value.decode()
    return value


def _fault(found: Mapping[str, Any]) -> str | None:
    for name in TEXT_FIELDS:
        if name in found and not isinstance(found[name], str):
            return f"{name} is no text in UTF-8"
    if not {"html", "text"} & found.keys():
        return "it has neither html nor text"
    return None


def _canonical(found: Mapping[str, Any]) -> bytes:
    written = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=repr)
    return _encodable(written).encode()


def _encodable(text: str) -> str:
    """Text without lone surrogates, which JSON may carry and UTF-8 may not."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _instant(text: str | None) -> datetime | None:
    """An ISO 8601 instant in UTC; None where the text is none. A time without its zone is taken for UTC."""
    with suppress(ValueError, TypeError, OverflowError):
        read = datetime.fromisoformat(text or "")
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    return None
