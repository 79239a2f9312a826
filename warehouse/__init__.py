"""Keeps data: snapshots, audit, catalog, SQL."""
