"""The pipeline version changes with what decides the rows, and with nothing else."""

from pathlib import Path

import pytest

from flows.settings import load_settings
from flows.version import pipeline_version

SOURCE = '[[sources]]\nid = "desk"\npath = "."\n'


def version(folder: Path, text: str) -> str:
    folder.mkdir(exist_ok=True)
    (folder / "mine.csv").write_text("rows\n", encoding="utf8") if not (folder / "mine.csv").exists() else None
    path = folder / "dateline.toml"
    path.write_text(text, encoding="utf8")
    pipeline_version.cache_clear()
    return pipeline_version(load_settings(path))


@pytest.mark.parametrize(
    "text",
    [
        SOURCE + 'name = "Desk"\n',
        SOURCE + "enabled = false\n",
        SOURCE + "[run]\nworkers = 7\nbatch_size = 9\n",
        'data = "elsewhere"\n' + SOURCE,
        SOURCE + '[[sources]]\nid = "other"\npath = "."\n',
    ],
    ids=["name", "enabled", "run", "data", "another source"],
)
def test_what_changes_no_row_changes_no_version(tmp_path: Path, text: str) -> None:
    assert version(tmp_path, text) == version(tmp_path, SOURCE)


def test_an_overlay_changes_the_version(tmp_path: Path) -> None:
    assert version(tmp_path, SOURCE + '[overlays]\nactors = "mine.csv"\n') != version(tmp_path, SOURCE)


def test_an_overlay_counts_by_its_bytes_wherever_it_lies(tmp_path: Path) -> None:
    text = SOURCE + '[overlays]\ncodebook = "mine.csv"\n'
    here, there = version(tmp_path / "here", text), version(tmp_path / "there", text)
    assert here == there
    (tmp_path / "here" / "mine.csv").write_text("other rows\n", encoding="utf8")
    assert version(tmp_path / "here", text) != there


def test_a_model_of_ones_own_changes_the_version(tmp_path: Path) -> None:
    (tmp_path / "pipeline").mkdir()
    (tmp_path / "pipeline" / "config.cfg").write_text("[nlp]\n", encoding="utf8")
    assert version(tmp_path, 'model = "pipeline"\n' + SOURCE) != version(tmp_path, SOURCE)
