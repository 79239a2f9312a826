"""Validator: batches of rows held against their expectations by Great Expectations, with its Data Docs."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from schemas.expectations import Expectation
from warehouse.findings import AuditResult, Batch, Failure

os.environ["GX_ANALYTICS_ENABLED"] = "false"
with warnings.catch_warnings():
    # It imports modules that Python has deprecated.
    warnings.simplefilter("ignore")
    import great_expectations as gx
    import great_expectations.expectations as gxe
    from great_expectations.data_context.types.base import ProgressBarsConfig

SAMPLE = 5


def validate(batches: Iterable[Batch], docs: Path, run: str) -> AuditResult:
    """Holds every batch against its expectations; `docs` is rebuilt with the results of this run only."""
    context = _context(docs)
    suites: dict[str, Any] = {}
    failures: dict[tuple[str, str, str], Failure] = {}
    checked = rows = 0
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for number, batch in enumerate(batches):
            if batch.name not in suites:
                suites[batch.name] = _definition(context, batch)
                checked += len(batch.expectations)
            rows += batch.rows.height
            for failure in _validated(suites[batch.name], batch, f"{run}-{number}"):
                _add(failures, failure)
        context.build_data_docs()
    return AuditResult(checked, rows, tuple(failures.values()))


def _context(docs: Path) -> Any:
    shutil.rmtree(docs, ignore_errors=True)
    context = gx.get_context(mode="ephemeral")
    context.enable_analytics(False)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    store = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(docs.absolute())}
    for site in list(context.config.data_docs_sites or {}):
        context.delete_data_docs_site(site)
    index = {"class_name": "DefaultSiteIndexBuilder"}
    context.add_data_docs_site(
        "audit", {"class_name": "SiteBuilder", "store_backend": store, "site_index_builder": index}
    )
    return context


def _definition(context: Any, batch: Batch) -> Any:
    """The suite of a table and where its rows come from, known to the context under the table's name."""
    suite = context.suites.add(gx.ExpectationSuite(name=batch.name, expectations=list(_expected(batch.expectations))))
    source = context.data_sources.add_pandas(batch.name)
    data = source.add_dataframe_asset(batch.name).add_batch_definition_whole_dataframe(batch.name)
    return context.validation_definitions.add(gx.ValidationDefinition(name=batch.name, data=data, suite=suite))


def _expected(expectations: Iterable[Expectation]) -> Iterable[Any]:
    for position, one in enumerate(expectations):
        yield getattr(gxe, one.type)(**one.arguments, description=one.meaning, meta={"position": position})


def _validated(definition: Any, batch: Batch, run: str) -> Iterable[Failure]:
    rows = batch.rows.to_pandas(use_pyarrow_extension_array=True)
    wanted = {
        "result_format": "SUMMARY",
        "unexpected_index_column_names": list(batch.key),
        "partial_unexpected_count": SAMPLE,
    }
    result = definition.run(
        batch_parameters={"dataframe": rows}, result_format=wanted, run_id=gx.RunIdentifier(run_name=run)
    )
    for one in result.results:
        if not one.success:
            yield _failure(batch.expectations[one.expectation_config.meta["position"]], batch.key, one)


def _failure(expected: Expectation, key: tuple[str, ...], found: Any) -> Failure:
    examples = found.result.get("partial_unexpected_index_list") or []
    sample = tuple(" ".join(str(example[column]) for column in key) for example in examples[:SAMPLE])
    count = found.result.get("unexpected_count") or 0
    meaning = expected.meaning if count else f"{expected.meaning} {_trouble(found)}"
    return Failure(expected.table, expected.column, expected.type, meaning, count, sample)


def _trouble(found: Any) -> str:
    """Why an expectation failed of which no row is to blame."""
    raised = [one["exception_message"] for one in found.exception_info.values() if isinstance(one, dict)]
    return "; ".join(raised) or f"Found: {found.result.get('observed_value')}"


def _add(failures: dict[tuple[str, str, str], Failure], found: Failure) -> None:
    """Batches of one table add up to one failure for each expectation."""
    place = (found.table, found.column, found.meaning)
    before = failures.get(place)
    if before is not None:
        sample = (before.sample + found.sample)[:SAMPLE]
        found = Failure(*place[:2], found.expectation, found.meaning, before.count + found.count, sample)
    failures[place] = found
