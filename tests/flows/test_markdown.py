"""The report of a run."""

from datetime import UTC, datetime, timedelta

from flows.counts import Counts
from flows.markdown import outcome_markdown
from flows.runs import Outcome

START = datetime(2026, 3, 4, 5, 15, tzinfo=UTC)
OUTCOME = Outcome(
    flow="daily",
    run_id="r",
    started_at=START,
    finished_at=START + timedelta(seconds=75),
    pipeline_version="0123456789abcdef",
    counts=Counts(seen=4, accepted=2, duplicate=1, rejected=1),
    snapshot=7,
    rows={"articles": 12},
    sources={"desk": 3, "a|b": 1},
    reasons={"empty": 1},
)


def test_a_report_in_full() -> None:
    assert (
        outcome_markdown(OUTCOME)
        == """# daily: snapshot 000007

Started 2026-03-04 05:15:00 UTC, took 75 s.

| seen | accepted | duplicate | rejected | deferred |
| --- | --- | --- | --- | --- |
| 4 | 2 | 1 | 1 | 0 |

## Documents by source

| source | documents |
| --- | --- |
| desk | 3 |
| a\\|b | 1 |

## Rejects by reason

| reason | documents |
| --- | --- |
| empty | 1 |

## Rows in the warehouse

| table | rows |
| --- | --- |
| articles | 12 |

Pipeline version 0123456789abcdef.
"""
    )


def test_a_run_without_news_says_so() -> None:
    quiet = Outcome("daily", "r", START, START, "0", Counts())
    assert outcome_markdown(quiet).startswith("# daily: nothing new, nothing published\n")
    assert "##" not in outcome_markdown(quiet)
