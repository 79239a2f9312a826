"""Dates that stand only in scripts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from transforms.articles.dates.candidates import DateCandidate, rank
from transforms.articles.page.metadata import read_metadata
from transforms.articles.page.scripts import script_dates
from transforms.articles.wordlists import rows

PUBLISHED = "script published"


def found(*scripts: str) -> list[tuple[str, str, str]]:
    tree = document_fromstring(
        "<html><body><p>Harbour</p>" + "".join(f"<script>{s}</script>" for s in scripts) + "</body></html>"
    )
    return [(c.text, c.method, c.kind) for c in script_dates(tree)]


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ('window.state = {"article": {"publishedAt": "2020-12-02T08:37:00Z", "id": 20201201}}', "2020-12-02T08:37:00Z"),
        ("dataLayer.push({'publish_date': '2020-12-02'})", "2020-12-02"),
        ('JSON.parse("{\\"pubDate\\":\\"2020-12-02T08:37:00+01:00\\"}")', "2020-12-02T08:37:00+01:00"),
        ('{"publish_date":"2020\\/12\\/02"}', "2020/12/02"),
        ("page.publicationDate = '2020-12-02 08:37:00';", "2020-12-02 08:37:00"),
        ('{"published_at": 1606898220}', "1606898220"),
    ],
)
def test_a_known_key_dates_the_page(script: str, text: str) -> None:
    assert found(script) == [(text, PUBLISHED, "published")]


def test_making_and_updating_are_told_apart() -> None:
    assert found('{"createdAt": "2020-12-01", "updated_at": "2020-12-03"}') == [
        ("2020-12-01", "script created", "published"),
        ("2020-12-03", "script modified", "modified"),
    ]


@pytest.mark.parametrize(
    "script",
    [
        "",
        '{"publishedAt": "soon"}',
        '{"registrationDate": "2020-12-02"}',
        'version = "2020-12-02"',
        '[{"publishedAt": "2020-12-02"}, {"publishedAt": "2020-12-01"}]',
    ],
)
def test_unknown_keys_and_lists_of_articles_date_nothing(script: str) -> None:
    assert found(script) == []


def test_scripts_are_asked_only_where_markup_does_not_say() -> None:
    page = '<html><head>{}</head><body><h1>Harbour</h1><script>{{"publishedAt": "2020-12-02"}}</script></body></html>'
    meta = '<meta property="article:published_time" content="2020-12-01">'
    assert (
        DateCandidate("2020-12-02", PUBLISHED, "published") in read_metadata(document_fromstring(page.format(""))).dates
    )
    assert [c.method for c in read_metadata(document_fromstring(page.format(meta))).dates] == ["meta published"]


def test_every_key_row_is_reached() -> None:
    for row in rows("script_keys", "key", "field", "note"):
        assert row["field"] in ("published", "created", "modified")
        assert found(f'{{"{row["key"]}": "2020-12-02"}}') == [
            ("2020-12-02", f"script {row['field']}", "modified" if row["field"] == "modified" else "published")
        ]
        assert rank(f"script {row['field']}") < 99


@settings(deadline=None)
@given(st.text(alphabet='{}[]":,\\/publishedAt 0123456789-TZ+.=()', max_size=120))
def test_any_script_is_read_without_error(script: str) -> None:
    for text, _, _ in found(script.replace("</", "")):
        assert text
