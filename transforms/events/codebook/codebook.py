"""The codebook: which clauses tell an event, of what type, and who takes part in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from spacy.tokens import Doc, Token

from schemas.data_files import DataFileError, header, packaged, tables_in
from transforms.events.clauses.clauses import Clause
from transforms.events.codebook import slots
from transforms.events.codebook.absorption import absorbed
from transforms.events.codebook.accidents import is_by_accident, is_story_of_accident
from transforms.events.codebook.fiction import is_in_fiction
from transforms.events.codebook.finer import finer
from transforms.events.codebook.fits import Fit, Fitting
from transforms.events.codebook.particles import phrasal_readings
from transforms.events.codebook.readings import Reading, predicate_of
from transforms.events.codebook.refusals import is_refused, refusal
from transforms.events.codebook.rows import Row, codebook_rows
from transforms.events.codebook.sport import is_sport
from transforms.events.codebook.vocabularies import WORD_COLUMNS, Vocabularies, load_vocabularies
from transforms.events.parsing.lemmas import verb_lemma

DEPTH = 3
EMERGENCY = "martial-law"
HARM, FORCE = "ASSAULT", ("ASSAULT", "COERCE")
INFLECTED = ("VBD", "VBG", "VBZ")
FALLBACK = {
    slots.GOVERNED_ACTOR: ("subject",),
    slots.GOVERNED_RECIPIENT: ("object", "with", "against", "to", "from", "on", "in", "for"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A row that a clause meets, with its participants.

    `actors` and `recipients` are candidate head tokens in order of preference: the first that names an actor is meant.
    With `mutual`, and no actor among the recipients, the actor's conjuncts are each other's recipients.
    `predicate_tokens` are the words that tell the event; `absorbed` are tokens whose own clauses tell no further event.
    """

    row: Row
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    mutual: bool
    predicate_tokens: tuple[int, ...]
    absorbed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Best:
    """A row that fits one reading, with what its participants are found by."""

    fit: Fit
    reading: Reading
    governed: Mapping[int, Match | None]

    def bind(self) -> Match:
        return _bind(self.fit.row, self.reading, self.governed)


class Codebook:
    """All rows by predicate, checked once: no two rows may claim the same clause equally."""

    def __init__(self, rows: Sequence[Row], vocabularies: Vocabularies) -> None:
        self.rows = tuple(rows)
        self._vocabularies = vocabularies
        self._buckets: dict[tuple[str, str], list[Row]] = {}
        for row in self.rows:
            for predicate in row.predicates:
                self._buckets.setdefault((predicate, row.pos), []).append(row)
        self._held = frozenset((predicate.split()[0], pos) for predicate, pos in self._buckets)
        self._verbs = frozenset(lemma for lemma, pos in self._held if pos == "verb")
        self._phrased = frozenset(p.split()[1] for p, pos in self._buckets if pos == "noun" and " " in p)
        self._look_below = frozenset(row.rule_id for row in self.rows if row.looks_below)
        _check_ids(self.rows)
        for (predicate, _pos), bucket in self._buckets.items():
            _check_overlaps(predicate, bucket)

    @classmethod
    def load(cls, overlays: Sequence[Path] = ()) -> Codebook:
        """Read the packaged files and the user's overlays (rows or word lists); raises DataFileError."""
        word_files = [file for file in overlays if header(file)[:2] == WORD_COLUMNS]
        row_files = [file for file in overlays if file not in word_files]
        vocabularies = load_vocabularies(word_files)
        packaged_files = tables_in(packaged("transforms.events", "codebook"))
        rows = [row for file in packaged_files for row in codebook_rows(file, vocabularies, rank=0)]
        rows += [row for file in row_files for row in codebook_rows(file, vocabularies, rank=1)]
        return cls(rows, vocabularies)

    def match(
        self,
        clause: Clause,
        doc: Doc,
        by_predicate: Mapping[int, Clause],
        sectors: Callable[[int], Sequence[str]] | None = None,
    ) -> Match | None:
        """The most specific row that the clause meets, or None.

        `sectors` gives the PLOVER sectors of the actor that a head token names; without it no sector condition is met.
        """
        if not self._may_hold(clause, doc):
            return None
        reading = Reading(clause, doc, by_predicate, sectors or _no_sectors, self._vocabularies)
        match = self._match(reading, depth=0)
        if match and self._is_no_politics(match, doc[clause.predicate]):
            return None
        refused = refusal(match.row) if match and is_refused(clause, doc[clause.predicate]) else None
        if match is None or refused is None:
            return match
        return replace(match, row=refused, absorbed=absorbed(refused, reading))

    def _is_no_politics(self, match: Match, predicate: Token) -> bool:
        """Whether it is told of sport, force is used in a story only, or harm came by accident."""
        event_type = match.row.event_type
        sides = [predicate.doc[head] for head in (*match.actors[:1], *match.recipients[:1])]
        if is_sport(event_type, sides, predicate, self._vocabularies):
            return True
        if event_type in FORCE and is_in_fiction(predicate, self._vocabularies):
            return True
        if match.row.event_mode == EMERGENCY:
            # "Declared a state of emergency as the storm came nearer".
            return is_story_of_accident(predicate.doc, self._vocabularies)
        return event_type == HARM and is_by_accident(predicate, self._vocabularies)

    def fits(
        self,
        clause: Clause,
        doc: Doc,
        by_predicate: Mapping[int, Clause],
        sectors: Callable[[int], Sequence[str]] | None = None,
    ) -> list[Fit]:
        """All rows that the clause meets, the one that `match` takes first; for people who ask why."""
        reading = Reading(clause, doc, by_predicate, sectors or _no_sectors, self._vocabularies)
        return [each.fit for each in sorted(self._all(reading, depth=0), key=lambda each: -each.fit.score)]

    def _match(self, reading: Reading, depth: int) -> Match | None:
        best = max(self._all(reading, depth), key=lambda each: each.fit.score, default=None)
        return best.bind() if best and best.fit.row.tells else None

    def _all(self, reading: Reading, depth: int) -> Iterator[_Best]:
        """Every row that fits, in every reading of the clause."""
        clause = self._known(reading.clause, reading.doc)
        for each in (clause, *phrasal_readings(clause, reading.doc)):
            yield from self._of_reading(reading.of(each), depth)

    def _may_hold(self, clause: Clause, doc: Doc) -> bool:
        """Whether a row has the clause's word in its predicate."""
        known = self._known(clause, doc)
        return (known.lemma, known.pos) in self._held or (known.pos == "noun" and known.lemma in self._phrased)

    def _known(self, clause: Clause, doc: Doc) -> Clause:
        """The clause; where its lemma is unknown but its form may be one of the codebook's verbs, with that verb."""
        if clause.pos != "verb" or clause.lemma in self._verbs:
            return clause
        form = doc[clause.predicate].lower_
        lemmas = (verb_lemma(form, tag, clause.lemma, self._verbs) for tag in INFLECTED)
        lemma = next((lemma for lemma in lemmas if lemma in self._verbs), None)
        return clause if lemma is None else replace(clause, lemma=lemma)

    def _of_reading(self, reading: Reading, depth: int) -> Iterator[_Best]:
        rows = self._rows(reading)
        if not rows:
            return
        governed = self._governed(reading, depth) if any(row.rule_id in self._look_below for row in rows) else {}
        fitting = Fitting(reading, {head: match.row.event_type for head, match in governed.items() if match})
        for row in rows:
            found = fitting.fit(row)
            if found is not None:
                yield _Best(found, reading, governed)

    def _rows(self, reading: Reading) -> list[Row]:
        """Rows of the predicate; a noun with its modifier ("drone strike") goes before the noun alone."""
        clause = reading.clause
        own = self._buckets.get((predicate_of(clause), clause.pos), [])
        if clause.pos != "noun" or clause.lemma not in self._phrased:
            return own
        phrases = (word for word in reading.words(clause.predicate) if " " in word)
        return [row for phrase in sorted(phrases) for row in self._buckets.get((phrase, "noun"), ())] + own

    def _governed(self, reading: Reading, depth: int) -> dict[int, Match | None]:
        """Matches of the clauses below this one: its complements, and nouns among its arguments that tell an event."""
        if depth >= DEPTH:
            return {}
        return {head: self._match(reading.of(reading.below(head)), depth + 1) for head in reading.governed()}


def _no_sectors(_head: int) -> Sequence[str]:
    return ()


def _bind(row: Row, reading: Reading, governed: Mapping[int, Match | None]) -> Match:
    actors = _heads(row, row.actor, reading, governed)
    below = (match.row for head in reading.governed_by(row) if (match := governed.get(head)))
    return Match(
        row=finer(row, below),
        actors=actors,
        recipients=_heads(row, row.recipient, reading, governed),
        mutual=slots.MUTUAL in row.recipient,
        predicate_tokens=_predicate_tokens(row, reading),
        absorbed=absorbed(row, reading),
    )


def _heads(row: Row, places: Sequence[str], reading: Reading, governed: Mapping[int, Match | None]) -> tuple[int, ...]:
    heads: list[int] = []
    for place in places:
        if place in FALLBACK:
            below = reading.governed_by(row)
            heads += [head for index in below for head in _below(place, index, reading, governed)]
        else:
            heads += reading.at(place)
    return tuple(dict.fromkeys(heads))


def _below(place: str, index: int, reading: Reading, governed: Mapping[int, Match | None]) -> tuple[int, ...]:
    """Participants of a governed clause: as its own row has them, else by position."""
    match = governed.get(index)
    if match:
        return match.actors if place == slots.GOVERNED_ACTOR else match.recipients
    return reading.of(reading.below(index)).find(FALLBACK[place])


def _predicate_tokens(row: Row, reading: Reading) -> tuple[int, ...]:
    """The predicate, its particle, and the nouns that the row names."""
    predicate = reading.clause.predicate
    tokens = {predicate}
    tokens |= {child.i for child in reading.doc[predicate].children if child.lower_ == reading.clause.particle}
    if not row.object.is_open:
        tokens |= {head for head in reading.objects if row.object.strength(reading.words(head)) is not None}
    return tuple(sorted(tokens))


def _check_ids(rows: Sequence[Row]) -> None:
    seen: dict[str, Row] = {}
    for row in rows:
        if row.rule_id in seen:
            raise DataFileError(f"{row.where}: rule_id {row.rule_id} is already used at {seen[row.rule_id].where}")
        seen[row.rule_id] = row


def _check_overlaps(predicate: str, bucket: Sequence[Row]) -> None:
    for first, second in combinations(bucket, 2):
        if first.overlaps(second):
            raise DataFileError(
                f"{second.where}: row {second.rule_id} and row {first.rule_id} ({first.where}) claim the same clauses "
                f"of {predicate!r}; give one of them a closer object, preposition or complement, or delete it"
            )
