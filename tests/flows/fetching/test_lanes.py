"""Lanes: one thread at a time in each, and each when it is ready."""

from __future__ import annotations

import threading
import time
from collections import deque

import pytest

from flows.fetching.lanes import Lane, Lanes


def lane(name: str, jobs: int, ready_at: float = 0.0) -> Lane[int]:
    return Lane(ready_at, name, deque(range(jobs)))


def test_every_job_is_done_once_and_in_its_lane_s_order() -> None:
    done: dict[str, list[int]] = {"a": [], "b": [], "c": []}
    busy = {name: threading.Lock() for name in done}

    def do(one: Lane[int]) -> None:
        assert busy[one.name].acquire(blocking=False), "two threads in one lane"
        done[one.name].append(one.jobs.popleft())
        busy[one.name].release()

    Lanes([lane("a", 50), lane("b", 1), lane("c", 20), lane("none", 0)]).work(do, workers=8)
    assert done == {"a": list(range(50)), "b": [0], "c": list(range(20))}


def test_a_lane_that_is_not_ready_lets_the_others_pass() -> None:
    order: list[str] = []
    late = time.monotonic() + 0.1

    def do(one: Lane[int]) -> None:
        one.jobs.popleft()
        order.append(one.name)

    Lanes([lane("late", 1, late), lane("ready", 3)]).work(do, workers=1)
    assert order == ["ready"] * 3 + ["late"]
    assert time.monotonic() >= late


def test_a_fault_ends_the_work() -> None:
    done: list[str] = []
    failed = threading.Event()

    def do(one: Lane[int]) -> None:
        one.jobs.popleft()
        if one.name == "bad":
            failed.set()
            raise OSError("the disk is full")
        assert failed.wait(5)
        time.sleep(0.001)
        done.append(one.name)

    good = [lane(str(number), 10_000) for number in range(3)]
    with pytest.raises(OSError, match="full"):
        Lanes([*good, lane("bad", 1), lane("late", 1, time.monotonic() + 60)]).work(do, workers=4)
    assert len(done) < 10_000


def test_no_lanes_are_no_work() -> None:
    Lanes([]).work(lambda _: None, workers=4)
