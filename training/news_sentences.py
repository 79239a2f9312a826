"""Own news sentences: one a line, their names marked in place as `[LABEL text]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = ("PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "LAW", "FAC", "DATE")
MARK = re.compile(r"\[([^\s\[\]]+) ([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Entity:
    """A marked name by its characters in the sentence."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class NewsSentence:
    """A sentence without its marks, and the names that were marked in it, in order."""

    text: str
    entities: tuple[Entity, ...]


def read_news(path: Path) -> Iterator[NewsSentence]:
    """Yield the sentences of a file; ValueError names the file and line of a broken mark."""
    for _, sentence in numbered_news(path):
        yield sentence


def numbered_news(path: Path) -> Iterator[tuple[int, NewsSentence]]:
    """The sentences of a file with their line numbers, from 1; empty lines and comments are skipped."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip() and not line.startswith("#"):
            try:
                yield number, parse_news(line.strip())
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from error


def parse_news(line: str) -> NewsSentence:
    """One line with its marks taken out; ValueError where a bracket or label is wrong."""
    text, entities, position = "", [], 0
    for mark in MARK.finditer(line):
        label, name = mark.groups()
        if label not in LABELS:
            raise ValueError(f"unknown label {label!r}, known are {', '.join(LABELS)}")
        if name != name.strip():
            raise ValueError(f"space at the edge of {mark.group()!r}")
        text += line[position : mark.start()]
        entities.append(Entity(len(text), len(text) + len(name), label))
        text += name
        position = mark.end()
    text += line[position:]
    if "[" in text or "]" in text:
        raise ValueError("a square bracket that belongs to no mark")
    return NewsSentence(text, tuple(entities))
