import json
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Article, Page, Reject, SourceFacts
from transforms.articles.assemble import Assembled, assemble
from transforms.articles.page.decode import RECORD_TYPE, decode

FETCHED = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
SEEDS = Path(__file__).parents[3].parent / "shared" / "seeds"
PROSE = [
    "The harbour was closed on Monday after a storm broke two of its cranes, the port authority said in the evening.",
    "Ships waited outside for the whole day, and three ferries to the islands were cancelled before noon.",
    "The cranes were built in 1987 and had been inspected in spring, when no cracks were found in them.",
]


def assembled(body: str | bytes, content_type: str = "text/plain", facts: SourceFacts | None = None) -> Assembled:
    data = body if isinstance(body, bytes) else body.encode()
    digest = sha256(data).hexdigest()
    page = Page(digest[:20], "harbour", "a.txt", None, content_type, data, digest, FETCHED)
    document = decode(page)
    return Assembled(reject=document) if isinstance(document, Reject) else assemble(document, facts)


def article(body: str | bytes, content_type: str = "text/plain", facts: SourceFacts | None = None) -> Article:
    found = assembled(body, content_type, facts).article
    assert found is not None
    return found


def seed(number: str) -> bytes:
    paths = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not paths:
        pytest.skip("the seed documents are not here")
    return paths[0].read_bytes()


def test_a_wire_story_with_a_standfirst_and_no_headline() -> None:
    body = seed("000")
    lines = body.decode().split("\n")
    found = assembled(body)
    assert found.article is not None
    assert found.removed_lines == ()
    assert (found.article.title, found.article.standfirst) == (None, lines[0])
    assert found.article.text.split("\n") == [line.removeprefix("– ") for line in lines[1:16]]
    assert found.article.subheads == ("Russian proposal on missile moratorium",)
    assert (found.article.agency, found.article.dateline_place) == ("AA", "Brussels")
    assert (found.article.byline, found.article.authors) == (None, ())
    assert (found.article.published_date, found.article.published_at) == (None, None)


def test_a_story_with_a_glued_sidebar() -> None:
    body = seed("004")
    lines = body.decode().split("\n")
    found = assembled(body)
    assert found.article is not None
    assert found.article.title == lines[0]
    assert found.article.text.split("\n") == lines[2:12]
    assert (found.article.byline, found.article.authors) == ("Alex Raufoglu", ("Alex Raufoglu",))
    assert found.article.dateline_place == "Washington D.C."
    assert found.article.published_date == date(2020, 12, 2)
    assert found.article.published_local == datetime(2020, 12, 2, 8, 37)
    assert (found.article.published_at, found.article.published_precision) == (None, "minute")
    assert [line.line_number for line in found.removed_lines] == [16, *range(16, 36), 37]
    assert found.removed_lines[0].text == "Latest news"
    assert found.removed_lines[-1].reason == "the page's own date"


def test_a_one_paragraph_document_is_body_and_not_title() -> None:
    found = article("Peru recalled its ambassador")
    assert (found.title, found.text) == (None, "Peru recalled its ambassador")


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("", "text/plain", ("decode", "empty")),
        ("Share\nTweet\n© 2026 Harbour Gazette", "text/plain", ("article", "empty")),
        ("<html><body><nav>Home</nav></body></html>", "text/html", ("article", "empty")),
        ("<div>" * 3_000, "text/html", ("article", "tree too deep")),
    ],
)
def test_what_holds_no_article_is_rejected(body: str, content_type: str, expected: tuple[str, str]) -> None:
    found = assembled(body, content_type)
    assert found.article is None
    assert found.reject is not None
    assert (found.reject.stage, found.reject.reason) == expected


def test_lines_cut_from_a_rejected_document_are_still_told() -> None:
    assert [line.reason for line in assembled("Share\nTweet").removed_lines] == ["share bar", "share bar"]


def test_a_records_own_fields_outrank_what_its_text_prints() -> None:
    record = {
        "url": "https://gazette.example/storm?utm_source=feed",
        "title": "Storm closes harbour",
        "authors": ["Ada Lindqvist"],
        "published": "2026-03-09T21:15:00+01:00",
        "text": "\n".join(["Storm closes harbour", "By Nils Aune", "8 March 2026", *PROSE]),
    }
    found = article(json.dumps(record), RECORD_TYPE)
    assert (found.title, found.authors) == ("Storm closes harbour", ("Ada Lindqvist",))
    assert found.published_at == datetime(2026, 3, 9, 20, 15, tzinfo=UTC)
    assert (found.published_precision, found.published_method) == ("instant", "record")
    assert found.text == "\n".join(PROSE)


def test_a_page_dump_gives_title_byline_and_date_from_above_the_body() -> None:
    menu = ["Home", "News", "Sport", "Weather", "Subscribe", "Log in"]
    head = ["Storm Closes the Old Harbour", "By Ada Lindqvist", "9 March 2026"]
    foot = ["Comments", "Privacy policy", "Terms of use", "© 2026 Harbour Gazette"]
    found = assembled("\n".join([*menu, *head, *PROSE, *foot]))
    assert found.article is not None
    assert (found.article.title, found.article.authors) == ("Storm Closes the Old Harbour", ("Ada Lindqvist",))
    assert found.article.published_date == date(2026, 3, 9)
    assert found.article.text == "\n".join(PROSE)
    assert [line.text for line in found.removed_lines] == [*menu, *foot]


def test_markup_gives_body_metadata_and_trace() -> None:
    body = "".join(f"<p>{line}</p>" for line in PROSE)
    page = f"""<html lang="en"><head><title>Storm closes harbour | Harbour Gazette</title>
    <meta property="article:published_time" content="2026-03-09T20:15:00Z"><meta name="author" content="Ada Lindqvist">
    </head><body><article><h1>Storm closes harbour</h1>{body}</article></body></html>"""
    found = assembled(page, "text/html")
    assert found.article is not None
    assert found.article.text == "\n".join(PROSE)
    assert (found.article.title, found.article.authors) == ("Storm closes harbour", ("Ada Lindqvist",))
    assert found.article.published_at == datetime(2026, 3, 9, 20, 15, tzinfo=UTC)
    assert set(found.trace) == {"body", "title", "standfirst", "byline", "date", "dateline"}
    assert json.loads(json.dumps(found.trace, default=str))["body"] == {
        "extractor": "trafilatura",
        "coverage": 1.0,
        "agreement": None,
        "told": None,
        "added": 0,
        "cut": 1,
        "lines": 3,
        "removed": 1,
    }


def test_a_line_without_words_is_no_headline() -> None:
    page = (
        f"<html><body><article><p>{PROSE[0]}</p><p>* * *</p><p>{PROSE[1]}</p><p>{PROSE[2]}</p></article></body></html>"
    )
    assert "headline" not in str([line.reason for line in assembled(page, "text/html").removed_lines])


def test_what_is_known_of_the_source_lends_zone_and_order() -> None:
    facts = SourceFacts("harbour", time_zone="Europe/Oslo", date_order="dmy")
    found = article("\n".join(["Storm closes the harbour", "03.02.2026 14:10", *PROSE]), facts=facts)
    assert found.published_at == datetime(2026, 2, 3, 13, 10, tzinfo=UTC)


def test_other_languages_are_kept() -> None:
    found = article("Der Hafen blieb am Montag nach dem Sturm geschlossen, teilte die Hafenbehörde am Abend mit.")
    assert found.language == "de"


def test_the_same_document_gives_the_same_article_twice() -> None:
    text = "\n".join(["Storm closes the harbour", *PROSE])
    assert assembled(text) == assembled(text)


@given(
    st.lists(st.sampled_from([*PROSE, "Latest news", "Fog on the coast", "3 March 2026", "", "By Ada L."]), max_size=12)
)
def test_every_text_becomes_an_article_with_text_or_a_reject(lines: list[str]) -> None:
    found = assembled("\n".join(lines))
    assert (found.article is None) != (found.reject is None)
    assert found.article is None or found.article.text.strip()


@given(st.lists(st.sampled_from(PROSE), min_size=1, max_size=5, unique=True))
def test_an_articles_own_text_comes_out_unharmed(lines: list[str]) -> None:
    once = article("\n".join(lines))
    assert article(once.text).text == once.text == "\n".join(lines)
