"""Counts always add up, in one step and over two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.counts import Counts, NotConservedError

COUNT = st.integers(0, 1000)


@pytest.mark.parametrize("parts", [{"seen": 3, "accepted": 2}, {"seen": 0, "accepted": -1, "rejected": 1}])
def test_counts_that_do_not_add_up_are_refused(parts: dict[str, int]) -> None:
    with pytest.raises(NotConservedError, match="does not add up"):
        Counts(**parts)


def test_what_was_loaded_and_then_built_is_counted_once() -> None:
    loaded = Counts(seen=10, duplicate=4, deferred=6)
    built = Counts(seen=8, accepted=5, duplicate=1, rejected=2)
    assert loaded.then(built) == Counts(seen=12, accepted=5, duplicate=5, rejected=2)


@given(duplicate=COUNT, accepted=COUNT, older=COUNT, rejected=COUNT, deferred=COUNT)
def test_two_steps_conserve(duplicate: int, accepted: int, older: int, rejected: int, deferred: int) -> None:
    built = Counts(accepted + older + rejected + deferred, accepted, older, rejected, deferred)
    loaded = Counts(seen=duplicate + built.seen, duplicate=duplicate, deferred=built.seen)
    both = loaded.then(built)
    assert both.seen == loaded.seen
    assert both.duplicate == duplicate + older
