"""Daily: ingest and build, then a report among Prefect's artifacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.build import build
from flows.ingest import ingest
from flows.markdown import outcome_markdown
from flows.runs import Outcome, Run, finish
from flows.source_reports import SourceReport

Step = Callable[..., Outcome]


@flow(name="daily", persist_result=False, validate_parameters=False)
def daily(config: str | None = None, since: str | None = None, until: str | None = None) -> Outcome:
    """Load what is new, build and publish it, and tell what became of every document.

    `since` and `until` are days as 2026-03-02; sources on the web are then asked only for what was published from the
    one to the other.
    """
    outcome = both(config, ingest, build, since, until)
    create_markdown_artifact(outcome_markdown(outcome), key="dateline-daily", description="What the run did")
    return outcome


def both(config: str | None, load: Step, publish: Step, since: str | None = None, until: str | None = None) -> Outcome:
    """Two steps as one run, recorded once; no other run comes between them."""
    run = Run.start("daily", config)
    with run.store.lock():
        loaded = load(config, record=False, since=since, until=until)
        built = publish(config, record=False)
        waiting = sum(report.waiting for report in loaded.sources.values())
        return finish(
            run,
            loaded.counts.then(built.counts, waiting),
            record=True,
            snapshot=built.snapshot,
            sources=_joined(loaded.sources, built.sources),
            reasons=built.reasons,
            silence_counts=not (since or until),
        )


def _joined(loaded: Mapping[str, SourceReport], built: Mapping[str, SourceReport]) -> dict[str, SourceReport]:
    names = dict.fromkeys((*loaded, *built))
    return {name: loaded.get(name, SourceReport()).then(built.get(name, SourceReport())) for name in names}
