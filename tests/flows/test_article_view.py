"""What `dateline inspect` shows a person: every part with its origin, what lost and why, what was cut and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app

PAGE = """<html lang="en-GB"><head><title>Ferry runs again | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2026-03-02T08:30:00+01:00">
<link rel="canonical" href="https://harbour.example/2026/03/01/ferry"></head>
<body><article><h1>Ferry runs again</h1>
<p>OSLO, March 2 - Norway thanked Iceland on Monday for lending a ferry to the northern islands.</p>
<p>The old one had stood still near Oslo since a storm in January tore away the landing stage.</p>
<h2>A quiet winter</h2>
<p>Shopkeepers said that the winter had been the quietest that they could remember.</p>
<p>Share this article</p></article></body></html>"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    page = tmp_path_factory.mktemp("view") / "ferry.html"
    page.write_text(PAGE, encoding="utf8")
    return inspect(page)


def inspect(page: Path) -> list[str]:
    result = CliRunner(env={"COLUMNS": "160", "NO_COLOR": "1"}).invoke(app, ["inspect", str(page)])
    assert result.exit_code == 0, result.output
    return [" ".join(line.split()) for line in result.stdout.splitlines()]


def test_every_part_says_where_it_was_taken_from(shown: list[str]) -> None:
    assert "title Ferry runs again (h1 as in title element)" in shown
    assert "authors Ann Lee (meta author)" in shown
    assert "place Oslo" in shown
    assert "published 2026-03-02 08:30, 2026-03-02 07:30 UTC (meta published)" in shown
    assert "address https://harbour.example/2026/03/01/ferry" in shown
    assert any(line.startswith("body ") and "trafilatura, 100% of the page's prose" in line for line in shown)


def test_the_date_that_lost_says_why(shown: list[str]) -> None:
    assert "✓ 2026-03-02T08:30:00+01:00 2026-03-02 08:30:00 meta published first in rank" in shown
    assert "2026-03-01 2026-03-01 url lower rank" in shown


def test_the_titles_and_credits_considered_stand_there(shown: list[str]) -> None:
    assert any(line.startswith("✓ Ferry runs again Ferry runs again h1") for line in shown)
    assert any(line.startswith("Ferry runs again | Harbour Post") and "title element" in line for line in shown)
    assert any(line.startswith("✓ Ann Lee Ann Lee meta author") for line in shown)


def test_subheads_are_marked_in_the_text(shown: list[str]) -> None:
    assert "## A quiet winter" in shown
    assert "Shopkeepers said that the winter had been the quietest that they could remember." in shown


def test_events_stand_in_a_table(shown: list[str]) -> None:
    assert any(line.startswith("2026-03-02 NOR") and " ISL " in line and "asserted" in line for line in shown)


def test_an_article_without_a_date_says_why(tmp_path: Path) -> None:
    page = tmp_path / "note.txt"
    page.write_text("The river rose on Monday, and the council closed the lower bridge to lorries.", encoding="utf8")
    assert "published unknown: the page gives no date of publication" in inspect(page)


def test_flags_and_cut_lines_are_told(tmp_path: Path) -> None:
    page = tmp_path / "paid.txt"
    text = "The council closed the lower bridge to lorries on Monday, its chair said.\n"
    page.write_text("Bridge closed\n" + text + "Subscribe to continue reading.\n", encoding="utf8")
    found = inspect(page)
    assert "flags partial text" in found
    assert any(line.startswith("cut 3 ") and line.endswith(": Subscribe to continue reading.") for line in found)


def test_a_reject_says_where_it_fell_and_why(tmp_path: Path) -> None:
    page = tmp_path / "wall.html"
    page.write_text(
        "<html><head><title>Just a moment...</title></head><body>Verify you are human.</body></html>", "utf8"
    )
    (reject,) = [line for line in inspect(page) if line.startswith("rejected")]
    assert reject == "rejected at article, bot check: the page says: Just a moment..."


def test_times_and_places_say_how_they_were_read_and_why(shown: list[str]) -> None:
    assert any(line.startswith("time Monday: DATE 2026-03-02 (") for line in shown)
    assert any(line.startswith("place Oslo: Oslo, NOR, 59.9 10.") and "gn:3143244 (" in line for line in shown)
