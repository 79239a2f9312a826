"""The gazetteer: cities of GeoNames, regions and countries, found by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import as_file

import polars as pl

from schemas.codes import reference_rows
from schemas.data_files import Row, packaged, read_rows
from transforms.events.actors.tables import pieces, place_rows, plain
from transforms.events.places.keys import key_of

CENTROID_COLUMNS = ("country", "latitude", "longitude")
REGION_COLUMNS = ("name", "country", "code", "latitude", "longitude", "population", "aliases", "abbreviations")
ADMIN1_COLUMNS = ("country", "code", "name")
LANDMARK_COLUMNS = ("term", "name", "country", "latitude", "longitude")
SHARED_COLUMNS = ("term", "country")
KNOWN_COLUMNS = ("term", "name", "country")


@dataclass(frozen=True, slots=True)
class Spot:
    """A row of the gazetteer. `admin1` is a region's name; degrees are None where the gazetteer gives none.

    `is_own` is False where the name looked up is only an alternate name, `is_listed` says that a hand-written list of
    news places has it by that name; `code` is GeoNames' code of the region.
    """

    place_id: str
    name: str
    kind: str
    country: str
    admin1: str | None
    latitude: float | None
    longitude: float | None
    population: int = 0
    is_own: bool = True
    is_listed: bool = False
    is_capital: bool = False
    code: str = ""


@dataclass(slots=True)
class Gazetteer:
    """Look-ups by name. Make one with `gazetteer()`: the tables are read once per process."""

    cities: pl.DataFrame
    names: dict[str, list[tuple[int, bool]]]
    others: dict[str, list[Spot]] = field(default_factory=lambda: defaultdict(list))
    abbreviations: dict[str, list[Spot]] = field(default_factory=lambda: defaultdict(list))
    countries: dict[str, Spot] = field(default_factory=dict)
    landmarks: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    listed: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    printed: dict[int, str] = field(default_factory=dict)
    region_names: dict[tuple[str, str], str] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)

    def find(self, name: str) -> list[Spot]:
        """Every spot that the name may stand for: countries, regions and landmarks, then cities by their size."""
        key = key_of(name)
        return [*self.others.get(key, ()), *(self._city(key, at, own) for at, own in self.names.get(key, ()))]

    def region(self, name: str) -> list[Spot]:
        """Regions and countries by name or abbreviation ("Ill.", "Ont.")."""
        listed = [spot for spot in self.others.get(key_of(name), ()) if spot.kind in ("country", "region")]
        return listed or list(self.abbreviations.get(name.replace(" ", "").rstrip("."), ()))

    def add(self, spot: Spot, terms: Iterable[str]) -> None:
        """Let terms name a spot, once each."""
        for term in terms:
            choices = self.others[key_of(term)]
            if all(choice.place_id != spot.place_id for choice in choices):
                choices.append(spot)

    def _city(self, key: str, at: int, own: bool) -> Spot:
        row = self.cities.row(at, named=True)
        country = row["country"]
        return Spot(
            f"gn:{row['geonames_id']}",
            self.printed.get(at, row["name"]),
            "city",
            country,
            self.region_names.get((country, row["admin1"])),
            row["latitude"],
            row["longitude"],
            row["population"],
            own,
            at in self.listed.get(key, ()),
            self.capitals.get(country) == key,
            row["admin1"],
        )


@cache
def gazetteer() -> Gazetteer:
    """The packaged gazetteer, read at the first call in a process."""
    found = Gazetteer(_frame("cities"), _names(_frame("names")))
    _add_countries(found)
    _add_regions(found)
    _add_listed(found)
    return found


def place_id(kind: str, country: str, name: str) -> str:
    """Id of a spot that is no city of GeoNames: "region:USA:texas"."""
    return f"{kind}:{country}:{'-'.join(pieces(plain(name).lower()))}"


def _frame(name: str) -> pl.DataFrame:
    with as_file(packaged("transforms.events", "places", f"{name}.parquet")) as path:
        return pl.read_parquet(path)


def _names(frame: pl.DataFrame) -> dict[str, list[tuple[int, bool]]]:
    """Rows of the cities' table by key, in the order of the cities: largest first."""
    found: dict[str, list[tuple[int, bool]]] = {}
    for key, city, own in zip(frame["key"], frame["city"], frame["is_own"], strict=True):
        found.setdefault(key, []).append((city, own))
    return found


def _add_countries(found: Gazetteer) -> None:
    centroids = read_rows(packaged("transforms.events", "places", "centroids.csv"), CENTROID_COLUMNS)
    degrees = {row["country"]: (float(row["latitude"]), float(row["longitude"])) for row in centroids}
    # What the code lists count under another state is a region of that state: Western Sahara.
    claimed = {row["name"] for row in place_rows() if row["kind"] == "region"}
    for row in reference_rows("countries"):
        country = row["country"]
        latitude, longitude = degrees.get(country, (None, None))
        spot = Spot(f"country:{country}", row["name"], "country", country, None, latitude, longitude)
        found.countries[country] = spot
        found.capitals[country] = key_of(row["capital"])
        if row["name"] not in claimed:
            found.add(spot, [row["name"]])
    for shared in read_rows(packaged("transforms.events", "places", "shared_names.csv"), SHARED_COLUMNS):
        found.add(replace(found.countries[shared["country"]], is_listed=True), [shared["term"]])


def _add_regions(found: Gazetteer) -> None:
    """The names of first-order regions, and those by which news knows a region itself."""
    for row in read_rows(packaged("transforms.events", "places", "admin1.csv"), ADMIN1_COLUMNS):
        found.region_names[row["country"], row["code"]] = row["name"]
    for row in read_rows(packaged("transforms.events", "places", "regions.csv"), REGION_COLUMNS):
        spot = _region(row)
        found.region_names[spot.country, spot.code] = spot.name
        found.add(spot, [row["name"], *_several(row["aliases"])])
        for abbreviation in _several(row["abbreviations"]):
            found.abbreviations[abbreviation.replace(" ", "").rstrip(".")].append(spot)


def _region(row: Row) -> Spot:
    name, country = row["name"], row["country"]
    degrees = float(row["latitude"]), float(row["longitude"])
    identifier = place_id("region", country, name)
    return Spot(identifier, name, "region", country, name, *degrees, int(row["population"]), code=row["code"])


def _add_listed(found: Gazetteer) -> None:
    """Regions that no state draws, landmarks, and the names by which news knows cities."""
    for row in read_rows(packaged("transforms.events", "places", "known_as.csv"), KNOWN_COLUMNS):
        _name_city(found, row)
    codes = {(country, name): code for (country, code), name in found.region_names.items()}
    for row in place_rows():
        if row["kind"] == "region":
            found.add(_listed_region(row, codes), [row["term"]])
        elif not _name_city(found, row):
            found.add(_listed(row, "city", row["admin1"] or None), [row["term"]])
    for row in read_rows(packaged("transforms.events", "places", "landmarks.csv"), LANDMARK_COLUMNS):
        found.add(_listed(row, "landmark", None), [row["term"]])
        _note_length(found, row["term"].split())


def _note_length(found: Gazetteer, words: Sequence[str]) -> None:
    """Remember how many words a landmark has that starts with its first word; one word alone may be any name."""
    if len(words) > 1 and len(words) not in found.landmarks[words[0].lower()]:
        found.landmarks[words[0].lower()].append(len(words))


def _name_city(found: Gazetteer, row: Row) -> bool:
    """Print the row's city as the row does and find it by its term: a city's own name comes before size."""
    term, name = key_of(row["term"]), key_of(row["name"])
    choices = {(not own, at) for key in (name, term) for at, own in found.names.get(key, ())}
    inside = sorted(choice for choice in choices if found.cities["country"][choice[1]] == row["country"])
    if not inside:
        return False
    at = inside[0][1]
    if all(other != at for other, _ in found.names.get(term, ())):
        found.names.setdefault(term, []).append((at, False))
    found.listed[term].add(at)
    found.printed[at] = row["name"]
    return True


def _listed(row: Row, kind: str, admin1: str | None) -> Spot:
    identifier = place_id(kind, row["country"], row["name"])
    degrees = float(row["latitude"]), float(row["longitude"])
    return Spot(identifier, row["name"], kind, row["country"], admin1, *degrees)


def _listed_region(row: Row, codes: Mapping[tuple[str, str], str]) -> Spot:
    """A region that news names; a first-order one, though listed by hand, lies in itself."""
    code = codes.get((row["country"], row["name"]))
    spot = _listed(row, "region", row["admin1"] or (row["name"] if code else None))
    return replace(spot, code=code) if code else spot


def _several(text: str) -> Sequence[str]:
    return [part for part in text.split(";") if part]
