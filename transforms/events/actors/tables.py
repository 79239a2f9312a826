"""The actor tables: known actors, nations, role nouns and helper words, read from CSV files and checked."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path

from schemas.codes import reference_rows
from schemas.data_files import DataFileError, Row, header, packaged, read_rows

INTERNATIONAL = frozenset({"IGO", "NGO", "IMG", "ISM", "MNC"})
STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK"})
SOCIETY = frozenset({"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"})
SECTORS = INTERNATIONAL | STATE | SOCIETY | {"UNO", "EUR"}
NATION_KINDS = ("name", "adjective", "demonym", "capital", "region", "city")
ACTOR_KINDS = ("organisation", "institution", "armed group", "party", "company", "media", "person")
ROLE_KINDS = ("person", "body", "group", "number", "place")
WEIGHTS = {"weak": 0, "normal": 1, "strong": 2}
COLUMNS = {
    "nations": ("term", "kind", "country", "sectors", "valid_from", "valid_to"),
    "roles": ("term", "sectors", "weight", "kind"),
    "words": ("list", "word"),
    "actors": ("name", "kind", "country", "sectors", "office", "aliases", "nouns", "valid_from", "valid_to"),
}
PLACE_COLUMNS = ("term", "name", "kind", "country", "admin1", "latitude", "longitude")
ACTOR_FILES = ("organisations", "institutions", "armed_groups", "parties", "people", "media", "companies")
PIECE = re.compile(r"[^\W_]+")
PLURAL = re.compile(r"(?:[bcdfgklmnprtz]|ic|[aeiou]k|i)$")


@dataclass(frozen=True, slots=True)
class Known:
    """A row of the tables: an actor, or a name of a nation. `country` is alpha-3 or an international code."""

    name: str
    kind: str
    country: str
    sectors: tuple[str, ...] = ()
    office: str = ""
    aliases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def is_nation(self) -> bool:
        """Whether the row names a nation, its people, its capital or a region."""
        return self.kind in NATION_KINDS

    @property
    def code(self) -> str:
        """Country or international code followed by the sectors."""
        return self.country + "".join(self.sectors)

    def holds_on(self, day: date) -> bool:
        """Whether the row holds on `day`."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for people or bodies by what they do; a heavier role within a phrase gives its sectors."""

    words: tuple[str, ...]
    sectors: tuple[str, ...]
    weight: int
    kind: str


@dataclass(slots=True)
class ActorTables:
    """All rows with their look-ups: names by first piece, roles by last word (and by first, where they hold "of").

    `surnames` holds those who have an office.
    """

    known: list[Known] = field(default_factory=list)
    names: dict[str, list[tuple[tuple[str, ...], tuple[Known, ...]]]] = field(default_factory=dict)
    surnames: dict[str, list[Known]] = field(default_factory=dict)
    roles_by_last: dict[str, list[Role]] = field(default_factory=dict)
    roles_by_first: dict[str, list[Role]] = field(default_factory=dict)
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    country_names: dict[str, str] = field(default_factory=dict)


def pieces(text: str) -> tuple[str, ...]:
    """Letters and digits of `text` in runs, without accents: "al-Qaeda" and "al Qaeda" are the same pieces."""
    return tuple(PIECE.findall(plain(text)))


def plain(text: str) -> str:
    """`text` without accents on its letters."""
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def load_tables(overlays: Sequence[Path] = ()) -> ActorTables:
    """Read the packaged tables, then `overlays`, whose rows outrank packaged ones of the same name.

    An overlay's columns say which table it extends. Raises DataFileError.
    """
    tables = ActorTables()
    countries = reference_rows("countries")
    tables.country_names = {row["country"]: row["name"] for row in countries}
    words = _packaged("words", "words")
    layers = [_city_rows(_list_of(words, "no_city")), _country_rows(countries, _list_of(words, "no_capital"))]
    layers.append([_nation(row, tables) for row in _packaged("nations", "nations")])
    layers.append([_actor(row, tables) for name in ACTOR_FILES for row in _packaged(name, "actors")])
    roles = [_role(row) for row in _packaged("roles", "roles")]
    for path in overlays:
        kind = _kind(path)
        rows = read_rows(path, COLUMNS[kind])
        if kind == "nations":
            layers.append([_nation(row, tables) for row in rows])
        elif kind == "actors":
            layers.append([_actor(row, tables) for row in rows])
        elif kind == "roles":
            roles.extend(_role(row) for row in rows)
        else:
            words.extend(rows)
    _index_names(tables, layers)
    _index_roles(tables, roles)
    for row in words:
        tables.words[row["list"]] = tables.words.get(row["list"], frozenset()) | {row["word"]}
    return tables


@cache
def place_rows() -> tuple[Row, ...]:
    """The gazetteer's rows, in file order."""
    return tuple(read_rows(packaged("transforms.events", "places", "places.csv"), PLACE_COLUMNS))


def _packaged(name: str, kind: str) -> list[Row]:
    return read_rows(packaged("transforms.events", "actors", f"{name}.csv"), COLUMNS[kind], exact=False)


def _kind(overlay: Path) -> str:
    """The table that the file's columns say it extends."""
    names = header(overlay)
    for kind, columns in COLUMNS.items():
        if columns == names:
            return kind
    choices = "; ".join(",".join(columns) for columns in COLUMNS.values())
    raise DataFileError(f"{overlay.name}:1: the columns are none of the actor tables'; use one of: {choices}")


def _list_of(words: Iterable[Row], name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in words if row["list"] == name)


def _city_rows(no_city: frozenset[str]) -> list[Known]:
    """The gazetteer's cities: whoever is of a city is of its country."""
    rows = [row for row in place_rows() if row["kind"] == "city" and row["term"] not in no_city]
    return [Known(row["name"], "city", row["country"], aliases=(row["term"],)) for row in rows]


def _country_rows(countries: Sequence[dict[str, str]], no_capital: frozenset[str]) -> list[Known]:
    known = []
    shared = Counter(row["adjective"] for row in countries)
    for row in countries:
        known.append(Known(row["name"], "name", row["country"], aliases=(row["name"],)))
        adjective, capital = row["adjective"], row["capital"]
        if shared[adjective] == 1:
            known.append(Known(row["name"], "adjective", row["country"], aliases=(adjective,)))
        if adjective and capital and capital not in no_capital and capital != row["name"]:
            known.append(Known(row["name"], "capital", row["country"], aliases=(capital,)))
    return known


def _nation(row: Row, tables: ActorTables) -> Known:
    _check(row["kind"] in NATION_KINDS, row, f"kind {row['kind']!r} is none of {', '.join(NATION_KINDS)}")
    country = _country(row, tables)
    name = tables.country_names.get(country, row["term"])
    return Known(
        name if row["kind"] != "region" else row["term"],
        row["kind"],
        country,
        _sectors(row),
        aliases=(row["term"],),
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to"),
    )


def _actor(row: Row, tables: ActorTables) -> Known:
    _check(row["kind"] in ACTOR_KINDS, row, f"kind {row['kind']!r} is none of {', '.join(ACTOR_KINDS)}")
    first, last = _day(row, "valid_from"), _day(row, "valid_to")
    _check(not (first and last) or first <= last, row, "valid_from lies after valid_to; exchange them")
    return Known(
        row["name"],
        row["kind"],
        _country(row, tables),
        _sectors(row),
        row["office"],
        (row["name"], *_several(row["aliases"])),
        _several(row["nouns"]),
        first,
        last,
    )


def _role(row: Row) -> Role:
    _check(row["weight"] in WEIGHTS, row, f"weight {row['weight']!r} is none of {', '.join(WEIGHTS)}")
    _check(row["kind"] in ROLE_KINDS, row, f"kind {row['kind']!r} is none of {', '.join(ROLE_KINDS)}")
    words = tuple(piece.lower() for piece in pieces(row["term"]) if piece != "s")
    if row["term"].endswith("."):
        words = tuple(row["term"].split())
    _check(bool(words), row, "term is empty; write the noun in lower case")
    return Role(words, _sectors(row), WEIGHTS[row["weight"]], row["kind"])


def _country(row: Row, tables: ActorTables) -> str:
    country = row["country"]
    known = not country or country in tables.country_names or country in INTERNATIONAL
    _check(known, row, f"country {country!r} is no ISO 3166-1 alpha-3 code and none of {', '.join(INTERNATIONAL)}")
    return country


def _sectors(row: Row) -> tuple[str, ...]:
    sectors = _several(row["sectors"])
    wrong = [sector for sector in sectors if sector not in SECTORS]
    _check(not wrong, row, f"unknown sector {', '.join(wrong)}; use PLOVER's sector codes, joined by semicolons")
    return sectors


def _several(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;|]", text) if part.strip())


def _day(row: Row, column: str) -> date | None:
    if not row[column]:
        return None
    try:
        return date.fromisoformat(row[column])
    except ValueError:
        raise DataFileError(f"{row.where}: {column} {row[column]!r} is no date; write it as 2021-03-31") from None


def _check(holds: bool, row: Row, message: str) -> None:
    if not holds:
        raise DataFileError(f"{row.where}: {message}")


def _index_names(tables: ActorTables, layers: Iterable[list[Known]]) -> None:
    """Later layers outrank earlier ones: a name that a later layer holds is taken from that layer alone."""
    found: dict[tuple[str, ...], list[Known]] = {}
    for layer in layers:
        tables.known.extend(layer)
        mine: dict[tuple[str, ...], list[Known]] = {}
        for row in layer:
            for alias, reading in _spellings(row):
                mine.setdefault(alias, []).append(reading)
        for alias, rows in mine.items():
            _check_apart(alias, rows)
        found.update(mine)
    for known in tables.known:
        if known.kind == "person" and known.office:
            tables.surnames.setdefault(known.name.split()[-1], []).append(known)
    for alias, rows in found.items():
        tables.names.setdefault(alias[0], []).append((alias, tuple(rows)))
    for choices in tables.names.values():
        choices.sort(key=lambda choice: -len(choice[0]))


def _check_apart(alias: tuple[str, ...], rows: list[Known]) -> None:
    ordered = sorted(rows, key=lambda row: row.valid_from or date.min)
    for earlier, later in itertools.pairwise(ordered):
        differ = (earlier.name, earlier.code) != (later.name, later.code)
        if differ and (earlier.valid_to or date.max) >= (later.valid_from or date.min):
            pair = f"{earlier.name} ({earlier.code}) and {later.name} ({later.code})"
            raise DataFileError(
                f"actor tables: {' '.join(alias)!r} names {pair} at the same time; "
                "take it from one of them or give valid_from and valid_to"
            )


def _spellings(row: Known) -> Iterator[tuple[tuple[str, ...], Known]]:
    """Every spelling of a row: its aliases, headline capitals, and the plural of an adjective as a demonym."""
    for alias in row.aliases:
        spelt = pieces(alias)
        yield spelt, row
        if len(alias) > 3 and alias != alias.upper():
            yield pieces(alias.upper()), row
        if row.kind == "adjective" and PLURAL.search(alias):
            people = Known(row.name, "demonym", row.country, row.sectors, valid_from=row.valid_from)
            yield pieces(alias + "s"), people


def _index_roles(tables: ActorTables, roles: Iterable[Role]) -> None:
    by_words = {role.words: role for role in roles}
    for role in by_words.values():
        tables.roles_by_last.setdefault(role.words[-1], []).append(role)
        if "of" in role.words:
            tables.roles_by_first.setdefault(role.words[0], []).append(role)
    for choices in (*tables.roles_by_last.values(), *tables.roles_by_first.values()):
        choices.sort(key=lambda role: -len(role.words))
