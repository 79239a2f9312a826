"""The headline among a page's titles."""

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles.titles import TitleCandidate, choose_title, clean_title

METHODS = ["record", "printed line", "json-ld headline", "meta title", "h1", "title element"]


def chosen(*pairs: tuple[str, str], site: str | None = None) -> tuple[str | None, str | None]:
    title = choose_title([TitleCandidate(text, method) for method, text in pairs], site)
    return title.text, title.method


def test_a_printed_headline_that_another_title_confirms_beats_the_search_headline() -> None:
    assert chosen(
        ("json-ld headline", "Bridge collapse 2020: what we know"),
        ("h1", "Bridge falls at noon"),
        ("meta title", "Bridge falls at noon"),
    ) == ("Bridge falls at noon", "h1 confirmed")


def test_an_unconfirmed_heading_is_furniture() -> None:
    assert chosen(("h1", "Log in"), ("h1", "Bridge falls at noon"), ("meta title", "Bridge falls at noon")) == (
        "Bridge falls at noon",
        "h1 confirmed",
    )
    assert chosen(("h1", "Log in"), ("meta title", "Bridge falls at noon"))[0] == "Bridge falls at noon"


def test_two_tagged_titles_that_agree_beat_a_heading_only_the_title_element_has() -> None:
    assert chosen(
        ("json-ld headline", "Bridge falls"),
        ("h1", "Shock in the harbour"),
        ("meta title", "Bridge falls"),
        ("title element", "Shock in the harbour - Harbour Post"),
    ) == ("Bridge falls", "json-ld headline confirmed")


def test_the_title_element_confirms_behind_a_suffix() -> None:
    assert chosen(("h1", "Bridge falls"), ("meta title", "Bridge news"), ("title element", "Bridge falls | Post")) == (
        "Bridge falls",
        "h1 as in title element",
    )


def test_a_section_before_the_headline_does_not_hide_it() -> None:
    assert chosen(("h1", "Bridges are falling down"), ("meta title", "Opinion | Bridges are falling down")) == (
        "Bridges are falling down",
        "h1 confirmed",
    )


def test_the_site_s_name_is_no_title_and_no_suffix() -> None:
    assert chosen(("h1", "Harbour Post"), ("title element", "Bridge falls – Harbour Post"), site="Harbour Post") == (
        "Bridge falls",
        "title element",
    )
    assert clean_title("Bridge falls | Harbour Post", ["harbour post"]) == "Bridge falls"
    assert clean_title("War - and peace", ["Harbour Post"]) == "War - and peace"


def test_entities_escaped_twice_are_decoded() -> None:
    assert clean_title("Ships &amp;amp; bridges &amp;#8211;\u00ad a\n history") == "Ships & bridges – a history"


def test_without_words_there_is_no_title() -> None:
    title = choose_title([TitleCandidate(" – ", "h1")])
    assert (title.text, title.method) == (None, None)
    assert [c.why for c in title.considered] == ["no words"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(METHODS), st.text(max_size=40))), st.none() | st.text(max_size=12))
def test_the_choice_is_total_and_is_one_of_the_candidates(pairs: list[tuple[str, str]], site: str | None) -> None:
    title = choose_title([TitleCandidate(text, method) for method, text in pairs], site)
    assert len(title.considered) == len(pairs)
    assert sum(c.won for c in title.considered) <= max(1, len(pairs))
    assert title.text is None or title.text in {c.reading for c in title.considered}


@settings(deadline=None)
@given(st.text(max_size=80))
def test_cleaning_leaves_no_double_blanks(text: str) -> None:
    assert "  " not in clean_title(text)


def test_a_headline_that_two_tags_agree_on_wins_with_its_kicker() -> None:
    assert chosen(
        ("json-ld headline", "Storm in the north - Bridge falls at noon"),
        ("h1", "Bridge falls at noon"),
        ("meta title", "Storm in the north: Bridge falls at noon"),
    ) == ("Storm in the north - Bridge falls at noon", "json-ld headline confirmed")
    assert chosen(("h1", "Bridge falls at noon"), ("meta title", "Storm: Bridge falls at noon"))[1] == "h1 confirmed"


def test_an_unknown_site_name_is_cut_where_another_title_stands_without_it() -> None:
    title = choose_title(
        [
            TitleCandidate("Bridge falls", "h1"),
            TitleCandidate("Bridge falls at noon - The Quay", "meta title"),
            TitleCandidate("Bridge falls - The Quay", "title element"),
        ]
    )
    assert [c.reading for c in title.considered] == ["Bridge falls", "Bridge falls at noon", "Bridge falls"]


def test_a_heading_that_leads_home_names_the_site() -> None:
    pairs = [("site heading", "Tales of the Quay"), ("title element", "Bridge falls | Tales of the Quay")]
    assert chosen(*pairs) == ("Bridge falls", "title element")


def test_site_names_are_known_in_their_short_forms() -> None:
    assert clean_title("Bridge falls | HarbourPost.example", ["The Harbour Post"]) == "Bridge falls"
    assert clean_title("Bridge falls | Harbour Post Online", ["Harbour Post"]) == "Bridge falls"
    assert clean_title("Bridge falls | Post", ["Harbour Post"]) == "Bridge falls | Post"
