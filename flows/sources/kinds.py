"""Kinds of sources: what a table [[sources]] of dateline.toml may say, for each kind its own keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    field_validator,
    model_validator,
)

from flows.fetching.redaction import redacted
from schemas.records import SourceFacts

FROM_ENVIRONMENT = "env:"


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


def _is_address(value: str) -> str:
    """The messages leave the address out: it may hold a password."""
    try:
        parts = urlsplit(value)
        named = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        named = False
    if not named or parts.scheme not in ("http", "https"):
        raise ValueError("no http or https address such as https://desk.example/feed.xml")
    return value


def _is_pattern(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        raise ValueError(f"'{value}' is no regular expression: {error}") from None
    return value


def _is_named(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise ValueError("name at least one")
    return value


def _is_contact(value: str) -> str:
    if value and "@" not in value and not value.startswith(("http://", "https://")):
        raise ValueError(f"'{value}' is neither an e-mail nor a web address")
    return value


def _as_headers(value: Any) -> Any:
    """A table of header names and `env:VARIABLE` as records."""
    if not isinstance(value, Mapping):
        return value
    return tuple({"name": name, "variable": given} for name, given in value.items())


def _as_table(headers: tuple[Header, ...]) -> dict[str, str]:
    return {header.name: FROM_ENVIRONMENT + header.variable for header in headers}


class Part(BaseModel):
    """Base of every table of the configuration: unknown keys are errors, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Header(Part):
    """A request header whose value stands in an environment variable, so that no secret stands in the file."""

    name: str = Field(pattern=r"^[A-Za-z0-9-]+$")
    variable: str

    @field_validator("variable", mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        if not isinstance(value, str) or not re.fullmatch(r"env:[A-Za-z_][A-Za-z0-9_]*", value):
            raise ValueError("write env:NAME, the environment variable that holds the header's value")
        return value.removeprefix(FROM_ENVIRONMENT)


Paths = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Address = Annotated[str, AfterValidator(_is_address), PlainSerializer(redacted)]
Addresses = Annotated[tuple[Address, ...], BeforeValidator(_listed)]
Patterns = Annotated[tuple[Annotated[str, AfterValidator(_is_pattern)], ...], BeforeValidator(_listed)]
Some = AfterValidator(_is_named)
Headers = Annotated[tuple[Header, ...], BeforeValidator(_as_headers), PlainSerializer(_as_table)]
Contact = Annotated[str, AfterValidator(_is_contact)]


class AnySource(Part):
    """What holds for every kind: where documents come from, and what is known of their publisher beforehand."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=64)
    kind: str
    name: str = ""
    home: Address | None = None
    country: str | None = Field(default=None, pattern=r"^[A-Z]{3}$")
    language: str | None = Field(default=None, pattern=r"^[a-z]{2}$")
    time_zone: str | None = None
    date_order: Literal["dmy", "mdy", "ymd"] | None = None
    enabled: bool = True
    quiet_after_days: float | None = Field(default=None, ge=0)

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str | None) -> str | None:
        if value is not None and value not in available_timezones():
            raise ValueError(f"'{value}' is no IANA time zone such as Europe/Brussels")
        return value

    def facts(self) -> SourceFacts:
        """What the transforms may know of the source."""
        return SourceFacts(self.id, self.country, self.language, self.time_zone, self.date_order)


class FilesSource(AnySource):
    """Files, folders and globs, each file read by its ending."""

    kind: Literal["files"] = "files"
    paths: Annotated[Paths, Some] = Field(validation_alias=AliasChoices("paths", "path"))


class WarcSource(AnySource):
    """Web archives on disk, or lists of their names as CC-NEWS publishes them; `base` is where such names start."""

    kind: Literal["warc"]
    paths: Annotated[Paths, Some] = Field(validation_alias=AliasChoices("paths", "path"))
    base: str = ""


class WebSource(AnySource):
    """What holds for every kind that is fetched."""

    addresses: Annotated[Addresses, Some] = Field(validation_alias=AliasChoices("addresses", "address"), repr=False)
    max_items: int = Field(default=1000, ge=1)
    max_pages: int = Field(default=500, ge=1)
    delay: float | None = Field(default=None, ge=0)
    allow_hosts: Paths = ()
    headers: Headers = Field(default=(), repr=False)


class FeedSource(WebSource):
    """RSS and Atom feeds."""

    kind: Literal["feed"]


class SitemapSource(WebSource):
    """News sitemaps, other sitemaps, and indexes of them."""

    kind: Literal["sitemap"]
    max_sitemaps: int = Field(default=50, ge=1)


class SectionSource(WebSource):
    """Section pages: links of the same site whose addresses match a pattern, and none of `skip`."""

    kind: Literal["section"]
    links: Annotated[Patterns, Some]
    skip: Patterns = ()


class ListSource(WebSource):
    """Lists of addresses, one a line, a CSV row or a JSON line; on disk or fetched."""

    kind: Literal["list"]
    addresses: Addresses = Field(default=(), validation_alias=AliasChoices("addresses", "address"), repr=False)
    paths: Paths = Field(default=(), validation_alias=AliasChoices("paths", "path"))

    @model_validator(mode="after")
    def _has_one(self) -> Self:
        if not self.addresses and not self.paths:
            raise ValueError("name the list: path for a file, address for one to fetch")
        return self


KINDS = frozenset({"files", "warc", "feed", "sitemap", "section", "list"})


def _kind(value: Any) -> Any:
    return value.get("kind", "files") if isinstance(value, Mapping) else getattr(value, "kind", None)


Source = Annotated[
    Annotated[FilesSource, Tag("files")]
    | Annotated[WarcSource, Tag("warc")]
    | Annotated[FeedSource, Tag("feed")]
    | Annotated[SitemapSource, Tag("sitemap")]
    | Annotated[SectionSource, Tag("section")]
    | Annotated[ListSource, Tag("list")],
    Discriminator(_kind),
]
