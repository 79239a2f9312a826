"""The records that travel between the storeys; each field of a row record is a column of its table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Page:
    """A document as fetched or loaded, before anything is read from it.

    `body` holds the bytes as they came; a JSON Lines or Parquet record is kept as one canonical JSON object with
    content type `application/vnd.dateline.record+json`. `read_error` says why a source could not read the document
    ("reason: message"): such a page becomes a reject, never silence. `fetched_at` is UTC.
    """

    page_id: str
    source_id: str
    origin: str
    url: str | None
    content_type: str | None
    body: bytes
    body_sha256: str
    fetched_at: datetime
    read_error: str | None = None


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is known of a source beforehand; `date_order` is dmy, mdy or ymd, `time_zone` an IANA name."""

    source_id: str
    country: str | None = None
    language: str | None = None
    time_zone: str | None = None
    date_order: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """A document that did not become an article: where on the walk it fell, and why, in words for a person."""

    page_id: str
    source_id: str
    origin: str
    url: str | None
    stage: str
    reason: str
    message: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Article:
    """The current version of one article; `text` holds the body's lines joined by newlines, without the title."""

    article_id: str
    page_id: str
    source_id: str
    origin: str
    url: str | None
    fetched_at: datetime
    title: str | None
    standfirst: str | None
    subheads: tuple[str, ...]
    byline: str | None
    authors: tuple[str, ...]
    agency: str | None
    dateline_place: str | None
    published_date: date | None
    published_local: datetime | None
    published_at: datetime | None
    published_precision: str | None
    published_method: str | None
    modified_at: datetime | None
    language: str | None
    section: str | None
    keywords: tuple[str, ...]
    text: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemovedLine:
    """A line of the page that is no article text; `line_number` counts the page's text lines from 1."""

    line_number: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its TIMEX3 value; `first` and `last` bound the days it covers where they are known.

    `start` and `end` are character offsets into the article's text; `precision` is one of
    `codes.EVENT_DATE_PRECISIONS`, or None where the expression names no calendar date (durations, sets, unresolved).
    """

    text: str
    start: int
    end: int
    type: str
    value: str | None
    method: str
    first: date | None = None
    last: date | None = None
    precision: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A named place in the article's text, resolved where the gazetteer allows."""

    text: str
    start: int
    end: int
    place_id: str | None
    name: str | None
    kind: str | None
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    method: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or is acted on: the mention's text with what it was resolved to.

    `code` is country or international code followed by sector codes ("AZEGOV"); it and the other coded fields are None
    where nothing is sure. `method` says how it was resolved; `start` and `end` are offsets into the article's text.
    """

    text: str
    start: int
    end: int
    name: str | None = None
    code: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    kind: str | None = None
    method: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one sentence tells it. Offsets count characters of the article's text."""

    event_mention_id: str
    article_id: str
    source_id: str
    sentence: str
    sentence_start: int
    sentence_end: int
    predicate_text: str
    predicate_start: int
    predicate_end: int
    actor: Actor | None
    recipient: Actor | None
    event_type: str
    event_mode: str | None
    context: str | None
    cameo_code: str | None
    status: str
    attribution: str | None
    event_date: date | None
    event_date_end: date | None
    event_date_precision: str | None
    event_date_text: str | None
    event_date_method: str | None
    is_historical: bool | None
    place: Place | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words given between quotation marks or by a speech verb, with their speaker where the text names one."""

    quote_id: str
    article_id: str
    source_id: str
    speaker: str | None
    speaker_code: str | None
    verb: str | None
    text: str
    char_start: int
    char_end: int
