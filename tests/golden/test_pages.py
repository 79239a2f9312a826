import json
from pathlib import Path

import pytest

from tests.golden.expectations import expectation_path, golden_pages, outcome


@pytest.mark.parametrize("page", golden_pages(), ids=lambda page: page.name)
def test_a_page_is_read_as_it_was_approved(page: Path) -> None:
    path = expectation_path(page)
    assert path.exists(), f"{page.name} has no expectation: run python -m tests.golden.expectations"
    expected = json.loads(path.read_text(encoding="utf8"))
    reviewed = expected.pop("reviewed")
    assert outcome(page) == expected
    assert reviewed is True, f"read {path.name} against its page, then set reviewed to true"


def test_no_expectation_has_lost_its_page() -> None:
    pages = golden_pages()
    assert len(pages) >= 10
    assert {path.name for path in pages[0].parent.glob("*.json")} == {expectation_path(page).name for page in pages}
