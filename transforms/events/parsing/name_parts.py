"""People's names made whole: over particles (bin, van der, al-) and with what follows them (Jr., XIV)."""

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from schemas.data_files import packaged, read_rows

PART_COLUMNS = ("word", "role", "note")
PERSON = "PERSON"
HYPHENS = frozenset("-‐‑")
# Between two parts of a name stand at most so many particles and hyphens: van der, bin al-.
LONGEST_JOINT = 3


@cache
def name_parts() -> dict[str, str]:
    """Words that join the parts of a name, follow it or stand before it as titles, in lower case, with their role."""
    rows = read_rows(packaged("transforms.events", "name_parts.csv"), PART_COLUMNS)
    return {row["word"]: row["role"] for row in rows}


def whole_names(doc: Doc, names: Sequence[Span]) -> list[Span]:
    """The names in their order; those of people reach over particles, up to the next name of another kind."""
    whole: list[Span] = []
    for place, name in enumerate(names):
        if name.label_ != PERSON:
            whole.append(name)
            continue
        before = whole[-1].end if whole else 0
        if whole and name.start < before:
            continue
        later = [other for other in names[place + 1 :] if other.label_ != PERSON]
        limit = later[0].start if later else len(doc)
        if whole and whole[-1].label_ == PERSON and _is_joint(doc, before, name.start):
            start = whole.pop().start
        else:
            start = _reach_back(doc, name.start, before)
        end = _reach_on(doc, name.end, limit)
        whole.append(Span(doc, _behind_titles(doc, start, end), end, label=PERSON))
    return whole


def _behind_titles(doc: Doc, start: int, end: int) -> int:
    """The start of a name without the titles before it; a title alone may be a name."""
    while start < end - 1 and name_parts().get(doc[start].lower_) == "title":
        start += 1
    return start


def _is_joint(doc: Doc, start: int, end: int) -> bool:
    """Whether particles, with or without hyphens, are all that stands between two parts."""
    between = doc[start:end]
    return (
        len(between) <= LONGEST_JOINT
        and all(_is_particle(token) or token.text in HYPHENS for token in between)
        and any(_is_particle(token) for token in between)
    )


def _is_particle(token: Token) -> bool:
    return name_parts().get(token.lower_) == "particle"


def _reach_on(doc: Doc, end: int, limit: int) -> int:
    """The end of a name with a part behind particles, and with a suffix."""
    for part in range(end + 1, min(limit, end + LONGEST_JOINT + 1)):
        if _is_joint(doc, end, part) and _is_part(doc[part]):
            return _reach_on(doc, part + 1, limit)
    return end + 1 if end < limit and _is_suffix(doc[end]) else end


def _reach_back(doc: Doc, start: int, limit: int) -> int:
    """The start of a name, moved to the part before the small particles that it begins with or follows."""
    joint = start
    while joint > limit and (_is_small_particle(doc[joint - 1]) or doc[joint - 1].text in HYPHENS):
        joint -= 1
    joined = _is_joint(doc, joint, start + _is_small_particle(doc[start]))
    return joint - 1 if joined and joint > limit and _is_part(doc[joint - 1]) else start


def _is_small_particle(token: Token) -> bool:
    """Al Smith is a name of its own, al-Sabah a part of one."""
    return token.text.islower() and _is_particle(token)


def _is_part(token: Token) -> bool:
    """A capitalised proper noun."""
    return token.text[:1].isupper() and token.tag_ == "NNP"


def _is_suffix(token: Token) -> bool:
    return token.text[:1].isupper() and name_parts().get(token.lower_) == "suffix"
