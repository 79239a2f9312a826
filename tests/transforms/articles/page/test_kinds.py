"""Pages that are no articles say so in a reject; the open part of a paid article is one, with a flag."""

import pytest

from schemas import codes
from schemas.records import Page, Reject
from tests.hostile.pages import page_of
from transforms.articles.assemble import Assembled, assemble
from transforms.articles.page.decode import GARBLED, LOST, REPAIRED, decode
from transforms.articles.page.kinds import PARTIAL, VIDEO
from transforms.articles.page.signs import COLUMNS, Sign, line_sign, signs, title_sign
from transforms.articles.wordlists import rows

LANGUAGES = {"en", "de", "fr", "es", "it", "nl", "pt", "ru", "tr", "ar", "zh", "ja", "pl", "sv"}
STORY = (
    "The ferry between the two islands will run every hour from Monday, the harbour office said.",
    "It had stood still since a storm in January tore away the landing stage on the northern side.",
    "Shopkeepers on the smaller island said that the winter had been the quietest they could remember.",
)
HEADLINE = "Ferry to the northern island runs again"


def markup(*blocks: str, title: str = HEADLINE, head: str = "") -> bytes:
    body = "".join(block if block.startswith("<") else f"<p>{block}</p>" for block in blocks)
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


def read(page: Page) -> Assembled:
    document = decode(page)
    return Assembled(reject=document) if isinstance(document, Reject) else assemble(document)


def fate(body: bytes, content_type: str = "text/html") -> tuple[str | None, tuple[str, ...]]:
    """The reason for the reject, and the flags of the article."""
    found = read(page_of(body, content_type))
    return found.reject.reason if found.reject else None, found.article.flags if found.article else ()


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: f"{sign.kind} {sign.phrase}")
def test_a_row_is_found_in_its_example(sign: Sign) -> None:
    found = title_sign(sign.example) if sign.place == "title" else line_sign(sign.example)
    assert found is not None
    assert found.kind == sign.kind


def test_every_language_has_every_kind() -> None:
    for kind in ("bot check", "error page", "paywall", "consent wall"):
        assert {sign.language for sign in signs() if sign.kind == kind} >= LANGUAGES, kind


def test_no_row_stands_twice() -> None:
    keys = [(row["phrase"].casefold(), row["place"], row["kind"]) for row in rows("page_signs", *COLUMNS)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("sign", [sign for sign in signs() if sign.place == "line"], ids=lambda sign: sign.phrase)
def test_a_page_with_a_sign_and_nothing_else_is_refused(sign: Sign) -> None:
    assert fate(markup(sign.example, title="Harbour Post")) == (sign.kind, ())


@pytest.mark.parametrize("sign", [sign for sign in signs() if sign.kind != "paywall"], ids=lambda sign: sign.phrase)
def test_an_article_with_a_sign_on_its_page_stays_an_article(sign: Sign) -> None:
    assert fate(markup(f"<article><h1>{HEADLINE}</h1>", *STORY, "</article>", f"<div>{sign.example}</div>")) == (
        None,
        (),
    )


def test_the_open_part_of_a_paid_article_is_an_article_with_a_flag() -> None:
    page = markup(f"<h1>{HEADLINE}</h1>", *STORY[:2], "<div>Subscribe to continue reading.</div>")
    assert fate(page) == (None, ("partial text",))


def test_a_paid_article_that_stands_there_in_full_has_no_flag() -> None:
    page = markup(f"<h1>{HEADLINE}</h1>", *(STORY * 6), "<div>Subscribe to continue reading.</div>")
    assert fate(page)[1] == ()


def test_a_prompt_above_the_text_flags_nothing() -> None:
    page = markup("<div>Sign in to continue reading.</div>", f"<h1>{HEADLINE}</h1>", *STORY)
    assert fate(page) == (None, ())


@pytest.mark.parametrize(
    ("title", "reason"),
    [("Just a moment...", "bot check"), ("404 Not Found", "error page"), ("Before you continue", "consent wall")],
)
def test_a_title_tells_a_wall_from_a_short_notice(title: str, reason: str) -> None:
    page = markup(f"<h1>{title}</h1>", "Please come back later or try another way to reach this site.", title=title)
    assert fate(page)[0] == reason


def test_a_page_of_teasers_is_a_list() -> None:
    teasers = [
        f'<div><h3><a href="/{n}">Council debates bridge number {n} for the valley</a></h3><p>The council will vote on '
        f"bridge number {n} before the end of the month, its chair said.</p></div>"
        for n in range(12)
    ]
    assert fate(markup("<h1>News from the valley</h1>", *teasers, title="News from the valley"))[0] == "list page"


def test_an_article_with_links_to_others_is_no_list() -> None:
    linked = [
        part for n, text in enumerate(STORY * 3) for part in (text, f'<p><a href="/{n}">Story {n} of today</a></p>')
    ]
    assert fate(markup(f"<article><h1>{HEADLINE}</h1>", *linked[:8], *STORY, "</article>"))[0] is None


def test_a_film_with_a_sentence_is_an_article_with_a_flag() -> None:
    head = '<meta property="og:type" content="video.other">'
    assert fate(markup(f"<h1>{HEADLINE}</h1>", STORY[0], head=head)) == (None, ("video page",))
    assert fate(markup(f"<h1>{HEADLINE}</h1>", "<video src='a.mp4'></video>", head=head)) == ("video page", ())


def test_text_without_markup_is_judged_alike() -> None:
    assert fate(b"Just a moment...\nVerify you are human.\n", "text/plain")[0] == "bot check"
    assert fate("\n".join((HEADLINE, *STORY)).encode(), "text/plain") == (None, ())


def test_the_flags_are_those_that_the_table_takes() -> None:
    assert {PARTIAL, VIDEO, GARBLED, REPAIRED, LOST} == set(codes.ARTICLE_FLAGS)
