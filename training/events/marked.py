"""Marked sentences: one a line, `[the actor] *the predicate* <the recipient>`, the type in the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from schemas.codes import PLOVER_TYPES

FOLDER = Path(__file__).parent / "sentences"
NONE = "none"
PARTS = ("train", "test")
MARKS = {"actor": "[]", "predicate": "**", "recipient": "<>"}
WORD = re.compile(r"[^\W_]+")
SIGN = re.compile(r"[\[\]<>*]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks; spans count its characters.

    `part` is train or test, `event_type` a PLOVER type or "none", `place` "file:line". A sentence that tells no event
    bears no marks.
    """

    part: str
    event_type: str
    place: str
    text: str
    spans: dict[str, tuple[int, int]]

    def words(self, role: str) -> str:
        """The marked words of actor, predicate or recipient."""
        start, end = self.spans[role]
        return self.text[start:end]


def read_all(folder: Path = FOLDER) -> list[Marked]:
    """All sentences, by file and line; ValueError names the file and line of a fault."""
    return [marked for path in sorted(folder.glob("*.txt")) for marked in read_file(path)]


def read_file(path: Path) -> Iterator[Marked]:
    """The sentences of `train-accuse.txt` and so on; empty lines and comments are skipped."""
    part, _, name = path.stem.partition("-")
    event_type = NONE if name == NONE else name.upper()
    if part not in PARTS or event_type not in (*PLOVER_TYPES, NONE):
        raise ValueError(f"{path}: the name must be train- or test- and a PLOVER type or none")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            place = f"{path.name}:{number}"
            text, spans = unmark(line.strip(), place)
            wanted = () if event_type == NONE else tuple(MARKS)
            if sorted(spans) != sorted(wanted):
                raise ValueError(
                    f"{place}: marks {', '.join(spans) or 'nothing'}, not {', '.join(wanted) or 'nothing'}"
                )
            yield Marked(part, event_type, place, text, spans)


def unmark(line: str, place: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The line without marks, and the span of each role; ValueError for a mark that is not closed or stands twice."""
    text, spans, position, open_role, start = "", {}, 0, "", 0
    for sign in SIGN.finditer(line):
        text += line[position : sign.start()]
        position = sign.end()
        role = next(role for role, signs in MARKS.items() if sign.group() in signs)
        if not open_role and sign.group() == MARKS[role][0] and role not in spans:
            open_role, start = role, len(text)
        elif open_role == role and sign.group() == MARKS[role][1] and len(text) > start:
            spans[role], open_role = (start, len(text)), ""
        else:
            raise ValueError(f"{place}: {sign.group()!r} at {sign.start()} is out of place")
    if open_role:
        raise ValueError(f"{place}: the mark of the {open_role} is not closed")
    return text + line[position:], spans
