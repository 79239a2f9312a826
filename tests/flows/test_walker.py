"""The walker: pages that hang, devour memory or kill their process are deferred, and no other page is lost."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import psutil
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.walker import Deferred, Limits, Walker
from tests.flows import stand_ins
from tests.flows.stand_ins import Calm, page

LIMITS = Limits(seconds=60.0, memory_bytes=256 * 1024**2)
HASTY = Limits(seconds=1.0, memory_bytes=256 * 1024**2)


@pytest.fixture
def walker() -> Iterator[Walker[Calm]]:
    found = Walker(stand_ins.load, LIMITS)
    yield found
    found.close()


def fates(found: list[Calm | Deferred]) -> list[str]:
    return [one.reason if isinstance(one, Deferred) else "walked" for one in found]


def process_of(one: Calm | Deferred) -> int:
    assert isinstance(one, Calm)
    return one.process


def test_pages_are_walked_in_order_in_one_other_process(walker: Walker[Calm]) -> None:
    pages = [page("calm", number) for number in range(120)]
    found = list(walker.walk(pages))
    assert [one.page for one in found] == pages
    (process,) = {process_of(one) for one in found}
    assert process != os.getpid()
    assert process_of(next(walker.walk([page("calm")]))) == process


@pytest.mark.parametrize(
    ("text", "reason", "limits"),
    [("hang", "out of time", HASTY), ("devour", "out of memory", LIMITS), ("die", "process died", LIMITS)],
)
def test_only_the_page_that_breaks_a_limit_is_deferred(text: str, reason: str, limits: Limits) -> None:
    walker = Walker(stand_ins.load, limits)
    found = list(walker.walk([page("calm", 0), page(text, 1), page("calm", 2)]))
    assert fates(found) == ["walked", reason, "walked"]
    assert [one.page.page_id for one in found] == ["p0", "p1", "p2"]
    walker.close()


def test_a_process_that_is_killed_while_it_waits_costs_no_page(walker: Walker[Calm]) -> None:
    (before,) = walker.walk([page("calm")])
    os.kill(process_of(before), signal.SIGKILL)
    os.waitid(os.P_PID, process_of(before), os.WEXITED | os.WNOWAIT)
    (after,) = walker.walk([page("calm")])
    assert process_of(after) != process_of(before)


def test_a_process_that_computes_without_end_is_ended() -> None:
    walker = Walker(stand_ins.load, HASTY)
    (calm,) = walker.walk([page("calm")])
    process = psutil.Process(process_of(calm))
    (deferred,) = walker.walk([page("loop")])
    assert isinstance(deferred, Deferred) and deferred.reason == "out of time"
    assert not process.is_running()


def test_what_is_wrong_with_the_configuration_is_raised_here() -> None:
    walker = Walker(stand_ins.load_nothing, LIMITS)
    with pytest.raises(ValueError, match=r"own\.csv:2"):
        list(walker.walk([page("calm")]))
    walker.close()


def test_a_process_that_cannot_start_stops_the_run() -> None:
    walker = Walker(stand_ins.die_at_once, LIMITS)
    with pytest.raises(RuntimeError, match=r"did not start: .* code 7"):
        list(walker.walk([page("calm")]))
    walker.close()


@settings(max_examples=4, deadline=None)
@given(st.lists(st.sampled_from(["calm", "calm", "die"]), max_size=5))
def test_every_page_has_one_fate(texts: list[str]) -> None:
    walker = Walker(stand_ins.load, LIMITS)
    found = list(walker.walk(page(text, number) for number, text in enumerate(texts)))
    walker.close()
    expected = {"calm": "walked", "die": "process died"}
    assert fates(found) == [expected[text] for text in texts]
