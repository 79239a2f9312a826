"""Moves data: flows and tasks, sources, settings, the command line."""
