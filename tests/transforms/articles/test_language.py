"""The language of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.articles.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met on Tuesday and spoke about the bridge over the river.", "en"),
        ("Die Minister trafen sich am Dienstag und sprachen über die Brücke am Fluss.", "de"),
        ("Les ministres se sont réunis mardi et ont parlé du pont sur la rivière.", "fr"),
        ("Los ministros se reunieron el martes y hablaron del puente sobre el río.", "es"),
        ("Министры встретились во вторник и говорили о мосте через реку.", "ru"),
        ("", None),
        ("42 – 17", None),
        ("Baku", None),
        ("The May 27 attack by rebels on Goma killed nine people.", "en"),
        ("Di police don arrest two pipo for dia house, wetin we sabi about di attack.", "pcm"),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Baku", "en-GB", "en"),
        ("Baku", "DE_at", "de"),
        ("Baku", "english", None),
        ("Baku", "", None),
        ("Die Minister trafen sich am Dienstag und sprachen über die Brücke am Fluss.", "en", "de"),
    ],
)
def test_the_declared_language_serves_where_the_text_does_not_tell(
    text: str, declared: str, language: str | None
) -> None:
    assert language_of(text, declared) == language


@settings(deadline=None)
@given(st.text(max_size=300), st.none() | st.text(max_size=8))
def test_any_text_has_a_language_or_none(text: str, declared: str | None) -> None:
    found = language_of(text, declared)
    assert found is None or len(found) in (2, 3)
