"""Tools: what the walk needs, made from the settings."""

from __future__ import annotations

from flows.memories import load_memory
from flows.settings import ConfigurationError, Settings
from transforms.walk import Overlays, Tools


def load_tools(settings: Settings | None = None) -> Tools:
    """The walk's tools with overlays, source facts and memory; raises ConfigurationError for a faulty overlay row."""
    if settings is None:
        return Tools.load()
    overlays = Overlays(
        codebook=settings.overlay_paths("codebook"),
        actors=settings.overlay_paths("actors"),
        vocabularies=settings.overlay_paths("vocabularies"),
    )
    facts = {source.id: source.facts() for source in settings.sources}
    try:
        return Tools.load(overlays, facts, load_memory(settings))
    except ValueError as error:
        if overlays == Overlays():
            raise
        raise ConfigurationError(f"overlay: {error}") from error
