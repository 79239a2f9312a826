"""Credits, bylines and datelines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles.bylines.bylines import (
    BylineCandidate,
    Dateline,
    byline,
    is_byline_line,
    looks_like_name,
    looks_like_place,
    split_dateline,
)
from transforms.articles.bylines.credits import Kind, read_credit
from transforms.articles.bylines.datelines import normal_place
from transforms.articles.bylines.names import normal_case, normal_name, surname_first
from transforms.articles.bylines.organisations import is_agency, is_organisation
from transforms.articles.bylines.vocabulary import vocabulary
from transforms.articles.dates.words import fold
from transforms.articles.wordlists import rows


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("By Mara Ellison", ("Mara Ellison",)),
        ("by MARA ELLISON", ("Mara Ellison",)),
        ("Von Anna-Lena Grün und Jörg von der Heide", ("Anna-Lena Grün", "Jörg von der Heide")),
        ("By Mara Ellison, Tom Reyes and Ibrahim el-Amin", ("Mara Ellison", "Tom Reyes", "Ibrahim el-Amin")),
        ("Por María J. Ortega y Luis Peña", ("María J. Ortega", "Luis Peña")),
        ("José Ortega y Gasset", ("José Ortega y Gasset",)),
        ("Ellison, Mara", ("Mara Ellison",)),
        ("Mara Ellison/Tom Reyes", ("Mara Ellison", "Tom Reyes")),
        ("Mara Ellison & Tom Reyes, Staff Writers", ("Mara Ellison", "Tom Reyes")),
        ("By Mara Ellison for The Harbour Post", ("Mara Ellison",)),
        ("Mara Ellison (mae)", ("Mara Ellison",)),
        ("Mara Ellison m.ellison@example.org @maraell", ("Mara Ellison",)),
        ("Mara Ellison, Professor of Law at the University of Somewhere, example.org", ("Mara Ellison",)),
        ("Mo 02.03.20 | 14:07 Uhr | Von Eva Kurz-Lang", ("Eva Kurz-Lang",)),
        ("Mara Ellison; Editing by Tom Reyes", ("Mara Ellison",)),
        ("Mara Ellison, AP Harbour Writer", ("Mara Ellison",)),
        ("Mara Ellison. Sputnik International", ("Mara Ellison",)),
        ("Analysis by Mara Ellison, Harbour Editor-at-large", ("Mara Ellison",)),
        ("Foto: Mara Ellison", ()),
        ("Mara Ellison, mara ellison", ("Mara Ellison",)),
        ("Автор: Ирина Соколова", ("Ирина Соколова",)),
        ("责编：王小明、李红", ("王小明", "李红")),
        ("By Mara Ellison and Tom Reyes in Washington", ("Mara Ellison", "Tom Reyes")),
        ("Mara Ellison in Baku, Tom Reyes in London and Ann Lee", ("Mara Ellison", "Tom Reyes", "Ann Lee")),
        ("Reporting By Mara Ellison and Tom Reyes Editing by Ann Lee", ("Mara Ellison", "Tom Reyes")),
        ("(Reporting by Mara Ellison; Additional reporting by Tom Reyes; Editing by Ann Lee)", ("Mara Ellison",)),
        ("Mara Ellison (text) and Tom Reyes (photos)", ("Mara Ellison",)),
        ("Words: Mara Ellison Pictures: Tom Reyes", ("Mara Ellison",)),
        ("Tekst: Kari Nordmann Foto: Ola Hansen", ("Kari Nordmann",)),
        ("Matti Virtanen, kuvat: Liisa Korhonen", ("Matti Virtanen",)),
        ("Political Editor Mara Ellison", ("Mara Ellison",)),
        ("Door onze redacteur Jan de Vries", ("Jan de Vries",)),
        ("Von unserem Korrespondenten Jörg Müller", ("Jörg Müller",)),
        ("Eine Kolumne von Sabine Berger", ("Sabine Berger",)),
        ("By Prof. Dr. Mara Ellison, PhD", ("Prof. Dr. Mara Ellison",)),
        ("Mara Ellison PhD", ("Mara Ellison",)),
        ("By Mara Ellison Special to The Harbour Post", ("Mara Ellison",)),
        ("Mara Ellison Published: 3 May 2020", ("Mara Ellison",)),
        ("Mara Ellison Updated 3 hours ago", ("Mara Ellison",)),
        ("By Mara Ellison May 3, 2020 5:00 am", ("Mara Ellison",)),
        ("Written by Mara Ellison | New Delhi | Updated: May 3, 2020 5:00:12 pm", ("Mara Ellison",)),
        ("van der Berg, Jan", ("Jan van der Berg",)),
        ("Ellison, M., Reyes, T.", ("M. Ellison", "T. Reyes")),
        ("ELLISON Mara", ("Mara Ellison",)),
        ("André Oliver KLEIN", ("André Oliver Klein",)),
        ("Autor: Jan Novák a Petr Svoboda", ("Jan Novák", "Petr Svoboda")),
        ("Автор Олена Коваленко та Іван Шевченко", ("Олена Коваленко", "Іван Шевченко")),
        ("كتب: محمد علي", ("محمد علي",)),
        ("מאת יוסי כהן", ("יוסי כהן",)),
        ("記者 王小明／台北報導", ("王小明",)),
        ("记者 王小明 李红", ("王小明", "李红")),
        ("王小明記者", ("王小明",)),
        ("김철수 기자 chulsoo@example.com", ("김철수",)),
        ("Mara Ellison is a writer in London", ()),
        ("Follow Mara Ellison", ()),
        ("By Daily Mail Reporter", ()),
        ("mara_ellison", ()),
        ("https://example.org/authors/mara", ()),
        ("118204", ()),
        ("admin", ()),
        ("Staff Writer", ()),
        ("", ()),
    ],
)
def test_persons_of_a_credit(text: str, persons: tuple[str, ...]) -> None:
    assert read_credit(text).persons == persons


@pytest.mark.parametrize(
    ("text", "kind", "publisher", "organisations"),
    [
        ("Reuters", "person", None, ("Reuters",)),
        ("AP", "person", None, ("AP",)),
        ("Staff Writer", "person", None, ()),
        ("Mara Ellison (dpa)", "unknown", None, ("dpa",)),
        ("By Mara Ellison, Associated Press", "unknown", None, ("Associated Press",)),
        ("Harbour Post", "unknown", "The Harbour Post", ("Harbour Post",)),
        ("harbourpost.example.org", "person", None, ("harbourpost.example.org",)),
        ("Hafen-Redaktion", "person", None, ("Hafen-Redaktion",)),
        ("European Space Agency", "unknown", None, ("European Space Agency",)),
        ("HarbourPost", "person", "harbourpost", ("HarbourPost",)),
        ("Editorial Board", "unknown", None, ("Editorial Board",)),
        ("By The Editorial Board", "unknown", None, ("The Editorial Board",)),
        ("By MARA ELLISON Associated Press", "unknown", None, ("Associated Press",)),
        ("Mara Ellison/dpa", "unknown", None, ("dpa",)),
        ("Mara Ellison (mit dpa)", "unknown", None, ("dpa",)),
        ("Mara Ellison, Senior Lecturer in Law, University of Somewhere", "unknown", None, ()),
        ("PTI, New Delhi", "unknown", None, ("PTI",)),
        ("Ann Harbour", "organisation", None, ("Ann Harbour",)),
        ("Ann Harbour", "unknown", "The Harbour Post", ()),
    ],
)
def test_organisations_are_no_persons(
    text: str, kind: Kind, publisher: str | None, organisations: tuple[str, ...]
) -> None:
    found = read_credit(text, kind, publisher)
    assert found.organisations == organisations
    assert not set(found.persons) & set(organisations)


def test_short_agency_names_count_only_as_they_are_written() -> None:
    assert is_agency("AA")
    assert not is_agency("aa")
    assert is_agency("reuters")
    assert not is_organisation("Ana Trend Lopes")


def test_the_place_stands_behind_in() -> None:
    found = read_credit("By Mara Ellison in Baku")
    assert (found.persons, found.place) == (("Mara Ellison",), "Baku")
    assert read_credit("Von Jörg Müller und Anna Schmidt, Berlin").place == "Berlin"
    assert read_credit("Par Jean-Pierre Dupont (à Kiev)").place == "Kiev"


def test_surnames_may_come_first() -> None:
    assert surname_first(["Ellison", "Mara"]) == ["Mara Ellison"]
    assert surname_first(["Ellison", "M", "Reyes", "T."]) == ["M. Ellison", "T. Reyes"]
    for pieces in (["Mara Ellison", "Berlin"], ["Ellison", "Reuters"], ["Ellison", "Baku"], ["Ellison"], []):
        assert surname_first(pieces) is None


def test_family_names_in_capitals_are_told_from_initials() -> None:
    assert normal_name("KLEIN Mara") == "Mara Klein"
    assert normal_name("AJ Klein") == "AJ Klein"


def test_markup_that_names_an_organisation_yields_to_a_printed_person() -> None:
    found = byline(
        [
            BylineCandidate("Harbour Post", "json-ld author", "organisation"),
            BylineCandidate("By Mara Ellison", "printed line"),
        ],
        "Harbour Post",
    )
    assert (found.byline, found.authors, found.agency) == ("By Mara Ellison", ("Mara Ellison",), "Harbour Post")
    assert [(c.won, c.why) for c in found.considered] == [
        (False, "names an organisation"),
        (True, "the most trusted credit that names a person"),
    ]


def test_methods_are_not_mixed() -> None:
    found = byline(
        [
            BylineCandidate("Mara Ellison", "json-ld author", "person"),
            BylineCandidate("Tom Reyes", "json-ld author", "person"),
            BylineCandidate("By Somebody Else", "printed line"),
        ]
    )
    assert found.authors == ("Mara Ellison", "Tom Reyes")


def test_an_agency_outranks_a_desk_and_a_publisher() -> None:
    found = byline(
        [BylineCandidate("Web Desk", "json-ld author", "person"), BylineCandidate("AFP", "meta author")], "Harbour Post"
    )
    assert found.agency == "AFP"


def test_an_organisation_alone_in_the_author_s_place_is_kept_there() -> None:
    found = byline([BylineCandidate("AFP", "json-ld author", "organisation")])
    assert (found.authors, found.agency) == (("AFP",), "AFP")
    assert [(c.won, c.why) for c in found.considered] == [(True, "credited where nobody else is")]
    printed = byline([BylineCandidate("By AFP", "printed line")])
    assert (printed.authors, printed.agency, printed.byline) == ((), "AFP", "By AFP")


def test_no_credit_is_no_byline() -> None:
    assert byline([]).authors == ()
    assert byline([BylineCandidate("4711", "meta author")]).byline is None


@pytest.mark.parametrize(
    "line",
    [
        "By Mara Ellison",
        "Von Eva Kurz-Lang",
        "Text: Mara Ellison",
        "By Mara Ellison in Baku",
        "By MARA ELLISON, Staff Writer",
        "Reporting by Mara Ellison and Tom Reyes; editing by Ann Lee",
        "By Reuters",
        "AFP",
        "By Mara Ellison m.ellison@example.org",
    ],
)
def test_lines_that_are_bylines(line: str) -> None:
    assert is_byline_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Mara Ellison",
        "By Friday",
        "By the way, this is a sentence.",
        "By Mara Ellison's account the bridge fell at noon.",
        "Von Montag an gilt der neue Fahrplan.",
        "According to NATO",
        "From Washington with love",
        "By 2020 the bridge had fallen",
    ],
)
def test_lines_that_are_no_bylines(line: str) -> None:
    assert not is_byline_line(line)


@pytest.mark.parametrize(
    ("line", "name", "place"),
    [
        ("Mara Ellison", True, False),
        ("Mara Ellison/Tom Reyes", True, False),
        ("Jörg von der Heide", True, False),
        ("New York", False, True),
        ("Washington D.C.", False, True),
        ("Gori, Georgia", False, True),
        ("BAKU", False, True),
        ("Latest News", False, False),
        ("Harbour Post Online", False, False),
        ("The bridge fell", False, False),
        ("Next Monday", False, False),
    ],
)
def test_names_and_places_alone_on_a_line(line: str, name: bool, place: bool) -> None:
    assert (looks_like_name(line), looks_like_place(line)) == (name, place)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BRUSSELS (AA) – Ministers met", ("Brussels", None, "AA", None)),
        ("WASHINGTON, Dec 1 (Reuters) - Ministers met", ("Washington", None, "Reuters", "Dec 1")),
        ("PARIS — Ministers met", ("Paris", None, None, None)),
        ("NAIROBI, Kenya (AP) _ Ministers met", ("Nairobi", "Kenya", "AP", None)),
        ("MAIDUGURI, Nigeria — Ministers met", ("Maiduguri", "Nigeria", None, None)),
        ("PORT-AU-PRINCE, Haiti (AP) — Ministers met", ("Port-au-Prince", "Haiti", "AP", None)),
        ("RIO DE JANEIRO, Dec. 3 (Xinhua) -- Ministers met", ("Rio de Janeiro", None, "Xinhua", "Dec. 3")),
        ("Berlin (dpa) - Ministers met", ("Berlin", None, "dpa", None)),
        ("WASHINGTON, D.C. — Ministers met", ("Washington, D.C.", None, None, None)),
        ("SPOKANE, Wash. — Ministers met", ("Spokane", "Wash.", None, None)),
        ("Baku, December 2, AZERTAC – Ministers met", ("Baku", None, "AZERTAC", "December 2")),
        ("Moscow. December 1. INTERFAX - Ministers met", ("Moscow", None, "INTERFAX", "December 1")),
        ("BAKU / 02.12.2020 / TURAN: Ministers met", ("Baku", None, "TURAN", "02.12.2020")),
        ("JERUSALEM/GAZA (Reuters) - Ministers met", ("Jerusalem", None, "Reuters", None)),
        ("(Reuters) - Ministers met", (None, None, "Reuters", None)),
        ("LONDON: Ministers met", ("London", None, None, None)),
    ],
)
def test_datelines(line: str, expected: tuple[str | None, ...]) -> None:
    found = split_dateline(line)
    assert isinstance(found, Dateline)
    assert (found.place, found.region, found.agency, found.date_text) == expected
    assert line[found.end :] == "Ministers met"


@pytest.mark.parametrize(
    "line",
    [
        "",
        "NATO - the alliance - met",
        "LIVE — the match",
        "BREAKING - Bridge falls",
        "– A subhead with a dash",
        "The minister - who had resigned - spoke",
        "Paris - the city of light - sleeps",
        "COVID-19 — what we know",
        "Washington D.C.",
    ],
)
def test_lines_without_a_dateline(line: str) -> None:
    assert split_dateline(line) is None


def test_capitals_become_normal_case() -> None:
    assert normal_case("JEAN-LUC DE LA TOUR") == "Jean-Luc de la Tour"
    assert normal_case("Mara ELLISON") == "Mara ELLISON"
    assert normal_place("ST. PETERSBURG") == "St. Petersburg"
    assert normal_place("STOKE-ON-TRENT") == "Stoke-on-Trent"


def test_every_agency_row_is_read_as_agency() -> None:
    found = rows("agencies", "form", "name")
    assert len({fold(r["form"]) for r in found}) == len(found)
    for row in found:
        assert row["name"]
        assert is_agency(row["form"])
        assert read_credit(row["form"]).persons == ()


def test_every_byline_word_has_a_known_role() -> None:
    roles = {
        "by",
        "label",
        "other",
        "and",
        "in",
        "for",
        "particle",
        "job",
        "desk",
        "nobody",
        "organisation",
        "affiliation",
        "degree",
        "title",
        "furniture",
    }
    for row in rows("byline_words", "word", "role", "note"):
        assert row["role"] in roles
        assert fold(row["word"]) in vocabulary(row["role"])


def test_every_place_row_is_a_place() -> None:
    for row in rows("places", "place", "kind"):
        assert row["kind"] in ("city", "region")
        assert looks_like_place(row["place"])


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from(["person", "organisation", "unknown"]))
def test_any_text_is_read_and_its_names_read_the_same_again(text: str, kind: Kind) -> None:
    found = byline([BylineCandidate(text, "meta author", kind)], "Harbour Post")
    again = byline([BylineCandidate(name, "meta author", kind) for name in found.authors], "Harbour Post")
    assert again.authors == found.authors
    is_byline_line(text)
    looks_like_name(text)
    dateline = split_dateline(text)
    assert dateline is None or 0 < dateline.end <= len(text)


names = st.sampled_from(["Mara Ellison", "Jörg von der Heide", "Tom Reyes", "Ibrahim el-Amin", "María J. Ortega"])


@settings(deadline=None)
@given(st.lists(names, min_size=1, max_size=4, unique=True), st.sampled_from([", ", " and ", "; ", " | "]))
def test_joined_names_come_apart(given_names: list[str], joint: str) -> None:
    assert read_credit("By " + joint.join(given_names)).persons == tuple(given_names)
