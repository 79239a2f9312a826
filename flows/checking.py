"""Checking: what each source gives today, and what becomes of one document of it; nothing is stored."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from flows.fetching.asking import What
from flows.fetching.faults import FetchError
from flows.fetching.session import Session
from flows.settings import Settings
from flows.sources.files import read_paths
from flows.sources.intake import Intake
from flows.sources.kinds import AnySource, FilesSource, WarcSource, WebSource
from flows.sources.listings import Lookout
from flows.sources.warc_lists import read_archives
from flows.sources.window import Window
from flows.web import web_session
from schemas.records import Page, Reject
from transforms.articles.assemble import Assembled, assemble
from transforms.articles.page.decode import decode
from warehouse.store import Store


@dataclass(frozen=True, slots=True)
class Checked:
    """What a source gave: the number of items that it names, and of one of them what became of it."""

    source: str
    kind: str
    works: bool
    items: int | None
    example: str | None
    result: str


def check_sources(settings: Settings, only: Collection[str] = ()) -> Iterator[Checked]:
    """Try the enabled sources, or those of them that are named, one after the other."""
    chosen = [one for one in settings.enabled_sources() if one.id in only or not only]
    store = Store(settings.data_root)
    web = [one for one in chosen if isinstance(one, WebSource)]
    with store.lock():
        yield from (_from_disk(one, settings) for one in chosen if isinstance(one, FilesSource | WarcSource))
        if web:
            with web_session(settings, store) as session:
                yield from (_from_web(one, settings, session) for one in web)


def _from_disk(source: FilesSource | WarcSource, settings: Settings) -> Checked:
    intake = Intake(source.id, datetime.now(UTC), settings.run.max_document_bytes)
    if isinstance(source, WarcSource):
        pages = read_archives(source, intake, settings.root)
    else:
        pages = read_paths(source.paths, intake, settings.root)
    page = next(pages, None)
    return (
        Checked(source.id, source.kind, False, 0, None, "no documents") if page is None else _judged(source, None, page)
    )


def _from_web(source: WebSource, settings: Settings, session: Session) -> Checked:
    listings = list(Lookout(session, Window(), settings.root).listings(source))
    items = [item for one in listings for item in one.items]
    faults = [one.fault for one in listings if one.fault]
    if not items:
        said = "; ".join(faults) or "unchanged since the last run"
        return Checked(source.id, source.kind, not faults, 0, None, said)
    try:
        answer = session.get(items[0].url, source.id, What.PAGE)
    except FetchError as error:
        return Checked(source.id, source.kind, False, len(items), None, str(error))
    page = Intake(source.id, answer.fetched_at).page(
        answer.shown, answer.body, url=answer.shown, content_type=answer.content_type
    )
    return _judged(source, len(items), page)


def _judged(source: AnySource, items: int | None, page: Page) -> Checked:
    """What the walk would make of a page, events aside."""
    document = decode(page)
    found = Assembled(reject=document) if isinstance(document, Reject) else assemble(document, source.facts())
    article = found.article
    if article is None:
        said = found.reject.message if found.reject else ""
        return Checked(source.id, source.kind, False, items, page.origin, f"rejected: {said}")
    said = f"{len(article.text.split())} words, {article.published_date or 'no date'}: {article.title or 'no title'}"
    return Checked(source.id, source.kind, True, items, page.origin, said)
