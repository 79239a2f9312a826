"""Settings: dateline.toml, checked before anything runs, with DATELINE_* variables on top."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from flows.sources.intake import MAX_DOCUMENT_BYTES
from flows.sources.kinds import KINDS, Contact, FilesSource, ListSource, Part, Paths, Source, WarcSource, WebSource

PREFIX = "DATELINE_"
NESTED = "__"


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message names the file, the key and what to do."""


class OverlayFiles(Part):
    """The user's own rows for codebook, actors and vocabularies."""

    codebook: Paths = ()
    actors: Paths = ()
    vocabularies: Paths = ()


class Run(Part):
    """How a run works; nothing here changes what it finds, except the size limit."""

    workers: int = Field(default_factory=lambda: os.cpu_count() or 1, ge=1, le=256)
    batch_size: int = Field(default=200, ge=1, le=5000)
    keep_snapshots: int = Field(default=10, ge=1)
    max_document_bytes: int = Field(default=MAX_DOCUMENT_BYTES, ge=1024)
    page_seconds: float = Field(default=60.0, gt=0)
    page_memory_bytes: int = Field(default=3 * 1024**3, ge=1024**3)


class Fetch(Part):
    """How pages are fetched; times are seconds, sizes bytes. `contact` is told to every server."""

    contact: Contact = ""
    delay: float = Field(default=1.0, ge=0)
    deadline: float = Field(default=30.0, gt=0)
    budget: float = Field(default=3600.0, gt=0)
    patience: float = Field(default=120.0, ge=0)
    attempts: int = Field(default=3, ge=1, le=10)
    max_tries: int = Field(default=5, ge=1)
    hosts_at_once: int = Field(default=16, ge=1, le=256)
    max_wire_bytes: int = Field(default=10 * 1024 * 1024, ge=1024)
    max_redirects: int = Field(default=5, ge=0, le=20)


class Settings(BaseSettings):
    """The effective settings; relative paths start at `root`, which is the configuration file's folder unless given."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_nested_delimiter=NESTED, extra="forbid", frozen=True)

    root: Path
    data: Path = Path("data")
    memory: str | None = Field(default=None, pattern="^[0-9a-f]{12}$")
    model: Path | None = None
    sources: tuple[Source, ...] = ()
    overlays: OverlayFiles = OverlayFiles()
    run: Run = Field(default_factory=Run)
    fetch: Fetch = Fetch()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - pydantic-settings calls with these names
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables outrank the file, whose values come as arguments."""
        return env_settings, init_settings

    @field_validator("sources")
    @classmethod
    def _unique(cls, sources: tuple[Source, ...]) -> tuple[Source, ...]:
        ids = [source.id for source in sources]
        twice = sorted({one for one in ids if ids.count(one) > 1})
        if twice:
            raise ValueError(f"the id '{twice[0]}' stands twice; ids must differ")
        return sources

    @property
    def data_root(self) -> Path:
        """The warehouse's folder."""
        return self.root / self.data

    @property
    def model_folder(self) -> Path | None:
        """The folder of the language pipeline, None for the packaged one."""
        return self.root / self.model if self.model else None

    def overlay_paths(self, kind: str) -> tuple[Path, ...]:
        """Files of one kind of overlay: codebook, actors or vocabularies."""
        return tuple(self.root / path for path in getattr(self.overlays, kind))

    def enabled_sources(self) -> tuple[Source, ...]:
        """The sources that a run reads, in the order of the file."""
        return tuple(source for source in self.sources if source.enabled)

    def web_sources(self) -> tuple[WebSource, ...]:
        """The enabled sources that are fetched."""
        return tuple(source for source in self.enabled_sources() if isinstance(source, WebSource))

    def disk_sources(self) -> tuple[FilesSource | WarcSource, ...]:
        """The enabled sources whose documents lie on disk."""
        return tuple(source for source in self.enabled_sources() if isinstance(source, FilesSource | WarcSource))


def load_settings(path: Path, *, needs_sources: bool = True) -> Settings:
    """Settings from a TOML file with DATELINE_* on top; raises ConfigurationError naming file and key."""
    try:
        text = path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise ConfigurationError(f"{path}: no such file; write one, or name another by --config") from None
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path}: no valid TOML: {error}") from None
    except OSError as error:
        raise ConfigurationError(f"{path}: cannot be read: {error.strerror}") from None
    return parse_settings(path, text, needs_sources=needs_sources)


def parse_settings(path: Path, text: str, *, needs_sources: bool = True) -> Settings:
    """Settings from the text of a file at this path; raises ConfigurationError."""
    try:
        values = tomllib.loads(text)
        settings = Settings(**({"root": path.resolve().parent} | values))
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"{path}: no valid TOML: {error}") from None
    except ValidationError as error:
        raise ConfigurationError(_explained(path, error)) from None
    if needs_sources and not settings.sources:
        raise ConfigurationError(f"{path}: sources: is missing")
    _require_contact(path, settings)
    _require_files(path, settings)
    return settings


def _explained(path: Path, error: ValidationError) -> str:
    return "\n".join(_explained_one(path, found["loc"], found["type"], found["msg"]) for found in error.errors())


def _explained_one(path: Path, place: tuple[int | str, ...], kind: str, message: str) -> str:
    of_source = KINDS & {*map(str, place[2:3])} if place[:1] == ("sources",) else set()
    place = place[:2] + place[3:] if of_source else place
    variable = PREFIX + NESTED.join(str(part) for part in place).upper()
    where = variable if variable in os.environ else str(path)
    key = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).lstrip(".")
    unknown = f"unknown key for kind '{min(of_source)}'" if of_source else "unknown key"
    plain = {"extra_forbidden": unknown, "missing": "is missing", "union_tag_invalid": f"kind: {_one_of_the_kinds()}"}
    return f"{where}: {key}: {plain.get(kind, message.removeprefix('Value error, '))}"


def _one_of_the_kinds() -> str:
    return f"must be one of {', '.join(sorted(KINDS))}"


def _require_contact(path: Path, settings: Settings) -> None:
    if settings.web_sources() and not settings.fetch.contact:
        raise ConfigurationError(f"{path}: fetch.contact: say who runs this, an e-mail or web address")


def _require_files(path: Path, settings: Settings) -> None:
    """Stop before the run starts where a named file is not there; a glob may match nothing."""
    from glob import has_magic

    named = [(f"sources.{one.id}.paths", file) for one in settings.enabled_sources() for file in _paths(one)]
    named += [
        (f"overlays.{kind}", str(file)) for kind in OverlayFiles.model_fields for file in settings.overlay_paths(kind)
    ]
    named += [("model", str(settings.model_folder))] if settings.model_folder else []
    for key, file in named:
        if not has_magic(file) and not (settings.root / file).exists():
            raise ConfigurationError(f"{path}: {key}: no file or folder {settings.root / file}")


def _paths(source: Source) -> tuple[str, ...]:
    return source.paths if isinstance(source, FilesSource | WarcSource | ListSource) else ()
