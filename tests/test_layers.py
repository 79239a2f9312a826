"""A storey of the house imports only what lies below it; each outside library is met in the rooms that own it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "schemas": {"schemas"},
    "warehouse": {"warehouse", "schemas"},
    "transforms": {"transforms", "schemas"},
    "flows": {"flows", "transforms", "warehouse", "schemas"},
}
# A library on the left is imported only below the folders on the right.
ONLY_IN = {
    "prefect": ("flows",),
    "httpx2": ("flows",),
    "httpcore2": ("flows/fetching",),
    "stamina": ("flows/fetching",),
    "brotli": ("flows/fetching",),
    "protego": ("flows",),
    "feedparser": ("flows/sources/feeds.py",),
    "defusedxml": ("flows/sources/sitemaps.py",),
    "fastwarc": ("flows/sources",),
    "typer": ("flows",),
    "rich": ("flows",),
    "great_expectations": ("warehouse", "schemas/expectations.py"),
    "duckdb": ("warehouse",),
    "trafilatura": ("transforms/articles/page/markup.py",),
    "spacy": ("transforms/events", "transforms/walk.py"),
}
# What would make a transform depend on more than its input.
NOT_IN_TRANSFORMS = {"socket", "urllib.request", "http.client", "subprocess", "time", "random", "locale"}
MODULES = [path for storey in MAY_IMPORT for path in sorted((ROOT / storey).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports, wherever in it the import stands."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides where it leads"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_what_its_storey_may(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    storey = place.split("/")[0]
    names = imports(path)
    ours = {name.split(".")[0] for name in names} & (set(MAY_IMPORT) | {"tests", "training"})
    assert ours <= MAY_IMPORT[storey]
    for library, rooms in ONLY_IN.items():
        if library in {name.split(".")[0] for name in names}:
            assert place.startswith(rooms), f"{place} imports {library}, which belongs to {rooms}"
    if storey == "transforms":
        assert not names & NOT_IN_TRANSFORMS


def test_the_house_has_its_four_storeys() -> None:
    assert all(any(path.relative_to(ROOT).parts[0] == storey for path in MODULES) for storey in MAY_IMPORT)
