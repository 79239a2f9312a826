"""An article around a text, for tests of what is read from parsed text."""

from datetime import UTC, date, datetime

from schemas.records import Article


def article(text: str, published: date | None = None) -> Article:
    return Article(
        article_id="a" + "0" * 20,
        page_id="p",
        source_id="s",
        origin="o",
        url=None,
        fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
        title=None,
        standfirst=None,
        subheads=(),
        byline=None,
        authors=(),
        agency=None,
        dateline_place=None,
        published_date=published,
        published_local=None,
        published_at=None,
        published_precision=None,
        published_method=None,
        modified_at=None,
        language="en",
        section=None,
        keywords=(),
        text=text,
    )
