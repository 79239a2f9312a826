"""Every table of the warehouse, declared once.

A declaration names columns, types, keys, rules and what each column means. The polars schema, the Parquet metadata,
the DuckDB views with their comments, the audit's expectations and the data dictionary are all derived from it; nothing
restates a column.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dataframely as dy
import polars as pl

from schemas import codes


def _instant(description: str, *, nullable: bool = False) -> dy.Datetime:
    return dy.Datetime(time_zone="UTC", time_unit="us", nullable=nullable, description=description)


def _one_of(values: Sequence[str], description: str, **options: Any) -> dy.String:
    """A text column that takes one of `values`; the audit reads them from the column's metadata."""
    allowed = list(values)
    return dy.String(
        check=lambda column: column.is_in(allowed), metadata={"values": allowed}, description=description, **options
    )


def _text(description: str, **options: Any) -> dy.String:
    return dy.String(nullable=True, description=description, **options)


def _offset(description: str, *, nullable: bool = False) -> dy.Int32:
    return dy.Int32(min=0, nullable=nullable, description=description)


MONTH = r"^(\d{4}-\d{2}|undated)$"


class Table(dy.Schema):
    """Base of all tables; its docstring says what one row is."""


class Pages(Table):
    """A document as fetched or loaded, with its bytes; append-only and never changed."""

    page_id = dy.String(
        primary_key=True, description="Hash of origin and bytes: the same document loaded twice is one page."
    )
    source_id = dy.String(description="The source that found the document; see sources.")
    origin = dy.String(
        description="Where the document was found: an address, or a file's path with the record inside it."
    )
    url = _text("The address that the document itself or its source gives for it.")
    content_type = _text("Content type as declared by the server, the archive or the file's ending.")
    body = dy.Binary(description="The bytes as they came.")
    body_sha256 = dy.String(regex="^[0-9a-f]{64}$", description="SHA-256 of body, in hexadecimal.")
    fetched_at = _instant("When these bytes were first fetched or loaded (UTC).")
    read_error = _text(
        "Why the source could not read the document, as `reason: message`; such a page becomes a reject."
    )
    fetched_date = dy.String(regex=r"^\d{4}-\d{2}-\d{2}$", description="Partition: the UTC day of fetched_at.")


class Articles(Table):
    """The current version of one article."""

    article_id = dy.String(
        primary_key=True,
        description="Hash of the canonical address, else of source and text: a corrected article keeps it.",
    )
    page_id = dy.String(description="The page that this version was read from.")
    source_id = dy.String(description="The publisher's source; see sources.")
    origin = dy.String(description="Where the page was found.")
    url = _text("Canonical address of the article.")
    fetched_at = _instant("When the page was first fetched or loaded (UTC).")
    title = _text("Headline without the site's name.")
    standfirst = _text("The summary printed between headline and body; not part of text.")
    subheads = dy.List(dy.String(), description="Subheads in reading order; each is also a line of text.")
    byline = _text("The byline as printed.")
    authors = dy.List(dy.String(), description="Names of the people who wrote the article, in the byline's order.")
    agency = _text("News agency, desk or publisher credited instead of or beside people.")
    dateline_place = _text("Place in the dateline, as printed.")
    published_date = dy.Date(
        nullable=True, description="The day of publication as printed; null where nothing tells it."
    )
    published_local = dy.Datetime(
        time_unit="us", nullable=True, description="Wall time of publication as printed, without its zone."
    )
    published_at = _instant("The instant of publication (UTC); null where no zone or offset is known.", nullable=True)
    published_precision = _one_of(codes.PUBLISHED_PRECISIONS, "How fine the publication time is.", nullable=True)
    published_method = _text("Which evidence gave the publication time.")
    modified_at = _instant("The instant of the last update that the page states (UTC).", nullable=True)
    language = _text("ISO 639-1 code of the text's language.")
    section = _text("Section of the publication, as the page names it.")
    keywords = dy.List(dy.String(), description="The page's own keywords.")
    text = dy.String(
        min_length=1,
        description="The body's lines joined by newlines; all offsets in other tables count its characters.",
    )
    duplicate_group_id = dy.String(description="The smallest article_id among copies of the same text.")
    published_month = dy.String(regex=MONTH, description="Partition: the month of published_date, or `undated`.")


class ArticleAuthors(Table):
    """One name of one article's byline: the flat twin of articles.authors."""

    article_id = dy.String(primary_key=True, description="The article.")
    position = dy.Int32(primary_key=True, min=1, description="Place of the name in the byline, from 1.")
    author = dy.String(min_length=1, description="The author's name.")
    published_month = dy.String(regex=MONTH, description="Partition: the article's month, or `undated`.")


class RemovedLines(Table):
    """A line of a page that is no article text, with the reason for its removal."""

    article_id = dy.String(primary_key=True, description="The article.")
    line_number = dy.Int32(
        primary_key=True, min=1, description="Number of the line among the page's text lines, from 1."
    )
    text = dy.String(description="The line as it stood on the page.")
    reason = dy.String(min_length=1, description="Why it was removed.")
    published_month = dy.String(regex=MONTH, description="Partition: the article's month, or `undated`.")


class EventMentions(Table):
    """One event as one sentence of one article tells it."""

    event_mention_id = dy.String(primary_key=True, description="Hash of article, sentence, predicate, pair and type.")
    event_id = dy.String(description="The event that this mention belongs to; see events.")
    article_id = dy.String(description="The article that tells it.")
    source_id = dy.String(description="The publisher's source.")
    sentence = dy.String(description="The sentence, as it stands in the article's text.")
    sentence_start = _offset("First character of the sentence in the article's text.")
    sentence_end = _offset("Character after the sentence.")
    predicate_text = dy.String(description="The word or words that tell the event.")
    predicate_start = _offset("First character of the predicate.")
    predicate_end = _offset("Character after the predicate.")
    actor_text = _text("Who acts, as the text has it.")
    actor_start = _offset("First character of the actor.", nullable=True)
    actor_end = _offset("Character after the actor.", nullable=True)
    actor_name = _text("Canonical name of the actor, where it is known.")
    actor_code = _text("Country or international code followed by sector codes.")
    actor_country = _text("ISO 3166-1 alpha-3 code of the actor's country.")
    actor_sectors = _text("PLOVER sector codes of the actor, joined by semicolons.")
    recipient_text = _text("Who is acted on, as the text has it.")
    recipient_start = _offset("First character of the recipient.", nullable=True)
    recipient_end = _offset("Character after the recipient.", nullable=True)
    recipient_name = _text("Canonical name of the recipient, where it is known.")
    recipient_code = _text("Country or international code followed by sector codes.")
    recipient_country = _text("ISO 3166-1 alpha-3 code of the recipient's country.")
    recipient_sectors = _text("PLOVER sector codes of the recipient, joined by semicolons.")
    event_type = _one_of(codes.PLOVER_TYPES, "One of the 16 PLOVER event types.")
    event_mode = _text("PLOVER mode: how the event was carried out.")
    context = _text("PLOVER context: what the event is about.")
    cameo_code = _text("The finest CAMEO code that the words support.", regex=r"^\d{2,4}$")
    quad_class = dy.Int32(min=1, max=4, nullable=True, description="GDELT's quad class of cameo_code.")
    goldstein = dy.Float64(min=-10, max=10, nullable=True, description="GDELT's Goldstein value of cameo_code.")
    plover_quad = dy.Int32(min=1, max=4, description="PLOVER's quad of event_type.")
    plover_score = dy.Float64(min=-10, max=10, description="PLOVER's own score of event_type and event_mode.")
    status = _one_of(codes.STATUSES, "Whether the text says that it happened.")
    is_historical = dy.Bool(
        nullable=True, description="The event ended over 30 days before publication; null without a publication date."
    )
    attribution = _text("Who says so, where the sentence reports it from somebody.")
    event_date = dy.Date(nullable=True, description="First day of the event; null where the text does not give it.")
    event_date_end = dy.Date(nullable=True, description="Last day of the event.")
    event_date_precision = _one_of(codes.EVENT_DATE_PRECISIONS, "How fine the event's date is.", nullable=True)
    event_date_text = _text("The phrase that dates the event, kept even where it cannot be resolved.")
    place_text = _text("The place as the text has it.")
    place_id = _text("Gazetteer id of the place.")
    place_name = _text("Gazetteer name of the place.")
    place_kind = _text("Kind of place: country, region, city, landmark.")
    place_country = _text("ISO 3166-1 alpha-3 code of the place's country.")
    place_admin1 = _text("First-order region of the place.")
    place_latitude = dy.Float64(min=-90, max=90, nullable=True, description="Degrees north.")
    place_longitude = dy.Float64(min=-180, max=180, nullable=True, description="Degrees east.")
    place_method = _text("How the place was found.")
    confidence = dy.Float64(min=0, max=1, description="How sure the coder is, from 0 to 1.")
    rule = dy.String(min_length=1, description="The codebook row that fired.")
    published_date = dy.Date(nullable=True, description="The article's day of publication.")
    published_month = dy.String(regex=MONTH, description="Partition: the article's month, or `undated`.")


class Events(Table):
    """Mentions of one event folded into one row."""

    event_id = dy.String(primary_key=True, description="Hash of the fold key.")
    event_date = dy.Date(nullable=True, description="First day of the event.")
    event_date_end = dy.Date(nullable=True, description="Last day of the event.")
    event_date_precision = _one_of(codes.EVENT_DATE_PRECISIONS, "How fine the event's date is.", nullable=True)
    actor_name = _text("Canonical name of the actor in the best mention, else its text.")
    actor_code = _text("Code of the actor.")
    actor_country = _text("Country of the actor (ISO 3166-1 alpha-3).")
    actor_sectors = _text("Sectors of the actor, joined by semicolons.")
    recipient_name = _text("Canonical name of the recipient in the best mention, else its text.")
    recipient_code = _text("Code of the recipient.")
    recipient_country = _text("Country of the recipient (ISO 3166-1 alpha-3).")
    recipient_sectors = _text("Sectors of the recipient, joined by semicolons.")
    event_type = _one_of(codes.PLOVER_TYPES, "One of the 16 PLOVER event types.")
    event_mode = _text("PLOVER mode of the best mention.")
    context = _text("PLOVER context of the best mention.")
    cameo_code = _text("CAMEO code of the best mention.", regex=r"^\d{2,4}$")
    quad_class = dy.Int32(min=1, max=4, nullable=True, description="GDELT's quad class of cameo_code.")
    goldstein = dy.Float64(min=-10, max=10, nullable=True, description="GDELT's Goldstein value of cameo_code.")
    plover_quad = dy.Int32(min=1, max=4, description="PLOVER's quad of event_type.")
    plover_score = dy.Float64(min=-10, max=10, description="PLOVER's own score of event_type and event_mode.")
    status = _one_of(codes.STATUSES, "Whether the texts say that it happened.")
    is_historical = dy.Bool(nullable=True, description="Whether the event ended over 30 days before its first mention.")
    place_name = _text("Gazetteer name of the place in the best mention.")
    place_country = _text("Country of the place (ISO 3166-1 alpha-3).")
    place_latitude = dy.Float64(min=-90, max=90, nullable=True, description="Degrees north.")
    place_longitude = dy.Float64(min=-180, max=180, nullable=True, description="Degrees east.")
    first_published_date = dy.Date(nullable=True, description="Publication day of the earliest article that tells it.")
    last_published_date = dy.Date(nullable=True, description="Publication day of the latest article that tells it.")
    mention_count = dy.Int32(min=1, description="Mentions of the event.")
    article_count = dy.Int32(min=1, description="Articles that tell it.")
    independent_source_count = dy.Int32(min=1, description="Groups of articles with different texts that tell it.")
    best_event_mention_id = dy.String(description="The mention with the highest confidence.")
    confidence = dy.Float64(min=0, max=1, description="Confidence of the best mention.")
    event_month = dy.String(regex=MONTH, description="Partition: the month of event_date, or `undated`.")


class Quotes(Table):
    """Who said what, in the words of the article."""

    quote_id = dy.String(primary_key=True, description="Hash of article and offsets.")
    article_id = dy.String(description="The article.")
    source_id = dy.String(description="The publisher's source.")
    speaker = _text("The speaker as the text names it, or the full name given earlier in the article.")
    speaker_code = _text("Country or international code followed by sector codes.")
    verb = _text("Lemma of the verb of speech.")
    text = dy.String(min_length=1, description="The quoted words.")
    char_start = _offset("First character of the quoted words in the article's text.")
    char_end = _offset("Character after the quoted words.")
    published_month = dy.String(regex=MONTH, description="Partition: the article's month, or `undated`.")


class Rejects(Table):
    """A document that did not become an article, and why."""

    page_id = dy.String(primary_key=True, description="The page.")
    source_id = dy.String(description="The source that found it.")
    origin = dy.String(description="Where it was found.")
    url = _text("Its address, where known.")
    stage = _one_of(codes.REJECT_STAGES, "Where on the walk it fell.")
    reason = dy.String(min_length=1, description="Short reason, for counting.")
    message = dy.String(description="What is wrong and what to do, for a person.")
    seen_at = _instant("When the page was first fetched or loaded (UTC).")
    seen_month = dy.String(regex=r"^\d{4}-\d{2}$", description="Partition: the month of seen_at.")


class Runs(Table):
    """One run of a flow. For every run seen = accepted + duplicate + rejected + deferred."""

    run_id = dy.String(primary_key=True, description="Identifier of the run.")
    flow = dy.String(description="Name of the flow.")
    started_at = _instant("Start (UTC).")
    finished_at = _instant("End (UTC).")
    seen = dy.Int64(min=0, description="Documents that the run's sources offered.")
    accepted = dy.Int64(min=0, description="Documents that became the current version of an article.")
    duplicate = dy.Int64(min=0, description="Documents already stored, and versions older than the current one.")
    rejected = dy.Int64(min=0, description="Documents in rejects.")
    deferred = dy.Int64(min=0, description="Documents left for the next run.")
    article_count = dy.Int64(min=0, description="Articles in the warehouse after the run.")
    event_mention_count = dy.Int64(min=0, description="Event mentions in the warehouse after the run.")
    event_count = dy.Int64(min=0, description="Events in the warehouse after the run.")
    quote_count = dy.Int64(min=0, description="Quotes in the warehouse after the run.")
    snapshot = _text("Snapshot that the run published; null when nothing was new.")
    pipeline_version = dy.String(description="Hash of code, model, data files and overlays.")

    @dy.rule()
    def conserved(cls) -> pl.Expr:
        """Nothing is lost on the way."""
        return pl.col("seen") == pl.sum_horizontal("accepted", "duplicate", "rejected", "deferred")


class Sources(Table):
    """A publisher or folder that documents come from."""

    source_id = dy.String(primary_key=True, description="Short name used in every other table.")
    name = dy.String(description="Name for people.")
    kind = dy.String(description="Kind of source: files, and later feeds, sitemaps, lists, archives.")
    home = _text("Address of the publisher's site.")
    country = _text("Home country (ISO 3166-1 alpha-3).")
    language = _text("Main language (ISO 639-1).")
    time_zone = _text("IANA time zone that the source's printed times are in.")
    date_order = _one_of(("dmy", "mdy", "ymd"), "Order of day and month in the source's numeric dates.", nullable=True)


class EventTypes(Table):
    """The 16 PLOVER types with their modes, in our own words."""

    event_type = dy.String(primary_key=True, description="PLOVER type.")
    event_mode = dy.String(primary_key=True, description="PLOVER mode; empty for the type as such.")
    label = dy.String(description="What it means, in a few words.")
    plover_score = dy.Float64(min=-10, max=10, description="PLOVER's score, from conflict (-10) to cooperation (10).")
    plover_quad = dy.Int32(
        min=1, max=4, description="1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."
    )


class CameoCodes(Table):
    """CAMEO codes with GDELT's values and the PLOVER type they map to."""

    cameo_code = dy.String(primary_key=True, regex=r"^\d{2,4}$", description="CAMEO code, two to four digits.")
    label = dy.String(description="What it means, in our own words.")
    quad_class = dy.Int32(min=1, max=4, description="GDELT's quad class.")
    goldstein = dy.Float64(min=-10, max=10, nullable=True, description="GDELT's Goldstein value.")
    event_type = _text("PLOVER type of the 2021 mapping.")
    event_mode = _text("PLOVER mode of the 2021 mapping.")
    context = _text("PLOVER context of the 2021 mapping.")


class Actors(Table):
    """Known actors with their codes and aliases."""

    actor_id = dy.String(primary_key=True, description="Short name of the actor.")
    name = dy.String(description="Canonical name.")
    kind = dy.String(description="Kind of actor.")
    country = _text("ISO 3166-1 alpha-3 code, where the actor belongs to a country.")
    sectors = _text("PLOVER sector codes, joined by semicolons.")
    code = dy.String(description="Code as used in event mentions.")
    valid_from = dy.Date(nullable=True, description="First day on which the row holds; null for always.")
    valid_to = dy.Date(nullable=True, description="Last day on which the row holds; null for still.")


class Countries(Table):
    """Countries with their codes, capitals and adjectives."""

    country = dy.String(primary_key=True, regex="^[A-Z]{3}$", description="ISO 3166-1 alpha-3 code.")
    alpha2 = dy.String(regex="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code.")
    name = dy.String(description="Short English name.")
    capital = _text("Seat of government.")
    adjective = _text("Adjective of nationality.")


PARTITIONS: dict[type[Table], str] = {
    Pages: "fetched_date",
    Articles: "published_month",
    ArticleAuthors: "published_month",
    RemovedLines: "published_month",
    EventMentions: "published_month",
    Events: "event_month",
    Quotes: "published_month",
    Rejects: "seen_month",
}

TABLES: dict[str, type[Table]] = {
    "pages": Pages,
    "articles": Articles,
    "article_authors": ArticleAuthors,
    "removed_lines": RemovedLines,
    "event_mentions": EventMentions,
    "events": Events,
    "quotes": Quotes,
    "rejects": Rejects,
    "runs": Runs,
    "sources": Sources,
    "event_types": EventTypes,
    "cameo_codes": CameoCodes,
    "actors": Actors,
    "countries": Countries,
}
