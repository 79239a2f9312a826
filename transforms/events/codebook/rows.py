"""The codebook's rows: one CSV record each, read and checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from schemas import codes, data_files
from schemas.data_files import DataFileError
from transforms.events.codebook import slots
from transforms.events.codebook.conditions import Condition, read_condition
from transforms.events.codebook.vocabularies import Vocabularies

COLUMNS = (
    "rule_id",
    "predicate",
    "pos",
    "object",
    "preposition",
    "complement",
    "actor",
    "recipient",
    "event_type",
    "event_mode",
    "context",
    "cameo_code",
    "status",
    "actor_condition",
    "recipient_condition",
    "example",
)
REQUIRED = ("predicate", "pos", "example")
TELLING = ("actor", "recipient", "event_type", "cameo_code")
POS = ("verb", "noun", "adjective")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the codebook: a pattern over a clause, the slots of its participants, and the codes it gives.

    A predicate is a lemma, or a verb with its particle ("carry out"). `where` is "file:line"; `rank` is 0 for packaged
    rows and 1 for the user's. "none" behind other slots of the recipient lets an event lack one that its type needs.
    A row without an event type is another sense of its words: where it wins, there is no
    event.
    """

    rule_id: str
    where: str
    rank: int
    predicates: tuple[str, ...]
    pos: str
    object: Condition
    prepositions: frozenset[str]
    complement: Condition
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    may_lack_actor: bool
    may_lack_recipient: bool
    event_type: str
    event_mode: str | None
    context: str | None
    cameo_code: str
    status: str | None
    actor_condition: Condition
    recipient_condition: Condition
    example: str

    @property
    def tells(self) -> bool:
        """Whether the pattern tells an event; else it is another sense of the same words."""
        return bool(self.event_type)

    @property
    def may_be_mutual(self) -> bool:
        """Whether several who do it with nobody else may do it with each other: "agreed", not "pledged money"."""
        return any(slot.startswith(("with", slots.MUTUAL)) or slot.endswith("with") for slot in self.recipient)

    @property
    def looks_below(self) -> bool:
        """Whether it matters to the row what the clauses below tell."""
        governed = {slots.GOVERNED_ACTOR, slots.GOVERNED_RECIPIENT}
        return bool(self.object.types or self.complement.types or governed.intersection((*self.actor, *self.recipient)))

    def overlaps(self, other: Row) -> bool:
        """Whether both rows could meet one clause equally closely; only asked of rows with a predicate in common."""
        prepositions = self.prepositions & other.prepositions or self.prepositions == other.prepositions
        return bool(
            (self.rank, self.pos) == (other.rank, other.pos)
            and prepositions
            and self.object.overlaps(other.object)
            and self.complement.overlaps(other.complement)
            and self.actor_condition.overlaps(other.actor_condition)
            and self.recipient_condition.overlaps(other.recipient_condition)
        )


def codebook_rows(file: Traversable, vocabularies: Vocabularies, rank: int) -> Iterator[Row]:
    """Rows of one file; raises DataFileError at the first cell that cannot be used."""
    for line in data_files.read_rows(file, COLUMNS, exact=False):
        _check(line)
        yield _row(line, vocabularies, rank)


def _check(line: data_files.Row) -> None:
    tells = bool(line["event_type"] or line["cameo_code"])
    for column in (*REQUIRED, *TELLING) if tells else REQUIRED:
        if not line[column]:
            raise DataFileError(f"{line.where}: column {column} is empty; fill it in")
    _among(line, "pos", POS)
    if not tells:
        return
    _among(line, "event_type", codes.PLOVER_TYPES)
    if line["status"]:
        _among(line, "status", codes.STATUSES)
    _check_codes(line)


def _among(line: data_files.Row, column: str, allowed: Sequence[str]) -> None:
    if line[column] not in allowed:
        raise DataFileError(f"{line.where}: {column} is {line[column]!r}; use one of {', '.join(allowed)}")


def _check_codes(line: data_files.Row) -> None:
    event_type, code, mode = line["event_type"], line["cameo_code"], line["event_mode"]
    mapped = {row["cameo_code"]: row["event_type"] for row in codes.reference_rows("cameo_codes")}
    if code not in mapped:
        raise DataFileError(f"{line.where}: cameo_code {code!r} is unknown; see schemas/data/cameo_codes.csv")
    if mapped[code] != event_type:
        raise DataFileError(
            f"{line.where}: cameo_code {code} belongs to {mapped[code]}, but event_type is {event_type}"
        )
    modes = codes.plover_modes(event_type)
    if mode and mode not in modes:
        raise DataFileError(f"{line.where}: {event_type} has no mode {mode!r}; use one of {', '.join(sorted(modes))}")


def _row(line: data_files.Row, vocabularies: Vocabularies, rank: int) -> Row:
    def condition(column: str) -> Condition:
        return read_condition(line[column], vocabularies, line.where, column)

    return Row(
        rule_id=line["rule_id"],
        where=line.where,
        rank=rank,
        predicates=alternatives(line["predicate"]),
        pos=line["pos"],
        object=condition("object"),
        prepositions=frozenset(alternatives(line["preposition"])),
        complement=condition("complement"),
        actor=_slots(line, "actor"),
        recipient=_slots(line, "recipient"),
        may_lack_actor=slots.NONE in alternatives(line["actor"])[1:],
        may_lack_recipient=slots.NONE in alternatives(line["recipient"])[1:],
        event_type=line["event_type"],
        event_mode=line["event_mode"] or None,
        context=line["context"] or None,
        cameo_code=line["cameo_code"],
        status=line["status"] or None,
        actor_condition=condition("actor_condition"),
        recipient_condition=condition("recipient_condition"),
        example=line["example"],
    )


def alternatives(cell: str) -> tuple[str, ...]:
    """The parts of a cell that are separated by bars."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _slots(line: data_files.Row, column: str) -> tuple[str, ...]:
    found = alternatives(line[column])
    for slot in found:
        if not all(slot.split(".")):
            raise DataFileError(f"{line.where}: {column} has the slot {slot!r}; write steps joined by single dots")
    return tuple(slot for slot in found if slot != slots.NONE)
