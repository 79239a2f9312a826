"""Examples: clauses of the own sentences with their clues and what they tell."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from schemas.codes import PLOVER_TYPES
from training.events.clues import Coded, clues_of, coded_pair, words_to_lists
from training.events.marked import NONE, Marked
from training.news_sentences import numbered_news
from transforms.events.actors.actors import Actors
from transforms.events.clauses.clauses import Clause, clauses
from transforms.events.codebook.codebook import Codebook
from transforms.events.codebook.vocabularies import load_vocabularies
from transforms.events.parsing.language import parse_all
from transforms.events.participants import Participants

NEWS = Path(__file__).parent.parent / "news"
READ = Path(__file__).parent / "news.csv"
COLUMNS = ("event_type", "predicate", "sentence")
ROW, HELD, OPEN = "row", "held", "open"


@dataclass(frozen=True, slots=True)
class Example:
    """One clause. `event_type` may be "none".

    `state` is row where a codebook row fires or uses the words up, held where the codebook has rows for the predicate
    but none fits, open where it has none. `coded` says whether both participants are coded: a proposal would be asked
    for an open clause that is.
    """

    part: str
    place: str
    event_type: str
    lemma: str
    state: str
    coded: bool
    clues: frozenset[str]

    @property
    def is_asked(self) -> bool:
        """Whether the coder would ask for a proposal here."""
        return self.state == OPEN and self.coded


class Reader:
    """Reads clauses as the coder does."""

    def __init__(self, language: Language, codebook: Codebook, actors: Actors) -> None:
        self._language = language
        self._codebook = codebook
        self._actors = actors
        self._lists = words_to_lists(load_vocabularies())
        self._held = frozenset((word.split()[0], row.pos) for row in codebook.rows for word in row.predicates)

    def own(self, sentences: Sequence[Marked]) -> Iterator[Example]:
        """The marked clauses; of sentences that tell no event, every clause that no row claims."""
        docs = parse_all(self._language, (sentence.text for sentence in sentences))
        for sentence, doc in zip(sentences, docs, strict=True):
            start, end = sentence.spans.get("predicate", (0, 0))
            for clause, state, coded in self._clauses(doc):
                marked = start <= doc[clause.predicate].idx < end
                if marked or (state != ROW and (coded or sentence.event_type == NONE)):
                    event_type = sentence.event_type if marked else NONE
                    yield self._example(sentence.part, sentence.place, event_type, doc, (clause, state, coded))

    def news(self, folder: Path = NEWS, read: Path = READ) -> Iterator[Example]:
        """Clauses of the news sentences for which a proposal would be asked: those that `read` lists tell an event."""
        told = {(row["sentence"], row["predicate"]): row["event_type"] for row in _rows(read)}
        lines = [
            (path, number, line.text) for path in sorted(folder.glob("*.txt")) for number, line in numbered_news(path)
        ]
        for (path, number, text), doc in zip(
            lines, parse_all(self._language, (line[2] for line in lines)), strict=True
        ):
            for clause, state, coded in self._clauses(doc):
                if state == OPEN and coded:
                    event_type = told.get((text, doc[clause.predicate].text), NONE)
                    part = path.stem.partition("-")[0]
                    yield self._example(part, f"{path.name}:{number}", event_type, doc, (clause, state, coded))

    def _clauses(self, doc: Doc) -> Iterator[tuple[Clause, str, Coded | None]]:
        participants = Participants(doc, self._actors.read(doc))
        for sentence in doc.sents:
            found = clauses(sentence)
            by_predicate = {clause.predicate: clause for clause in found}
            matches = {c.predicate: self._codebook.match(c, doc, by_predicate, participants.sectors) for c in found}
            used = {token for match in matches.values() if match for token in match.absorbed}
            for clause in found:
                claimed = matches[clause.predicate] or clause.predicate in used
                held = (clause.lemma, clause.pos) in self._held
                state = ROW if claimed else HELD if held else OPEN
                yield clause, state, coded_pair(clause, participants)

    def _example(
        self, part: str, place: str, event_type: str, doc: Doc, read: tuple[Clause, str, Coded | None]
    ) -> Example:
        clause, state, coded = read
        clues = clues_of(clause, doc, coded, self._lists)
        return Example(part, place, event_type, clause.lemma, state, coded is not None, clues)


def _rows(read: Path) -> list[dict[str, str]]:
    with read.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, start=2):
        if tuple(row) != COLUMNS or row["event_type"] not in PLOVER_TYPES:
            raise ValueError(f"{read.name}:{number}: needs {', '.join(COLUMNS)}, the first a PLOVER type")
    return rows
