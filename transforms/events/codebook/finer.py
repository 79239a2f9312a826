"""Finer codes: what is asked, promised, refused or threatened says which code of such words is meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from schemas.codes import plover_modes, reference_rows
from schemas.data_files import packaged, read_rows
from transforms.events.codebook.conditions import Condition
from transforms.events.codebook.refusals import refused_codes
from transforms.events.codebook.rows import Row

COLUMNS = ("root", "cameo_code", "finer_code", "note")
PROMISE, REFUSAL, THREAT = "03", "12", "13"
ROOT = 2


@cache
def finer_codes() -> dict[tuple[str, str], str]:
    """(root of what is said, code of what it speaks of or its beginning) to the code of both."""
    found = {(REFUSAL, code): refused for code, refused in refused_codes().items()}
    events = packaged("transforms.events", "announced.csv")
    promised = read_rows(events, ("cameo_code", "announced_code", "note"))
    found |= {(PROMISE, row["cameo_code"]): row["announced_code"] for row in promised}
    asked = read_rows(packaged("transforms.events", "asked.csv"), COLUMNS)
    return found | {(row["root"], row["cameo_code"]): row["finer_code"] for row in asked}


def finer(row: Row, below: Iterable[Row]) -> Row:
    """The row with the finest code that the rows of the clauses below it support."""
    if row.complement == Condition() and not row.object.types:
        return row
    root = row.cameo_code[:ROOT]
    codes = (code for told in below for code in _codes(root, told.cameo_code))
    code = next((code for code in codes if _is_finer(code, row)), None)
    if code is None:
        return row
    known = _known()[code]
    mode = known["event_mode"] if known["event_mode"] in plover_modes(row.event_type) else ""
    return replace(row, cameo_code=code, event_mode=mode or None, context=known["context"] or None)


def announced(row: Row, *, by_its_actor: bool) -> Row:
    """The row as it reads of an act to come: a kindness is AGREE, a hostile act that its actor announces THREATEN."""
    roots = (PROMISE, THREAT) if by_its_actor else (PROMISE,)
    code = next((code for root in roots for code in _spoken(root, row.cameo_code)), None)
    if code is None:
        return row
    return replace(row, event_type=_known()[code]["event_type"], event_mode=None, cameo_code=code)


def _codes(root: str, told: str) -> Iterator[str]:
    """The code of saying this of an event with that code, the closest first; who decides on a thing has done it."""
    if told.startswith(root):
        yield told
    yield from _spoken(root, told)


def _spoken(root: str, told: str) -> Iterator[str]:
    beginnings = (told[:length] for length in range(len(told), ROOT - 1, -1))
    yield from (finer_codes()[root, start] for start in beginnings if (root, start) in finer_codes())


def _is_finer(code: str, row: Row) -> bool:
    own = row.cameo_code
    stem = own[:ROOT] if own[ROOT:] in ("", "0") else own
    return code != own and code.startswith(stem) and _known()[code]["event_type"] == row.event_type


@cache
def _known() -> dict[str, dict[str, str]]:
    return {row["cameo_code"]: row for row in reference_rows("cameo_codes")}
