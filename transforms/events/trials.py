"""Trials: a phrase held against the codebook, with the rows that it meets and what made the first one win."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from transforms.events.actors.actors import Actors
from transforms.events.clauses.clauses import clauses
from transforms.events.codebook.codebook import Codebook, Match
from transforms.events.codebook.fits import Fit
from transforms.events.participants import Participants

# A bare predicate gets participants, so that it can be read as a clause.
FRAMES = ("The government {} Norway.", "The police {} the protesters.", "The government {}.")
RUNNERS_UP = 5


@dataclass(frozen=True, slots=True)
class Fired:
    """One clause's row with its participants as the text has them, and the rows that would have come next."""

    predicate: str
    first: Fit
    others: tuple[Fit, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """A phrase, the sentence that it was read in, and what fired there."""

    phrase: str
    sentence: str
    fired: tuple[Fired, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """What a phrase is read with."""

    language: Language
    codebook: Codebook
    actors: Actors

    def try_phrase(self, phrase: str) -> Trial:
        """Read a phrase as it is and with participants around it; the first reading that fills both slots is shown.

        Where none does, the first reading in which a row fires.
        """
        bare = phrase.strip().rstrip(".")
        sentences = [phrase, *(frame.format(bare) for frame in FRAMES)]
        tried = [Trial(phrase, sentence, tuple(self._fired(self.language(sentence)))) for sentence in sentences]
        fired = [trial for trial in tried if trial.fired]
        full = (trial for trial in fired if any(one.actors and one.recipients for one in trial.fired))
        return next(full, fired[0] if fired else tried[0])

    def _fired(self, doc: Doc) -> Iterator[Fired]:
        known = Participants(doc, self.actors.read(doc, None))
        for sentence in doc.sents:
            found = clauses(sentence)
            by_predicate = {clause.predicate: clause for clause in found}
            for clause in found:
                match = self.codebook.match(clause, doc, by_predicate, known.sectors)
                if match:
                    fits = self.codebook.fits(clause, doc, by_predicate, known.sectors)
                    yield _told(doc, match, fits)


def _told(doc: Doc, match: Match, fits: list[Fit]) -> Fired:
    words = [doc[index] for index in match.predicate_tokens]
    return Fired(
        predicate=" ".join(word.text for word in words),
        first=replace(fits[0], row=match.row),
        others=tuple(fits[1 : RUNNERS_UP + 1]),
        actors=tuple(doc[index].text for index in match.actors),
        recipients=tuple(doc[index].text for index in match.recipients),
    )
