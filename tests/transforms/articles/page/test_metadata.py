"""What markup says: JSON-LD, meta tags, microdata, and printed credits and dates."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from schemas.data_files import DataFileError
from transforms.articles.bylines.bylines import byline
from transforms.articles.dates.dates import Dating, publication
from transforms.articles.page.json_ld import read_json_ld
from transforms.articles.page.metadata import Metadata, read_metadata
from transforms.articles.page.scan import named_fields
from transforms.articles.page.visible_text import lines_of, text_of
from transforms.articles.titles import choose_title
from transforms.articles.wordlists import rows

URL = "https://harbourpost.example/news/bridge"
FETCHED = datetime(2021, 1, 1, tzinfo=UTC)
PAGE = """<html lang="en-GB"><head><title>Bridge falls | Harbour Post</title>{head}</head><body>
<nav><span class="date">Friday 1 January 2021</span></nav>
<main><h1>Bridge falls at noon</h1>{below}<p>{prose}</p><p>{prose}</p>{end}</main>
<aside class="related"><a>Older story</a> <time datetime="2019-05-05">5 May 2019</time></aside>
<footer>© 3 February 2018 Harbour Post</footer></body></html>"""
PROSE = "The old bridge over the harbour fell at noon, and nobody was hurt, the fire service said. " * 4


def page(head: str = "", below: str = "", end: str = "") -> HtmlElement:
    return document_fromstring(PAGE.format(head=head, below=below, end=end, prose=PROSE))


def read(head: str = "", below: str = "", end: str = "") -> Metadata:
    return read_metadata(page(head, below, end), URL)


def dating(metadata: Metadata) -> Dating:
    return publication(metadata.dates, metadata.page_dates, PROSE, None, None, FETCHED, metadata.locale)


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_json_ld_gives_every_field() -> None:
    metadata = read(
        linked(
            """{"@type": "NewsArticle", "headline": "Bridge falls at noon", "description": "Nobody was hurt",
            "datePublished": "2020-12-02T08:37:00+01:00", "dateModified": "2020-12-02T10:00:00+01:00",
            "author": [{"@type": "Person", "name": "Mara Ellison"}, {"@type": "Organization", "name": "AFP"}],
            "publisher": {"name": "Harbour Post"}, "articleSection": "News", "keywords": "bridge, harbour,Bridge",
            "articleBody": "The old bridge"}"""
        )
    )
    assert choose_title(metadata.titles, metadata.site_name).text == "Bridge falls at noon"
    assert metadata.descriptions == ("Nobody was hurt",)
    assert dating(metadata).published_at == datetime(2020, 12, 2, 7, 37, tzinfo=UTC)
    assert dating(metadata).modified_at == datetime(2020, 12, 2, 9, 0, tzinfo=UTC)
    assert byline(metadata.authors, metadata.publisher).authors == ("Mara Ellison",)
    assert byline(metadata.authors, metadata.publisher).agency == "AFP"
    assert (metadata.section, metadata.keywords) == ("News", ("Bridge", "harbour"))
    assert (metadata.publisher, metadata.locale, metadata.article_body) == ("Harbour Post", "en-GB", "The old bridge")


@pytest.mark.parametrize(
    "author",
    [
        '"Mara Ellison"',
        '["Mara Ellison"]',
        '{"@type": "Person", "name": "Mara Ellison", "url": "https://harbourpost.example/mara"}',
        '{"@type": "Person", "name": ["Mara Ellison"]}',
        '{"@id": "#mara"}',
        '[{"@id": "#mara"}, {"name": "mara ellison"}]',
    ],
)
def test_authors_in_all_their_forms(author: str) -> None:
    graph = f"""{{"@graph": [{{"@type": "WebSite", "name": "Harbour Post"}},
        {{"@type": "Person", "@id": "#mara", "name": "Mara Ellison"}},
        {{"@type": ["Article", "Thing"], "datePublished": "2020-12-02", "author": {author}}}]}}"""
    assert byline(read(linked(graph)).authors).authors == ("Mara Ellison",)


def test_the_article_of_this_address_is_chosen_among_several() -> None:
    other = '{"@type": "NewsArticle", "url": "https://harbourpost.example/other", "datePublished": "2020-01-01"}'
    own = f'{{"@type": "NewsArticle", "mainEntityOfPage": {{"@id": "{URL}/"}}, "datePublished": "2020-12-02"}}'
    assert read_json_ld(page(linked(f"[{other}, {own}]")), URL).article["datePublished"] == "2020-12-02"


@pytest.mark.parametrize(
    "script", ["", "{", "null", "[[[]]]", '{"@type": 7, "author": 3}', '{"@graph": {"@type": null}}', "[" * 5000, "﻿{}"]
)
def test_broken_json_ld_is_passed_over(script: str) -> None:
    metadata = read(linked(script))
    assert metadata.authors == ()
    assert dating(metadata).published_date is None


def test_comments_and_trailing_commas_are_forgiven() -> None:
    script = '/* */\n<!-- {"@type": "Article", "datePublished": "2020-12-02",} -->'.removeprefix("/* */\n")
    assert read_json_ld(page(linked(script)), None).article["datePublished"] == "2020-12-02"


def test_meta_tags_speak_by_property_name_and_itemprop() -> None:
    metadata = read(
        """<meta property="og:title" content="Bridge falls at noon &amp;amp; sinks">
        <meta name="author" content="Mara Ellison"><meta property="article:tag" content="bridge">
        <meta itemprop="datePublished" content="2020-12-02T08:37:00Z">
        <meta property="og:site_name" content="Harbour Post">
        <link rel="canonical" href="https://harbourpost.example/news/bridge-falls">"""
    )
    assert [t.text for t in metadata.titles if t.method == "meta title"] == ["Bridge falls at noon & sinks"]
    assert byline(metadata.authors).authors == ("Mara Ellison",)
    assert dating(metadata).published_at == datetime(2020, 12, 2, 8, 37, tzinfo=UTC)
    assert (metadata.site_name, metadata.keywords) == ("Harbour Post", ("bridge",))
    assert metadata.canonical_url == "https://harbourpost.example/news/bridge-falls"


@pytest.mark.parametrize(
    "below",
    [
        '<div class="byline">By <a rel="author">Mara Ellison</a> and <a rel="author">Tom Reyes</a></div>',
        '<div class="article-authors"><span>Mara Ellison</span> <span>Tom Reyes</span></div>',
        "<p>By Mara Ellison and Tom Reyes</p>",
        "<div>2 December 2020 | By Mara Ellison, Tom Reyes</div>",
    ],
)
def test_printed_credits(below: str) -> None:
    assert byline(read(below=below).authors).authors == ("Mara Ellison", "Tom Reyes")


def test_a_labelled_credit_may_stand_at_the_end() -> None:
    assert byline(read(end="<p><strong>Autorin</strong> Mara Ellison</p>").authors).authors == ("Mara Ellison",)


def test_credits_of_other_articles_and_comments_are_no_credit() -> None:
    end = '<div class="comments"><span class="author">Tom Reyes</span></div>'
    assert read(end=end).authors == ()


@pytest.mark.parametrize(
    ("below", "method"),
    [
        ('<time itemprop="datePublished" datetime="2020-12-02">today</time>', "itemprop datePublished"),
        ("<div>2 December 2020 by Mara Ellison</div>", "printed"),
        ('<span class="entry-date">2 December 2020</span>', "printed"),
    ],
)
def test_printed_dates_below_the_headline(below: str, method: str) -> None:
    found = dating(read(below=below))
    assert (str(found.published_date), found.method) == ("2020-12-02", method)


@pytest.mark.parametrize(
    ("end", "method"),
    [
        ('<p class="post-date">2 December 2020</p>', "marked date"),
        ("<p>Published on 2 December 2020</p>", "labelled line"),
        ("<p>Published on 2 December 2020<br>Reading time: 4 minutes, 12 pictures, two maps</p>", "labelled line"),
        ("<dl><dt>Date</dt><dd>2 December 2020</dd></dl>", "labelled line"),
        (
            "<aside>Bridge falls at noon was posted on 2 December 2020 and filed under ships, harbours, towns</aside>",
            "labelled line",
        ),
        ("<aside><dl><dt>Date</dt><dd>2 December 2020</dd></dl></aside>", "labelled line elsewhere"),
        ('<p><span property="dc:issued" content="2020-12-02">today</span></p>', "marked date"),
        ('<p class="updated">Updated 2 December 2020</p>', "itemprop dateModified, no other date than an update's"),
        ("<dl><dt>Harbour</dt><dd>2 December 2020</dd></dl>", "only date below the headline"),
    ],
)
def test_printed_dates_at_the_end(end: str, method: str) -> None:
    found = dating(read(end=end))
    assert (str(found.published_date), found.method) == ("2020-12-02", method)


@pytest.mark.parametrize(
    "end",
    [
        "",
        "<p>The harbour fleet sailed to the northern islands on 2 December 2020</p>",
        "<figure><figcaption>The bridge, 2 December 2020</figcaption></figure>",
        "<p>The study, published on 3 March 2020, found that old bridges fall more often than new ones.</p>",
        "<p>Reader since: joined 2 December 2020</p>",
        "<p>Retrieved 2 December 2020</p>",
        "<aside><p>Published 2 December 2020</p><p>Published 1 December 2020</p></aside>",
    ],
)
def test_clocks_copyrights_lists_captions_and_readers_date_nothing(end: str) -> None:
    assert dating(read(end=end)).published_date is None


def test_commas_part_keywords_save_in_lists() -> None:
    assert read(linked('{"@type": "Article", "keywords": ["Doe, Jane", "Ships"]}')).keywords == ("Doe, Jane", "Ships")
    assert read('<meta name="keywords" content="ships; harbours, Ships">').keywords == ("Ships", "harbours")


def test_breadcrumbs_name_the_section_where_nothing_else_does() -> None:
    steps = ", ".join(f'{{"@type": "ListItem", "name": "{n}"}}' for n in ("Home", "World", "Bridge falls at noon"))
    trail = linked(f'{{"@type": "BreadcrumbList", "itemListElement": [{steps}]}}')
    assert read(trail).section == "World"
    assert read(trail + '<meta property="article:section" content="News">').section == "News"


def test_dates_of_the_rest_of_the_page_are_kept_as_evidence() -> None:
    metadata = read()
    assert "Friday 1 January 2021" in metadata.page_dates
    assert "Older story 5 May 2019" in metadata.page_dates


def test_the_day_in_the_address_is_a_candidate() -> None:
    metadata = read_metadata(page(), "https://harbourpost.example/2020/12/02/bridge")
    assert (str(dating(metadata).published_date), dating(metadata).method) == ("2020-12-02", "url")


def test_block_lines_and_texts() -> None:
    tree = document_fromstring("<div>One <b>two</b><p>three<script>no</script></p>four<br>five</div>")
    assert list(lines_of([tree])) == ["One two", "three", "four", "five"]
    assert text_of(tree) == "One two three four five"


@pytest.mark.parametrize(
    ("names", "fields"),
    [
        ("entry-date published", ("date", "published")),
        ("ArticleAuthor__name", ("author",)),
        ("footer", ("elsewhere",)),
        ("post-footer", ()),
        ("candidate mandate", ()),
    ],
)
def test_class_names_are_read_by_whole_words(names: str, fields: tuple[str, ...]) -> None:
    assert named_fields(names) == fields


def test_every_hint_and_meta_row_is_known() -> None:
    for row in rows("markup_hints", "word", "field", "note"):
        assert row["field"] in ("author", "published", "modified", "date", "elsewhere")
        assert row["field"] in named_fields(row["word"].removeprefix("="))
    fields = {"title", "description", "published", "modified", "date", "author", "section", "keywords"}
    fields |= {"site_name", "publisher", "canonical_url", "locale"}
    for row in rows("meta_names", "name", "field", "rank", "note"):
        assert row["field"] in fields
        assert row["name"] == row["name"].lower()
        assert int(row["rank"]) > 0


def test_a_word_list_with_another_header_is_refused() -> None:
    with pytest.raises(DataFileError, match=r"months\.csv:1: the header must be"):
        rows("months", "language", "names")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=200))
def test_any_script_and_text_is_read_without_error(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    metadata = read(linked(text.replace("</", "")), f"<p>{escaped}</p>", f'<div class="author date">{escaped}</div>')
    byline(metadata.authors, metadata.publisher)
    dating(metadata)
    choose_title(metadata.titles, metadata.site_name)


def test_deep_trees_are_read() -> None:
    tree = document_fromstring("<body>" + "<div class='author'>" * 180 + "Mara Ellison" + "</div>" * 180)
    assert byline(read_metadata(tree).authors).authors == ("Mara Ellison",)
