"""From a document to an article: the only place that joins body, metadata, dates, bylines and titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import cast

from lxml.html import HtmlElement

from schemas.records import Article, Reject, RemovedLine, SourceFacts
from transforms.articles.bylines.bylines import Byline, BylineCandidate, byline, is_byline_line
from transforms.articles.dates.dates import DateCandidate, Dating, is_date_line, publication
from transforms.articles.dates.texts import Order
from transforms.articles.language import language_of
from transforms.articles.limits import MAX_TEXT
from transforms.articles.lines.author_notes import ABOUT, author_notes
from transforms.articles.lines.boilerplate import HEADLINE, Cleaned, clean
from transforms.articles.lines.lines import text_lines
from transforms.articles.lines.opening import find_opening
from transforms.articles.lines.parts import Parts, opening_dateline, read_parts, words
from transforms.articles.lines.standfirst import find_standfirst
from transforms.articles.lines.wrapping import unwrap
from transforms.articles.memory.memory import SiteMemory
from transforms.articles.memory.removal import without_known
from transforms.articles.page.body import read_body
from transforms.articles.page.decode import LOST, Document, refuse
from transforms.articles.page.kinds import Kind, kind_of
from transforms.articles.page.markup import Refusal, parse
from transforms.articles.page.metadata import Metadata, read_metadata
from transforms.articles.titles import Title, TitleCandidate, choose_title
from transforms.articles.urls import article_id, date_in_url

DATELINE = "line above the dateline"


@dataclass(frozen=True, slots=True)
class Assembled:
    """An article or the reason why there is none, the lines that were cut, and how each part was found.

    `trace` holds plain values only: title, standfirst, byline and date with their methods and what else was considered.
    """

    article: Article | None = None
    reject: Reject | None = None
    removed_lines: tuple[RemovedLine, ...] = ()
    trace: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from a document before anything is decided."""

    parts: Parts
    metadata: Metadata
    removed: tuple[RemovedLine, ...]
    standfirst_method: str | None
    body: Mapping[str, object]
    tree: HtmlElement | None = None


def assemble(document: Document, facts: SourceFacts | None = None, memory: SiteMemory | None = None) -> Assembled:
    """Build the article in a document; `facts` and `memory` are what is known of sources and sites beforehand."""
    known = memory or SiteMemory()
    read = _read_html(document, known) if document.html is not None else _read_text(document, known)
    if isinstance(read, Refusal):
        return Assembled(reject=refuse(document.page, "article", read.reason, read.message))
    kind = _kind(document, read)
    refusal = _refusal(read.parts.text, kind)
    if refusal:
        reject = refuse(document.page, "article", refusal.reason, refusal.message)
        return Assembled(reject=reject, removed_lines=read.removed)
    return _article(document, read, facts or SourceFacts(document.page.source_id), _flags(document, read, kind))


def _kind(document: Document, read: Read) -> Kind | None:
    body = [line.text for line in read.parts.body]
    is_dated = any(c.kind == "published" and c.method != "url" for c in read.metadata.dates)
    return kind_of(body, read.parts.title, read.tree, (document.text or "").splitlines(), is_dated=is_dated)


def _refusal(text: str, kind: Kind | None) -> Refusal | None:
    if kind and not kind.is_article:
        return Refusal(kind.name, kind.message)
    if not any(map(str.isalpha, text)):
        return Refusal("empty", "no line of the document is article text")
    if len(text) > MAX_TEXT:
        return Refusal("article too long", f"{len(text):,} characters; the limit is {MAX_TEXT:,}")
    return None


def _flags(document: Document, read: Read, kind: Kind | None) -> tuple[str, ...]:
    lost = (LOST,) if "\ufffd" in read.parts.text else ()
    return ((kind.name,) if kind else ()) + document.flags + lost


def _read_text(document: Document, memory: SiteMemory) -> Read:
    cleaned = clean(unwrap(text_lines(document.text or "")))
    cleaned = without_known(cleaned, memory.lines_of(document.url, document.page.source_id))
    first = cleaned.kept[0].number if cleaned.kept else 0
    opening = find_opening(cleaned.removed, first)
    parts = read_parts(cleaned.kept, document.title or opening.title)
    printed = Metadata(
        titles=_titles(parts.title, "printed line"),
        authors=_credits((*opening.bylines, *parts.bylines, *_bylines_among(cleaned.removed))),
        dates=_printed_dates((*opening.dates, *parts.dates)),
        page_dates=_dates_among(cleaned.removed),
    )
    removed = tuple(line for line in cleaned.removed if line not in opening.used)
    return Read(parts, printed, removed, DATELINE if parts.standfirst else None, {"extractor": "text lines"})


def _read_html(document: Document, memory: SiteMemory) -> Read | Refusal:
    tree = parse(document.html or "")
    if isinstance(tree, Refusal):
        return tree
    metadata = read_metadata(tree, document.url)
    body = read_body(tree, document.url, metadata.article_body)
    cleaned = _with_removed(clean(body.lines), body.removed)
    title = document.title or choose_title(metadata.titles, metadata.site_name).text
    cleaned = _without_titles(cleaned, [title or "", *(candidate.text for candidate in metadata.titles)])
    url = metadata.canonical_url or document.url
    cleaned = without_known(cleaned, memory.lines_of(url, document.page.source_id))
    parts = read_parts(cleaned.kept, title)
    metadata = replace(
        metadata,
        authors=(*metadata.authors, *_credits((*parts.bylines, *_bylines_among(cleaned.removed)))),
        dates=(*metadata.dates, *_printed_dates(parts.dates)),
        page_dates=(*metadata.page_dates, *_dates_among(cleaned.removed)),
    )
    standfirst = find_standfirst(tree, metadata.descriptions, title, parts.body)
    if parts.standfirst or standfirst is None:
        return Read(
            parts, metadata, cleaned.removed, DATELINE if parts.standfirst else None, asdict(body.evidence), tree
        )
    rest = parts.body[1:] if standfirst.opens_body else parts.body
    parts = replace(parts, standfirst=standfirst.text, body=rest, dateline=opening_dateline(rest))
    return Read(parts, metadata, cleaned.removed, standfirst.method, asdict(body.evidence), tree)


def _with_removed(cleaned: Cleaned, before: Sequence[RemovedLine]) -> Cleaned:
    return Cleaned(cleaned.kept, tuple(sorted((*before, *cleaned.removed), key=lambda line: line.line_number)))


def _without_titles(cleaned: Cleaned, titles: Sequence[str]) -> Cleaned:
    known = {words(title) for title in titles} - {()}
    again = [line for line in cleaned.kept if words(line.text) in known]
    if not again or len(again) == len(cleaned.kept):
        return cleaned
    removed = [*cleaned.removed, *(RemovedLine(line.number, line.text, HEADLINE) for line in again)]
    kept = tuple(line for line in cleaned.kept if line not in again)
    return Cleaned(kept, tuple(sorted(removed, key=lambda line: line.line_number)))


def _without_notes(read: Read, authors: Sequence[str]) -> Read:
    """The body without what its last lines tell of the author."""
    notes = author_notes(read.parts.body, authors)
    if not notes:
        return read
    cut = {(note.line_number, note.text) for note in notes}
    body = tuple(line for line in read.parts.body if (line.number, line.text) not in cut)
    removed = sorted((*read.removed, *notes), key=lambda line: line.line_number)
    return replace(read, parts=replace(read.parts, body=body), removed=tuple(removed))


def _titles(text: str | None, method: str) -> tuple[TitleCandidate, ...]:
    return (TitleCandidate(text, method),) if text else ()


def _credits(texts: Sequence[str]) -> tuple[BylineCandidate, ...]:
    return tuple(BylineCandidate(text, "printed line") for text in dict.fromkeys(texts))


def _printed_dates(texts: Sequence[str]) -> tuple[DateCandidate, ...]:
    return tuple(DateCandidate(text, "printed line") for text in texts)


def _dates_among(removed: Sequence[RemovedLine]) -> tuple[str, ...]:
    return tuple(line.text for line in removed if is_date_line(line.text))


def _bylines_among(removed: Sequence[RemovedLine]) -> tuple[str, ...]:
    """The credits among the lines that were cut as telling of the author."""
    return tuple(line.text for line in removed if line.reason == ABOUT and is_byline_line(line.text))


def _article(document: Document, read: Read, facts: SourceFacts, flags: tuple[str, ...]) -> Assembled:
    page, metadata = document.page, read.metadata
    title = choose_title((*_titles(document.title, "record"), *metadata.titles), metadata.site_name)
    credit = byline(_authors(document, metadata), metadata.publisher)
    read = _without_notes(read, credit.authors)
    parts = read.parts
    language = language_of(parts.text, document.language or metadata.locale or facts.language)
    dating = _dating(document, read, facts, language)
    url = metadata.canonical_url or document.url
    line = parts.dateline
    article = Article(
        article_id=article_id(url, page.source_id, parts.text),
        page_id=page.page_id,
        source_id=page.source_id,
        origin=page.origin,
        url=url,
        fetched_at=page.fetched_at,
        title=title.text,
        standfirst=parts.standfirst,
        subheads=parts.subheads,
        byline=credit.byline,
        authors=credit.authors,
        agency=(line.agency if line else None) or credit.agency,
        dateline_place=(line.place if line else None) or next(iter(parts.places), None) or credit.place,
        published_date=dating.published_date,
        published_local=dating.published_local,
        published_at=dating.published_at,
        published_precision=dating.precision,
        published_method=dating.method,
        modified_at=dating.modified_at,
        language=language,
        section=metadata.section,
        keywords=metadata.keywords,
        text=parts.text,
        flags=flags,
    )
    return Assembled(article, removed_lines=read.removed, trace=_trace(read, title, credit, dating))


def _authors(document: Document, metadata: Metadata) -> list[BylineCandidate]:
    given = [BylineCandidate(name, "record") for name in document.authors]
    return [*given, *metadata.authors]


def _dating(document: Document, read: Read, facts: SourceFacts, language: str | None) -> Dating:
    return publication(
        _date_candidates(document, read),
        read.metadata.page_dates,
        read.parts.text,
        facts.time_zone,
        cast(Order | None, facts.date_order),
        document.page.fetched_at,
        document.language or read.metadata.locale or facts.language or language,
    )


def _date_candidates(document: Document, read: Read) -> list[DateCandidate]:
    found = [DateCandidate(document.published, "record", "published")] if document.published else []
    found += read.metadata.dates
    if read.parts.dateline and read.parts.dateline.date_text:
        found.append(DateCandidate(read.parts.dateline.date_text, "dateline"))
    day = date_in_url(document.url) if document.url and document.html is None else None
    return [*found, DateCandidate(day.isoformat(), "url", "published")] if day else found


def _trace(read: Read, title: Title, credit: Byline, dating: Dating) -> dict[str, object]:
    """How each part was found, in plain values; title, byline and date hold every candidate with its fate.

    title: text, method, considered = [{candidate: {text, method}, reading, won, why}]
    byline: byline, authors, agency, place, considered = [{candidate: {text, method, kind}, credits: {persons,
    organisations, place}, won, why}]
    date: the fields of Dating, considered = [{candidate: {text, method, kind}, kind, reading, won, why}]; `unresolved`
    says why there is no date, two candidates have won where an update is told beside the publication
    """
    return {
        "body": {**read.body, "lines": len(read.parts.body), "removed": len(read.removed)},
        "title": asdict(title),
        "standfirst": {"text": read.parts.standfirst, "method": read.standfirst_method},
        "byline": asdict(credit),
        "date": asdict(dating),
        "dateline": asdict(read.parts.dateline) if read.parts.dateline else None,
    }
