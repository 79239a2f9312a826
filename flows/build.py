"""Build: pages into articles and events, published as the next snapshot of the warehouse."""

from __future__ import annotations

import polars as pl
from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.task_runners import ProcessPoolTaskRunner

from flows.batches import Batch, pending_batches
from flows.counts import Counts
from flows.memories import outdated
from flows.merge import merge
from flows.parents import end_with_parent
from flows.progress import tracked
from flows.references import put_references, without_base_if_facts_changed
from flows.runs import Outcome, Run, finish
from flows.settings import Settings
from flows.shards import Shards
from flows.source_reports import SourceReport
from flows.walking import walk_batch
from warehouse.audit import audit
from warehouse.staging import Staging


@flow(name="build", persist_result=False, validate_parameters=False)
def build(config: str | None = None, record: bool = True) -> Outcome:
    """Walk the pages that are new and publish; without news, publish nothing.

    Another pipeline version walks all pages again, another site memory those of the sites that it changes.
    """
    run = Run.start("build", config)
    with run.store.lock():
        staging = without_base_if_facts_changed(run.store.stage(run.version), run.settings)
        staging, stale = outdated(staging, run.settings)
        batches = pending_batches(run.store, staging.base, run.settings.run.batch_size, stale.pages)
        shards = transform(run, batches)
        counts = merge(staging, shards, sum(batch.size for batch in batches), stale) if batches else Counts()
        snapshot = audit_and_publish(run, staging, is_new=bool(batches))
        sources, reasons = source_fates(shards), reject_reasons(shards)
        outcome = finish(run, counts, record=record, snapshot=snapshot, sources=sources, reasons=reasons)
        run.clear_work()
        return outcome


def transform(run: Run, batches: list[Batch]) -> Shards:
    """Walk the batches in processes of their own; what they find lies in the shards."""
    shards = Shards(run.work_folder())
    workers = min(run.settings.run.workers, len(batches))
    if not workers:
        return shards
    with ProcessPoolTaskRunner(max_workers=workers, initializer=end_with_parent) as runner:
        common = {"settings": run.settings, "shards": shards, "total": len(batches)}
        futures = [runner.submit(walk_pages, {"batch": batch} | common) for batch in batches]
        for future in tracked(futures, len(futures), "walking pages"):
            future.result()
    return shards


@task(
    name="walk pages",
    task_run_name="walk batch {batch.number} of {total}, {batch.size} pages",
    retries=2,
    retry_delay_seconds=1,
    cache_policy=NO_CACHE,
    persist_result=False,
)
def walk_pages(batch: Batch, settings: Settings, shards: Shards, total: int) -> None:  # noqa: ARG001 - total names the run
    """Walk one batch; a second try writes the same files."""
    walk_batch(batch, settings, shards)


def audit_and_publish(run: Run, staging: Staging, *, is_new: bool) -> int | None:
    """Audit and publish if any table has changed; returns the snapshot's number, or None."""
    changed = put_references(staging, run.settings)
    if not (is_new or changed):
        return None
    snapshot = staging.publish(audit)
    run.store.vacuum(run.settings.run.keep_snapshots)
    return snapshot.number


def reject_reasons(shards: Shards) -> dict[str, int]:
    """How often each reason for a reject stands in the shards, most frequent first."""
    counted = shards.scan("rejects").group_by("reason").len().sort("len", "reason", descending=[True, False]).collect()
    return dict(counted.iter_rows())


def source_fates(shards: Shards) -> dict[str, SourceReport]:
    """What the build made of each source's documents."""
    date = pl.col("published_date")
    accepted = shards.scan("articles").group_by("source_id").agg(pl.len(), date.min().alias("oldest"), date.max())
    rejected = dict(shards.scan("rejects").group_by("source_id").len().collect().iter_rows())
    found = {
        source_id: SourceReport(accepted=count, rejected=rejected.pop(source_id, 0), oldest=oldest, newest=newest)
        for source_id, count, oldest, newest in accepted.sort("source_id").collect().iter_rows()
    }
    return found | {source_id: SourceReport(rejected=count) for source_id, count in sorted(rejected.items())}
