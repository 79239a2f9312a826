"""Times of day and zones."""

from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.articles.dates.clocks import Clock, clock, stamp


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("at 8:37 pm ", time(20, 37)),
        ("12 a.m.", time(0, 0)),
        ("um 8.37 Uhr", time(8, 37)),
        ("kl. 8.37", time(8, 37)),
        ("上午8:37", time(8, 37)),
        ("下午 3:20", time(15, 20)),
    ],
)
def test_printed_clocks(text: str, at: time) -> None:
    found = clock(text)
    assert found is not None
    assert found.time == at


@pytest.mark.parametrize("text", ["", "8.37", "24:30", "page 8", "8:60", "1/2"])
def test_no_clocks(text: str) -> None:
    assert clock(text) is None


def test_stamps_hold_seconds_and_an_offset() -> None:
    found = stamp("T08:37:12.500+05:30 and more")
    assert found is not None
    assert (found.time, found.end) == (time(8, 37, 12, 500_000), 19)
    assert found.zone is not None and found.zone.utcoffset(None) == timedelta(hours=5, minutes=30)
    assert stamp("08:37") is None


@given(st.text(max_size=60))
def test_any_text_is_read_within_its_bounds(text: str) -> None:
    for found in (clock(text), stamp(text)):
        assert found is None or (isinstance(found, Clock) and 0 < found.end <= len(text))
