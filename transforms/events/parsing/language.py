"""The language pipeline: our trained model with rules for boundaries, verb lemmas and names around it."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import transforms.events.parsing.asides
import transforms.events.parsing.boundaries
import transforms.events.parsing.entities
import transforms.events.parsing.inserted_reports
import transforms.events.parsing.joined_subjects
import transforms.events.parsing.joins
import transforms.events.parsing.kinds
import transforms.events.parsing.lemmas
import transforms.events.parsing.name_pairs
import transforms.events.parsing.noun_clauses
import transforms.events.parsing.obliques
import transforms.events.parsing.reciprocals
import transforms.events.parsing.shootings
import transforms.events.parsing.swallowed_verbs
import transforms.events.parsing.tags
import transforms.events.parsing.unknown_names  # noqa: F401  (these imports register the components added below)

MODEL = Path(__file__).parents[1] / "model"
NEEDED_COMPONENTS = ("parser", "ner")
NEEDED_LABELS = frozenset({"nsubj", "obj", "obl"})
# The parser's memory grows with the text: longer ones are read in pieces of about this many characters.
PIECE_LENGTH = 10_000
BATCH_SIZE = 8


class LanguageModelError(ValueError):
    """A model folder cannot be used: it is no spaCy pipeline, or lacks components or UD labels."""


@cache
def load_language(path: Path | None = None) -> Language:
    """Load a pipeline once per process; without a path, the one in this package. Raises LanguageModelError."""
    folder = path or MODEL
    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError) as error:
        raise LanguageModelError(f"{folder}: not a spaCy pipeline: {error}") from error
    _check(nlp, folder)
    nlp.add_pipe("dateline_boundaries", first=True)
    nlp.add_pipe("dateline_stand_ins", first=True, config={"model": str(folder)})
    nlp.add_pipe("dateline_joins", after="parser")
    nlp.add_pipe("dateline_name_pairs", after="dateline_joins")
    nlp.add_pipe("dateline_own_norms", before="ner")
    nlp.add_pipe("dateline_tags", before="ner")
    nlp.add_pipe("dateline_shootings", after="dateline_tags")
    nlp.add_pipe("dateline_noun_clauses", after="dateline_shootings")
    nlp.add_pipe("dateline_joined_subjects", after="dateline_noun_clauses")
    nlp.add_pipe("dateline_inserted_reports", after="dateline_joined_subjects")
    nlp.add_pipe("dateline_swallowed_verbs", after="dateline_inserted_reports")
    nlp.add_pipe("dateline_reciprocals", after="dateline_swallowed_verbs")
    nlp.add_pipe("dateline_asides", after="dateline_reciprocals")
    nlp.add_pipe("dateline_obliques", after="dateline_asides")
    nlp.add_pipe("dateline_kinds", after="dateline_obliques")
    nlp.add_pipe("dateline_verb_lemmas", before="ner", config={"model": str(folder)})
    nlp.add_pipe("dateline_entities", after="ner")
    return nlp


def _check(nlp: Language, folder: Path) -> None:
    missing = [name for name in NEEDED_COMPONENTS if name not in nlp.pipe_names]
    if missing:
        raise LanguageModelError(f"{folder}: the pipeline lacks {', '.join(missing)}")
    labels = NEEDED_LABELS - set(getattr(nlp.get_pipe("parser"), "labels", ()))
    if labels:
        raise LanguageModelError(
            f"{folder}: the parser lacks the labels {', '.join(sorted(labels))}; "
            "name a model trained on Universal Dependencies"
        )


def parse(nlp: Language, text: str) -> Doc:
    """Analyse one text of any length; doc.text equals the text."""
    return next(parse_all(nlp, [text]))


def parse_all(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Analyse texts of any length in their order; the result for a text does not depend on its neighbours."""
    pieces = ((piece, number) for number, text in enumerate(texts) for piece in cut(text))
    parts: list[Doc] = []
    current = 0
    for doc, number in nlp.pipe(pieces, as_tuples=True, batch_size=BATCH_SIZE):
        doc.tensor = numpy.zeros((0,), dtype="float32")
        if number != current:
            yield _joined(parts)
            parts, current = [], number
        parts.append(doc)
    if parts:
        yield _joined(parts)


def cut(text: str, length: int = PIECE_LENGTH) -> list[str]:
    """Cut a text into pieces of at most `length` characters, after a line, else a sentence, else a word."""
    pieces: list[str] = []
    while len(text) > length:
        end = _cut_point(text, length)
        pieces.append(text[:end])
        text = text[end:]
    return [*pieces, text]


def _cut_point(text: str, length: int) -> int:
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, 1, length)
        if found > 0:
            return found + len(mark)
    return length


def _joined(parts: list[Doc]) -> Doc:
    joined = parts[0] if len(parts) == 1 else Doc.from_docs(parts, ensure_whitespace=False)
    assert joined is not None
    return joined
