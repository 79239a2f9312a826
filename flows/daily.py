"""Daily: ingest and build, then a report among Prefect's artifacts."""

from __future__ import annotations

from collections.abc import Callable

from prefect import flow
from prefect.artifacts import create_markdown_artifact

from flows.build import build
from flows.ingest import ingest
from flows.markdown import outcome_markdown
from flows.runs import Outcome, Run, finish

Step = Callable[..., Outcome]


@flow(name="daily", persist_result=False, validate_parameters=False)
def daily(config: str | None = None) -> Outcome:
    """Load what is new, build and publish it, and tell what became of every document."""
    outcome = both(config, ingest, build)
    create_markdown_artifact(outcome_markdown(outcome), key="dateline-daily", description="What the run did")
    return outcome


def both(config: str | None, load: Step, publish: Step) -> Outcome:
    """Two steps as one run, recorded once; no other run comes between them."""
    run = Run.start("daily", config)
    with run.store.lock():
        loaded = load(config, record=False)
        built = publish(config, record=False)
        counts = loaded.counts.then(built.counts)
        return finish(run, counts, record=True, snapshot=built.snapshot, sources=loaded.sources, reasons=built.reasons)
