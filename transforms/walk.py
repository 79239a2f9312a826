"""The walk: pages in, articles with their events or rejects with their reasons out, in the order of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from schemas.records import (
    Article,
    EventMention,
    Page,
    Place,
    Quote,
    Reject,
    RemovedLine,
    SourceFacts,
    TimeExpression,
)
from transforms.articles.assemble import Assembled, assemble
from transforms.articles.memory.memory import SiteMemory
from transforms.articles.page.decode import decode
from transforms.events.actors.actors import Actors
from transforms.events.codebook.codebook import Codebook
from transforms.events.mentions import Told, mentions
from transforms.events.parsing.language import load_language, parse_all
from transforms.events.places.gazetteer import gazetteer

# A text too short for its language to be told is read as English.
CODED_LANGUAGES = {"en", None}
PAGES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Overlays:
    """Files of the user's own that are read after the packaged ones and outrank them."""

    codebook: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    vocabularies: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What the walk needs beside the pages; loading it costs seconds, so load it once a process."""

    language: Language
    codebook: Codebook
    actors: Actors
    sources: Mapping[str, SourceFacts] = field(default_factory=dict)
    memory: SiteMemory = field(default_factory=SiteMemory)

    @classmethod
    def load(
        cls,
        overlays: Overlays | None = None,
        sources: Mapping[str, SourceFacts] | None = None,
        memory: SiteMemory | None = None,
        model: Path | None = None,
    ) -> Tools:
        """Load the model, the packaged one unless given, and the tables with the user's overlays.

        Raises ValueError naming a faulty file.
        """
        own = overlays or Overlays()
        gazetteer()  # before the first page's clock starts
        return cls(
            language=load_language(model),
            codebook=Codebook.load((*own.codebook, *own.vocabularies)),
            actors=Actors.load(own.actors),
            sources=sources or {},
            memory=memory or SiteMemory(),
        )

    def facts(self, source_id: str) -> SourceFacts:
        """What is known of a source, at least its id."""
        return self.sources.get(source_id, SourceFacts(source_id))


@dataclass(frozen=True, slots=True)
class Walked:
    """All that the walk found on one page: an article with what it tells, or a reject."""

    page: Page
    article: Article | None = None
    reject: Reject | None = None
    removed_lines: tuple[RemovedLine, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    time_expressions: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    trace: Mapping[str, object] = field(default_factory=dict)


def walk(pages: Iterable[Page], tools: Tools) -> Iterator[Walked]:
    """Walk pages to articles and events, a group at a time so that memory stays flat."""
    remaining = iter(pages)
    while group := list(islice(remaining, PAGES_AT_ONCE)):
        assembled = [_assembled(page, tools) for page in group]
        told = _all_told(group, assembled, tools)
        for page, found in zip(group, assembled, strict=True):
            yield _walked(page, found, told.get(page.page_id))


def _assembled(page: Page, tools: Tools) -> Assembled:
    try:
        document = decode(page)
        if isinstance(document, Reject):
            return Assembled(reject=document)
        return assemble(document, tools.facts(page.source_id), tools.memory)
    except MemoryError:  # says something of the machine, not of the page
        raise
    except Exception as error:  # one page must never stop the others
        return Assembled(reject=_unexpected(page, "article", error))


def _all_told(pages: Sequence[Page], assembled: Sequence[Assembled], tools: Tools) -> dict[str, Told | Reject]:
    """What the articles in English tell, by page_id; the model forgets their new words behind the zone."""
    articles = ((page, found.article) for page, found in zip(pages, assembled, strict=True))
    coded = [(page, article) for page, article in articles if article and article.language in CODED_LANGUAGES]
    try:
        return _told_together(coded, tools)
    except MemoryError:
        raise
    except Exception:  # the parser fell over one of them
        return {page.page_id: _told_alone(page, article, tools) for page, article in coded}


def _told_together(coded: Sequence[tuple[Page, Article]], tools: Tools) -> dict[str, Told | Reject]:
    with tools.language.memory_zone():  # nothing of a Doc may outlive it
        docs = parse_all(tools.language, (article.text for _, article in coded))
        return {p.page_id: _told(p, article, doc, tools) for (p, article), doc in zip(coded, docs, strict=True)}


def _told_alone(page: Page, article: Article, tools: Tools) -> Told | Reject:
    try:
        return _told_together([(page, article)], tools)[page.page_id]
    except MemoryError:
        raise
    except Exception as error:  # one page must never stop the others
        return _unexpected(page, "events", error)


def _told(page: Page, article: Article, doc: Doc, tools: Tools) -> Told | Reject:
    try:
        home = tools.facts(page.source_id).country
        return mentions(doc, article, tools.codebook, tools.actors, home)
    except MemoryError:
        raise
    except Exception as error:  # as above
        return _unexpected(page, "events", error)


def _walked(page: Page, found: Assembled, told: Told | Reject | None) -> Walked:
    if isinstance(told, Reject):
        return Walked(page, reject=told)
    if found.article is None or told is None:
        return Walked(page, found.article, found.reject, found.removed_lines, trace=found.trace)
    return Walked(
        page,
        article=found.article,
        removed_lines=found.removed_lines,
        event_mentions=told.event_mentions,
        quotes=told.quotes,
        time_expressions=told.time_expressions,
        places=told.places,
        trace=found.trace,
    )


def _unexpected(page: Page, stage: str, error: Exception) -> Reject:
    message = f"{page.origin}: {type(error).__name__}: {error}; this is a fault of Dateline's, please report it"
    return Reject(
        page_id=page.page_id,
        source_id=page.source_id,
        origin=page.origin,
        url=page.url,
        stage=stage,
        reason="unexpected error",
        message=message,
        seen_at=page.fetched_at,
    )
