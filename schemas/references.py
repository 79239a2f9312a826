"""The reference tables: rows for joins, with labels in our own words."""

from __future__ import annotations

import dataframely as dy

from schemas import columns
from schemas.columns import Table


class Sources(Table):
    """A publisher or folder that documents come from."""

    source_id = dy.String(primary_key=True, description="Short name used in every other table.")
    name = dy.String(description="Name for people.")
    kind = dy.String(description="Kind of source: files, warc, feed, sitemap, section or list.")
    home = columns.text("Address of the publisher's site.")
    country = columns.text("Home country (ISO 3166-1 alpha-3).")
    language = columns.text("Main language (ISO 639-1).")
    time_zone = columns.text("IANA time zone that the source's printed times are in.")
    date_order = columns.one_of(
        ("dmy", "mdy", "ymd"), "Order of day and month in the source's numeric dates.", nullable=True
    )


class EventTypes(Table):
    """The 16 PLOVER types with their modes, in our own words."""

    event_type = dy.String(primary_key=True, description="PLOVER type.")
    event_mode = dy.String(primary_key=True, description="PLOVER mode; empty for the type as such.")
    label = dy.String(description="What it means, in a few words.")
    plover_score = dy.Float64(min=-10, max=10, description="PLOVER's score, from conflict (-10) to cooperation (10).")
    plover_quad = dy.Int32(
        min=1, max=4, description="1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."
    )


class CameoCodes(Table):
    """CAMEO codes with GDELT's values and the PLOVER type they map to."""

    cameo_code = dy.String(primary_key=True, regex=r"^\d{2,4}$", description="CAMEO code, two to four digits.")
    label = dy.String(description="What it means, in our own words.")
    quad_class = dy.Int32(min=1, max=4, description="GDELT's quad class.")
    goldstein = dy.Float64(min=-10, max=10, nullable=True, description="GDELT's Goldstein value.")
    event_type = columns.text("PLOVER type of the 2021 mapping.")
    event_mode = columns.text("PLOVER mode of the 2021 mapping.")
    context = columns.text("PLOVER context of the 2021 mapping.")


class Actors(Table):
    """Known actors with their codes and aliases."""

    actor_id = dy.String(primary_key=True, description="Short name of the actor.")
    name = dy.String(description="Canonical name.")
    kind = dy.String(description="Kind of actor.")
    country = columns.text("ISO 3166-1 alpha-3 code, where the actor belongs to a country.")
    sectors = columns.text("PLOVER sector codes, joined by semicolons.")
    code = dy.String(description="Code as used in event mentions.")
    valid_from = dy.Date(nullable=True, description="First day on which the row holds; null for always.")
    valid_to = dy.Date(nullable=True, description="Last day on which the row holds; null for still.")


class Countries(Table):
    """Countries with their codes, capitals and adjectives."""

    country = dy.String(primary_key=True, regex="^[A-Z]{3}$", description="ISO 3166-1 alpha-3 code.")
    alpha2 = dy.String(regex="^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code.")
    name = dy.String(description="Short English name.")
    capital = columns.text("Seat of government.")
    adjective = columns.text("Adjective of nationality.")
