"""Names that are no person's: agencies, desks, publishers, affiliations."""

from __future__ import annotations

import re
from functools import cache

from transforms.articles.bylines.vocabulary import CJK, EDGES, vocabulary
from transforms.articles.dates.words import fold
from transforms.articles.wordlists import rows

LONGEST_AGENCY = 4
_DOMAIN = re.compile(r"(?:^|\s)[\w\-]+(?:\.[\w\-]+)*\.(?:[a-z]{2}|com|org|net|info|news|tv|online)$", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|our|die|unsere|la|le|el|il|de|da|onze) ")
_ENDING = re.compile(r"^the |\.(?:com|de|org|net|fr)$")


@cache
def agencies() -> dict[str, str]:
    """Folded form of every agency name to the form as written in `data/agencies.csv`."""
    return {fold(row["form"]): row["form"] for row in rows("agencies", "form", "name")}


def is_agency(text: str) -> bool:
    """Whether `text` is a news agency's name or short form; short forms in capitals must be written so."""
    bare = text.strip(EDGES)
    name = agencies().get(fold(bare))
    return name is not None and (bare.isupper() or not name.isupper() or len(name) > 4)


def is_organisation(text: str, publisher: str | None = None) -> bool:
    """Whether `text` names an agency, a desk, the publisher or its address, or bears a word of such names."""
    bare = text.strip(EDGES)
    key = fold(bare)
    if key in vocabulary("nobody"):
        return False
    if is_agency(bare) or is_desk(key) or _DOMAIN.search(bare):
        return True
    if publisher and _is_publisher(key, fold(publisher)):
        return True
    marks = vocabulary("organisation")
    if any(w in marks for w in re.findall(r"[^\W_]+", key)):
        return True
    return bool(CJK.search(bare)) and any(m in key for m in marks if CJK.match(m))


def is_affiliation(text: str) -> bool:
    """Whether `text` is where somebody works or teaches, which credits nobody."""
    return bool(vocabulary("affiliation").intersection(re.findall(r"[^\W_]+", fold(text))))


def is_desk(key: str) -> bool:
    """Whether folded words are a desk's, with or without their article ("the editorial board")."""
    return key in vocabulary("desk") or _ARTICLE.sub("", key) in vocabulary("desk")


def trailing_agency(words: list[str]) -> int:
    """How many of the last words are an agency's name; 0 where none ends them or nothing stands before it."""
    for count in range(min(LONGEST_AGENCY, len(words) - 1), 0, -1):
        if is_agency(" ".join(words[-count:])):
            return count
    return 0


def _is_publisher(key: str, publisher: str) -> bool:
    ours, theirs = (re.sub(r"[\W_]+", "", _ENDING.sub("", k)) for k in (key, publisher))
    return bool(ours) and (ours == theirs or (len(ours) > 3 and len(key.split()) > 1 and ours in theirs))
