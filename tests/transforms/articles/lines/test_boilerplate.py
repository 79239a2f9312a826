from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.lines.boilerplate import Cleaned, clean
from transforms.articles.lines.lines import text_lines
from transforms.articles.lines.phrases import phrases
from transforms.articles.wordlists import rows

BODY = """\
The harbour was closed on Monday after a storm broke two of its cranes, the port authority said.
Ships waited outside for the whole day, and three ferries to the islands were cancelled.
Repairs will take a week
"We have seen nothing like it in thirty years," harbour master Nils Aune told reporters.
The cranes were built in 1987 and had been inspected in spring."""

MENU = "Home\nNews\nWorld\nSport\nWeather\nSubscribe\nLog in"
FOOTER = "Comments\nLeave a reply\nPrivacy policy\nTerms of use\nContact us\n© 2026 Harbour Gazette"


def cleaned(text: str) -> Cleaned:
    return clean(text_lines(text))


def kept(text: str) -> str:
    return "\n".join(line.text for line in cleaned(text).kept)


def cuts(text: str) -> list[tuple[int, str, str]]:
    return [(line.line_number, line.text, line.reason) for line in cleaned(text).removed]


def test_clean_text_comes_out_as_it_went_in() -> None:
    assert cleaned(BODY) == Cleaned(tuple(text_lines(BODY)), ())


def test_a_glued_heading_is_split_and_goes_with_its_links() -> None:
    text = f"{BODY}\nLatest newsFog on the Coast\n11.Jan.2026\nA New Lighthouse\n10.Jan.2026\n\n14 Jan 2026"
    assert kept(text) == BODY
    assert cuts(text) == [
        (6, "Latest news", "heading of a block of links"),
        (6, "Fog on the Coast", "headline in a block of links"),
        (7, "11.Jan.2026", "headline in a block of links"),
        (8, "A New Lighthouse", "headline in a block of links"),
        (9, "10.Jan.2026", "headline in a block of links"),
        (11, "14 Jan 2026", "the page's own date"),
    ]


def test_a_dated_headline_list_goes_without_a_heading() -> None:
    listed = "Fog on the Coast\n11 January 2026\nA New Lighthouse\n10 January 2026\nFerry Fares Rise\n9 January 2026"
    assert kept(f"{BODY}\n{listed}") == BODY
    assert {reason for _, _, reason in cuts(f"{BODY}\n{listed}")} == {"headline list with dates", "the page's own date"}


def test_two_dated_lines_are_no_list() -> None:
    text = f"{BODY}\nThe first storm\n11 January 2026\nThe second storm\n10 January 2026"
    assert kept(text) == text


def test_a_block_ends_where_prose_begins_again() -> None:
    lines = BODY.split("\n")
    text = "\n".join([*lines[:2], "Related articles", "Fog on the Coast", "A New Lighthouse", *lines[2:]])
    found = kept(text).split("\n")
    assert found == [*lines[:2], *lines[3:]]


def test_share_bars_prompts_and_copyright_lines_go() -> None:
    extra = [
        "Share on Facebook",
        "128 shares",
        "Sign up for our newsletter and never miss a storm.",
        "READ MORE: Ferry fares rise",
        "Photo: Ada Lindqvist",
        "© 2026 Harbour Gazette. All rights reserved.",
    ]
    assert kept("\n".join([BODY, *extra])) == BODY
    assert [reason for _, _, reason in cuts("\n".join([BODY, *extra]))] == [
        "share bar",
        "share bar",
        "newsletter prompt",
        "link to another article",
        "picture credit or caption mark",
        "copyright line",
    ]


def test_a_page_dump_is_cut_to_its_run_of_prose() -> None:
    text = f"{MENU}\nStorm Closes the Harbour\nBy Ada Lindqvist\n{BODY}\n{FOOTER}"
    assert kept(text) == BODY
    assert (1, "Home", "outside the article") in cuts(text)


def test_comments_below_an_article_do_not_outweigh_it() -> None:
    comments = "\n".join(f"Reader {n} says:\nI have been there in {2000 + n} and it was fine." for n in range(12))
    assert kept(f"{MENU}\n{BODY}\n{FOOTER}\n{comments}") == BODY


def test_on_a_dump_a_row_of_links_inside_the_article_goes_but_a_list_after_a_colon_stays() -> None:
    later = [line.replace("Monday", "Sunday").replace("the", "every") for line in BODY.split("\n") if len(line) > 60]
    links = ["Fog on the Coast", "A New Lighthouse Opens", "Ferry Fares Rise Again"]
    ports = ["These ports stay shut until Friday:", "Nether Bay", "Upper Bay", "Old Quay"]
    text = "\n".join([MENU, BODY, *ports, *later, *links, *later[::-1], FOOTER])
    found = kept(text).split("\n")
    assert not set(links) & set(found)
    assert set(ports) <= set(found)


def test_on_a_dump_a_paragraph_printed_twice_is_kept_once() -> None:
    assert kept(f"{MENU}\n{BODY}\n{BODY}\n{FOOTER}").count("Ships waited outside") == 1


def test_other_languages_are_kept_and_cleaned() -> None:
    text = "Der Hafen blieb am Montag nach dem Sturm geschlossen, teilte die Hafenbehörde mit."
    assert kept(f"{text}\nAnzeige\nLesen Sie auch: Fähren fallen aus\nTeilen") == text


def test_nothing_in_nothing_out() -> None:
    assert cleaned("") == Cleaned((), ())


def test_every_reason_that_is_given_stands_in_the_list() -> None:
    text = f"{MENU}\n{BODY}\nLatest news\nFog on the Coast\n{BODY}\n{FOOTER}\n14 Jan 2026"
    listed = {row["reason"] for row in rows("removal_reasons", "reason", "meaning")}
    assert {reason for _, _, reason in cuts(text)} <= listed


lines = st.one_of(
    st.sampled_from([p.example or p.phrase for p in phrases()][::7]),
    st.sampled_from([*BODY.split("\n"), "Fog on the Coast", "11.Jan.2026", "10 January 2026", "Ada Lindqvist", "Oslo"]),
    st.sampled_from(["Latest newsFog on the Coast", "Ships waited for hours outside the harbour wall", "These ports:"]),
    st.text(max_size=60),
)


@given(st.lists(lines, max_size=40).map("\n".join))
def test_cleaning_what_is_clean_removes_nothing_more(text: str) -> None:
    assert cleaned(kept(text)).removed == ()


@given(st.lists(lines, max_size=40).map("\n".join))
def test_every_line_is_kept_or_removed_with_a_reason(text: str) -> None:
    found = cleaned(text)
    told = sorted([*(line.number for line in found.kept), *(line.line_number for line in found.removed)])
    assert sorted(set(told)) == [line.number for line in text_lines(text)]
    assert all(line.reason for line in found.removed)
