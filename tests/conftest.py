"""Settings of all tests: how long hypothesis looks. `make fuzz` looks longer."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import settings

# No input may take longer than this; the time is long, as machines that run tests are often busy.
HANG = timedelta(seconds=5)

settings.register_profile("dateline", deadline=HANG)
settings.register_profile("fuzz", deadline=HANG, max_examples=25_000, print_blob=True)
settings.load_profile("dateline")
