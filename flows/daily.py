"""Daily: ingest and build, then a report among Prefect's artifacts."""

from __future__ import annotations

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.build import build
from flows.ingest import ingest
from flows.markdown import outcome_markdown
from flows.runs import Outcome, Run, finish


@flow(name="daily", persist_result=False, validate_parameters=False)
def daily(config: str | None = None) -> Outcome:
    """Load what is new, build and publish it, and tell what became of every document."""
    run = Run.start("daily", config)
    with run.store.lock():
        loaded = ingest(config, record=False)
        built = build(config, record=False)
        outcome = finish(
            run,
            loaded.counts.then(built.counts),
            record=True,
            snapshot=built.snapshot,
            sources=loaded.sources,
            reasons=built.reasons,
        )
    create_markdown_artifact(outcome_markdown(outcome), key="dateline-daily", description="What the run did")
    return outcome
