"""The grammar of one credit: the persons, organisations and place that its text names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from transforms.articles.dates.texts import read_dates
from transforms.articles.dates.words import fold, weekdays
from transforms.articles.wordlists import rows

Kind = Literal["person", "organisation", "unknown"]
MAX_CREDIT = 400
MAX_NAME_WORDS = 6
MAX_CJK_NAME = 8

_ADDRESS = re.compile(r"\b(?:https?:|www\.)[^\s()]+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w+")
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]")
_BLANK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\u200b\u2009\u202f\u3000 ]+")
_SEGMENT = re.compile(r"\s*[|•·●\n\t;；、]\s*|\s+[–—\-]\s+|\s+/\s+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,3}$")
_DOMAIN = re.compile(r"(?:^|\s)[\w\-]+(?:\.[\w\-]+)*\.(?:[a-z]{2}|com|org|net|info|news|tv|online)$", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EDGES = " \t,.:;|/·•–—-_*\"“”„»«'’"


@dataclass(frozen=True, slots=True)
class Credits:
    """What a credit names, in order: `persons`, `organisations` (agencies, desks, publishers), one `place`."""

    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    kind: Literal["person", "organisation", "place", "nothing"]
    text: str


def read_credit(text: str, kind: Kind = "unknown", publisher: str | None = None) -> Credits:
    """Read a credit such as "By A. Person and B. Person, Reuters". `kind` is what markup says the whole text names."""
    plain = _BLANK.sub(" ", html.unescape(html.unescape(text[:MAX_CREDIT]))).strip()
    plain, bracketed = _without_brackets(_HANDLE.sub(" ", _ADDRESS.sub(" ", plain)))
    parts = [p for segment in _segments(plain) for p in _segment_parts(segment, kind, publisher)]
    for inside in bracketed:
        if opening(inside, "label"):
            parts += [p for segment in re.split(r"[、，,]", inside) for p in _segment_parts(segment, kind, publisher)]
        elif is_agency(inside):
            parts.append(_Part("organisation", inside))
    return Credits(_names(parts, "person"), _names(parts, "organisation"), next(iter(_names(parts, "place")), None))


def is_agency(text: str) -> bool:
    """Whether `text` is a news agency's name or short form; short forms in capitals must be written so."""
    bare = text.strip(_EDGES)
    name = agencies().get(fold(bare))
    return name is not None and (bare.isupper() or not name.isupper() or len(name) > 4)


def is_organisation(text: str, publisher: str | None = None) -> bool:
    """Whether `text` names an agency, a desk, the publisher or its address, or bears a word of such names."""
    bare = text.strip(_EDGES)
    key = fold(bare)
    if key in vocabulary("nobody"):
        return False
    if is_agency(bare) or key in vocabulary("desk") or _DOMAIN.search(bare):
        return True
    if publisher and _is_publisher(key, fold(publisher)):
        return True
    marks = vocabulary("organisation")
    if any(w in marks for w in re.findall(r"[^\W_]+", key)):
        return True
    return bool(_CJK.search(bare)) and any(m in key for m in marks if _CJK.match(m))


def is_person(text: str) -> bool:
    """Whether `text` has the form of a full name: two to six capitalised words, particles and initials among them."""
    words = text.split()
    if not 2 <= len(words) <= MAX_NAME_WORDS or any(c.isdigit() for c in text) or len(text) > 60:
        return False
    if re.search(r"[?!:;\"“”„»«()\[\]…]|\.$|,", text) and not text.endswith((" Jr.", " Sr.")):
        return False
    folded = [fold(w.strip(".,")) for w in words]
    if any(w in vocabulary("furniture") or w in vocabulary("job") or w in weekdays() for w in folded):
        return False
    solid = [w for w in words if _is_name_word(w)]
    return len(solid) >= 2 and all(_is_name_word(w) or _is_joint(w) for w in words) and not _all_initials(words)


@cache
def vocabulary(role: str) -> frozenset[str]:
    """Folded words of `data/byline_words.csv` with that role."""
    return frozenset(fold(r["word"]) for r in rows("byline_words", "word", "role", "note") if r["role"] == role)


@cache
def agencies() -> dict[str, str]:
    """Folded form of every agency name to the form as written in `data/agencies.csv`."""
    return {fold(row["form"]): row["form"] for row in rows("agencies", "form", "name")}


@cache
def _openers(role: str) -> tuple[str, ...]:
    return tuple(sorted(vocabulary(role), key=lambda w: (-len(w), w)))


def opening(text: str, role: str) -> int:
    """Length of the word of that role that `text` opens with, its colon and blanks included; 0 without one."""
    folded = fold(text)
    if len(folded) != len(text):
        return 0
    for word in _openers(role):
        if folded.startswith(word):
            match = re.match(r"\s*[:：]\s*|\s+" if role != "label" else r"\s*[:：]\s*", text[len(word) :])
            if match:
                return len(word) + match.end()
    return 0


def _without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    inside = tuple(m[1].strip() for m in _BRACKETS.finditer(text))
    return _BRACKETS.sub(" ", text), inside


def _segments(text: str) -> Iterator[str]:
    for segment in _SEGMENT.split(text):
        bare = segment.strip(_EDGES + " ")
        if bare and not read_dates(bare):
            yield bare


def _segment_parts(segment: str, kind: Kind, publisher: str | None) -> Iterator[_Part]:
    if kind == "organisation" or _is_one_organisation(segment, publisher):
        yield _Part("organisation", segment)
        return
    if opening(segment, "other"):
        return
    start = opening(segment, "by") or opening(segment, "label")
    body, place = _without_place(segment[start:])
    if place:
        yield _Part("place", place)
    pieces = [p.strip(_EDGES + " ") for p in _joined(body)]
    if _is_surname_first(pieces):
        yield _Part("person", normal_case(f"{pieces[1]} {pieces[0]}"))
        return
    for index, piece in enumerate(p for p in pieces if p):
        yield _classified(piece, kind, publisher, first=index == 0)


def _is_one_organisation(segment: str, publisher: str | None) -> bool:
    return len(_joined(segment)) == 1 and not opening(segment, "by") and is_organisation(segment, publisher)


def _joined(body: str) -> list[str]:
    words = "|".join(re.escape(w) for w in _openers("and") if w.isascii() and len(w) > 1)
    pieces = re.split(
        rf"\s*[,，]\s*|(?<=[^\W\d_]{{4}})\.\s+|\s+&\s+|\s+\+\s+|\s+(?:{words})\s+", body, flags=re.IGNORECASE
    )
    return [q for piece in pieces for q in _split_single(piece)]


def _split_single(piece: str) -> list[str]:
    """Joining words of one letter (y, e, i) stand inside names too: they part full names only, as does a slash."""
    match = re.search(r"\s+(?:y|e|i|a|и)\s+|\s*/\s*", piece)
    if match and is_person(piece[: match.start()]) and is_person(piece[match.end() :]):
        return [piece[: match.start()], piece[match.end() :]]
    return [piece]


def _is_surname_first(pieces: list[str]) -> bool:
    return (
        len(pieces) == 2
        and all(len(p.split()) == 1 and p[:1].isupper() for p in pieces)
        and not any(is_organisation(p) or fold(p) in vocabulary("job") for p in pieces)
    )


def _without_place(body: str) -> tuple[str, str | None]:
    match = re.search(r",?\s+(?:reporting from|in|aus|à)\s+([^\W\d_][^,]{1,40})$", body)
    if match and is_person(body[: match.start()].strip(_EDGES)) and match[1][0].isupper():
        return body[: match.start()], match[1].strip()
    return body, None


def _classified(piece: str, kind: Kind, publisher: str | None, first: bool) -> _Part:
    if fold(piece) in vocabulary("nobody"):
        return _Part("nothing", "")
    piece = _without_job(piece)
    if not any(map(str.isalpha, piece)) or any(map(str.isdigit, piece)) or fold(piece) in vocabulary("nobody"):
        return _Part("nothing", "")
    if is_organisation(piece, publisher):
        return _Part("organisation", piece)
    agency = piece.split()[0]
    if is_agency(agency) and (agency.isupper() or not first):
        return _Part("organisation", agency)
    if is_person(piece) or (first and _is_given_name_alone(piece, kind)):
        return _Part("person", normal_case(piece))
    return _Part("nothing", "")


def _is_given_name_alone(piece: str, kind: Kind) -> bool:
    """Markup may credit a person by one word or in small letters; running text may not."""
    words = piece.split()
    if _CJK.search(piece):
        return len(words) <= 2 and len(piece) <= MAX_CJK_NAME
    if kind == "person":
        return len(words) <= MAX_NAME_WORDS and len(piece) <= 60
    return kind == "unknown" and len(words) == 1 and piece[:1].isupper() and len(piece) > 2


def _without_job(piece: str) -> str:
    """Cut job words off the end: "A. Person Staff Writer", "A. Person for The Paper"."""
    words = piece.split()
    ends = vocabulary("job") | (vocabulary("for") - vocabulary("particle"))
    titles = {title for title in vocabulary("desk") | vocabulary("nobody") if " " in title}
    for index in range(1, len(words)):
        if fold(" ".join(words[index:])) in titles or fold(words[index].strip(".,")) in ends:
            return " ".join(words[:index]).strip(_EDGES)
    return piece


def normal_case(name: str) -> str:
    """A name in capitals as it is usually written: "JEAN DE LA TOUR" gives "Jean de la Tour"."""
    if not name.isupper() or _CJK.search(name) or len(name.split()) < 2:
        return name
    words = [
        w.lower() if i and w.lower() in vocabulary("particle") else _capitalised(w) for i, w in enumerate(name.split())
    ]
    return " ".join(words)


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


def _is_joint(word: str) -> bool:
    return fold(word.strip(".,")) in vocabulary("particle")


def _all_initials(words: list[str]) -> bool:
    return sum(not _INITIALS.fullmatch(w) and not _is_joint(w) for w in words) == 0


def _is_publisher(key: str, publisher: str) -> bool:
    ours, theirs = (re.sub(r"[\W_]+", "", re.sub(r"^the |\.(?:com|de|org|net|fr)$", "", k)) for k in (key, publisher))
    return bool(ours) and (ours == theirs or (len(ours) > 3 and len(key.split()) > 1 and ours in theirs))


def _names(parts: list[_Part], kind: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for part in parts:
        if part.kind == kind and part.text:
            found.setdefault(fold(part.text), part.text)
    return tuple(found.values())
