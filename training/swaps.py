"""Copies of training sentences with other names in them, so that the model learns from what stands around a name."""

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from schemas.data_files import packaged, read_rows
from training.names import Name, NamedSentence
from transforms.events.actors.tables import ACTOR_FILES, COLUMNS
from transforms.events.places.gazetteer import gazetteer

COPIED_SHARE = 0.5
SWAPPED_SHARE = 0.6
# So many of the names put in come from the tables of places and actors, where there is one of that length.
TABLED_SHARE = 0.5
LONGEST_SWAP = 4
DATELINE_SHARE = 0.12
DASHES = ("-", "--", "–", "—")


Pool: TypeAlias = dict[tuple[str, int], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Pools:
    """Names as token tuples: countries, their adjectives, and by label and length those of corpora and tables."""

    countries: list[tuple[str, ...]]
    adjectives: list[tuple[str, ...]]
    corpora: Pool
    tables: Pool


def read_pools(countries: Path, sentences: Iterable[NamedSentence], tabled: Iterable[tuple[str, str]] = ()) -> Pools:
    """Countries from a table with the columns country and adjective; other names from the sentences, and as given."""
    with countries.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    in_sentences = (
        (name.label, tuple(sentence.tokens[name.start : name.end])) for sentence in sentences for name in sentence.names
    )
    named, adjectives = ([tuple(row[key].split()) for row in rows] for key in ("country", "adjective"))
    return Pools(named, adjectives, _pool(in_sentences), _pool((label, tuple(name.split())) for label, name in tabled))


def _pool(names: Iterable[tuple[str | None, tuple[str, ...]]]) -> Pool:
    pool: Pool = {}
    for label, tokens in names:
        if label in {"PERSON", "ORG", "LOC"} and len(tokens) <= LONGEST_SWAP:
            pool.setdefault((label, len(tokens)), []).append(tokens)
    return pool


def tabled_names() -> Iterator[tuple[str, str]]:
    """Label and name of the cities and actors in the tables of the package; names with marks inside are left out."""
    tables = (packaged("transforms.events", "actors", f"{name}.csv") for name in ACTOR_FILES)
    rows = (row for table in tables for row in read_rows(table, COLUMNS["actors"], exact=False))
    actors = (("PERSON" if row["kind"] == "person" else "ORG", row["name"]) for row in rows)
    cities = (("LOC", str(name)) for name in gazetteer().cities["name"])
    return ((label, name) for label, name in (*cities, *actors) if name.replace(" ", "").isalpha())


def with_copies(sentences: Iterable[NamedSentence], pools: Pools, rng: random.Random) -> Iterator[NamedSentence]:
    """Every sentence, and for a share of those with names a copy with other names, some behind a dateline."""
    for sentence in sentences:
        yield sentence
        if any(name.label for name in sentence.names) and rng.random() < COPIED_SHARE:
            copy = swapped(sentence, pools, rng)
            yield behind_dateline(copy, pools, rng) if rng.random() < DATELINE_SHARE else copy


def swapped(sentence: NamedSentence, pools: Pools, rng: random.Random) -> NamedSentence:
    """The sentence with a share of its names replaced by others of their kind."""
    tokens: list[str] = []
    spaces: list[bool] = []
    names: list[Name] = []
    position = 0
    for name in sorted(sentence.names, key=lambda n: n.start):
        tokens += sentence.tokens[position : name.start]
        spaces += sentence.spaces[position : name.start]
        old = tuple(sentence.tokens[name.start : name.end])
        new = other_name(old, name.label, pools, rng)
        kept = new == old
        inner = sentence.spaces[name.start : name.end - 1] if kept else [True] * (len(new) - 1)
        names.append(Name(len(tokens), len(tokens) + len(new), name.label))
        tokens += new
        spaces += [*inner, sentence.spaces[name.end - 1]]
        position = name.end
    return NamedSentence(tokens + sentence.tokens[position:], spaces + sentence.spaces[position:], names)


def other_name(old: tuple[str, ...], label: str | None, pools: Pools, rng: random.Random) -> tuple[str, ...]:
    """A name of the same kind, or the old one."""
    if label is None or rng.random() >= SWAPPED_SHARE:
        return old
    for pool in (pools.countries, pools.adjectives):
        if old in pool:
            return rng.choice(pool)
    tabled = pools.tables.get((label, len(old)))
    if tabled and rng.random() < TABLED_SHARE:
        return rng.choice(tabled)
    return rng.choice(pools.corpora.get((label, len(old)), [old]))


def behind_dateline(sentence: NamedSentence, pools: Pools, rng: random.Random) -> NamedSentence:
    """The sentence after a place, mostly in capitals, sometimes an agency in brackets, and a dash."""
    place = [word.upper() if rng.random() < 0.8 else word for word in rng.choice(pools.corpora["LOC", 1])]
    opening, names = list(place), [Name(0, 1, "LOC")]
    if rng.random() < 0.5:
        opening += ["(", *rng.choice(pools.corpora["ORG", 1]), ")"]
        names.append(Name(2, 3, "ORG"))
    opening.append(rng.choice(DASHES))
    spaces = [token != "(" and after != ")" for token, after in pairwise([*opening, ""])]
    moved = [Name(n.start + len(opening), n.end + len(opening), n.label) for n in sentence.names]
    return NamedSentence(opening + sentence.tokens, spaces + sentence.spaces, names + moved)
