"""Mojibake: UTF-8 that somebody read in a one-byte charset and wrote again, repaired where that is certain."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

CHARSETS = ("cp1252", "cp1251")
# Fewer sequences prove nothing; and they must outnumber the other characters beyond ASCII by far.
MIN_SEQUENCES = 3
MIN_SHARE = 0.9
# Below this the sequences are chance: capitals before quotation marks in Cyrillic.
SOME_SHARE = 0.3
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_REFUSED = ("Cc", "Cn", "Co", "Cs")


@dataclass(frozen=True, slots=True)
class Mojibake:
    """The charset in which UTF-8 was read, and whether the whole text bears that out."""

    charset: str
    is_certain: bool


def find_mojibake(text: str) -> Mojibake | None:
    """The misreading that a text shows signs of; certain where hardly any other character speaks against it.

    A sequence is a run of characters whose bytes in the charset are one UTF-8 character that could stand in a text.
    """
    runs = " ".join(_BEYOND_ASCII.findall(text))
    if not runs:
        return None
    found = {charset: _sequences(runs, charset) for charset in CHARSETS}
    charset = max(CHARSETS, key=lambda name: len("".join(found[name])))
    sequences = found[charset]
    if len(sequences) < MIN_SEQUENCES:
        return None
    share = sum(map(len, sequences)) / sum(map(len, _BEYOND_ASCII.findall(text)))
    return Mojibake(charset, share >= MIN_SHARE) if share >= SOME_SHARE else None


def repaired(text: str, charset: str) -> str:
    """The text with every sequence read as the UTF-8 that it is."""
    return _pattern(charset).sub(lambda match: _read(match[0], charset) or match[0], text)


def _sequences(text: str, charset: str) -> list[str]:
    return [run for run in _pattern(charset).findall(text) if _read(run, charset)]


def _read(run: str, charset: str) -> str | None:
    try:
        character = bytes(_bytes(charset)[one] for one in run).decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if unicodedata.category(character) in _REFUSED else character


@cache
def _bytes(charset: str) -> dict[str, int]:
    """The byte of every character beyond ASCII; bytes that the charset leaves free are read as Latin-1 has them."""
    return {bytes((n,)).decode(charset, errors="ignore") or chr(n): n for n in range(0x80, 0x100)}


@cache
def _pattern(charset: str) -> re.Pattern[str]:
    character = {n: re.escape(one) for one, n in _bytes(charset).items()}
    two, three, four, more = (
        "".join(character[n] for n in range(first, last))
        for first, last in ((0xC2, 0xE0), (0xE0, 0xF0), (0xF0, 0xF5), (0x80, 0xC0))
    )
    return re.compile(f"[{two}][{more}]|[{three}][{more}]{{2}}|[{four}][{more}]{{3}}")
