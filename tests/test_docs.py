"""Every command in README and docs runs, and prints what the page says."""

from pathlib import Path

import pytest

from tests import transcripts


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's warehouse, for the pages that query it."""
    folder = transcripts.sandbox(tmp_path_factory.mktemp("demo"))
    transcripts.run("dateline demo", folder)
    return folder / "data"


@pytest.mark.parametrize("page", transcripts.pages(), ids=lambda page: page.relative_to(transcripts.ROOT).as_posix())
def test_the_commands_of_a_page_run_and_print_what_it_shows(page: Path, demo: Path, tmp_path: Path) -> None:
    folder = transcripts.sandbox(tmp_path)
    steps = [step for step in transcripts.steps(page) if step.is_run]
    if not any(step.command == "make demo" for step in steps):
        (folder / "data").symlink_to(demo)
    for step in steps:
        printed = transcripts.run(step.command, folder)
        assert transcripts.matches(step.shown, printed), f"$ {step.command}\nprints\n{printed}"


def test_every_page_in_docs_is_reached_from_the_readme() -> None:
    text = (transcripts.ROOT / "README.md").read_text(encoding="utf8")
    docs = transcripts.ROOT / "docs"
    linked = [page for page in docs.glob("*.md") if f"docs/{page.name}" not in text]
    assert not linked, f"README links none of {linked}"


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ([], "anything", True),
        (["a", "b"], "a\nb", True),
        (["a", "b"], "a\nc", False),
        (["a", "…", "d"], "a\nb\nc\nd", True),
        (["a", "…"], "b\nc", False),
    ],
)
def test_a_page_shows_what_was_printed(shown: list[str], printed: str, expected: bool) -> None:
    assert transcripts.matches(shown, printed) is expected
