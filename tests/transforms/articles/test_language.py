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
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_has_a_language_or_none(text: str) -> None:
    found = language_of(text)
    assert found is None or len(found) == 2
