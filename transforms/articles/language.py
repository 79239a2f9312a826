"""The language that a text is written in."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_LETTERS = 20
MIN_PROBABILITY = 0.5
SAMPLE = 4_000
NO_LANGUAGE = "zxx"
_TAG = re.compile(r"([A-Za-z]{2})(?![A-Za-z])")


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language, else that of the `declared` tag (en-GB); None without either.

    A text tells its language where it has 20 letters or more and one language is likely.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) >= MIN_LETTERS:
        code, probability = _identifier().classify(sample)
        if probability >= MIN_PROBABILITY and code != NO_LANGUAGE:
            return str(code)
    tag = _TAG.match((declared or "").strip())
    return tag[1].lower() if tag else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
