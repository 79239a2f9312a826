"""Where a sentence must or must not begin, said to the parser before it decides the rest."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from schemas.data_files import packaged, read_rows

WORD_COLUMNS = ("word", "role", "note")
LINE_BREAKS = frozenset("\n\r\u2028\u2029")
FINAL = frozenset([".", "!", "?", "…", "...", ".."])
CLOSING_QUOTES = frozenset(["”", "’", "»", '"', "''", "'"])
CLOSING = CLOSING_QUOTES | FINAL | {")", "]", "}", ",", ";", ":", "%"}
PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,3}"
DASH = r"(?:--|[-–—:|])"
# BRUSSELS (AA) –   KYIV, Ukraine, March 3 -   Nairobi (wire) —   (Wire) -   Beirut, Lebanon –   New Delhi, May 4 (WNS)
# OSLO/LIMA (Wire - 11th June, 2020)
DATELINE = re.compile(
    rf"""(?: (?:[A-Z][\w.'’-]*(?:[ /,]{{1,2}}[\w.'’-]+){{0,6}} \s?)? \([^()\n]{{2,40}}\) \s? {DASH} (?=\s)
          | [A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){{0,3}}(?:,[ ][A-Z][\w.]+(?:[ ][A-Z]\w+){{0,2}}){{0,2}}
            (?:,?[ ](?:[A-Z][a-z]+\.?[ ]\d{{1,2}}|\d{{1,2}}[ ][A-Z][a-z]+\.?)(?:,?[ ]\d{{4}})?)? \s? {DASH} (?=\s)
          | {PLACE}(?:,[ ]{PLACE}){{1,2}} \s [–—|] (?=\s[\"“‘']?[A-Z])
          | {PLACE},[ ](?:{PLACE},[ ])?[A-Z][a-z]+\.?[ ]\d{{1,2}}(?:,[ ]\d{{4}})?
            (?:[ ]\([A-Z]{{2,}}\) | \.?[ ]/[A-Z]+/\. | :) (?=\s[\"“‘']?[A-Z])
          | [A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){{0,3}}[ ]\([^()\n]{{2,50}}\d{{4}}\) (?=\s[\"“‘']?[A-Z]))""",
    re.VERBOSE,
)
DATELINE_TOKENS = 24
# A bracket that holds a whole sentence is looked for within this many tokens.
BRACKET_TOKENS = 60
FORBIDDEN = -1


@Language.component("dateline_boundaries", assigns=["token.is_sent_start"])
def mark_boundaries(doc: Doc) -> Doc:
    """A line break ends a sentence; so does a dateline, or its place would be who acts. A closing mark begins none,
    no small letter behind a word or comma, and no word within a name.
    """
    # One array for the whole Doc: spaCy's setter of is_sent_start walks over the Doc at every call.
    starts = numpy.zeros(len(doc), dtype="int64")
    words = [token.text for token in doc]
    breaks = [not LINE_BREAKS.isdisjoint(word) for word in words]
    for position, word in enumerate(words):
        if breaks[position]:
            starts[position] = FORBIDDEN
        elif position == 0 or breaks[position - 1]:
            starts[position] = 1
            bound = _dateline_length(doc, position)
            starts[position + 1 : position + bound] = FORBIDDEN
            if 0 < bound < len(doc) - position:
                starts[position + bound] = 1
        elif goes_on(doc, words, position):
            starts[position] = FORBIDDEN
        elif word == "(":
            _mark_bracket(words, position, starts)
        elif _ends_quotation(doc, words, position - 1) and word[:1].isupper():
            starts[position] = 1
        elif words[position - 1].endswith(".") and doc[position - 1].whitespace_:
            starts[position] = starts[position] or _after_abbreviation(doc, words, position)
    starts[:1] = 1
    values: Any = starts.astype("uint64")
    return doc.from_array(["SENT_START"], values)


@cache
def sentence_words() -> dict[str, str]:
    """Abbreviations before names and numbers, and words that open sentences, with their role."""
    rows = read_rows(packaged("transforms.events", "sentence_words.csv"), WORD_COLUMNS)
    return {row["word"]: row["role"] for row in rows}


def goes_on(doc: Doc, words: Sequence[str], position: int) -> bool:
    """Whether a token can open no sentence: a closing mark at a word, a small letter behind a word or comma, a capital
    behind a capital.
    """
    word, before = words[position], words[position - 1]
    is_closing = word in CLOSING and not (doc[position - 1].whitespace_ or doc[position - 1].is_space)
    inside = before[-1:].isalnum()
    return is_closing or before == "," or (inside and word[:1].islower()) or _is_inside_name(word, before)


def _is_inside_name(word: str, before: str) -> bool:
    """Whether the word may go on with a name: a capital behind a capital."""
    return word.istitle() and before.istitle() and before.isalpha()


def _dateline_length(doc: Doc, first: int) -> int:
    """How many tokens after `first` the text behind a dateline begins; 0 without a dateline."""
    opening = doc[first : first + DATELINE_TOKENS]
    found = DATELINE.match(opening.text)
    end = doc[first].idx + found.end() if found else 0
    return sum(token.idx <= end + 1 for token in opening[1:]) if found else 0


def _after_abbreviation(doc: Doc, words: Sequence[str], position: int) -> int:
    """FORBIDDEN after the title of a name or before the number of No. 2; 1 for a word that opens a sentence."""
    before = words[position - 1]
    if before == "." and position > 1 and not doc[position - 2].whitespace_:
        before = words[position - 2] + before
    role = sentence_words().get(before)
    if role == "title" or (role == "number" and words[position][0].isdigit()):
        return FORBIDDEN
    shortened = words[position - 1] != "." and len(before) > 2
    return int(shortened and role is None and sentence_words().get(words[position]) == "opening")


def _ends_quotation(doc: Doc, words: Sequence[str], position: int) -> bool:
    """Whether a quotation that ends as a sentence does closes here: “Who is it?”"""
    if words[position] not in CLOSING_QUOTES or not doc[position].whitespace_ or position == 0:
        return False
    return words[position - 1] in FINAL and not doc[position - 1].whitespace_


def _mark_bracket(words: Sequence[str], opening: int, starts: Any) -> None:
    """A bracket that holds a whole sentence begins one, and the next begins behind it."""
    limit = min(len(words), opening + BRACKET_TOKENS)
    closing = next((at for at in range(opening + 1, limit) if words[at] in {"(", ")"}), opening)
    if words[closing] != ")" or not _is_final(words, closing - 1) or not _is_final(words, opening - 1):
        return
    starts[opening] = 1
    starts[opening + 1] = FORBIDDEN
    if closing + 1 < len(words):
        starts[closing + 1] = 1


def _is_final(words: Sequence[str], position: int) -> bool:
    """Whether a sentence can end with this token."""
    return words[position] in FINAL or (words[position] in CLOSING_QUOTES and words[position - 1] in FINAL)
