"""Limits: how much of a document is worked on. They are about what a page holds, so that every run decides alike.

Behind them stand the limits of time and memory of flows/walker.py, which never reject.
"""

from __future__ import annotations

MAX_BYTES = 20_000_000
# Of 600 news pages the largest has 10,000 elements and 200,000 characters.
MAX_ELEMENTS = 30_000
MAX_DEPTH = 200
# Of a page without its scripts, or of a plain text.
MAX_CHARACTERS = 1_000_000
MAX_LINES = 20_000
# Of the article found: some 17,000 words.
MAX_TEXT = 100_000
# Longer class names are no names; what an attribute says beyond this is not read.
MAX_NAMES = 2_000
# Titles, credits and dates of one page that are weighed against each other; hardly a page has twenty.
MAX_CANDIDATES = 100
# Of what one meta tag says; the rest of it is not read.
MAX_CONTENT = 5_000
