"""Fold mentions into events: one row for what several sentences and articles tell."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta

import polars as pl

from schemas.codes import DATED_AS_TOLD
from schemas.events import EventMentions, Events

REACH = timedelta(days=30)
INTERVAL = ("event_date", "event_date_end", "event_date_precision")
SPOKEN = tuple(f"spoken_{name}" for name in INTERVAL)
KEY = ("event_type", "status", *SPOKEN, "actor_code", "actor", "recipient_code", "recipient", "place_country")
BEST_FIRST = ("confidence", "event_mention_id")
SEPARATOR = "\x1f"
BY_PUBLICATION = "article"
EVERYWHERE, NO_COUNTRY = "everywhere", "---"


@dataclass(frozen=True, slots=True)
class Folded:
    """Mentions with their event_id, and the events that they tell, each sorted by its own id."""

    mentions: pl.DataFrame
    events: pl.DataFrame


def fold(mentions: pl.DataFrame, articles: pl.DataFrame) -> Folded:
    """Give every mention its event and build the events.

    `mentions` has the columns of EventMentions, with or without event_id; `articles` has article_id, published_date and
    duplicate_group_id. Mentions are one event when their interval, type, status, place country and both participants
    agree. They join across articles only within 30 days of the earliest publication. Background (historical) and
    mentions in articles without a date join within their article only; mentions without a date of their own (the day
    of the telling is none), or with a participant known by neither name nor country, within copies of one text; a
    missing participant joins nothing. The order of rows makes no difference.
    """
    known = mentions.drop("event_id", "published_date", strict=False)
    told = known.join(articles.select(_ARTICLE), on="article_id", how="left").sort("event_mention_id")
    keyed = _anchored(told.with_columns(*_participants(), *_spoken()).with_columns(_scope()))
    identified = _identified(keyed)
    by_id = identified.select("event_mention_id", "event_id")
    return Folded(
        mentions=(
            mentions.drop("event_id", strict=False)
            .join(by_id, on="event_mention_id")
            .select(EventMentions.column_names())
            .sort("event_mention_id")
        ),
        events=_events(identified),
    )


_ARTICLE = (pl.col("article_id"), pl.col("published_date"), pl.col("duplicate_group_id"))


def _participants() -> list[pl.Expr]:
    """Who takes part, by canonical name where it is known."""
    return [
        pl.coalesce(f"{role}_name", f"{role}_text").str.to_lowercase().alias(role) for role in ("actor", "recipient")
    ]


def _spoken() -> list[pl.Expr]:
    """The interval that the text gives: the day on which an event was told is no part of the key."""
    as_told = pl.col("event_date_method").is_in(DATED_AS_TOLD).fill_null(value=False)
    return [pl.when(~as_told).then(name).alias(alias) for name, alias in zip(INTERVAL, SPOKEN, strict=True)]


def _scope() -> pl.Expr:
    """How far a mention may join others: itself, its article, copies of its text, or everywhere."""
    alone = pl.any_horizontal(pl.col("actor", "recipient").is_null())
    background = pl.col("is_historical").fill_null(value=False) | pl.col("published_date").is_null()
    vague = pl.col(SPOKEN[0]).is_null() | ~_known("actor") | ~_known("recipient")
    return (
        pl.when(alone)
        .then(pl.format("mention {}", "event_mention_id"))
        .when(background)
        .then(pl.format("article {}", "article_id"))
        .when(vague)
        .then(pl.format("copies {}", _group()))
        .otherwise(pl.lit(EVERYWHERE))
    ).alias("scope")


def _known(role: str) -> pl.Expr:
    """Whether a participant is more than words: it has a canonical name, or a code that names its country."""
    code = pl.col(f"{role}_code")
    placed = code.is_not_null() & ~code.str.starts_with(NO_COUNTRY)
    return pl.col(f"{role}_name").is_not_null() | placed


def _group() -> pl.Expr:
    return pl.coalesce("duplicate_group_id", "article_id")


def _anchored(told: pl.DataFrame) -> pl.DataFrame:
    """Add `anchor`: the earliest publication among mentions that join across articles, else null."""
    local = pl.col("scope").str.contains("^(mention|article) ")
    done = [told.filter(local).with_columns(anchor=pl.lit(None, pl.Date))]
    rest = told.filter(~local)
    while not rest.is_empty():
        rest = rest.with_columns(anchor=pl.col("published_date").min().over(*KEY, "scope"))
        near = pl.col("published_date") - pl.col("anchor") <= REACH
        done.append(rest.filter(near))
        rest = rest.filter(~near)
    return pl.concat(done)


def _identified(keyed: pl.DataFrame) -> pl.DataFrame:
    """Add event_id: "e" and the first 20 hex digits of the SHA-256 of fold key, scope and anchor, in this order."""
    parts = [pl.col(name).cast(pl.String).fill_null("") for name in (*KEY, "scope", "anchor")]
    recipes = keyed.with_columns(recipe=pl.concat_str(parts, separator=SEPARATOR))
    unique = recipes.get_column("recipe").unique()
    ids = pl.DataFrame({"recipe": unique, "event_id": [_event_id(recipe) for recipe in unique]}, schema=_ID_SCHEMA)
    return recipes.join(ids, on="recipe")


_ID_SCHEMA = {"recipe": pl.String, "event_id": pl.String}


def _event_id(recipe: str) -> str:
    return "e" + hashlib.sha256(recipe.encode()).hexdigest()[:20]


def _events(identified: pl.DataFrame) -> pl.DataFrame:
    """One row for each event: the best mention's fields, and counts over all."""
    counted = identified.group_by("event_id").agg(
        first_published_date=pl.col("published_date").min(),
        last_published_date=pl.col("published_date").max(),
        mention_count=pl.len().cast(pl.Int32),
        article_count=pl.col("article_id").n_unique().cast(pl.Int32),
        independent_source_count=_group().n_unique().cast(pl.Int32),
    )
    best = identified.sort(*BEST_FIRST, descending=[True, False]).unique("event_id", keep="first", maintain_order=True)
    ended = pl.coalesce(SPOKEN[1], SPOKEN[0])
    return (
        best.join(counted, on="event_id")
        .with_columns(_first_published("event_date"), _first_published("event_date_end"))
        .with_columns(
            actor_name=pl.coalesce("actor_name", "actor_text"),
            recipient_name=pl.coalesce("recipient_name", "recipient_text"),
            is_historical=pl.col("first_published_date") - ended > REACH,
            best_event_mention_id=pl.col("event_mention_id"),
            event_month=pl.col("event_date").dt.strftime("%Y-%m").fill_null("undated"),
        )
        .select(Events.column_names())
        .sort("event_id")
    )


def _first_published(day: str) -> pl.Expr:
    """A day of an event; where only publication dates it, that of the earliest article."""
    return pl.when(pl.col("event_date_method") == BY_PUBLICATION).then("first_published_date").otherwise(day).alias(day)
