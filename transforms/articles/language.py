"""The language that a text is written in."""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

MIN_LETTERS = 20
MIN_PROBABILITY = 0.5
# ISO 639-1; a language without such a code, as Nigerian Pidgin, is told from its neighbour by no less than SURE.
TWO_LETTERS, SURE = 2, 0.95
SAMPLE = 4_000
NO_LANGUAGE = "zxx"
_TAG = re.compile(r"([A-Za-z]{2})(?![A-Za-z])")


def language_of(text: str, declared: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language, else that of the `declared` tag (en-GB); None without either.

    A text tells its language where it has 20 letters or more and one language is likely. A language that has no
    two-letter code is told only by a text that leaves no doubt, by its ISO 639-3 code.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) >= MIN_LETTERS and (code := _likely(sample)) is not None:
        return code
    tag = _TAG.match((declared or "").strip())
    return tag[1].lower() if tag else None


def _likely(sample: str) -> str | None:
    ranked = [(str(code), float(chance)) for code, chance in _identifier().rank(sample)]
    code, chance = ranked[0]
    if len(code) != TWO_LETTERS and code != NO_LANGUAGE and chance < SURE:
        ranked = [(code, chance) for code, chance in ranked if len(code) == TWO_LETTERS]
        code, chance = ranked[0][0], ranked[0][1] / sum(chance for _, chance in ranked)
    return code if chance >= MIN_PROBABILITY and code != NO_LANGUAGE else None


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
