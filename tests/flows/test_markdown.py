"""The report of a run."""

from datetime import UTC, date, datetime, timedelta

from flows.counts import Counts
from flows.markdown import outcome_markdown
from flows.runs import Outcome
from flows.source_reports import SourceReport

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
    sources={
        "desk": SourceReport(
            new=2,
            unchanged=1,
            fetched=2,
            failed={"timeout": 1},
            deferred={"cap": 4},
            accepted=2,
            oldest=date(2026, 3, 2),
            newest=date(2026, 3, 4),
            faults=("https://desk.example/rss: timeout: it took longer than 30 seconds",),
        ),
        "a|b": SourceReport(new=1, rejected=1),
    },
    warnings={"a|b": "nothing new since 2026-01-01, longer than is usual for it"},
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

## Sources to look at

| source | why |
| --- | --- |
| a\\|b | nothing new since 2026-01-01, longer than is usual for it |

## Documents by source

| source | seen | new | unchanged | fetched | failed | deferred | accepted | rejected | oldest | newest |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
| desk | 7 | 2 | 1 | 2 | 1 | 4 | 2 | 0 | 2026-03-02 | 2026-03-04 |
| a\\|b | 1 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |  |  |

## Failed and deferred

| source | fate | reason | documents |
| --- | --- | --- | --- |
| desk | failed | timeout | 1 |
| desk | deferred | cap | 4 |

## Feeds, sitemaps and lists that could not be read

| source | fault |
| --- | --- |
| desk | https://desk.example/rss: timeout: it took longer than 30 seconds |

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
