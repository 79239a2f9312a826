import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.transforms.articles.page.pages import PARAGRAPHS, body_of, paragraphs, texts_of
from transforms.articles.page.blocks import key_of

ARTICLE = f"<article class='story'>{paragraphs(*PARAGRAPHS)}</article>"


def removed_of(content: str, article_body: str | None = None) -> dict[str, str]:
    return {line.text: line.reason for line in body_of(content, article_body).removed}


def test_what_both_readers_agree_on_stays_as_it_is() -> None:
    body = body_of(ARTICLE)
    assert texts_of(body) == PARAGRAPHS
    assert (body.removed, body.evidence.extractor, body.evidence.added, body.evidence.cut) == ((), "trafilatura", 0, 0)


@pytest.mark.parametrize(
    ("markup", "text", "reason"),
    [
        (
            "<figure><img src='a.jpg'><figcaption>{}</figcaption></figure>",
            "The old quay, seen from the ferry",
            "picture credit or caption mark",
        ),
        (
            "<div><div><img src='a.jpg'></div><p>{}</p></div>",
            "The old quay at dusk, seen from the morning ferry",
            "picture credit or caption mark",
        ),
        (
            "<div class='newsletter-box'><p>{}</p></div>",
            "Harbour news each week, straight to you, from our own reporters.",
            "newsletter prompt",
        ),
        (
            "<div class='AuthorBio'><p>{}</p></div>",
            "Ada Lindqvist has covered ports and ferries for the paper since 2019.",
            "about the author or the publisher",
        ),
        (
            "<p class='inline-link'><a href='/b'>{}</a></p>",
            "County pays for a new lighthouse after long talks",
            "link to another article",
        ),
    ],
)
def test_lines_that_the_markup_gives_away_go_with_their_reason(markup: str, text: str, reason: str) -> None:
    page = f"<article>{paragraphs(*PARAGRAPHS[:3])}{markup.format(text)}{paragraphs(*PARAGRAPHS[3:])}</article>"
    body = body_of(page)
    assert texts_of(body) == PARAGRAPHS
    assert {line.text: line.reason for line in body.removed} in ({text: reason}, {})


def test_a_name_around_the_article_itself_is_no_reason() -> None:
    assert texts_of(body_of(f"<div class='page-with-sidebar comment-page'>{ARTICLE}</div>")) == PARAGRAPHS


def test_a_sentence_that_is_a_link_from_end_to_end_stays() -> None:
    linked = f"<p><a href='/orders'>{PARAGRAPHS[3]}</a></p>"
    page = f"<article>{paragraphs(*PARAGRAPHS[:3])}{linked}{paragraphs(*PARAGRAPHS[4:])}</article>"
    assert texts_of(body_of(page)) == PARAGRAPHS


def test_an_article_cut_in_two_boxes_is_read_to_its_end() -> None:
    def box(*texts: str) -> str:
        return f"<div class='grid'><div class='body-text'>{paragraphs(*texts)}</div></div>"

    banner = "<div class='banner'><a href='/'>All our offers</a></div>"
    body = body_of(f"<main>{box(*PARAGRAPHS[:3])}{banner}{box(*PARAGRAPHS[3:])}</main>")
    assert texts_of(body) == PARAGRAPHS


def test_lists_subheads_and_quotations_among_the_paragraphs_come_back() -> None:
    page = f"""<article>{paragraphs(*PARAGRAPHS[:2])}<h2><a href="#r">Repairs take a week</a></h2>
    {paragraphs(*PARAGRAPHS[2:4])}<ul><li>Crane one goes to Gdansk.</li><li>Crane two is melted down.</li></ul>
    <div class="post"><blockquote><p>We open again on Sunday, thank you all</p></blockquote></div>
    {paragraphs(*PARAGRAPHS[4:])}</article>"""
    body = body_of(page)
    assert texts_of(body) == [
        *PARAGRAPHS[:2],
        "Repairs take a week",
        *PARAGRAPHS[2:4],
        "Crane one goes to Gdansk.",
        "Crane two is melted down.",
        "We open again on Sunday, thank you all",
        *PARAGRAPHS[4:],
    ]
    assert [line.text for line in body.lines if line.is_heading] == ["Repairs take a week"]


def test_headings_of_linked_articles_do_not_come_back() -> None:
    links = "".join(f"<h3><a href='/{n}'>Another story, number {n}</a></h3>" for n in range(3))
    page = f"<article>{paragraphs(*PARAGRAPHS[:3])}{links}{paragraphs(*PARAGRAPHS[3:])}</article>"
    assert not any("Another story" in text for text in texts_of(body_of(page)))


def test_what_the_pages_own_data_leaves_out_goes_where_it_is_set_apart() -> None:
    notice = "Your account is in use on another device, and only one reader at a time may use it."
    page = f"<article class='text'>{paragraphs(*PARAGRAPHS)}<div class='lock'><p>{notice}</p></div></article>"
    told = " ".join(PARAGRAPHS)
    assert texts_of(body_of(page, told)) == PARAGRAPHS
    assert removed_of(page, told) in ({notice: "not in the page's own article text"}, {notice: "outside the article"})


def test_the_pages_own_data_does_not_cut_what_is_set_like_the_rest() -> None:
    told = " ".join(PARAGRAPHS[:5])
    assert texts_of(body_of(ARTICLE, told)) == PARAGRAPHS
    assert body_of(ARTICLE, told).evidence.told == pytest.approx(0.82, abs=0.05)


def test_what_follows_the_last_paragraph_in_another_box_goes() -> None:
    teaser = "The county has paid for a new lighthouse after talks that took all of three long years."
    page = f"""<div class="main"><div class="text">{paragraphs(*PARAGRAPHS)}</div>
    <section class="collection"><h2>More from us</h2><p class="dek">{teaser}</p></section></div>"""
    assert texts_of(body_of(page)) == PARAGRAPHS


def test_text_between_line_breaks_in_an_old_portals_table_is_read() -> None:
    text = "<br><br>".join(PARAGRAPHS)
    menu = "".join(f"<tr><td><a href='/{n}'>Section {n}</a></td></tr>" for n in range(8))
    page = f"""<form><table><tr><td width="20%"><table>{menu}</table></td>
    <td><font face="Arial" size="2">{text}</font></td></tr></table></form>"""
    assert texts_of(body_of(page)) == PARAGRAPHS


def test_a_page_in_another_language_is_repaired_alike() -> None:
    texts = [
        "Der Hafen blieb am Montag geschlossen, nachdem ein Sturm zwei Kräne zerstört hatte, teilte die Behörde mit.",
        "Schiffe warteten den ganzen Tag vor der Einfahrt, und drei Fähren zu den Inseln fielen am Vormittag aus.",
        "Die Reparatur dauert eine Woche und kostet mehr, als der Hafen hat, sagte der Hafenmeister vor Journalisten.",
        "Die Kräne stammen aus dem Jahr 1987 und waren im Frühjahr geprüft worden, ohne dass Risse gefunden wurden.",
    ]
    caption = "Der alte Kai in der Abendsonne, vom Schiff aus gesehen"
    figure = f"<div class='bild'><img src='a.jpg'><div class='bildunterschrift'>{caption}</div></div>"
    page = f"<article>{paragraphs(*texts[:2])}{figure}{paragraphs(*texts[2:])}</article>"
    assert texts_of(body_of(page)) == texts


def test_a_page_without_prose_gives_its_visible_lines() -> None:
    body = body_of("<div>The port is open.</div>")
    assert texts_of(body) == ["The port is open."]


@given(st.lists(st.sampled_from([*PARAGRAPHS, "Short", "Two words", "A line, open"]), max_size=12), st.booleans())
def test_no_line_of_the_body_is_invented(texts: list[str], in_list: bool) -> None:
    tag = "li" if in_list else "p"
    content = "".join(f"<{tag}>{text}</{tag}>" for text in texts) or "<p></p>"
    body = body_of(f"<div>{content}</div>")
    known = "".join(map(key_of, texts))
    assert all(key_of(line.text) in known for line in body.lines)
    assert len(body.lines) <= len(texts)
