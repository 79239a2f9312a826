"""Changes data: pure functions from record to record; no clock, no network, no Prefect."""
