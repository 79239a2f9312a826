"""Date texts, their order of day and month, and the arbitration over a page's candidates."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles.dates.dates import DateCandidate, Dating, is_date_line, publication
from transforms.articles.dates.order import convention
from transforms.articles.dates.texts import FIRST_YEAR, LAST_YEAR, read_dates
from transforms.articles.dates.words import fold, words_of
from transforms.articles.wordlists import rows

FETCHED = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


def dated(*candidates: DateCandidate, page: tuple[str, ...] = (), body: str = "", **known: str) -> Dating:
    zone, order, language = (known.get(k) for k in ("zone", "order", "language"))
    return publication(candidates, page, body, zone, order, FETCHED, language)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("11.Jan.2026", date(2026, 1, 11)),
        ("Tuesday, December 1st, 2020", date(2020, 12, 1)),
        ("5. Oktober 2020, 15.32 Uhr", date(2020, 10, 5)),
        ("1er août 2019", date(2019, 8, 1)),
        ("2 de diciembre de 2020", date(2020, 12, 2)),
        ("7 marzo 2021", date(2021, 3, 7)),
        ("3 maart 2018", date(2018, 3, 3)),
        ("14 de março de 2017", date(2017, 3, 14)),
        ("9 mars 2016", date(2016, 3, 9)),
        ("4. kesäkuuta 2022", date(2022, 6, 4)),
        ("12 października 2019", date(2019, 10, 12)),
        ("30 ноября 2020", date(2020, 11, 30)),
        ("21 серпня 2023", date(2023, 8, 21)),
        ("6 Ağustos 2021", date(2021, 8, 6)),
        ("8 Φεβρουαρίου 2015", date(2015, 2, 8)),
        ("2025 m. vasario 11 d.", date(2025, 2, 11)),
        ("2020年12月2日", date(2020, 12, 2)),
        ("2020년 12월 2일", date(2020, 12, 2)),
        ("3 सितंबर 2024", date(2024, 9, 3)),
        ("5 كانون الثاني 2020", date(2020, 1, 5)),
        ("Tue, 02 Dec 2020 08:37:00 +0100", date(2020, 12, 2)),
        ("Wed Dec 02 08:37:00 CET 2020", date(2020, 12, 2)),
        ("1583134234", date(2020, 3, 2)),
        ("20240503T154742Z", date(2024, 5, 3)),
        ("ngày 5 tháng 3 năm 2020", date(2020, 3, 5)),
        ("5 มีนาคม 2563", date(2020, 3, 5)),
        ("7. januarja 2021", date(2021, 1, 7)),
        ("(Rimini, 14 gennaio 20)", date(2020, 1, 14)),
    ],
)
def test_reads_dates_of_many_languages(text: str, day: date) -> None:
    assert [reading.day for reading in read_dates(text)] == [day]


def test_month_names_shared_by_two_languages_need_the_page_s_language() -> None:
    assert read_dates("3 listopada 2020") == ()
    assert read_dates("3 listopada 2020", "pl")[0].day == date(2020, 11, 3)
    assert read_dates("3 listopada 2020", "hr-HR")[0].day == date(2020, 10, 3)


def test_an_ambiguous_date_keeps_both_readings() -> None:
    (reading,) = read_dates("02.12.2020 08:37")
    assert (reading.day, reading.alternative, reading.clock) == (date(2020, 12, 2), date(2020, 2, 12), time(8, 37))
    assert read_dates("13/02/2020")[0].shown == "DMY"
    assert read_dates("02/13/2020")[0].shown == "MDY"
    assert read_dates("05.05.2020")[0].alternative is None


@pytest.mark.parametrize(
    ("text", "clock", "hours"),
    [
        ("2 Dec 2020 8.37 am", time(8, 37), None),
        ("2 Dec 2020, 12:05 a.m.", time(0, 5), None),
        ("8:37 p.m. Dec. 2, 2020", time(20, 37), None),
        ("le 2 décembre 2020 à 08h37", time(8, 37), None),
        ("2. Dezember 2020, 8.37 Uhr", time(8, 37), None),
        ("2020-12-02T08:37:00-05:00", time(8, 37), -5),
        ("2020-12-02T08:37:00Z", time(8, 37), 0),
        ("2 Dec 2020 08:37 MESZ", time(8, 37), 2),
        ("2 Dec 2020 08:37 GMT+3", time(8, 37), 3),
        ("2 Dec 2020 08:37 IST", time(8, 37), None),
        ("2020年12月2日 午後3時20分", time(15, 20), None),
        ("2020년 12월 2일 오전 8:37", time(8, 37), None),
        ("2 Dec 2020 25:10", None, None),
    ],
)
def test_reads_times_and_zones(text: str, clock: time | None, hours: int | None) -> None:
    (reading,) = read_dates(text)
    offset = reading.zone.utcoffset(datetime(2020, 12, 2)) if reading.zone else None
    assert reading.clock == clock
    assert offset == (None if hours is None else timedelta(hours=hours))


@pytest.mark.parametrize(
    "text", ["", "Alex", "In 2019", "31.02.2020", "May 2020", "2:1", "1200.50.3", "32 Dec 2020", "5 May 20 ships"]
)
def test_what_is_no_whole_date_reads_as_none(text: str) -> None:
    assert read_dates(text) == ()


def test_other_dates_of_the_page_decide_the_order() -> None:
    printed = DateCandidate("02.12.2020 08:37", "printed line")
    found = dated(printed, page=("11.Jan.2026", "10.Jan.2026", "14 Jan 2026"), language="en")
    assert found.published_date == date(2020, 12, 2)
    assert found.published_local == datetime(2020, 12, 2, 8, 37)
    assert found.published_at is None
    assert found.precision == "minute"
    assert found.method == "printed line, by the page's other dates"


def test_a_numeric_date_of_the_same_form_outweighs_a_written_one() -> None:
    printed = DateCandidate("02/12/2020", "printed line")
    assert dated(printed, page=("01/28/2021", "3 March 2020")).published_date == date(2020, 2, 12)


@pytest.mark.parametrize(
    ("text", "known", "day", "why"),
    [
        ("Saturday 02/12/2023", {}, date(2023, 12, 2), "by its weekday"),
        ("03.09.2026", {"language": "de"}, None, None),
        ("02.12.2020", {"order": "DMY"}, date(2020, 12, 2), "by the source's setting"),
        ("02.12.2020", {"language": "de"}, date(2020, 12, 2), "by language"),
        ("02/12/2020", {"language": "en-US"}, date(2020, 2, 12), "by language"),
        ("02/12/2020", {"language": "en_GB"}, date(2020, 12, 2), "by language"),
        ("02/12/2020", {"language": "en"}, None, None),
        ("02/01/2026", {}, date(2026, 1, 2), "by the clock"),
        ("11/01/2026", {}, date(2026, 1, 11), "by the clock"),
    ],
)
def test_what_settles_an_ambiguous_date(text: str, known: dict[str, str], day: date | None, why: str | None) -> None:
    found = dated(DateCandidate(text, "printed line"), **known)
    assert found.published_date == day
    if why:
        assert found.method == f"printed line, {why}"
    if day is None:
        assert found.unresolved


def test_a_weekday_of_the_text_decides_before_the_language() -> None:
    candidate = DateCandidate("04/05/2020", "printed line")
    body = "The council met on Monday and the mayor resigned."
    found = dated(candidate, body=body, language="en-US")
    assert (found.published_date, found.method) == (date(2020, 5, 4), "printed line, by a weekday of the text")


def test_unresolved_dates_say_why() -> None:
    found = dated(DateCandidate("02/12/2020 08:37", "printed line"))
    assert found.published_date is None
    assert found.unresolved == "day and month could be swapped and nothing decides"
    assert dated().unresolved == "the page gives no date of publication"


def test_an_update_is_not_the_publication() -> None:
    found = dated(
        DateCandidate("2020-12-03T10:00:00+01:00", "json-ld dateModified", "modified"),
        DateCandidate("Updated 4 December 2020 | Published 2 December 2020 09:15", "printed"),
    )
    assert found.published_local == datetime(2020, 12, 2, 9, 15)
    assert found.modified_at == datetime(2020, 12, 3, 9, 0, tzinfo=UTC)


def test_an_update_dates_a_page_to_the_day_where_nothing_else_does() -> None:
    only = dated(DateCandidate("2020-12-03T10:00:00+01:00", "meta modified", "modified"))
    assert (only.published_date, only.published_local, only.precision) == (date(2020, 12, 3), None, "day")
    assert only.method == "meta modified, no other date than an update's"
    assert only.modified_at == datetime(2020, 12, 3, 9, 0, tzinfo=UTC)
    assert [c.why for c in only.considered] == ["no other date than an update's"]


def test_an_update_dates_nothing_beside_a_date_that_cannot_be_read() -> None:
    found = dated(DateCandidate("02/12/2020", "printed"), DateCandidate("2021-03-04", "meta modified", "modified"))
    assert found.published_date is None
    assert found.unresolved == "day and month could be swapped and nothing decides"


def test_an_address_that_is_older_than_the_time_stamp_wins() -> None:
    stamp = DateCandidate("2020-06-17T18:28:00+02:00", "json-ld datePublished", "published")
    old, beside = DateCandidate("2017-07-12", "url", "published"), DateCandidate("2020-06-16", "url", "published")
    found = dated(stamp, old)
    assert (found.published_date, found.precision) == (date(2017, 7, 12), "day")
    assert found.method == "url, its address is older than the time stamp"
    assert [(c.won, c.why) for c in found.considered] == [
        (False, "lower rank"),
        (True, "its address is older than the time stamp"),
    ]
    assert dated(stamp, beside).published_date == date(2020, 6, 17)  # zones lie that far apart


def test_a_printed_clock_proves_the_offset_of_a_stamp_in_utc() -> None:
    stamp = DateCandidate("2020-02-25T02:25:54Z", "json-ld datePublished", "published")
    found = dated(stamp, DateCandidate("February 24, 2020 | 9:25pm", "printed"))
    assert found.published_date == date(2020, 2, 24)
    assert found.published_local == datetime(2020, 2, 24, 21, 25, 54)
    assert found.published_at is not None and found.published_at.isoformat() == "2020-02-24T21:25:54-05:00"
    assert found.method == "json-ld datePublished, offset by the printed clock"
    for unproven in (
        "February 24, 2020 | 2:25",
        "February 25, 2020 | 2:25 am",
        "February 24, 2020 | 9:26pm",
        "February 24, 2020",
        "Updated February 24, 2020 | 9:25pm",
    ):
        assert dated(stamp, DateCandidate(unproven, "printed")).published_date == date(2020, 2, 25)


def test_a_date_printed_beside_an_update_shows_a_lone_stamp_to_be_the_update_s() -> None:
    stamp = DateCandidate("2020-01-20T09:49:32Z", "meta published", "published")
    line = DateCandidate("January 19, 2020 / 12:25 PM / Updated 8 hours ago", "printed beside an update")
    assert dated(stamp, line).published_local == datetime(2020, 1, 19, 12, 25)
    update = DateCandidate("2020-01-21T09:00:00Z", "meta modified", "modified")
    assert dated(stamp, line, update).published_date == date(2020, 1, 20)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Dieser Beitrag wurde am 3. Mai 2021 um 9.30 Uhr veröffentlicht", "published"),
        ("Diese Seite wurde zuletzt am 3. Mai 2021 um 9:30 Uhr geändert.", "modified"),
        ("2021年5月3日 公開", "published"),
        ("3 May 2021 Updated: soon", None),
        ("3 May 2021 / Updated 8 hours ago", None),
        ("Registriert: 3. Mai 2021", "other"),
        ("3 May 2021", None),
    ],
)
def test_labels_stand_before_a_date_or_right_behind_it(text: str, label: str | None) -> None:
    assert [reading.label for reading in read_dates(text)] == [label]


def test_full_stops_are_the_last_evidence_for_the_day_first() -> None:
    found = dated(DateCandidate("02.12.2020", "printed line"), language="en")
    assert (found.published_date, found.method) == (date(2020, 12, 2), "printed line, by its full stops")
    assert dated(DateCandidate("02.12.2020", "printed line"), language="en-US").published_date == date(2020, 2, 12)


def test_the_offset_is_kept_and_the_day_is_the_printed_one() -> None:
    found = dated(DateCandidate("2020-12-01T23:30:00-05:00", "json-ld datePublished", "published"))
    assert found.published_date == date(2020, 12, 1)
    assert found.published_local == datetime(2020, 12, 1, 23, 30)
    assert found.published_at == datetime(2020, 12, 2, 4, 30, tzinfo=UTC)
    assert found.precision == "instant"


def test_the_zone_of_the_source_serves_only_where_none_is_given() -> None:
    naive = dated(DateCandidate("2020-07-02 08:37", "meta published", "published"), zone="Asia/Baku")
    assert naive.published_at == datetime(2020, 7, 2, 4, 37, tzinfo=UTC)
    assert naive.method == "meta published, zone of the source"
    given_zone = dated(DateCandidate("2020-07-02T08:37Z", "meta published", "published"), zone="Asia/Baku")
    assert given_zone.published_at == datetime(2020, 7, 2, 8, 37, tzinfo=UTC)
    assert given_zone.method == "meta published"


def test_a_finer_candidate_of_the_same_day_wins() -> None:
    found = dated(
        DateCandidate("2020-12-02", "json-ld datePublished", "published"),
        DateCandidate("2020-12-02T08:37:00+04:00", "time element"),
        DateCandidate("1 December 2020", "marked date"),
    )
    assert found.published_at == datetime(2020, 12, 2, 4, 37, tzinfo=UTC)
    assert [(c.won, c.why) for c in found.considered] == [
        (False, "agrees, says no more"),
        (True, "first in rank"),
        (False, "lower rank"),
    ]


def test_midnight_without_a_zone_is_a_day() -> None:
    found = dated(DateCandidate("2020-12-02T00:00:00", "meta published", "published"))
    assert (found.published_date, found.published_local, found.precision) == (date(2020, 12, 2), None, "day")


@pytest.mark.parametrize(
    ("candidate", "why"),
    [
        (DateCandidate("2026-01-20", "json-ld datePublished", "published"), "lies in the future"),
        (DateCandidate("1970-01-01T00:00:00Z", "meta published", "published"), "the zero of a computer clock"),
        (DateCandidate("Copyright 2 December 2020", "printed"), "belongs to a copyright or another thing"),
        (DateCandidate("2 December 1920", "printed"), "older than pages are, and no markup vouches for it"),
        (DateCandidate("13 January 2026", "only date below the headline"), "could be the page's own clock"),
        (DateCandidate("soon", "printed"), "holds no whole date"),
    ],
)
def test_faulty_candidates_lose_with_their_reason(candidate: DateCandidate, why: str) -> None:
    found = dated(candidate)
    assert found.published_date is None
    assert [(c.won, c.why) for c in found.considered] == [(False, why)]


def test_a_day_of_clock_skew_is_no_future() -> None:
    found = dated(DateCandidate("2026-01-15T11:00:00Z", "json-ld datePublished", "published"))
    assert found.published_date == date(2026, 1, 15)


@pytest.mark.parametrize(
    "line",
    [
        "02.12.2020 08:37",
        "11.Jan.2026",
        "14 Jan 2026",
        "Updated 3 hours ago",
        "vor 3 Stunden",
        "Published: Jan 5, 2020 at 5:20 pm ET | Updated: January 6, 2020",
        "Stand: 12.03.2020, 10:00 Uhr",
        "10:15",
        "Publié le 3 mai 2021 à 10h12",
    ],
)
def test_lines_that_are_dates(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "1991",
        "In 2019, the two countries left the pact.",
        "NATO 2020-12-02",
        "Washington D.C.",
        "The treaty expires on 5 February 2021",
        "Article 5",
        "Apollo 11",
    ],
)
def test_lines_that_are_no_dates(line: str) -> None:
    assert not is_date_line(line)


def test_every_month_name_reads_in_its_language() -> None:
    for row in rows("months", "language", "month", "names"):
        for name in row["names"].split("|"):
            (reading,) = read_dates(f"9 {name} 2021", row["language"])
            assert reading.day == date(2021, int(row["month"]), 9), (row["language"], name)


def test_month_and_weekday_tables_are_whole() -> None:
    months = {(r["language"], r["month"]) for r in rows("months", "language", "month", "names")}
    languages = {language for language, _ in months}
    assert len(languages) >= 12
    assert len(months) == 12 * len(languages) == len(rows("months", "language", "month", "names"))
    days = rows("weekdays", "language", "weekday", "names")
    assert len(days) == 7 * len({r["language"] for r in days})


def test_every_zone_order_and_word_row_is_usable() -> None:
    for row in rows("zones", "abbreviation", "zone", "name"):
        (reading,) = read_dates(f"2 Dec 2020 08:37 {row['abbreviation']}")
        assert (reading.zone is None) == (row["zone"] == "")
    for row in rows("date_orders", "locale", "order", "note"):
        assert convention(row["locale"]) == (row["order"] or None)
    roles = {"published", "modified", "other", "filler", "clock", "ago", "unit", "name"}
    for row in rows("date_words", "word", "role", "note"):
        assert row["role"] in roles
        assert fold(row["word"]) in words_of(row["role"])


def test_every_date_method_row_ranks() -> None:
    found = rows("date_methods", "method", "rank", "kind", "earliest_year", "note")
    assert {r["kind"] for r in found} <= {"published", "modified", "unknown"}
    assert all(int(r["rank"]) > 0 and (not r["earliest_year"] or int(r["earliest_year"]) > FIRST_YEAR) for r in found)
    assert len({r["method"] for r in found}) == len(found)


date_like = st.text(alphabet="0123456789.:/-T+Z, JanFebuarDcmOktUhproymé年月日", max_size=40)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), date_like), st.sampled_from([None, "de", "en-US", "xx"]))
def test_any_text_reads_without_error_and_within_the_years(text: str, language: str | None) -> None:
    for reading in read_dates(text, language):
        assert FIRST_YEAR <= reading.day.year <= LAST_YEAR
        assert 0 <= reading.start < reading.end <= len(text)
    is_date_line(text)


@settings(deadline=None)
@given(st.lists(date_like, max_size=4), st.lists(date_like, max_size=3), st.text(max_size=80))
def test_arbitration_is_total_and_explains_every_candidate(texts: list[str], page: list[str], body: str) -> None:
    found = publication([DateCandidate(t, "printed line") for t in texts], page, body, None, None, FETCHED)
    assert {c.candidate.text for c in found.considered} == set(texts)
    assert sum(c.won for c in found.considered) >= (found.published_date is not None)
    assert all(c.why for c in found.considered)
    assert (found.published_date is None) == (found.method is None) == (found.unresolved is not None)
    if found.published_date:
        assert found.published_date <= FETCHED.date() + timedelta(days=1)


@settings(deadline=None)
@given(
    st.dates(date(1990, 1, 1), date(2025, 12, 31)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%Y/%m/%d"])
)
def test_whole_dates_survive_their_writing(day: date, form: str) -> None:
    assert [r.day for r in read_dates(day.strftime(form))] == [day]
