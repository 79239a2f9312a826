"""Tools: what the walk needs, made from the settings."""

from __future__ import annotations

from flows.memories import load_memory
from flows.settings import ConfigurationError, Settings
from transforms.events.parsing.language import LanguageModelError
from transforms.walk import Overlays, Tools


def load_tools(settings: Settings | None = None) -> Tools:
    """The walk's tools with overlays, source facts, memory and model; raises ConfigurationError for a faulty one."""
    if settings is None:
        return Tools.load()
    overlays = Overlays(
        codebook=settings.overlay_paths("codebook"),
        actors=settings.overlay_paths("actors"),
        vocabularies=settings.overlay_paths("vocabularies"),
    )
    facts = {source.id: source.facts() for source in settings.sources}
    try:
        return Tools.load(overlays, facts, load_memory(settings), settings.model_folder)
    except LanguageModelError as error:
        raise ConfigurationError(f"model: {error}") from error
    except ValueError as error:
        if overlays == Overlays():
            raise
        raise ConfigurationError(f"overlay: {error}") from error
