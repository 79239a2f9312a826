"""Findings view: the times and places of one article for a person, as they were read and why."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from schemas.records import Place, TimeExpression


def show_findings(times: Sequence[TimeExpression], places: Sequence[Place], out: Console) -> None:
    """Print a line for each time and each place, in reading order; one that stayed open says so."""
    for time in times:
        _show(out, "time", time.text, f"{time.type} {time.value or 'open'}", time.method)
    for place in places:
        _show(out, "place", place.text, _where(place), place.method)


def _where(place: Place) -> str:
    if place.place_id is None:
        return "open"
    degrees = f"{place.latitude:.1f} {place.longitude:.1f}" if None not in (place.latitude, place.longitude) else None
    region = place.admin1 if place.admin1 != place.name else None
    return ", ".join(filter(None, [place.name, region, place.country, degrees, place.kind, place.place_id]))


def _show(out: Console, label: str, text: str, reading: str, method: str) -> None:
    line = Text(f"{label:<6}", style="dim") + Text(f"{' '.join(text.split())}: {reading}")
    out.print(line + Text(f"  ({method})", style="dim"), soft_wrap=True)
