"""Names of persons: their form, their case, their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.articles.bylines.organisations import is_organisation
from transforms.articles.bylines.places import place_key, place_names
from transforms.articles.bylines.vocabulary import CJK, EDGES, vocabulary
from transforms.articles.dates.words import fold, weekdays

MAX_NAME_WORDS, MAX_NAME, MAX_CJK_NAME = 6, 60, 8
MIN_CAPITALS = 4
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}$")
_NO_NAME = re.compile(r"[?!:;\"“”„»«()\[\]…_]|\.$|,")


def is_person(text: str) -> bool:
    """Whether `text` has the form of a full name: two to six capitalised words, particles and initials among them."""
    words = text.split()
    if not 2 <= len(words) <= MAX_NAME_WORDS or any(c.isdigit() for c in text) or len(text) > MAX_NAME:
        return False
    if _NO_NAME.search(text) and not text.endswith((" Jr.", " Sr.")):
        return False
    folded = [fold(w.strip(".,")) for w in words]
    if any(w in vocabulary("furniture") or w in vocabulary("job") or w in weekdays() for w in folded):
        return False
    solid = [w for w in words if _is_name_word(w)]
    return len(solid) >= 2 and all(_is_name_word(w) or _is_particle(w) for w in words) and not _all_initials(words)


def is_name_of_markup(text: str, *, says_person: bool) -> bool:
    """Whether markup may mean a person by one word, in small letters or in a script without capitals."""
    words = text.split()
    known = vocabulary("by") | vocabulary("label") | vocabulary("and") | vocabulary("particle")
    if "_" in text or all(fold(w) in known for w in words) or vocabulary("furniture").intersection(map(fold, words)):
        return False
    if CJK.search(text):
        return len(words) <= 2 and len(text) <= MAX_CJK_NAME
    if says_person:
        return len(words) <= MAX_NAME_WORDS and len(text) <= MAX_NAME
    return len(words) == 1 and text[:1].isupper() and len(text) > 2


def is_uncased(text: str) -> bool:
    """Whether the letters of `text` know no capitals: Arabic, Hebrew, Hindi, Thai and others."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(c.upper() == c.lower() for c in letters)


def normal_name(name: str) -> str:
    """A name as it is usually written: given names first, the family name not in capitals ("KLEIN Mara")."""
    words = name.split()
    loud = [i for i, w in enumerate(words) if w.isupper() and len(w.strip("-'’.")) >= MIN_CAPITALS]
    if len(loud) != 1 or len(words) < 2 or CJK.search(name):
        return normal_case(name)
    words[loud[0]] = _capitalised(words[loud[0]])
    return " ".join((*words[1:], words[0]) if loud == [0] else words)


def normal_case(name: str) -> str:
    """A name in capitals as it is usually written: "JEAN DE LA TOUR" gives "Jean de la Tour"."""
    if not name.isupper() or CJK.search(name) or len(name.split()) < 2:
        return name
    words = [
        w.lower() if i and w.lower() in vocabulary("particle") else _capitalised(w) for i, w in enumerate(name.split())
    ]
    return " ".join(words)


def surname_first(pieces: Sequence[str]) -> list[str] | None:
    """Names of pieces that come as surname, given name, surname, given name ...; None where they do not."""
    if not pieces or len(pieces) % 2:
        return None
    pairs = list(zip(pieces[::2], pieces[1::2], strict=True))
    if not all(_is_surname(last) and _is_given(first) for last, first in pairs):
        return None
    if len(pairs) > 1 and not all(len(first) == 1 or _INITIALS.fullmatch(first) for _, first in pairs):
        return None
    return [normal_name(f"{first}. {last}" if len(first) == 1 else f"{first} {last}") for last, first in pairs]


def _is_surname(text: str) -> bool:
    words = text.split()
    if not words or is_organisation(text) or place_key(text) in place_names():
        return False
    return _is_known_word(words[-1]) and all(_is_particle(w) for w in words[:-1])


def _is_given(text: str) -> bool:
    if _INITIALS.fullmatch(text):
        return True
    alone = len(text.split()) == 1 and _is_known_word(text)
    return alone and not is_organisation(text) and place_key(text) not in place_names()


def _is_known_word(word: str) -> bool:
    return word[:1].isupper() and fold(word.strip(EDGES)) not in vocabulary("job") | vocabulary("degree")


def _capitalised(word: str) -> str:
    if _INITIALS.match(word):
        return word
    return "".join(p.capitalize() if p.isalpha() else p for p in re.split(r"([\-'’.])", word))


def _is_name_word(word: str) -> bool:
    if _INITIALS.fullmatch(word):
        return True
    bare = word.strip(".,")
    pieces = [p for p in re.split(r"[\-'’]", bare) if p]
    return bool(pieces) and bare[:1].isalpha() and any(p[0].isupper() for p in pieces) and all(map(_is_word, pieces))


def _is_word(piece: str) -> bool:
    return all(c.isalpha() or ord(c) > 0x300 for c in piece)


def _is_particle(word: str) -> bool:
    return fold(word.strip(".,")) in vocabulary("particle")


def _all_initials(words: list[str]) -> bool:
    return sum(not _INITIALS.fullmatch(w) and not _is_particle(w) for w in words) == 0
