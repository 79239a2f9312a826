"""The language that a text is written in."""

from __future__ import annotations

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_LETTERS = 20
MIN_PROBABILITY = 0.5
SAMPLE = 4_000
NO_LANGUAGE = "zxx"


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where it has fewer than 20 letters or no language is likely."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= MIN_PROBABILITY and code != NO_LANGUAGE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
