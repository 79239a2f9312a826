"""Source reports: counts that add up, and which sources are loud."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.source_history import history, source_rows, warned
from flows.source_reports import Past, SourceReport, is_fruitless, is_quiet
from flows.sources.items import Item
from flows.sources.kinds import FilesSource
from flows.sources.window import Window, WindowError
from warehouse.store import Store

NOW = datetime(2026, 4, 1, 5, tzinfo=UTC)


def past(*days_ago: float, new: int = 3) -> list[Past]:
    return [Past(NOW - timedelta(days=days), new) for days in days_ago]


@pytest.mark.parametrize(
    ("history", "new", "days", "quiet"),
    [
        (past(6, 5, 4, 3), 0, None, True),
        (past(6, 5, 4, 3), 1, None, False),
        (past(6, 5, 4, 2), 0, None, False),
        (past(16, 9, 8, 7), 0, None, False),
        (past(30, 23, 22, 15), 0, None, True),
        (past(9, 8, 7), 0, None, False),
        (past(9, 8, 7), 0, 3, True),
        (past(60, 59, 58, 57), 0, 0, False),
        (past(0.3, 0.2, 0.15, 0.1), 0, None, False),
        (past(9, 8, 7, 6) + past(3, 2, 1, new=0), 0, None, True),
        ([], 0, 3, False),
    ],
    ids=[
        "silent",
        "news",
        "not yet",
        "weekly gap",
        "twice that",
        "young",
        "own days",
        "never",
        "hours",
        "idle runs",
        "none",
    ],
)
def test_quiet_against_its_own_history(history: list[Past], new: int, days: float | None, quiet: bool) -> None:
    assert is_quiet(NOW, new, history, days) is quiet


@pytest.mark.parametrize(
    ("accepted", "rejected", "fruitless"), [(0, 3, True), (0, 2, False), (1, 30, False), (0, 0, False)]
)
def test_fruitless(accepted: int, rejected: int, fruitless: bool) -> None:
    assert is_fruitless(SourceReport(accepted=accepted, rejected=rejected)) is fruitless


@given(
    st.lists(st.sampled_from([None, "timeout: slow", "HTTP status: 404"])),
    st.integers(0, 20),
    st.dictionaries(st.sampled_from("ab"), st.integers(0, 9)),
)
def test_reports_add_up(errors: list[str | None], stored: int, deferred: dict[str, int]) -> None:
    stored = min(stored, len(errors))
    report = SourceReport(unchanged=2, deferred=deferred).with_pages(errors, stored)
    assert report.seen == len(errors) + 2 + sum(deferred.values())
    assert report.fetched + sum(report.failed.values()) == len(errors)
    assert source_rows("r", "daily", NOW, {"web": report}, {})["seen"].to_list() == [report.seen]


def test_a_source_that_falls_silent_is_told_once_its_history_is_recorded(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for day in (9, 8, 7, 6):
        reports = {"web": SourceReport(new=1), "late": SourceReport()}
        store.append_source_runs(source_rows(f"run{day}", "daily", NOW - timedelta(days=day), reports, {}))
    store.append_source_runs(
        source_rows("build", "build", NOW - timedelta(days=1), {"web": SourceReport(accepted=2)}, {})
    )
    asked = [FilesSource(id=name, paths=("in",)) for name in ("web", "late", "new")]
    assert len(history(store, "web")) == 4
    assert warned({"web": SourceReport(unchanged=5)}, store, NOW, asked) == {
        "web": "nothing new since 2026-03-26, longer than is usual for it"
    }
    assert warned({"web": SourceReport(new=1)}, store, NOW, asked) == {}
    assert warned({}, store, NOW, []) == {}


def test_a_window_holds_whole_days() -> None:
    window = Window.of("2026-03-02", "2026-03-03")
    times = [
        "2026-03-01T23:59:59+00:00",
        "2026-03-02T00:00:00+00:00",
        "2026-03-03T23:59:59+00:00",
        "2026-03-04T00:00:00+00:00",
    ]
    items = [Item("https://a.example/1", published=datetime.fromisoformat(one)) for one in times]
    assert [window.holds(item) for item in items] == [False, True, True, False]
    assert not window.holds(Item("https://a.example/1"))
    assert Window().holds(Item("https://a.example/1"))
    assert window.holds(Item("https://a.example/1", modified=items[1].published))


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [
        ("soon", None, "--since soon: write a day as 2026-03-02"),
        ("2026-03-04", "2026-03-02", "--since 2026-03-04 lies after --until 2026-03-02"),
    ],
)
def test_a_faulty_window_says_why(since: str, until: str | None, message: str) -> None:
    with pytest.raises(WindowError, match=message):
        Window.of(since, until)
