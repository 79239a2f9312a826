"""Refusals: who says that he will not help, meet or release somebody has refused it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from schemas.data_files import packaged, read_rows
from transforms.events.clauses.clauses import Clause
from transforms.events.codebook.rows import Row

COLUMNS = ("cameo_code", "refused_code", "note")
INTENTION = frozenset({"will", "would", "wo", "'ll", "’ll"})
NEGATION = frozenset({"not", "n't", "n’t", "never"})


@cache
def refused_codes() -> dict[str, str]:
    """CAMEO codes or their beginnings to the code of their refusal."""
    rows = read_rows(packaged("transforms.events", "refused.csv"), COLUMNS)
    return {row["cameo_code"]: row["refused_code"] for row in rows}


def is_refused(clause: Clause, predicate: Token) -> bool:
    """Whether somebody is said to be unwilling: "will not lift", not "did not lift" or "cannot lift"."""
    if clause.pos != "verb" or clause.passive or clause.status != "negated":
        return False
    words = {child.lower_ for child in predicate.children}
    return not (INTENTION.isdisjoint(words) or NEGATION.isdisjoint(words))


def refusal(row: Row) -> Row | None:
    """The row as an asserted refusal of what it tells; None where nothing friendly is refused."""
    beginnings = (row.cameo_code[:length] for length in range(len(row.cameo_code), 1, -1))
    code = next((refused_codes()[start] for start in beginnings if start in refused_codes()), None)
    if code is None:
        return None
    return replace(row, event_type="REJECT", event_mode=None, cameo_code=code, status="asserted")
