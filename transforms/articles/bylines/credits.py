"""The grammar of one credit: the persons, organisations and place that its text names."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from transforms.articles.bylines.names import (
    is_name_of_markup,
    is_person,
    is_uncased,
    normal_name,
    surname_first,
)
from transforms.articles.bylines.organisations import (
    is_affiliation,
    is_agency,
    is_desk,
    is_organisation,
    trailing_agency,
)
from transforms.articles.bylines.places import place_key, place_names
from transforms.articles.bylines.vocabulary import CJK, EDGES, longest_first, opening, vocabulary
from transforms.articles.dates.texts import read_dates
from transforms.articles.dates.words import fold, words_of

Kind = Literal["person", "organisation", "unknown"]
MAX_CREDIT = 400

_ADDRESS = re.compile(r"\b(?:https?:|www\.)[^\s()]+|[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@\w+")
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]")
_STRAY = re.compile(r"[()\[\]（）]")
_BLANK = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\xa0\u200b\u2009\u202f\u3000 ]+")
_SEGMENT = re.compile(r"\s*[|•·●\n\t;；、]\s*|\s+[–—\-]\s+|\s+/\s+")
_SLASH = re.compile(r"\s*[/／]\s*")
_ONE_LETTER_JOINT = re.compile(r"\s+(?:y|e|i|a|и|ו|و)\s+")
_TRAILING_TIME = re.compile(r"[\s,|]*\d{1,2}[:.h]\d\d.*$")


@dataclass(frozen=True, slots=True)
class Credits:
    """What a credit names, in order: `persons`, `organisations` (agencies, desks, publishers), one `place`."""

    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    kind: Literal["person", "organisation", "place", "nothing"]
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is known beforehand of a credit: what its markup says it names, and who publishes it."""

    kind: Kind
    publisher: str | None

    def segment(self, text: str) -> Iterator[_Part]:
        """The parts of a stretch that has one opener at most."""
        if opening(text, "other"):
            return
        if self.kind == "organisation" or self._is_one_organisation(text):
            yield _Part("organisation", text)
            return
        start = opening(text, "by") or opening(text, "label")
        pieces = [piece.strip(EDGES + " ") for piece in _joined(text[start:])]
        pieces = [piece for piece in pieces if piece]
        if names := surname_first(pieces):
            yield from (_Part("person", name) for name in names)
            return
        for index, piece in enumerate(pieces):
            yield from self._piece(piece, first=index == 0, opened=start > 0)

    def _is_one_organisation(self, text: str) -> bool:
        if len(_joined(text)) > 1 or opening(text, "by") or opening(text, "label"):
            return False
        return is_organisation(text, self.publisher) and not is_person(_person_within(text))

    def _piece(self, piece: str, *, first: bool, opened: bool) -> Iterator[_Part]:
        body, place = _without_place(piece)
        if place:
            yield _Part("place", place)
        if fold(body) in vocabulary("nobody") | vocabulary("job") | vocabulary("degree"):
            return
        if is_desk(fold(body)):
            yield _Part("organisation", body)
            return
        if place_key(body) in place_names():
            yield from () if first else (_Part("place", body),)
            return
        words = body.split()
        agency = trailing_agency(words)
        if agency and is_person(" ".join(words[:-agency])):
            yield _Part("person", normal_name(" ".join(words[:-agency])))
            yield _Part("organisation", " ".join(words[-agency:]))
            return
        yield self._named(body, first=first, opened=opened)

    def _named(self, body: str, *, first: bool, opened: bool) -> _Part:
        name = _person_within(body)
        if CJK.search(name) and name.endswith(tuple(vocabulary("other"))):
            return _Part("nothing")
        if not any(map(str.isalpha, name)) or any(map(str.isdigit, name)) or fold(name) in vocabulary("nobody"):
            return _Part("nothing")
        if is_organisation(name, self.publisher):
            return _Part("organisation", name)
        if is_affiliation(body):
            return _Part("person", normal_name(name)) if first and is_person(name) else _Part("nothing")
        lead = name.split()[0]
        if is_agency(lead) and (lead.isupper() or not first):
            return _Part("organisation", lead)
        if is_person(name) or (opened and is_uncased(name) and (CJK.search(name) or " " in name)):
            return _Part("person", normal_name(name))
        whole = name == body or CJK.search(name) or self.kind == "person"
        if first and whole and self.kind != "organisation":
            alone = is_name_of_markup(name, says_person=self.kind == "person")
            return _Part("person", normal_name(name)) if alone else _Part("nothing")
        return _Part("nothing")


def read_credit(text: str, kind: Kind = "unknown", publisher: str | None = None) -> Credits:
    """Read a credit such as "By A. Person and B. Person, Reuters". `kind` is what markup says the whole text names."""
    plain = _BLANK.sub(" ", html.unescape(html.unescape(text[:MAX_CREDIT]))).strip()
    plain = _HANDLE.sub(" ", _ADDRESS.sub(" ", plain))
    if _BRACKETS.fullmatch(plain):
        plain = plain[1:-1]
    plain, bracketed = _without_brackets(_picture_names().sub(" ", plain))
    reader = _Reader(kind, publisher)
    parts = [part for segment in _segments(plain) for part in reader.segment(segment)]
    parts += [part for inside in bracketed for part in _bracketed(inside, reader)]
    return Credits(_names(parts, "person"), _names(parts, "organisation"), next(iter(_names(parts, "place")), None))


def _without_brackets(text: str) -> tuple[str, tuple[str, ...]]:
    inside = tuple(m[1].strip() for m in _BRACKETS.finditer(text))
    return _STRAY.sub(" ", _BRACKETS.sub(" ", text)), inside


@cache
def _picture_names() -> re.Pattern[str]:
    """A name with the word for pictures in brackets behind it, as in "A. Person (text) and B. Person (photos)"."""
    words = "|".join(re.escape(w) for w in longest_first("other") if " " not in w)
    joints = "|".join(re.escape(w) for w in longest_first("and") if w.isascii())
    return re.compile(rf"(?:^|[,;]|\s(?:{joints}|&)\s)[^,;()]*?\(\s*(?:{words})\s*\)", re.IGNORECASE)


def _bracketed(inside: str, reader: _Reader) -> Iterator[_Part]:
    joint = opening(inside, "and")
    if is_agency(inside[joint:]) or is_desk(fold(inside[joint:])):
        yield _Part("organisation", inside[joint:])
    elif opening(inside, "label"):
        for segment in re.split(r"[、，,]", inside):
            yield from reader.segment(segment)
    elif place := inside[opening(inside, "in") :] if opening(inside, "in") else "":
        yield _Part("place", place)


def _segments(text: str) -> Iterator[str]:
    for segment in _SEGMENT.split(_openers_inside().sub(r" | \1", text)):
        bare = _without_date(segment).strip(EDGES + " ")
        if bare:
            yield bare


@cache
def _openers_inside() -> re.Pattern[str]:
    """Openers of several words, and labels with their colon, that begin a new stretch within a line."""
    phrases = [w for role in ("by", "other") for w in longest_first(role) if " " in w]
    labels = [w for role in ("label", "other") for w in longest_first(role)]
    shown = "|".join(map(_either_case, phrases)), "|".join(map(_either_case, labels))
    return re.compile(rf"(?:^|[\s,.;)]+)((?:{shown[0]})\b|(?:{shown[1]})\s?[:：])", re.IGNORECASE)


def _either_case(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")


def _without_date(segment: str) -> str:
    """What stands before the segment's first date, its label and its clock ("A. Person Published: 3 May 2020")."""
    dates = read_dates(segment)
    rest = segment[: dates[0].start] if dates else segment
    labels = words_of("published") | words_of("modified")
    words = rest.split()
    cut = next((i for i, w in enumerate(words) if i != 1 and fold(w.strip(EDGES)) in labels), len(words))
    return _TRAILING_TIME.sub("", " ".join(words[:cut]))


def _joined(body: str) -> list[str]:
    return [single for piece in _joints().split(body) for single in _split_single(piece)]


@cache
def _joints() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in longest_first("and") if len(w) > 1)
    titles = "".join(rf"(?<!\b{re.escape(w)})" for w in sorted(vocabulary("title")))
    return re.compile(rf"\s*[,，]\s*|(?<=[^\W\d_]{{4}}){titles}\.\s+|\s+&\s+|\s+\+\s+|\s+(?:{words})\s+", re.IGNORECASE)


def _split_single(piece: str) -> list[str]:
    """Joining words of one letter (y, e, i) stand inside names too: they part full names only; a slash parts more."""
    match = _ONE_LETTER_JOINT.search(piece)
    if match and is_person(piece[: match.start()].strip()) and is_person(piece[match.end() :].strip()):
        return [piece[: match.start()], piece[match.end() :]]
    sides = _SLASH.split(piece)
    if len(sides) > 1 and all(is_person(s) or is_organisation(s) or CJK.search(s) for s in sides):
        return sides
    names = piece.split()
    if len(names) > 1 and all(CJK.match(n) and 2 <= len(n) <= 4 for n in names):
        return names
    return [piece]


def _without_place(piece: str) -> tuple[str, str | None]:
    """Cut the place behind "in", where a full name stands before it."""
    match = _place_behind().search(piece)
    if match and is_person(piece[: match.start()].strip(EDGES)) and match[1][0].isupper():
        return piece[: match.start()].strip(EDGES), match[1].strip()
    return piece, None


@cache
def _place_behind() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in longest_first("in"))
    return re.compile(rf",?\s+(?:{words})\s+([^\W\d_][^,]{{1,40}})$")


def _person_within(piece: str) -> str:
    """The name without the jobs, degrees and papers around it: "Staff Writer A. Person", "A. Person for X"."""
    words = _without_job_suffix(piece).split()
    ends = vocabulary("job") | vocabulary("degree") | (vocabulary("for") - vocabulary("particle"))
    known = [i for i, w in enumerate(words) if fold(w.strip(".,")) in ends]
    jobs = [i for i in known if fold(words[i].strip(".,")) in vocabulary("job")]
    if jobs and is_person(behind := " ".join(words[jobs[-1] + 1 :])):
        return behind
    titles = {title for title in vocabulary("desk") | vocabulary("nobody") if " " in title}
    phrase = next((i for i in range(1, len(words)) if fold(" ".join(words[i:])) in titles), len(words))
    cut = min([phrase, *(i for i in known if i > 0)])
    return " ".join(words[:cut]).strip(EDGES) if cut < len(words) else " ".join(words)


def _without_job_suffix(piece: str) -> str:
    """In Chinese, Japanese and Korean the job follows the name without a blank."""
    job = next((w for w in longest_first("job") if CJK.match(w) and piece.endswith(w) and piece != w), "")
    return piece.removesuffix(job).rstrip()


def _names(parts: Sequence[_Part], kind: str) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for part in parts:
        if part.kind == kind and part.text:
            found.setdefault(fold(part.text), part.text)
    return tuple(found.values())
