"""Single words that say what somebody is, from the table of roles: minister, police, military."""

from functools import cache

from schemas.data_files import packaged, read_rows

ROLE_COLUMNS = ("term", "kind")


@cache
def roles() -> frozenset[str]:
    """Words for people, groups and bodies."""
    return frozenset(term for term, _ in _single_words())


@cache
def titles() -> frozenset[str]:
    """Words for an office or a calling that one person holds."""
    return frozenset(term for term, kind in _single_words() if kind == "person")


@cache
def _single_words() -> tuple[tuple[str, str], ...]:
    rows = read_rows(packaged("transforms.events", "actors", "roles.csv"), ROLE_COLUMNS, exact=False)
    return tuple((row["term"], row["kind"]) for row in rows if " " not in row["term"])
