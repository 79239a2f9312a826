"""Tools: what the settings name is loaded, or refused with the setting's name."""

import shutil
from pathlib import Path

import pytest
import spacy

from flows.settings import ConfigurationError, load_settings
from flows.tools import load_tools
from transforms.events.parsing.language import MODEL

CONFIGURATION = 'model = "pipeline"\n[[sources]]\nid = "desk"\npath = "."\n'


def configured(folder: Path) -> Path:
    path = folder / "dateline.toml"
    path.write_text(CONFIGURATION, encoding="utf8")
    return path


def test_another_pipeline_is_used(tmp_path: Path) -> None:
    shutil.copytree(MODEL, tmp_path / "pipeline")
    tools = load_tools(load_settings(configured(tmp_path)))
    assert tools.language.path == tmp_path / "pipeline"


def test_a_pipeline_that_cannot_be_used_is_named_with_its_setting(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "pipeline")
    with pytest.raises(ConfigurationError, match=r"model: .*pipeline: the pipeline lacks parser, ner"):
        load_tools(load_settings(configured(tmp_path)))


def test_a_missing_folder_stops_before_anything_is_loaded(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="model: no file or folder"):
        load_settings(configured(tmp_path))
