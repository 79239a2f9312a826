"""Benchmarks: `make bench` measures speed and memory and prints a table; nothing here is a test."""
